import { ConfigError } from "./access";
import type { ConfigFiles } from "./configFiles";
import type { LoadedConfig } from "./loadedConfig";
import type { OwnLawFiles } from "./ownLawFiles";

/** 各文件的配置: which configuration speaks of each file of a run, and which files are not checked because theirs is wrong. */
export interface OpenedConfigs<Law> {
  /** Null: none, or one that is wrong. */
  configOf(path: string): LoadedConfig | null;
  /** Why the file is not checked although others are, in Chinese; null when its configuration is right. */
  troubleOf(path: string): string | null;
  /** Those that are right, each once. */
  configs: readonly LoadedConfig[];
  /** The entries of their own law files, which hold for all files of the run. */
  laws: readonly Law[];
  /** What is wrong with the others. */
  errors: readonly ConfigError[];
}

/** Where the configurations of a run are. */
export interface ConfigSource<Law> {
  /** Path of the configuration that speaks of a file; null: none does. */
  find(path: string): string | null;
  files: ConfigFiles;
  laws: OwnLawFiles<Law>;
}

/**
 * Opens the configurations of files with their own law files. One that is wrong keeps only its own files from being
 * checked: the rest of a batch must not suffer for it.
 */
export async function openConfigs<Law>(
  paths: Iterable<string>,
  source: ConfigSource<Law>,
): Promise<OpenedConfigs<Law>> {
  const named = new Map<string, string>();
  const right = new Map<string, LoadedConfig>();
  const wrong = new Map<string, ConfigError>();
  const laws = new Map<string, readonly Law[]>();
  for (const path of paths) {
    const found = source.find(path);
    if (found === null) continue;
    named.set(path, found);
    if (right.has(found) || wrong.has(found)) continue;
    try {
      const config = await source.files.load(found);
      for (const [file, rows] of await readLaws(config, source.laws)) laws.set(file, rows);
      right.set(found, config);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      wrong.set(found, error);
    }
  }
  return {
    configOf: (path) => right.get(named.get(path) ?? "") ?? null,
    troubleOf(path) {
      const error = wrong.get(named.get(path) ?? "");
      return error ? `配置有误：${error.message.replaceAll("\n", "；")}` : null;
    },
    configs: [...right.values()],
    laws: [...laws.values()].flat(),
    errors: [...wrong.values()],
  };
}

/** By path. @throws ConfigError that names the configuration too */
async function readLaws<Law>(
  { path, laws }: LoadedConfig,
  files: OwnLawFiles<Law>,
): Promise<ReadonlyMap<string, readonly Law[]>> {
  const read = new Map<string, readonly Law[]>();
  try {
    for (const file of laws) read.set(file, await files.read(file));
  } catch (error) {
    throw new ConfigError(`${path}：laws 有误：${(error as ConfigError).message}`);
  }
  return read;
}
