import { type ConfiguredRule, configureRules, type Preset, type RuleSetting } from "../../engine/configure";
import type { LocalProfile } from "../../engine/profiles/localProfile";
import type { Rule } from "../../engine/rule";

/** 生效的配置: a configuration with everything it extends. */
export interface LoadedConfig {
  path: string;
  preset: Preset;
  /** 地区口径, with the file that names it. */
  profile: { local: LocalProfile; from: string } | null;
  rules: Readonly<Record<string, RuleSetting>>;
  overrides: readonly { from: string; covers: PathTest; rules: Readonly<Record<string, RuleSetting>> }[];
  /** Which file has the setting of a rule in `rules`. */
  origins: Readonly<Record<string, string>>;
  /** Rules that the configuration brings, beside those of the program. */
  patterns: readonly Rule[];
  /** Its organs and terms. */
  ownWords: readonly string[];
  /** Paths of own law files. */
  laws: readonly string[];
  ignored: readonly PathTest[];
  /** What it names that is out of reach here, in Chinese; always empty where all files can be read. */
  unused: readonly string[];
}

/** Does a path fall under a configuration's globs, which count from the configuration's own folder? */
export type PathTest = (path: string) => boolean;

/** A rule of the same id takes the place of the one that was extended. */
export function joinPatterns(base: readonly Rule[], own: readonly Rule[]): Rule[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...base.filter(({ id }) => !ids.has(id)), ...own];
}

/** What is extended later stands over what is extended before. */
export function mergeConfigs(base: LoadedConfig, other: LoadedConfig): LoadedConfig {
  return {
    ...base,
    preset: other.preset,
    profile: other.profile ?? base.profile,
    rules: { ...base.rules, ...other.rules },
    origins: { ...base.origins, ...other.origins },
    overrides: [...base.overrides, ...other.overrides],
    patterns: joinPatterns(base.patterns, other.patterns),
    ownWords: [...base.ownWords, ...other.ownWords],
    laws: [...base.laws, ...other.laws],
    ignored: [...base.ignored, ...other.ignored],
    unused: [...base.unused, ...other.unused],
  };
}

/** The rules that apply to a file: preset, settings, then the overrides that cover it, in order. */
export function rulesFor(
  path: string,
  config: LoadedConfig | null,
  rules: readonly Rule[],
): ConfiguredRule[] {
  if (!config) return configureRules(rules);
  const overrides = config.overrides.filter(({ covers }) => covers(path));
  const settings = Object.assign({}, config.rules, ...overrides.map((override) => override.rules));
  return configureRules([...rules, ...config.patterns], config.preset, settings, config.profile?.local);
}

/** Makes the rules of files, once for all files to which the same settings apply. */
export function rulesByFile(
  configOf: (path: string) => LoadedConfig | null,
  make: (path: string, config: LoadedConfig | null) => readonly ConfiguredRule[],
): (path: string) => readonly ConfiguredRule[] {
  const sets = new Map<string, readonly ConfiguredRule[]>();
  return (path) => {
    const config = configOf(path);
    const overrides = config?.overrides.map(({ covers }) => (covers(path) ? "1" : "0")).join("");
    const key = `${config?.path ?? ""}\n${overrides ?? ""}`;
    const set = sets.get(key) ?? make(path, config);
    sets.set(key, set);
    return set;
  };
}

export function isIgnored(path: string, config: LoadedConfig | null): boolean {
  return config?.ignored.some((covers) => covers(path)) === true;
}
