import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Config, ConfigProblem } from "../../engine/configSchema";
import { type ConfiguredRule, configureRules, type Preset, type RuleSetting } from "../../engine/configure";
import { compilePattern, withOwnWords } from "../../engine/patterns/compile";
import type { Rule } from "../../engine/rule";

/** What a configuration may be called; the first that exists in a folder is read. */
export const CONFIG_NAMES = [
  "gongwen.config.yaml",
  "gongwen.config.yml",
  "gongwen.config.json",
  "gongwen.config.js",
  "gongwen.config.ts",
];
const PRESETS: ReadonlySet<string> = new Set(["recommended", "strict", "minimal"]);

/** A configuration that cannot be used: file, keys, what was expected. Ends the run with exit code 2. */
export class ConfigError extends Error {}

/** A configuration with everything it extends. */
export interface LoadedConfig {
  path: string;
  preset: Preset;
  rules: Readonly<Record<string, RuleSetting>>;
  overrides: readonly { from: string; covers: PathTest; rules: Readonly<Record<string, RuleSetting>> }[];
  /** Which file has the setting of a rule in `rules`. */
  origins: Readonly<Record<string, string>>;
  /** Rules that the configuration brings, beside those of the program. */
  patterns: readonly Rule[];
  /** Its organs and terms. */
  ownWords: readonly string[];
  /** Absolute paths of own law files. */
  laws: readonly string[];
  ignored: readonly PathTest[];
}

/** Does a path fall under a configuration's globs, which count from the configuration's own folder? */
type PathTest = (path: string) => boolean;

/** Finds and reads configurations, each file once. */
export class ConfigFiles {
  readonly #byFolder = new Map<string, string | null>();
  readonly #loaded = new Map<string, Promise<LoadedConfig>>();

  constructor(
    readonly knownRules: readonly Rule[],
    /** Given by --config: stands for every file. */
    readonly only: string | null = null,
  ) {}

  /** The configuration that is nearest to a file, upwards; null when there is none. */
  async nearest(path: string): Promise<LoadedConfig | null> {
    const found = this.only ? resolve(this.only) : this.#find(dirname(resolve(path)));
    return found ? this.#load(found) : null;
  }

  #find(folder: string): string | null {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const here = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    const parent = dirname(folder);
    const found = here ?? (parent === folder ? null : this.#find(parent));
    this.#byFolder.set(folder, found);
    return found;
  }

  #load(path: string, chain: readonly string[] = []): Promise<LoadedConfig> {
    let loading = this.#loaded.get(path);
    if (!loading) {
      loading = this.#read(path, chain);
      this.#loaded.set(path, loading);
    }
    return loading;
  }

  async #read(path: string, chain: readonly string[]): Promise<LoadedConfig> {
    if (chain.includes(path)) throw new ConfigError(`${path}：extends 循环引用`);
    const config = await this.#parse(path);
    const folder = dirname(path);
    let base: LoadedConfig = {
      path,
      preset: "recommended",
      rules: {},
      overrides: [],
      origins: {},
      patterns: [],
      ownWords: [],
      laws: [],
      ignored: [],
    };
    for (const name of [config.extends ?? []].flat()) {
      if (PRESETS.has(name)) base = { ...base, preset: name as Preset };
      else base = merge(base, await this.#load(resolve(folder, name), [...chain, path]));
    }
    const ownWords = [...new Set([...base.ownWords, ...(config.organs ?? []), ...(config.terms ?? [])])];
    const own = (config.patterns ?? []).map(compilePattern);
    const patterns = withOwnWords(joinPatterns(base.patterns, own), ownWords);
    await this.#checkAll(path, config, patterns);
    const overrides = await Promise.all(
      (config.overrides ?? []).map(async ({ files, rules }) => ({
        from: path,
        covers: await pathTest(folder, files),
        rules,
      })),
    );
    return {
      path,
      preset: base.preset,
      rules: { ...base.rules, ...config.rules },
      origins: {
        ...base.origins,
        ...Object.fromEntries(Object.keys(config.rules ?? {}).map((id) => [id, path])),
      },
      overrides: [...base.overrides, ...overrides],
      patterns,
      ownWords,
      laws: [...base.laws, ...(config.laws ?? []).map((name) => resolve(folder, name))],
      ignored: config.ignore ? [...base.ignored, await pathTest(folder, config.ignore)] : base.ignored,
    };
  }

  async #parse(path: string): Promise<Config> {
    if (!existsSync(path)) throw new ConfigError(`${path}：没有这个配置文件`);
    const { checkConfig } = await import("../../engine/configSchema");
    const { config, problems } = checkConfig(await readValue(path), this.knownRules);
    if (config) return config;
    throw explain(path, problems);
  }

  /** Settings of rules that other configurations bring can be checked only when these are there. */
  async #checkAll(path: string, config: Config, patterns: readonly Rule[]): Promise<void> {
    if (!config.extends) return;
    const { checkSettings } = await import("../../engine/configSchema");
    const problems = checkSettings(config, [...this.knownRules, ...patterns], true);
    if (problems.length > 0) throw explain(path, problems);
  }
}

function explain(path: string, problems: readonly ConfigProblem[]): ConfigError {
  return new ConfigError(problems.map(({ key, message }) => `${path}：${key}：${message}`).join("\n"));
}

/** A rule of the same id takes the place of the one that was extended. */
function joinPatterns(base: readonly Rule[], own: readonly Rule[]): Rule[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...base.filter(({ id }) => !ids.has(id)), ...own];
}

function merge(base: LoadedConfig, other: LoadedConfig): LoadedConfig {
  return {
    ...base,
    preset: other.preset,
    rules: { ...base.rules, ...other.rules },
    origins: { ...base.origins, ...other.origins },
    overrides: [...base.overrides, ...other.overrides],
    patterns: joinPatterns(base.patterns, other.patterns),
    ownWords: [...base.ownWords, ...other.ownWords],
    laws: [...base.laws, ...other.laws],
    ignored: [...base.ignored, ...other.ignored],
  };
}

async function readValue(path: string): Promise<unknown> {
  if (path.endsWith(".ts")) {
    const { createJiti } = await import("jiti");
    return createJiti(path).import(path, { default: true });
  }
  if (path.endsWith(".js")) return (await import(pathToFileURL(path).href)).default;
  const { parseDocument } = await import("yaml");
  const document = parseDocument(readFileSync(path, "utf8"));
  const [error] = document.errors;
  if (error)
    throw new ConfigError(
      `${path}：第${error.linePos?.[0].line ?? "?"}行：${error.message.split("\n", 1)[0]}`,
    );
  return document.toJS();
}

async function pathTest(folder: string, globs: readonly string[]): Promise<PathTest> {
  const { default: picomatch } = await import("picomatch");
  const matches = picomatch([...globs]);
  return (path) => matches(relative(folder, resolve(path)).replaceAll("\\", "/"));
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
  return configureRules([...rules, ...config.patterns], config.preset, settings);
}

export function isIgnored(path: string, config: LoadedConfig | null): boolean {
  return config?.ignored.some((covers) => covers(path)) === true;
}
