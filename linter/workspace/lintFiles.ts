import type { ReadOptions } from "../readers/index";
import { type Collected, collect } from "./collect";
import type { FileReport } from "./fileReport";
import { finish } from "./finish";
import type { Judging } from "./lintLoaded";
import type { SourceFile } from "./load";
import { inThisThread } from "./runTasks";
import { MemoryStore, type Store } from "./store";
import type { TaskRunner } from "./tasks";

export type { FileReport } from "./fileReport";
export { isManifest } from "./folderManifest";

export interface LintFilesSettings extends Judging {
  read?: ReadOptions;
  /** Files whose findings are wanted; others are only looked at as companions. Default: all. */
  wanted?: (path: string) => boolean;
  /** All rule ids there are, so that an exception from a misspelt one can be told. */
  knownRules?: ReadonlySet<string>;
  /** Is there a file of this path, of any format? For interpretations linked by metadata. */
  exists?: (path: string) => boolean;
  onFile?: (path: string) => void;
  /** Who does the work. Default: this thread. */
  runner?: TaskRunner;
  /** Where the results lie meanwhile. Default: in memory. */
  store?: Store;
  /** A file's place among all files, when these are a part of them. */
  rankOf?: (path: string) => number;
}

/** Lints files, packages and the repository they make up. Yields one report a wanted file, in the order given. */
export async function* lintFiles(
  files: readonly SourceFile[],
  settings: LintFilesSettings,
): AsyncGenerator<FileReport> {
  yield* finish(await collectFiles(files, settings), settings);
}

/** The first half of that: all that does not need every file of the repository. */
export function collectFiles(files: readonly SourceFile[], settings: LintFilesSettings): Promise<Collected> {
  const sources = new Map(files.map((file) => [file.path, file]));
  const exists = (path: string) => sources.has(path) || settings.exists?.(path) === true;
  const source = (path: string) => sources.get(path) as SourceFile;
  const runner = settings.runner ?? inThisThread({ ...settings, source, exists });
  const wanted = settings.wanted ?? (() => true);
  const { rulesFor, rankOf, store = new MemoryStore() } = settings;
  return collect(files, runner, { rulesFor, wanted, exists, store, rankOf });
}
