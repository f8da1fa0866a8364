/** A configuration that cannot be used: file, keys, what was expected. In Chinese. */
export class ConfigError extends Error {}

/** What went wrong while a configuration was read, as an error that names it. */
export function asConfigError(path: string, error: unknown): ConfigError {
  if (error instanceof ConfigError) return error;
  return new ConfigError(`${path}：读不出来：${error instanceof Error ? error.message : String(error)}`);
}

/**
 * 配置文件从哪里读: where configurations are looked for and read, a disk or files dropped on a page. What its paths look
 * like is its own affair; whoever asks only hands them on.
 */
export interface ConfigAccess {
  exists(path: string): boolean;
  /** What a configuration file holds, as data. @throws ConfigError */
  read(path: string): Promise<unknown>;
  /** The folder that a file or folder lies in; the topmost lies in itself. */
  parent(path: string): string;
  /** What a name that is written in a configuration of this folder stands for. */
  resolve(folder: string, name: string): string;
  /** A file as seen from a folder, with forward slashes: what globs are matched against. */
  relative(folder: string, path: string): string;
  /** Why a file cannot be used here although it may well exist, in Chinese; null: it can. Left out: all can. */
  outOfReach?(path: string): string | null;
}
