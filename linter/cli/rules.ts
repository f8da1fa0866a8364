import pc from "picocolors";
import { allRules } from "../../rules/index";
import type { Rule } from "../engine/rule";
import { SUPPRESSION_RULES } from "../engine/suppress";
import { toJson } from "../reporters/lintOutput";
import { ruleMarkdown } from "../reporters/ruleReference";
import { SEVERITY_NAMES } from "../reporters/severityNames";
import { ConfigFiles } from "../workspace/node/configFiles";
import { EXIT_TROUBLE } from "./exitCodes";

/** The rules of the program, and those that the nearest configuration brings (local/…). */
async function rulesHere(): Promise<readonly Rule[]> {
  const config = await new ConfigFiles(allRules).nearest("文件");
  return [...allRules, ...(config?.patterns ?? [])];
}

/** `gongwen-lint rules`: one line a rule. */
export async function rulesCommand({ format }: { format: "pretty" | "json" }): Promise<number> {
  const rules = await rulesHere();
  if (format === "json") {
    process.stdout.write(
      toJson(
        rules.map(({ id, title, group, severity, basis, recommended }) => ({
          id,
          title,
          group,
          severity,
          basis,
          recommended: recommended !== false,
        })),
      ),
    );
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const rule of rules) process.stdout.write(`${line(rule, width)}\n`);
  return 0;
}

function line({ id, title, severity, recommended }: Rule, width: number): string {
  return `${pc.bold(id.padEnd(width))}  ${SEVERITY_NAMES[severity]}  ${title}${recommended === false ? "（默认不启用）" : ""}`;
}

/** `gongwen-lint explain RULE`: the rule's page of the reference. */
export async function explainCommand(id: string): Promise<number> {
  const own = SUPPRESSION_RULES.find((candidate) => candidate.id === id);
  if (own) {
    const level = `级别：${SEVERITY_NAMES[own.severity]}`;
    process.stdout.write(
      `# ${own.title}（\`${id}\`）\n\n${level}\n\n${own.description}\n\n写法见 docs/suppressions.md。\n`,
    );
    return 0;
  }
  const rule = (await rulesHere()).find((candidate) => candidate.id === id);
  if (!rule) {
    process.stderr.write(`没有规则 ${id}，用 gongwen-lint rules 查看全部规则\n`);
    return EXIT_TROUBLE;
  }
  process.stdout.write(ruleMarkdown(rule));
  return 0;
}
