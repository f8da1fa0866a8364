import { z } from "zod";
import type { RuleSetting } from "./configure";
import { compilePattern, isPatternId } from "./patterns/compile";
import { patternSchema } from "./patterns/patternSchema";
import { profileSchema } from "./profiles/profileSchema";
import type { Rule } from "./rule";

const level = z.enum(["error", "warning", "info", "off"]);
const ruleSetting = z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])]);
const ownWords = z.array(z.string().regex(/^[\u4e00-\u9fff]+$/, "应为全是汉字的词语"));
const rules = z.record(z.string(), ruleSetting);

/** gongwen.config.{yaml,json,js,ts}, as written. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  /** 地区口径: what local rules ask; a shipped one by name, or an own one written out. */
  profile: profileSchema.optional(),
  rules: rules.optional(),
  overrides: z.array(z.strictObject({ files: z.array(z.string()), rules })).optional(),
  patterns: z.array(patternSchema).optional(),
  /** Words that word boundaries are to know: organs and terms, as `gongwen-lint terms` proposes them. */
  organs: ownWords.optional(),
  terms: ownWords.optional(),
  laws: z.array(z.string()).optional(),
  ignore: z.array(z.string()).optional(),
});

/** As checked. */
export type Config = z.infer<typeof configSchema>;
/** As written: what has a default may be left out. */
type WrittenConfig = z.input<typeof configSchema>;

/** Types a configuration written in TypeScript. */
export function defineConfig(config: WrittenConfig): WrittenConfig {
  return config;
}

/** A key of a configuration that is wrong, with what was expected and what was found; in Chinese. */
export interface ConfigProblem {
  key: string;
  message: string;
}

/**
 * Checks a configuration: its shape, the rules' names and their options. Settings of rules that a configuration brings
 * may be of those it extends: where it extends files, `checkRules` once more with all of them.
 */
export function checkConfig(
  value: unknown,
  knownRules: readonly Rule[],
): { config: Config | null; problems: ConfigProblem[] } {
  const parsed = configSchema.safeParse(value ?? {});
  if (!parsed.success)
    return { config: null, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, value)) };
  const config = parsed.data;
  const own = (config.patterns ?? []).map(compilePattern);
  const problems = [...checkIds(own), ...checkSettings(config, [...knownRules, ...own], !config.extends)];
  return { config: problems.length > 0 ? null : config, problems };
}

/** Checks the names and options of all rules a configuration sets; `all`: those that configurations bring, too. */
export function checkSettings(config: Config, known: readonly Rule[], all: boolean): ConfigProblem[] {
  const problems = checkRules(config.rules ?? {}, "rules", known, all);
  for (const [index, override] of (config.overrides ?? []).entries()) {
    problems.push(...checkRules(override.rules, `overrides[${index}].rules`, known, all));
  }
  return problems;
}

function checkIds(own: readonly Rule[]): ConfigProblem[] {
  return own.flatMap(({ id }, index) =>
    own.findIndex((other) => other.id === id) < index
      ? [{ key: `patterns[${index}].id`, message: `应各不相同，现有两个 ${id}` }]
      : [],
  );
}

function checkRules(
  settings: Record<string, RuleSetting>,
  key: string,
  known: readonly Rule[],
  all: boolean,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const [id, setting] of Object.entries(settings)) {
    const rule = known.find((candidate) => candidate.id === id);
    if (!rule && isPatternId(id) && !all) continue;
    if (!rule) {
      problems.push({ key: `${key}.${id}`, message: "没有这条规则，用 gongwen-lint rules 查看全部规则" });
    } else if (typeof setting !== "string") {
      problems.push(...checkOptions(rule, setting[1], `${key}.${id}[1]`));
    }
  }
  return problems;
}

function checkOptions(rule: Rule, options: Readonly<Record<string, unknown>>, key: string): ConfigProblem[] {
  const unknown = Object.keys(options).filter((name) => !(name in rule.defaults));
  if (unknown.length > 0) {
    const names = Object.keys(rule.defaults).join("、") || "（这条规则没有选项）";
    return unknown.map((name) => ({ key: `${key}.${name}`, message: `没有这个选项，可以是：${names}` }));
  }
  const parsed = rule.schema?.(z).safeParse(options);
  if (!parsed || parsed.success) return [];
  return parsed.error.issues
    .flatMap((issue) => problemsOf(issue, options))
    .map(({ key: path, message }) => ({ key: path ? `${key}.${path}` : key, message }));
}

/** Of a value that may be of several shapes, what is wrong with it in the one it was meant to have. */
function problemsOf(issue: z.core.$ZodIssue, root: unknown): ConfigProblem[] {
  if (issue.code === "invalid_union") {
    const meant = issue.errors.filter(
      (errors) => !errors.some((error) => isOtherShape(error, valueAt(root, issue.path))),
    );
    const [only] = meant;
    if (only && meant.length === 1)
      return only.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, root));
  }
  return [problemOf(issue, root)];
}

function isOtherShape(issue: z.core.$ZodIssue, found: unknown): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_value") return !issue.values.some((value) => typeof value === typeof found);
  return issue.code === "invalid_type";
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    root,
  );
}

function problemOf(issue: z.core.$ZodIssue, root: unknown): ConfigProblem {
  const key = issue.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  const found = valueAt(root, issue.path);
  return {
    key: key.replace(/^\./, "") || "（整个文件）",
    message: `${expectation(issue)}，现为 ${JSON.stringify(found) ?? "空"}`,
  };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `应为 ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `应为 ${issue.values.map(String).join("、")} 之一`;
    case "unrecognized_keys":
      return `没有这些键：${issue.keys.join("、")}`;
    case "invalid_union":
      return "写法不对（如 error、warning、info、off 或 [级别, {选项}]）";
    default:
      return issue.message;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  boolean: "true 或 false",
  array: "列表",
  object: "“键: 值”",
  record: "“键: 值”",
};
