import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "../../engine/rule";
import type { ConfigAccess } from "../config/access";
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

  /** The configuration that is nearest to a file, upwards; null when there is none. */
  async nearest(path: string): Promise<LoadedConfig | null> {
    const found = this.only ? resolve(this.only) : this.find(dirname(resolve(path)));
    return found ? this.load(found) : null;
  }
}

async function readValue(path: string): Promise<unknown> {
  if (path.endsWith(".ts")) {
    const { createJiti } = await import("jiti");
    return createJiti(path).import(path, { default: true });
  }
  if (path.endsWith(".js")) return (await import(pathToFileURL(path).href)).default;
  return parseConfig(readFileSync(path, "utf8"), path);
}
