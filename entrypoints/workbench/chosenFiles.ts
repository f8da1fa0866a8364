import { extensions } from "../../linter/readers/index";
import { CONFIG_NAMES } from "../../linter/workspace/config/configFiles";
import { isManifest } from "../../linter/workspace/lintFiles";

/** One file as it was dropped or chosen; path within what was dropped, with forward slashes. */
export interface ChosenFile {
  path: string;
  content: Blob;
  /** Named by itself, not found in a folder: then it is always checked, and reported when it cannot be read. */
  isNamed: boolean;
}

export interface SortedFiles {
  /** In the order of their paths. */
  checked: readonly ChosenFile[];
  /** Files of folders that are no documents that can be read. */
  skipped: readonly string[];
}

/** Tools' folders and lock files of office programs; never documents. */
const NEVER = /(?:^|\/)(?:node_modules\/|\.|~\$)/;

/** Which files are checked: by the same rule as on the command line. */
export function sortFiles(files: readonly ChosenFile[]): SortedFiles {
  const checked: ChosenFile[] = [];
  const skipped: string[] = [];
  for (const file of files) {
    const isNamed = file.isNamed && !isConfig(file.path);
    if (isNamed || isManifest(file.path) || isDocument(file.path)) {
      if (isNamed || !NEVER.test(file.path)) checked.push(file);
    } else if (!NEVER.test(file.path)) skipped.push(file.path);
  }
  checked.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { checked, skipped: skipped.sort() };
}

function isConfig(path: string): boolean {
  return CONFIG_NAMES.includes(path.slice(path.lastIndexOf("/") + 1));
}

function isDocument(path: string): boolean {
  return extensions.includes(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

/** A git repository's own folder: thousands of files that are nobody's documents, not even to be looked at. */
const GIT_FOLDER = /(?:^|\/)\.git\//;

/** From a file input; with `webkitdirectory` the paths begin with the folder's name. */
export function filesOfInput({ files }: HTMLInputElement): ChosenFile[] {
  const chosen = [...(files ?? [])].map((file) => ({
    path: file.webkitRelativePath || file.name,
    content: file,
    isNamed: file.webkitRelativePath === "",
  }));
  return chosen.filter(({ path }) => !GIT_FOLDER.test(path));
}

/** From a drop. Everything must be taken at once: the list is empty as soon as the event is over. */
export async function filesOfDrop({ items }: DataTransfer): Promise<ChosenFile[]> {
  const dropped = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (entry) return filesOfEntry(entry, entry.isFile);
      // What comes from no folder, such as an attachment dragged out of a mail, is a file alone.
      return file ? [{ path: file.name, content: file, isNamed: true }] : [];
    }),
  );
  return found.flat();
}

async function filesOfEntry(entry: FileSystemEntry, isNamed: boolean): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const content = await new Promise<File>((done, failed) =>
      (entry as FileSystemFileEntry).file(done, failed),
    );
    return [{ path: entry.fullPath.replace(/^\//, ""), content, isNamed }];
  }
  if (GIT_FOLDER.test(`${entry.fullPath}/`)) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: ChosenFile[] = [];
  for (;;) {
    // A folder is read in portions; an empty one is the end.
    const portion = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (portion.length === 0) return files;
    for (const child of portion) files.push(...(await filesOfEntry(child, false)));
  }
}
