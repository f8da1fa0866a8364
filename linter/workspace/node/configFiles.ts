import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "../../engine/rule";
import { type ConfigAccess, ConfigError } from "../config/access";
import { ConfigFiles as AnyConfigFiles } from "../config/configFiles";
import type { LoadedConfig } from "../config/loadedConfig";
import { parseConfig } from "../config/parseConfig";

export { ConfigError } from "../config/access";
export { CONFIG_NAMES } from "../config/configFiles";
export { isIgnored, type LoadedConfig, rulesFor } from "../config/loadedConfig";

/** Configurations on the disk. Only here may they be programs. */
const onDisk: ConfigAccess = {
  exists: existsSync,
  read: readValue,
  parent: dirname,
  resolve,
  relative: (folder, path) => relative(folder, resolve(path)).replaceAll("\\", "/"),
};

/** Finds and reads configurations on the disk, each file once. */
export class ConfigFiles extends AnyConfigFiles {
  constructor(
    knownRules: readonly Rule[],
    /** Given by --config: stands for every file. */
    readonly only: string | null = null,
  ) {
    super(knownRules, onDisk);
  }

  /** The path of the configuration that speaks of a file: the nearest, upwards; null when there is none. */
  pathFor(path: string): string | null {
    return this.only ? resolve(this.only) : this.find(dirname(resolve(path)));
  }

  /** The configuration that speaks of a file. @throws ConfigError */
  async nearest(path: string): Promise<LoadedConfig | null> {
    const found = this.pathFor(path);
    return found ? this.load(found) : null;
  }
}

async function readValue(path: string): Promise<unknown> {
  const isProgram = /\.[jt]s$/.test(path);
  if (!isProgram) return parseConfig(readFileSync(path, "utf8"), path);
  try {
    return path.endsWith(".js")
      ? (await import(pathToFileURL(path).href)).default
      : await runTypeScript(path);
  } catch (error) {
    throw programError(path, error instanceof SyntaxError ? await withPlace(error, path) : error);
  }
}

async function runTypeScript(path: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  return createJiti(path).import(path, { default: true });
}

/** Node does not say where the syntax of a module is wrong; the reader of TypeScript, which reads both, does. */
async function withPlace(error: SyntaxError, path: string): Promise<unknown> {
  return runTypeScript(path).then(
    () => error,
    (placed: unknown) => placed,
  );
}

/** What a configuration that is a program threw, with the line if it is known. */
function programError(path: string, error: unknown): ConfigError {
  const { message = String(error), stack = "" } = error as Partial<Error>;
  // In a stack a module may stand with its address, where other letters than Latin ones are encoded.
  const names = [basename(path), encodeURI(basename(path))];
  const place = names.flatMap((name) => `${message}\n${stack}`.split(`${name}:`)[1] ?? []).at(0);
  const line = /^\d+/.exec(place ?? "");
  return new ConfigError(`${path}：${line ? `第${line}行：` : ""}程序出错：${message.split("\n", 1)[0]}`);
}
