import {
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Position,
  type Range,
} from "vscode-languageserver/node";
import type { Finding, Severity } from "../engine/finding";
import { SEVERITY_NAMES } from "../reporters/severityNames";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The range of a finding; the protocol counts from zero, in the same UTF-16 units. */
export function rangeOf({ location }: Finding): Range {
  const { line, column, endLine, endColumn } = location;
  const start = { line: (line ?? 1) - 1, character: (column ?? 1) - 1 };
  return { start, end: { line: (endLine ?? line ?? 1) - 1, character: (endColumn ?? column ?? 1) - 1 } };
}

export function diagnosticOf(finding: Finding): Diagnostic {
  return {
    range: rangeOf(finding),
    severity: SEVERITIES[finding.severity],
    source: "gongwen-lint",
    code: finding.ruleId,
    message: finding.message,
  };
}

/** What is said of a place: message, legal basis, what to do. Null where nothing was found. */
export function hoverAt(position: Position, findings: readonly Finding[]): Hover | null {
  const here = findings.filter((finding) => contains(rangeOf(finding), position));
  const [first] = here;
  if (!first) return null;
  return {
    range: rangeOf(first),
    contents: { kind: MarkupKind.Markdown, value: here.map(explained).join("\n\n---\n\n") },
  };
}

function explained({ severity, message, basis, suggestions, ruleId }: Finding): string {
  return [
    `**${SEVERITY_NAMES[severity]}** ${message}`,
    ...(basis.length > 0 ? [`依据：${basis.join("；")}`] : []),
    suggestions.map((suggestion) => `- ${suggestion}`).join("\n"),
    `规则：\`${ruleId}\``,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function contains({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

export function overlaps(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
