import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { dirname } from "../grouping";
import { isManifest } from "../lintFiles";
import type { SourceFile } from "../load";
import { fileStem, roleByName } from "../roles";
import { withoutIgnored } from "./ignoreFiles";

/** Files named on the command line, with the neighbours that are only looked at as companions. */
export interface FoundFiles {
  files: SourceFile[];
  /** Paths whose findings were asked for, in order. */
  wanted: readonly string[];
  /** Arguments that name nothing. */
  unknown: readonly string[];
}

/** Never documents: tools' folders and lock files of office programs. */
const IGNORED = ["**/node_modules/**", "**/.git/**", "**/~$*", "**/.~lock.*"];

/**
 * Expands files, folders and glob patterns. In folders only files with one of `extensions` are taken that no ignore file
 * excludes; a file named by itself is always taken (and reported if it cannot be read).
 * @param written a folder that is written to: what an earlier run left there is no input of the next one, unless the folder
 * or something in it is named.
 */
export async function findFiles(
  patterns: readonly string[],
  extensions: readonly string[],
  written?: string,
): Promise<FoundFiles> {
  const wanted = new Set<string>();
  /** Folders that were looked through: their files are all there or left out on purpose. */
  const walked = new Set<string>();
  const manifests = new Set<string>();
  const unknown: string[] = [];
  const take = (path: string) => (isManifest(path) ? manifests : wanted).add(path);
  for (const pattern of patterns.map(forward)) {
    const leftOut =
      written === undefined || isInside(pattern, written) ? never : (path: string) => isInside(path, written);
    if (existsSync(pattern)) {
      if (!statSync(pattern).isDirectory()) take(pattern);
      else
        for (const path of await inFolder(pattern, extensions)) {
          if (leftOut(path)) continue;
          take(path);
          walked.add(dirname(path));
        }
    } else if (/[*?{[(!]/.test(pattern)) {
      const { glob } = await import("tinyglobby");
      const matches = await glob(pattern, { ignore: IGNORED, onlyFiles: true, expandDirectories: false });
      if (matches.length === 0) unknown.push(pattern);
      for (const path of await withoutIgnored(fixedFolder(pattern), matches.sort()))
        if (!leftOut(path)) take(path);
    } else {
      unknown.push(pattern);
    }
  }
  const folders = new Set([...wanted].map(dirname));
  const context: string[] = [];
  for (const folder of folders) {
    if (walked.has(folder)) continue;
    const beside = neighbours(folder, extensions).filter((path) => !wanted.has(path));
    if (beside.length > 0) context.push(...(await withoutIgnored(folder || ".", beside)));
  }
  const files = [...new Set([...wanted, ...manifests, ...context])].map(onDisk);
  return { files, wanted: [...wanted], unknown };
}

const never = () => false;

/** Is it the folder, or something in it? */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, resolve(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function inFolder(folder: string, extensions: readonly string[]): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const all = await glob("**/*", { cwd: folder, ignore: IGNORED, onlyFiles: true, expandDirectories: false });
  // One pattern and a look at the name: a pattern for each extension costs several times as much.
  const paths = all.filter((path) => isManifest(path) || extensions.includes(extensionOf(path)));
  const found = paths.sort().map((path) => (folder === "." ? path : `${folder.replace(/\/+$/, "")}/${path}`));
  return [...(await withoutIgnored(folder, found))];
}

/** The folder a glob pattern starts from. */
function fixedFolder(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(/[*?{[(!]/));
  return fixed.startsWith("/") ? dirname(fixed) || "/" : dirname(fixed) || ".";
}

/**
 * Manifest and companions beside a file that was named by itself. Only files whose names say that they are
 * companions are read, so that a file in a large folder stays as quick as one alone.
 */
function neighbours(folder: string, extensions: readonly string[]): string[] {
  const names = readdirSync(folder === "" ? "." : folder);
  const paths = names.map((name) => (folder === "" ? name : `${folder}/${name}`));
  const manifest = paths.some(isManifest);
  return paths.filter((path) => {
    if (isManifest(path)) return true;
    if (!extensions.includes(extensionOf(path))) return false;
    return manifest || (roleByName(fileStem(path)) !== null && statSync(path).isFile());
  });
}

/** Lower case, without the dot. */
function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

export function onDisk(path: string): SourceFile {
  return new FileOnDisk(path);
}

/** A class, so that of many thousand files there is little more in memory than the path. */
class FileOnDisk implements SourceFile {
  constructor(readonly path: string) {}

  /** At once rather than in the background: whoever reads has nothing else to do, and this costs far less. */
  async read(): Promise<Uint8Array> {
    return new Uint8Array(readFileSync(this.path));
  }

  stamp(): string | null {
    return stampOf(this.path);
  }
}

/** Clocks of file systems may be as coarse as that (FAT): what was written just now may change again without a sign. */
const COARSEST_CLOCK_MS = 2000;

/** Size, both times and the file's number, as git keeps them in its index. */
function stampOf(path: string): string | null {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  if (Date.now() - Math.max(mtimeMs, ctimeMs) < COARSEST_CLOCK_MS) return null;
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function forward(path: string): string {
  return path.replaceAll("\\", "/").replace(/^\.\/(?=.)/, "");
}
