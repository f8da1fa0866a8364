import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Ignore } from "ignore";

/** Later ones may take back what earlier ones ignore. */
const NAMES = [".gitignore", ".gongwenignore"] as const;

/**
 * Keeps of the paths below a folder those that no .gitignore or .gongwenignore excludes, as git judges: each file counts
 * for its own folder and all below it, the nearest decides, and nothing below an ignored folder can be taken back. Above
 * the folder, files count up to the root of the git repository; outside of one only .gongwenignore does.
 */
export async function withoutIgnored(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const base = resolve(folder);
  const root = repositoryRoot(base);
  const above = (from: string): string[] => {
    const parent = dirname(from);
    return from === root || parent === from ? [from] : [from, ...above(parent)];
  };
  const names = (at: string) =>
    NAMES.filter((name) => name !== ".gitignore" || root !== null || isWithin(at, base));
  const files = new IgnoreFiles(names);
  // A folder named although it is ignored is meant: then only what stands in it and below it counts.
  const [, ...parents] = above(base);
  await files.open([base, ...parents]);
  if (await files.ignoresFolder(base, parents.at(-1) ?? base)) files.forget(parents);

  const kept: string[] = [];
  for (const path of paths) if (!(await files.ignores(resolve(path), base))) kept.push(path);
  return kept;
}

/** Rules of ignore files by folder, read when first asked for. */
class IgnoreFiles {
  readonly #rules = new Map<string, Ignore | null>();
  readonly #folders = new Map<string, boolean>();

  constructor(readonly namesFor: (folder: string) => readonly string[]) {}

  async open(folders: readonly string[]): Promise<void> {
    for (const folder of folders) await this.#rulesOf(folder);
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
    await this.#rulesOf(folder);
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
        const { ignored, unignored } = rules.test(relative(folder, path).replaceAll(sep, "/") + mark);
        if (ignored || unignored) return ignored;
      }
      if (dirname(folder) === folder) return false;
    }
  }

  async #rulesOf(folder: string): Promise<Ignore | null> {
    const known = this.#rules.get(folder);
    if (known !== undefined) return known;
    const texts = this.namesFor(folder)
      .map((name) => join(folder, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
    let rules: Ignore | null = null;
    if (texts.length > 0) {
      const { default: ignore } = await import("ignore");
      rules = ignore({ ignorecase: false }).add(texts.join("\n"));
    }
    this.#rules.set(folder, rules);
    return rules;
  }
}

function repositoryRoot(folder: string): string | null {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : repositoryRoot(parent);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
