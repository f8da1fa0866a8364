import { checkConfig } from "../../linter/engine/configSchema";
import type { Preset, RuleSetting } from "../../linter/engine/configure";
import { isPatternId } from "../../linter/engine/patterns/compile";
import { type Pattern, patternSchema } from "../../linter/engine/patterns/patternSchema";
import type { LocalProfile } from "../../linter/engine/profiles/localProfile";
import { allRules } from "../../rules/index";

/** 配置 as far as it applies where drafts have no path: the preset and the rules, the organisation's own among them. */
export interface Profile {
  preset: Preset;
  rules: Readonly<Record<string, RuleSetting>>;
  /** 自定规则 */
  patterns: readonly Pattern[];
  /** Organs and terms (用户词), for those of them that ask for word boundaries. */
  ownWords: readonly string[];
  /** 地区口径, as written: the name of a shipped one, or one written out. */
  localProfile?: string | LocalProfile;
}

export interface ReadConfig {
  /** Null when the text cannot be used; `problems` then says why. */
  profile: Profile | null;
  /** Parts of the text that are of no use here, to be told to the user. In Chinese. */
  notes: readonly string[];
  /** Key, what was expected and what was found, in Chinese. */
  problems: readonly string[];
}

const PRESETS: readonly string[] = ["recommended", "strict", "minimal"] satisfies Preset[];

/** Reads gongwen.config.yaml or .json. Never throws. */
export async function readConfig(text: string): Promise<ReadConfig> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? "?";
    return failed([`第${line}行：不是合法的 YAML：${error.message.split("\n", 1)[0]}`]);
  }
  const { config, problems } = checkConfig(document.toJS(), allRules);
  if (!config) return failed(problems.map(({ key, message }) => `${key}：${message}`));
  const notes: string[] = [];
  let preset: Preset = "recommended";
  for (const name of [config.extends ?? []].flat()) {
    if (PRESETS.includes(name)) preset = name as Preset;
    else notes.push(`extends 中的“${name}”是另一个文件，这里读不到，其中的内容没有导入。`);
  }
  const byPath = (key: string) =>
    `${key} 按文件路径起作用，网页里的文稿没有路径，没有导入；在命令行和校核台中有效。`;
  if (config.overrides?.length) notes.push(byPath("overrides"));
  if (config.ignore?.length) notes.push(byPath("ignore"));
  if (config.laws?.length)
    notes.push(`laws 中的文件（${config.laws.join("、")}）请在“本单位的法规文件”中导入。`);
  const profile = {
    preset,
    rules: config.rules ?? {},
    patterns: config.patterns ?? [],
    ownWords: [...new Set([...(config.organs ?? []), ...(config.terms ?? [])])],
    ...(config.profile === undefined ? {} : { localProfile: config.profile }),
  };
  return { profile, notes, problems: [] };
}

/** Writes a profile as gongwen.config.yaml, which the command line reads as it is. */
export async function writeConfig(profile: Profile): Promise<string> {
  const { preset, rules, patterns, ownWords, localProfile } = profile;
  const { stringify } = await import("yaml");
  // A level may be left of an own rule that is gone; the command line would not know it.
  const own = new Set(patterns.map(({ id }) => id));
  const known = Object.entries(rules).filter(([id]) => !isPatternId(id) || own.has(id));
  const config = {
    extends: preset,
    ...(localProfile === undefined ? {} : { profile: localProfile }),
    rules: Object.fromEntries(known),
    ...(patterns.length > 0 ? { patterns: patterns.map(asWritten) } : {}),
    ...(ownWords.length > 0 ? { terms: ownWords } : {}),
  };
  return `# 公文校核配置（gongwen-lint）\n${stringify(config)}`;
}

/** Without what has its default. */
function asWritten(pattern: Pattern): object {
  const defaults: object = patternSchema.parse({ id: "local/x", title: "x", basis: ["x"], absent: ["x"] });
  const { id, title, basis, absent, ...fillers } = defaults as Pattern;
  const isDefault = ([key, value]: [string, unknown]) =>
    JSON.stringify(fillers[key as keyof typeof fillers]) === JSON.stringify(value);
  return Object.fromEntries(Object.entries(pattern).filter((entry) => !isDefault(entry)));
}

function failed(problems: readonly string[]): ReadConfig {
  return { profile: null, notes: [], problems };
}
