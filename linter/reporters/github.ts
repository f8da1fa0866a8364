import type { Finding, Severity } from "../engine/finding";
import { wholeText } from "./findingText";
import type { ReportInput } from "./lintOutput";
import type { ReportSettings } from "./reporter";

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * Annotations of GitHub Actions: workflow commands, one a finding
 * (docs.github.com, “Workflow commands for GitHub Actions”). Gitea and Forgejo understand the same lines.
 */
export function* github({ files }: ReportInput, { ruleOf }: ReportSettings): Generator<string> {
  for (const { path, error, findings } of files) {
    if (error !== null) yield `${command("error", { file: path, title: "未能检查" }, error)}\n`;
    for (const finding of findings) yield `${annotation(path, finding, ruleOf(finding.ruleId)?.title)}\n`;
  }
}

function annotation(path: string, finding: Finding, title: string | undefined): string {
  const { line, endLine, column, endColumn } = finding.location;
  // Columns only count where the annotation stays on one line.
  const oneLine = line === endLine;
  return command(
    COMMANDS[finding.severity],
    {
      file: path,
      line,
      endLine,
      col: oneLine ? column : null,
      endColumn: oneLine ? endColumn : null,
      title: title ? `${title}（${finding.ruleId}）` : finding.ruleId,
    },
    wholeText(finding),
  );
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | null>>,
  message: string,
): string {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${given.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
