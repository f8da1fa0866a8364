import type { BadExample, Rule, RuleExample } from "../engine/rule";
import { SEVERITY_NAMES } from "./severityNames";

/** A rule's page in the reference: docs/rules/ID.md and what `explain` prints. */
export function ruleMarkdown(rule: Rule): string {
  const options = Object.entries(rule.defaults);
  return `${[
    `# ${rule.title}（\`${rule.id}\`）`,
    `级别：${SEVERITY_NAMES[rule.severity]}${rule.recommended === false ? "（默认不启用）" : ""}`,
    rule.description.trim(),
    "## 依据",
    rule.basis.map((basis) => `- ${basis}`).join("\n"),
    ...(options.length > 0 ? ["## 选项", optionTable(options)] : []),
    ...section(
      "## 会报告",
      rule.examples.bad.flatMap((bad) => [...exampleMarkdown(bad), reported(bad)]),
    ),
    ...section("## 不报告", rule.examples.good.flatMap(exampleMarkdown)),
  ].join("\n\n")}\n`;
}

/** Rules of a configuration have no examples. */
function section(heading: string, content: readonly string[]): string[] {
  return content.length > 0 ? [heading, ...content] : [];
}

function optionTable(options: readonly [string, unknown][]): string {
  const rows = options.map(([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\` |`);
  return ["| 选项 | 默认 |", "| --- | --- |", ...rows].join("\n");
}

function exampleMarkdown({ title, text, docx, asOf, companions, others }: RuleExample): string[] {
  // How a document looks cannot be shown as text; its title says what differs.
  if (docx) return [`${title}（.docx，其余按标准编排）`];
  const files = Object.entries(companions ?? {});
  return [
    `${title}${asOf ? `（按 ${asOf} 判断）` : ""}`,
    fenced(text),
    ...files.flatMap(([name, content]) => [`同一包内的 \`${name}\`：`, fenced(content)]),
    ...Object.entries(others ?? {}).flatMap(([name, content]) => [
      `同一批文件里的 \`${name}\`：`,
      fenced(content),
    ]),
  ];
}

function reported({ quotes }: BadExample): string {
  return `报告：${quotes.map((quote) => `“${quote}”`).join("、")}`;
}

function fenced(text: string): string {
  return `\`\`\`\`markdown\n${text.trim()}\n\`\`\`\``;
}

/** docs/rules/README.md: the index of all rules. */
export function ruleIndexMarkdown(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, title, severity, recommended }) =>
      `| [\`${id}\`](${id}.md) | ${title} | ${SEVERITY_NAMES[severity]} | ${recommended === false ? "" : "是"} |`,
  );
  return `# 规则\n\n由规则文件生成（\`npm run docs\`），请勿手工修改。\n\n| 规则 | 检查什么 | 最高级别 | 默认启用 |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}
