import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { dirname } from "../grouping";
import { isManifest } from "../lintFiles";
import { fileStem, roleByName } from "../roles";
import { ConfigError } from "./configFiles";

const run = promisify(execFile);

/** 变化: what git says changed since a revision. */
export interface Changes {
  /** The top folder of the work tree. */
  top: string;
  /** The commit compared with: where this branch left the revision. */
  base: string;
  /** Absolute paths, with forward slashes: committed on this branch, staged, edited, new, deleted. */
  paths: ReadonlySet<string>;
}

/** Throws a ConfigError outside a repository and for a revision git does not know. */
export async function changedSince(revision: string, folder: string): Promise<Changes> {
  // A revision that begins with a dash would be read as an option.
  if (revision.startsWith("-")) throw new ConfigError(`--changed：没有版本 ${revision}`);
  const up = (await git(folder, ["rev-parse", "--show-cdup"], "这里不是 git 仓库")).trim();
  const top = resolve(folder, up);
  const unknown = `git 里没有版本 ${revision}，或者没有取到它的历史`;
  const base = (await git(top, ["merge-base", revision, "HEAD"], unknown)).trim();
  const [tracked, untracked] = await Promise.all([
    git(top, ["diff", "--name-only", "--no-renames", "-z", base, "--"], unknown),
    git(top, ["ls-files", "--others", "--exclude-standard", "-z"], "git 没有列出新文件"),
  ]);
  const names = `${tracked}\0${untracked}`.split("\0").filter((name) => name !== "");
  return { top, base, paths: new Set(names.map((name) => absolute(`${top}/${name}`))) };
}

async function git(cwd: string, args: readonly string[], trouble: string): Promise<string> {
  try {
    return (await run("git", [...args], { cwd, maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    const { stderr = "", message } = error as Error & { stderr?: string };
    throw new ConfigError(`--changed：${trouble}（${(stderr || message).trim().split("\n", 1)[0]}）`);
  }
}

/** Of the files found, those to be read and those whose findings are wanted. */
export interface TouchedFiles {
  read: ReadonlySet<string>;
  wanted: ReadonlySet<string>;
}

/**
 * What a change touches. A package is judged as a whole, so that a deleted or edited companion shows on its document; in
 * a folder of several documents only changed ones are wanted, or all of them when a companion changed.
 */
export function touchedFiles(paths: readonly string[], changed: ReadonlySet<string>): TouchedFiles {
  const folders = groupByFolder(paths);
  const home = (folder: string) => {
    const parent = dirname(folder);
    const lent = folder !== parent && folders.has(parent) && isAnnexFolder(folders.get(folder) ?? []);
    return lent ? parent : folder;
  };
  const units = new Map<string, string[]>();
  for (const [folder, files] of folders)
    units.set(home(folder), [...(units.get(home(folder)) ?? []), ...files]);

  const names = new Map([...folders.keys()].map((folder) => [absolute(folder), folder]));
  const changes = new Map<string, string[]>();
  for (const path of changed) {
    const folder = dirname(path);
    // A folder of companions that was deleted whole is missed in the folder above.
    const name = names.get(folder) ?? (isMain(path) ? undefined : names.get(dirname(folder)));
    if (name !== undefined) changes.set(home(name), [...(changes.get(home(name)) ?? []), path]);
  }

  const read = new Set<string>();
  const wanted = new Set<string>();
  for (const [folder, here] of changes) {
    const files = units.get(folder) ?? [];
    const isPackage = files.some(isManifest) || files.filter(isMain).length <= 1;
    const whole = isPackage || here.some((path) => !isMain(path));
    for (const path of files) {
      read.add(path);
      if (whole || changed.has(absolute(path))) wanted.add(path);
    }
  }
  return { read, wanted };
}

function groupByFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) folders.set(dirname(path), [...(folders.get(dirname(path)) ?? []), path]);
  return folders;
}

/** A sub-folder of companions alone belongs to the folder above. */
function isAnnexFolder(files: readonly string[]): boolean {
  return !files.some((path) => isMain(path) || isManifest(path));
}

function isMain(path: string): boolean {
  return !isManifest(path) && roleByName(fileStem(path)) === null;
}

function absolute(path: string): string {
  return resolve(path).replaceAll("\\", "/");
}
