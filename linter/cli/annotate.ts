import { join, relative, resolve, sep } from "node:path";
import type { LawRegistry } from "../facts/laws";
import { recogniseFacts } from "../lint";
import { type ReadOptions, readDocument } from "../readers/index";
import type { FileReport } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import { isInside } from "../workspace/node/findFiles";
import { annotateDocx } from "../writers/docx/annotateDocx";
import { troubleText } from "./troubleText";
import { writeAtomically } from "./writeFile";

export interface AnnotateSettings {
  /** Where the copies go. */
  folder: string;
  author: string;
  read: ReadOptions;
  laws: LawRegistry;
}

/** Longest that Word takes. */
const LONGEST_INITIALS = 9;

/**
 * `--annotate`: writes a copy of every .docx into a folder, with its findings as comments; the tree of folders is kept. Files
 * are read again one by one, so that memory does not grow with their number.
 * @returns whether all copies could be written
 */
export async function annotateFiles(
  reports: Iterable<FileReport>,
  files: readonly SourceFile[],
  settings: AnnotateSettings,
): Promise<boolean> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const wanted: string[] = [];
  // A file that could not be read is told of already; one that was not checked to the end keeps what was found.
  for (const { path, error, findings } of reports)
    if (/\.(?:docx|docm)$/i.test(path) && (error === null || findings.length > 0)) wanted.push(path);
  const targets = copyPaths(wanted, settings.folder);
  const inputs = new Set(files.map(({ path }) => resolve(path)));
  let written = 0;
  for (const { path, findings } of reports) {
    const target = targets.get(path);
    const file = byPath.get(path);
    if (!target || !file) continue;
    if (liesInCopies(path, settings.folder)) {
      process.stderr.write(`没有写批注：${path} 就在 --annotate 的文件夹里，请给另一个文件夹\n`);
      continue;
    }
    if (inputs.has(resolve(target))) {
      process.stderr.write(`没有写批注：${target} 就是送检的文件，请给 --annotate 另一个文件夹\n`);
      continue;
    }
    try {
      const bytes = await file.read();
      const document = await readDocument(bytes, path, settings.read);
      const { author } = settings;
      const title = recogniseFacts(document, settings.laws).elements.title?.place ?? null;
      const options = { author, initials: author.slice(0, LONGEST_INITIALS), date: new Date(), title };
      writeAtomically(target, annotateDocx(bytes, document, findings, options));
      written++;
    } catch (error) {
      process.stderr.write(`没有写批注：${path}：${troubleText(error)}\n`);
    }
  }
  if (written > 0) process.stderr.write(`已把 ${written} 份带批注的文件写入 ${settings.folder}\n`);
  else if (wanted.length === 0) process.stderr.write("没有可以写批注的 .docx 文件\n");
  return written === wanted.length;
}

/**
 * Where each copy goes: under the folder as it lies under the working directory. When a file lies elsewhere, all lie as they do
 * under the nearest folder they share.
 */
export function copyPaths(paths: readonly string[], folder: string): ReadonlyMap<string, string> {
  const inside = paths.every((path) => isInside(path, process.cwd()));
  const base = inside ? process.cwd() : sharedFolder(paths.map((path) => resolve(path)));
  return new Map(paths.map((path) => [path, join(folder, relative(base, resolve(path)))]));
}

/**
 * A copy of what lies in the folder of the copies would go into a folder of the same name inside it, one deeper with every
 * run. A folder beside or above the working directory never grows like this.
 */
function liesInCopies(path: string, folder: string): boolean {
  return isInside(folder, process.cwd()) && resolve(folder) !== process.cwd() && isInside(path, folder);
}

function sharedFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split(sep).slice(0, -1));
  let length = first.length;
  for (const other of others)
    while (length > 0 && first.slice(0, length).join(sep) !== other.slice(0, length).join(sep)) length--;
  return first.slice(0, length).join(sep) || sep;
}
