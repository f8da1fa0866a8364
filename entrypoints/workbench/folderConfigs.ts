import { ConfigError } from "../../linter/workspace/config/access";
import { ConfigFiles } from "../../linter/workspace/config/configFiles";
import { givenFiles } from "../../linter/workspace/config/givenFiles";
import { isIgnored, type LoadedConfig } from "../../linter/workspace/config/loadedConfig";
import { dirname } from "../../linter/workspace/grouping";
import { allRules } from "../../rules/index";
import { parseOwnEntries } from "../../rules/laws/ownEntries";
import type { LawRow } from "../../rules/laws/schema";
import type { ConfigUse, GivenFile } from "./exchange";

/** 文件夹里的配置: what configurations among the dropped files say of the documents there. */
export interface FolderConfigs {
  configOf(path: string): LoadedConfig | null;
  configs: readonly LoadedConfig[];
  /** Documents whose configuration is wrong, with what is wrong: they cannot be checked, the others can. */
  broken: ReadonlyMap<string, string>;
  /** The entries of own law files, which go on top of all others. */
  laws: readonly LawRow[];
  /** Files that were read for all this: they are no documents. */
  read: ReadonlySet<string>;
  uses: readonly ConfigUse[];
  /** What is of no use here, in Chinese. */
  notes: readonly string[];
}

/** Reads the configurations that are nearest to the documents, as the command line does on the disk. */
export async function openFolderConfigs(
  documents: readonly string[],
  given: readonly GivenFile[],
): Promise<FolderConfigs> {
  const read = new Set<string>();
  const texts = new Map(
    given.map(({ path, content }) => {
      const textOf = () => {
        read.add(path);
        return content.text();
      };
      return [path, textOf] as const;
    }),
  );
  const access = givenFiles(texts);
  const files = new ConfigFiles(allRules, access);
  const laws = new OwnLawFiles(texts);
  const loaded = new Map<string, LoadedConfig>();
  const broken = new Map<string, string>();
  const notes = new Set<string>();
  const pathOf = (path: string) => {
    const found = files.find(dirname(path));
    const outOfReach = found === null ? null : access.outOfReach?.(found);
    if (outOfReach) notes.add(`${found}：${outOfReach}；它管的文件按设置页的规则检查`);
    return outOfReach ? null : found;
  };
  for (const path of documents) {
    const found = pathOf(path);
    if (found === null) continue;
    try {
      const config = await files.load(found);
      await laws.read(config);
      loaded.set(path, config);
      for (const note of config.unused) notes.add(note);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      broken.set(path, `配置有误：${error.message}`);
    }
  }
  const configOf = (path: string) => loaded.get(path) ?? null;
  const uses = new Map<string | null, { checked: string[]; ignored: string[]; isBroken: boolean }>();
  for (const path of documents) {
    // A list of laws that was chosen by itself is no document when a configuration names it.
    if (read.has(path)) continue;
    const config = pathOf(path);
    const use = uses.get(config) ?? { checked: [], ignored: [], isBroken: broken.has(path) };
    uses.set(config, use);
    use[isIgnored(path, configOf(path)) ? "ignored" : "checked"].push(path);
  }
  return {
    configOf,
    configs: [...new Set(loaded.values())],
    broken,
    laws: laws.rows,
    read,
    uses: [...uses].map(([config, use]) => ({ config, ...use })),
    notes: [...notes],
  };
}

/** Own law files (本单位的法规文件) that configurations name, each read once. */
class OwnLawFiles {
  readonly rows: LawRow[] = [];
  readonly #read = new Map<string, Promise<void>>();

  constructor(readonly texts: ReadonlyMap<string, () => Promise<string>>) {}

  /** @throws ConfigError */
  async read({ laws }: LoadedConfig): Promise<void> {
    for (const path of laws) {
      const reading = this.#read.get(path) ?? this.#readFile(path);
      this.#read.set(path, reading);
      await reading;
    }
  }

  async #readFile(path: string): Promise<void> {
    const text = this.texts.get(path);
    if (!text) throw new ConfigError(`${path}：没有这个法律法规文件（配置的 laws）`);
    const { rows, problems } = await parseOwnEntries(await text(), path);
    if (problems.length > 0)
      throw new ConfigError(problems.map((problem) => `${path}：${problem}`).join("\n"));
    this.rows.push(...rows);
  }
}
