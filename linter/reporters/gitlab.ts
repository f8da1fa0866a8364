import type { Severity } from "../engine/finding";
import { fingerprints, hash } from "../engine/fingerprint";
import { wholeText } from "./findingText";
import { jsonText, Listed } from "./jsonText";
import type { FileResult, ReportInput } from "./lintOutput";

const SEVERITIES: Record<Severity, string> = { error: "major", warning: "minor", info: "info" };

/**
 * GitLab's Code Quality report (docs.gitlab.com, “Code Quality report format”): fingerprints tell old findings from
 * new ones in a merge request. A line is compulsory there; formats without lines get 1, and the message names the paragraph.
 */
export function gitlab({ files }: ReportInput): Iterable<string> {
  return jsonText(new Listed(files, issuesOf));
}

function* issuesOf({ path, error, findings }: FileResult) {
  if (error !== null)
    yield {
      description: `未能检查：${error}`,
      check_name: "unreadable-file",
      fingerprint: hash(`${path}\u0000unreadable-file`),
      severity: "blocker",
      location: { path, lines: { begin: 1 } },
    };
  const marks = fingerprints(findings);
  for (const [index, finding] of findings.entries()) {
    const { line, endLine } = finding.location;
    yield {
      description: wholeText(finding),
      check_name: finding.ruleId,
      fingerprint: hash(`${path}\u0000${marks[index]}`),
      severity: SEVERITIES[finding.severity],
      location: { path, lines: { begin: line ?? 1, end: endLine ?? undefined } },
    };
  }
}
