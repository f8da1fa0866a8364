import { ConfigFiles } from "../../linter/workspace/config/configFiles";
import { givenFiles } from "../../linter/workspace/config/givenFiles";
import { isIgnored } from "../../linter/workspace/config/loadedConfig";
import { type OpenedConfigs, openConfigs } from "../../linter/workspace/config/openConfigs";
import { OwnLawFiles } from "../../linter/workspace/config/ownLawFiles";
import { dirname } from "../../linter/workspace/grouping";
import { allRules } from "../../rules/index";
import { parseOwnEntries } from "../../rules/laws/ownEntries";
import type { LawRow } from "../../rules/laws/schema";
import type { ConfigUse, GivenFile } from "./exchange";

/** 文件夹里的配置: what configurations among the dropped files say of the documents there. */
export interface FolderConfigs extends Omit<OpenedConfigs<LawRow>, "errors"> {
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
  const text = async (path: string) => (await texts.get(path)?.()) ?? null;
  const laws = new OwnLawFiles({ text, parse: parseOwnEntries });
  const notes = new Set<string>();
  const find = (path: string) => {
    const found = files.find(dirname(path));
    const outOfReach = found === null ? null : access.outOfReach?.(found);
    if (outOfReach) notes.add(`${found}：${outOfReach}；它管的文件按设置页的规则检查`);
    return outOfReach ? null : found;
  };
  const opened = await openConfigs(documents, { find, files, laws });
  for (const { unused } of opened.configs) for (const note of unused) notes.add(note);
  const uses = new Map<string | null, { checked: string[]; ignored: string[]; isBroken: boolean }>();
  for (const path of documents) {
    // A list of laws that was chosen by itself is no document when a configuration names it.
    if (read.has(path)) continue;
    const config = find(path);
    const use = uses.get(config) ?? {
      checked: [],
      ignored: [],
      isBroken: opened.troubleOf(path) !== null,
    };
    uses.set(config, use);
    use[isIgnored(path, opened.configOf(path)) ? "ignored" : "checked"].push(path);
  }
  return {
    ...opened,
    read,
    uses: [...uses].map(([config, use]) => ({ config, ...use })),
    notes: [...notes],
  };
}
