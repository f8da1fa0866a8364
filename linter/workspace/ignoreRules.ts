import type { Ignore } from "ignore";
import { dirname } from "./grouping";

/** What ignore files (忽略文件) are called. Later ones may take back what earlier ones ignore. */
export const IGNORE_NAMES = [".gitignore", ".gongwenignore"] as const;

/**
 * 忽略规则: rules of ignore files by folder, as git judges: each file counts for its own folder and all below it, the
 * nearest decides, and nothing below an ignored folder can be taken back. Knows no disk; paths have forward slashes.
 */
export class IgnoreRules {
  readonly #rules = new Map<string, Ignore | null>();
  readonly #folders = new Map<string, boolean>();

  /** @param textsIn the texts of a folder's ignore files, in the order of `IGNORE_NAMES`; asked for once */
  constructor(readonly textsIn: (folder: string) => Promise<readonly string[]>) {}

  async open(folders: readonly string[]): Promise<void> {
    for (const folder of folders) await this.#open(folder);
  }

  forget(folders: readonly string[]): void {
    for (const folder of folders) this.#rules.set(folder, null);
    this.#folders.clear();
  }

  /** Is the file ignored, or a folder that it lies in, below `base`? */
  async ignores(file: string, base: string): Promise<boolean> {
    return (await this.ignoresFolder(dirname(file), base)) || this.#decide(file, "");
  }

  /** Is the folder ignored, or one above it, below `base`? */
  async ignoresFolder(folder: string, base: string): Promise<boolean> {
    await this.#open(folder);
    if (folder === base || !isWithin(folder, base)) return false;
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const ignored = (await this.ignoresFolder(dirname(folder), base)) || this.#decide(folder, "/");
    this.#folders.set(folder, ignored);
    return ignored;
  }

  /** What the nearest rules say of a path whose folders are known not to be ignored. */
  #decide(path: string, mark: "" | "/"): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const rules = this.#rules.get(folder);
      if (rules) {
        const { ignored, unignored } = rules.test(path.slice(folder.length).replace(/^\//, "") + mark);
        if (ignored || unignored) return ignored;
      }
      if (folder === "") return false;
    }
  }

  async #open(folder: string): Promise<void> {
    if (this.#rules.has(folder)) return;
    const texts = await this.textsIn(folder);
    let rules: Ignore | null = null;
    if (texts.length > 0) {
      const { default: ignore } = await import("ignore");
      rules = ignore({ ignorecase: false }).add(texts.map((text) => text.replace(/^\uFEFF/, "")).join("\n"));
    }
    this.#rules.set(folder, rules);
  }
}

/** The top folder of a disk, or of what was given, is written as nothing. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === "" || path.startsWith(`${folder}/`);
}
