import type { Finding, Severity } from "../../engine/finding";

const NAMES: Record<Severity, string> = { error: "错误", warning: "警告", info: "提示" };

/**
 * What a comment says, a line a paragraph: what is wrong, what it rests on, what to do, and the rule, by which the
 * comment is known again. `where` names the place when the comment cannot stand there itself.
 */
export function commentLines(finding: Finding, where: "footnote" | "header" | "footer" | null): string[] {
  const { severity, message, basis, suggestions, ruleId } = finding;
  const lines = [`【${NAMES[severity]}】${message}`];
  if (where) lines.push(`位置：${PLACES[where]}${finding.quote ? `“${finding.quote}”` : ""}`);
  if (basis.length > 0) lines.push(`依据：${basis.join("；")}`);
  if (suggestions.length === 1) lines.push(`建议：${suggestions[0]}`);
  else suggestions.forEach((suggestion, index) => void lines.push(`建议${index + 1}：${suggestion}`));
  lines.push(`规则：${ruleId}`);
  return lines.map((line) => line.replace(/\s*[\r\n]+\s*/g, " "));
}

const PLACES = { footnote: "脚注或尾注", header: "页眉", footer: "页脚" };
