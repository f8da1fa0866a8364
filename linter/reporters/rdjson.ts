import type { Severity } from "../engine/finding";
import { wholeText } from "./findingText";
import { jsonText, Listed } from "./jsonText";
import type { FileResult, ReportInput } from "./lintOutput";

const SEVERITIES: Record<Severity, string> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/**
 * Reviewdog Diagnostic Format (reviewdog/proto/rdf), which puts findings on changes in Gitea, Gerrit, Bitbucket and
 * others. It counts columns in bytes of UTF-8, which results do not hold, so findings are given by lines, and
 * replacements, which need columns, are left to the message.
 */
export function rdjson({ files }: ReportInput): Iterable<string> {
  return jsonText({ source: { name: "gongwen-lint" }, diagnostics: new Listed(files, diagnosticsOf) });
}

function* diagnosticsOf({ path, error, findings }: FileResult) {
  if (error !== null)
    yield {
      message: `未能检查：${error}`,
      location: { path },
      severity: "ERROR",
      code: { value: "unreadable-file" },
    };
  for (const finding of findings) {
    const { line, endLine } = finding.location;
    const range =
      line === null ? undefined : { start: { line }, end: endLine === null ? undefined : { line: endLine } };
    yield {
      message: wholeText(finding),
      location: { path, range },
      severity: SEVERITIES[finding.severity],
      code: { value: finding.ruleId },
    };
  }
}
