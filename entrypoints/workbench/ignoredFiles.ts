import { dirname } from "../../linter/workspace/grouping";
import { IGNORE_NAMES, IgnoreRules } from "../../linter/workspace/ignoreRules";
import type { ChosenFile, SortedFiles } from "./chosenFiles";

/** 略过的文件: what ignore files among the chosen files leave out. */
export interface LeftOut {
  /** The ignore files' names, as far as there are any. */
  by: readonly string[];
  paths: readonly string[];
}

/**
 * Takes out what the ignore files in chosen folders exclude, as the command line does. A file named by itself is never
 * left out. What lies above the folders cannot be seen.
 */
export async function obeyIgnoreFiles(
  { checked, skipped }: SortedFiles,
  chosen: readonly ChosenFile[],
): Promise<SortedFiles & { leftOut: LeftOut }> {
  const texts = new Map(chosen.filter(isIgnoreFile).map(({ path, content }) => [path, content]));
  if (texts.size === 0) return { checked, skipped, leftOut: { by: [], paths: [] } };
  const rules = new IgnoreRules((folder) =>
    Promise.all(IGNORE_NAMES.flatMap((name) => texts.get(`${folder}/${name}`)?.text() ?? [])),
  );
  // Each chosen folder stands for itself: its name is the beginning of its paths.
  const isLeftOut = (path: string) => rules.ignores(path, path.slice(0, path.indexOf("/")));
  const paths: string[] = [];
  const kept = { checked: [] as ChosenFile[], skipped: [] as string[] };
  for (const file of checked) {
    if (!file.isNamed && (await isLeftOut(file.path))) paths.push(file.path);
    else kept.checked.push(file);
  }
  for (const path of skipped) {
    if (path.includes("/") && (await isLeftOut(path))) paths.push(path);
    else kept.skipped.push(path);
  }
  const names = new Set([...texts.keys()].map(nameOf));
  const by = IGNORE_NAMES.filter((name) => names.has(name));
  return { ...kept, leftOut: { by, paths: paths.sort() } };
}

/** One in a folder; chosen by itself it is a file like any other. */
function isIgnoreFile({ path }: ChosenFile): boolean {
  return dirname(path) !== "" && (IGNORE_NAMES as readonly string[]).includes(nameOf(path));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
