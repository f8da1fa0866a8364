import type { Severity } from "../engine/finding";
import { fingerprints, hash } from "../engine/fingerprint";
import { wholeText } from "./findingText";
import { type LintOutput, toJson } from "./lintOutput";

const SEVERITIES: Record<Severity, string> = { error: "major", warning: "minor", info: "info" };

/**
 * GitLab's Code Quality report (docs.gitlab.com, “Code Quality report format”): fingerprints tell old findings from
 * new ones in a merge request. A line is compulsory there; formats without lines get 1, and the message names the paragraph.
 */
export function gitlab({ files }: LintOutput): string {
  const issues = files.flatMap(({ path, error, findings }) => {
    const marks = fingerprints(findings);
    const trouble = {
      description: `未能检查：${error}`,
      check_name: "unreadable-file",
      fingerprint: hash(`${path}\u0000unreadable-file`),
      severity: "blocker",
      location: { path, lines: { begin: 1 } },
    };
    return [
      ...(error === null ? [] : [trouble]),
      ...findings.map((finding, index) => ({
        description: wholeText(finding),
        check_name: finding.ruleId,
        fingerprint: hash(`${path}\u0000${marks[index]}`),
        severity: SEVERITIES[finding.severity],
        location: {
          path,
          lines: { begin: finding.location.line ?? 1, end: finding.location.endLine ?? undefined },
        },
      })),
    ];
  });
  return toJson(issues);
}
