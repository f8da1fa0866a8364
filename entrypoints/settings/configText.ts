import { checkConfig } from "../../linter/engine/configSchema";
import type { Preset, RuleSetting } from "../../linter/engine/configure";
import { allRules } from "../../rules/index";

/** 配置 as far as it applies where drafts have no path: the preset and the rules. */
export interface Profile {
  preset: Preset;
  rules: Readonly<Record<string, RuleSetting>>;
}

export interface ReadConfig {
  /** Null when the text cannot be used; `problems` then says why. */
  profile: Profile | null;
  /** Parts of the text that only the command line uses, to be told to the user. In Chinese. */
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
    else notes.push(`extends 中的“${name}”是另一个文件，这里读不到，请把它也导入一次。`);
  }
  if (config.overrides?.length) notes.push("overrides 按文件路径起作用，只在命令行中有效，没有导入。");
  if (config.patterns?.length) {
    notes.push("patterns（自定规则）只在命令行中有效，没有导入。");
    for (const { id } of config.patterns) delete config.rules?.[id];
  }
  if (config.ignore?.length) notes.push("ignore 按文件路径起作用，只在命令行中有效，没有导入。");
  if (config.laws?.length)
    notes.push(`laws 中的文件（${config.laws.join("、")}）请在“本单位的法规文件”中导入。`);
  return { profile: { preset, rules: config.rules ?? {} }, notes, problems: [] };
}

/** Writes a profile as gongwen.config.yaml, which the command line reads as it is. */
export async function writeConfig({ preset, rules }: Profile): Promise<string> {
  const { stringify } = await import("yaml");
  return `# 公文校核配置（gongwen-lint）\n${stringify({ extends: preset, rules })}`;
}

function failed(problems: readonly string[]): ReadConfig {
  return { profile: null, notes: [], problems };
}
