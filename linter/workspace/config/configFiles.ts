import type { Config, ConfigProblem } from "../../engine/configSchema";
import type { Preset } from "../../engine/configure";
import { compilePattern, withOwnWords } from "../../engine/patterns/compile";
import { resolveProfile } from "../../engine/profiles/shipped";
import type { Rule } from "../../engine/rule";
import { asConfigError, type ConfigAccess, ConfigError } from "./access";
import { joinPatterns, type LoadedConfig, mergeConfigs, type PathTest } from "./loadedConfig";

/** What a configuration may be called; the first that exists in a folder is read. */
export const CONFIG_NAMES = [
  "gongwen.config.yaml",
  "gongwen.config.yml",
  "gongwen.config.json",
  "gongwen.config.js",
  "gongwen.config.ts",
];
const PRESETS: ReadonlySet<string> = new Set(["recommended", "strict", "minimal"]);

/** Finds and reads configurations, each file once. */
export class ConfigFiles {
  readonly #byFolder = new Map<string, string | null>();
  readonly #loaded = new Map<string, Promise<LoadedConfig>>();

  constructor(
    readonly knownRules: readonly Rule[],
    readonly access: ConfigAccess,
  ) {}

  /** The configuration in a folder or the nearest above it; null when there is none. */
  find(folder: string): string | null {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const { access } = this;
    const here = CONFIG_NAMES.map((name) => access.resolve(folder, name)).find((path) => access.exists(path));
    const parent = access.parent(folder);
    const found = here ?? (parent === folder ? null : this.find(parent));
    this.#byFolder.set(folder, found);
    return found;
  }

  /** Reads a configuration with what it extends. @throws ConfigError */
  load(path: string, chain: readonly string[] = []): Promise<LoadedConfig> {
    // Before what is being read is asked for: it would wait for itself.
    if (chain.includes(path)) return Promise.reject(new ConfigError(`${path}：extends 循环引用`));
    let loading = this.#loaded.get(path);
    if (!loading) {
      loading = this.#read(path, chain).catch((error: unknown) => {
        throw asConfigError(path, error);
      });
      this.#loaded.set(path, loading);
    }
    return loading;
  }

  async #read(path: string, chain: readonly string[]): Promise<LoadedConfig> {
    const { access } = this;
    const config = await this.#parse(path);
    const folder = access.parent(path);
    let base: LoadedConfig = {
      path,
      preset: "recommended",
      profile: null,
      rules: {},
      overrides: [],
      origins: {},
      patterns: [],
      ownWords: [],
      laws: [],
      ignored: [],
      unused: [],
    };
    for (const name of [config.extends ?? []].flat()) {
      if (PRESETS.has(name)) {
        base = { ...base, preset: name as Preset };
        continue;
      }
      const other = access.resolve(folder, name);
      const why = access.outOfReach?.(other);
      base = why
        ? { ...base, unused: [...base.unused, `${path}：extends 的“${name}”${why}`] }
        : mergeConfigs(base, await this.#extended(other, name, [...chain, path]));
    }
    const ownWords = [...new Set([...base.ownWords, ...(config.organs ?? []), ...(config.terms ?? [])])];
    const own = (config.patterns ?? []).map(compilePattern);
    const patterns = withOwnWords(joinPatterns(base.patterns, own), ownWords);
    await this.#checkAll(path, config, patterns, base.unused.length === 0);
    const overrides = await Promise.all(
      (config.overrides ?? []).map(async ({ files, rules }) => ({
        from: path,
        covers: await this.#pathTest(folder, files),
        rules,
      })),
    );
    const laws = (config.laws ?? []).map((name) => {
      const file = access.resolve(folder, name);
      return { name, file, why: access.outOfReach?.(file) };
    });
    return {
      path,
      preset: base.preset,
      profile: ownProfile(config, path) ?? base.profile,
      rules: { ...base.rules, ...config.rules },
      origins: {
        ...base.origins,
        ...Object.fromEntries(Object.keys(config.rules ?? {}).map((id) => [id, path])),
      },
      overrides: [...base.overrides, ...overrides],
      patterns,
      ownWords,
      laws: [...base.laws, ...laws.flatMap(({ file, why }) => (why ? [] : [file]))],
      ignored: config.ignore ? [...base.ignored, await this.#pathTest(folder, config.ignore)] : base.ignored,
      unused: [
        ...base.unused,
        ...laws.flatMap(({ name, why }) => (why ? [`${path}：laws 的“${name}”${why}`] : [])),
      ],
    };
  }

  /** What is wrong with it is told with the configuration that names it, the last of the chain. */
  async #extended(path: string, name: string, chain: readonly string[]): Promise<LoadedConfig> {
    try {
      return await this.load(path, chain);
    } catch (error) {
      throw new ConfigError(`${chain.at(-1)}：extends 的“${name}”有误：${(error as ConfigError).message}`);
    }
  }

  async #parse(path: string): Promise<Config> {
    if (!this.access.exists(path)) throw new ConfigError(`${path}：没有这个配置文件`);
    const { checkConfig } = await import("../../engine/configSchema");
    const { config, problems } = checkConfig(await this.access.read(path), this.knownRules);
    if (config) return config;
    throw explain(path, problems);
  }

  /** Settings of rules that other configurations bring can be checked only when these are there. */
  async #checkAll(
    path: string,
    config: Config,
    patterns: readonly Rule[],
    areAllThere: boolean,
  ): Promise<void> {
    if (!config.extends) return;
    const { checkSettings } = await import("../../engine/configSchema");
    const problems = checkSettings(config, [...this.knownRules, ...patterns], areAllThere);
    if (problems.length > 0) throw explain(path, problems);
  }

  async #pathTest(folder: string, globs: readonly string[]): Promise<PathTest> {
    const { default: picomatch } = await import("picomatch");
    const matches = picomatch([...globs]);
    return (path) => matches(this.access.relative(folder, path));
  }
}

function ownProfile({ profile }: Config, from: string): LoadedConfig["profile"] {
  const local = profile === undefined ? null : resolveProfile(profile);
  return local && { local, from };
}

function explain(path: string, problems: readonly ConfigProblem[]): ConfigError {
  return new ConfigError(problems.map(({ key, message }) => `${path}：${key}：${message}`).join("\n"));
}
