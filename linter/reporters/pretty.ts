import pc from "picocolors";
import stringWidth from "string-width";
import type { Finding, Severity } from "../engine/finding";
import type { Sentence } from "../engine/sentence";
import { paragraphText } from "./findingText";
import type { FileResult, ReportInput } from "./lintOutput";
import { SEVERITY_NAMES } from "./severityNames";

/** What the pretty report needs beside the results. */
export interface PrettyOptions {
  colour: boolean;
  /** Errors only. */
  quiet: boolean;
  /** Rule titles for the summary. */
  titleOf(ruleId: string): string;
}

/** Columns of a sentence shown at most; East Asian characters count two. */
const MAX_COLUMNS = 88;

/** The report for a terminal: per file the findings with their sentences, at the end a summary per rule. */
export function* pretty(output: ReportInput, options: PrettyOptions): Generator<string> {
  const colours = pc.createColors(options.colour);
  const paint: Record<Severity, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
  };
  const rules = new Map<string, Record<Severity, number>>();

  for (const file of output.files) {
    count(file);
    const shown = options.quiet
      ? file.findings.filter(({ severity }) => severity === "error")
      : file.findings;
    if (shown.length === 0 && file.error === null) continue;
    const lines = [`${colours.bold(colours.underline(file.path))}  ${colours.dim(describe(file))}`];
    if (file.error !== null) lines.push(`  ${colours.red("未能检查")}  ${file.error}`);
    for (const note of file.notes) lines.push(`  ${colours.dim(`注：${note}`)}`);
    for (const finding of shown) lines.push(...findingLines(finding));
    yield `${lines.join("\n")}\n\n`;
  }
  yield `${summaryLines().join("\n")}\n`;

  function count({ findings }: FileResult): void {
    for (const { ruleId, severity } of findings) {
      const counts = rules.get(ruleId) ?? { error: 0, warning: 0, info: 0 };
      counts[severity] += 1;
      rules.set(ruleId, counts);
    }
  }

  function findingLines(finding: Finding): string[] {
    const { severity, ruleId, basis, suggestions, fix } = finding;
    const result = [
      `  ${paint[severity](SEVERITY_NAMES[severity])}  ${colours.dim(where(finding))}  ${finding.message}  ${colours.dim(ruleId)}`,
    ];
    const { excerpt, before, marked } = clip(finding.sentence);
    result.push(`      ${colours.dim("│")} ${excerpt}`);
    result.push(
      `      ${colours.dim("│")} ${" ".repeat(before)}${paint[severity]("^".repeat(Math.max(marked, 1)))}`,
    );
    if (basis.length > 0) result.push(`      ${colours.dim("依据")} ${basis.join("；")}`);
    for (const suggestion of suggestions) result.push(`      ${colours.dim("建议")} ${suggestion}`);
    if (fix) result.push(`      ${colours.dim("可改")} ${fix.title}`);
    return result;
  }

  function summaryLines(): string[] {
    const { files, unreadable, error, warning, info } = output.counts;
    const result: string[] = [];
    if (rules.size > 0) {
      const width = Math.max(...[...rules.keys()].map((id) => id.length));
      result.push(colours.bold("按规则统计"));
      for (const [id, counts] of [...rules].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const parts = (["error", "warning", "info"] as const)
          .filter((severity) => counts[severity] > 0)
          .map((severity) => paint[severity](`${SEVERITY_NAMES[severity]} ${counts[severity]}`));
        result.push(`  ${id.padEnd(width)}  ${parts.join("  ")}  ${colours.dim(options.titleOf(id))}`);
      }
      result.push("");
    }
    const total = `共 ${files} 个文件：错误 ${error}，警告 ${warning}，提示 ${info}`;
    result.push(colours.bold(unreadable > 0 ? `${total}；${unreadable} 个文件未能检查` : total));
    return result;
  }
}

function describe({ kind, normative, asOf }: FileResult): string {
  const parts = [
    kind,
    normative ? "规范性文件" : null,
    asOf && asOf.from !== "today" ? `按 ${asOf.date} 判断` : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function where(finding: Finding): string {
  const { line, column } = finding.location;
  return line === null ? paragraphText(finding) : `${line}:${column}`;
}

/** A sentence shortened to the terminal's width, with the columns before and under the mark. */
function clip({ text, start, end }: Sentence): { excerpt: string; before: number; marked: number } {
  const head = clipStart(text.slice(0, start), MAX_COLUMNS / 2);
  const middle = clipEnd(text.slice(start, end), MAX_COLUMNS);
  const tail = clipEnd(text.slice(end), Math.max(MAX_COLUMNS - stringWidth(head) - stringWidth(middle), 8));
  return { excerpt: head + middle + tail, before: stringWidth(head), marked: stringWidth(middle) };
}

function clipStart(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let from = text.length;
  for (let width = 1; from > 0 && width < columns; from -= 1) width += stringWidth(text[from - 1] as string);
  return `…${text.slice(from)}`;
}

function clipEnd(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let to = 0;
  for (let width = 1; to < text.length && width < columns; to += 1) width += stringWidth(text[to] as string);
  return `${text.slice(0, to)}…`;
}
