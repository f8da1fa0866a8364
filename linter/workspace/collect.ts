import pMap from "p-map";
import type { ConfiguredRule } from "../engine/configure";
import type { WrittenSuppressions } from "../engine/suppress";
import { type StatedException, statedExceptions } from "./exceptions";
import { type FileReport, unchecked } from "./fileReport";
import { manifestEntry, missingMaterials } from "./folderManifest";
import { dirname, type FileCard, groupFolder, type PackageGroup, recogniseRole } from "./grouping";
import type { DocumentCard, SourceFile } from "./load";
import { applyPackage } from "./packages";
import { chunkTasks, type Folder, planFolders } from "./plan";
import { type PlainRule, RuleSets } from "./ruleSets";
import type { Key, Store } from "./store";
import type { ChunkResult, FileOutcome, TaskFile, TaskRunner } from "./tasks";

/** One file as it stands before repository rules and exceptions. Its report and card lie in the store. */
export interface CollectedFile {
  path: string;
  report: Key<FileReport>;
  card: Key<DocumentCard> | null;
  written: WrittenSuppressions | null;
  /** Index into `ruleSets`. */
  ruleSet: number;
  /** The date on which it is judged, ISO; null when it could not be read. */
  asOf: string | null;
  /** Place in the order of the input. */
  rank: number;
  /** Whether its findings were asked for. */
  wanted: boolean;
}

/** What a manifest is to be told about, and what it takes back. */
export interface CollectedManifest {
  path: string;
  /** What is wrong with it. */
  report: FileReport | null;
  exceptions: readonly StatedException[];
  rank: number;
  wanted: boolean;
}

/** All that was found out file by file and package by package, from which `finish` makes the reports. */
export interface Collected {
  ruleSets: readonly (readonly PlainRule[])[];
  /** In the order of the input. */
  files: readonly CollectedFile[];
  manifests: readonly CollectedManifest[];
  packages: readonly PackageGroup[];
  store: Store;
}

export interface CollectSettings {
  rulesFor(path: string): readonly ConfiguredRule[];
  wanted(path: string): boolean;
  exists(path: string): boolean;
  store: Store;
  /** Default: the place among the files given. */
  rankOf?: (path: string) => number;
}

/** Puts what is large of a file's outcome into the store. */
export function storeOutcome({ report, card, written }: Omit<FileOutcome, "lookedFor">, store: Store) {
  const asOf = report.asOf?.date ?? null;
  return { report: store.put(report), card: card === null ? null : store.put(card), written, asOf };
}

/**
 * Plans the tasks of a run, has them done and puts the results together. Documents live only inside a task, and what came
 * of them goes into the store, so that memory depends on how many tasks are under way and hardly on the number of files.
 */
export async function collect(
  files: readonly SourceFile[],
  runner: TaskRunner,
  settings: CollectSettings,
): Promise<Collected> {
  const ruleSets = new RuleSets();
  const { exists, store } = settings;
  const asTaskFile = (folder: Folder, path: string): TaskFile => ({
    path,
    ruleSet: ruleSets.indexOf(settings.rulesFor(path)),
    entry: manifestEntry(folder, path),
  });
  const folders = await planFolders(files);
  const rank = new Map(files.map(({ path }, index) => [path, index]));
  const rankOf = settings.rankOf ?? ((path) => rank.get(path) as number);
  const about = (path: string) => ({ path, rank: rankOf(path), wanted: settings.wanted(path) });
  const collected = new Map<string, CollectedFile>();
  const settled = new Map<string, Key<ChunkResult["packages"][number]>>();

  const chunks = folders.flatMap((folder) => chunkTasks(folder).map((chunk) => ({ folder, ...chunk })));
  await inParallel(chunks, runner, async ({ folder, index, paths, whole }) => {
    const chunk = paths.map((path) => asTaskFile(folder, path));
    const result = await runner.chunk({
      folder: folder.folder,
      index,
      files: chunk,
      ruleSets: ruleSets.json,
      whole: whole
        ? { folder: folder.folder, manifest: folder.manifest, manifestPath: folder.manifestPath }
        : null,
    });
    for (const [index, outcome] of result.files.entries()) {
      const { path, ruleSet } = chunk[index] as TaskFile;
      collected.set(path, { ...storeOutcome(outcome, store), ...about(path), ruleSet });
    }
    for (const settling of result.packages) settled.set(settling.group.main, store.put(settling));
  });

  const groups = groupFolders(folders, (path) => {
    const card = collected.get(path)?.card ?? null;
    return card === null ? null : store.get(card);
  });
  const outcomes = await inParallel(groups, runner, async ({ folder, group }) => {
    const key = settled.get(group.main);
    const known = key === undefined ? null : store.get(key);
    if (known && isSame(known.group, group)) return store.put(known.outcome);
    const paths = [group.main, ...group.companions.map(({ path }) => path)];
    return store.put(
      await runner.package({
        group,
        files: paths.map((path) => asTaskFile(folder, path)),
        ruleSets: ruleSets.json,
        manifestPath: folder.manifestPath,
        missingMaterials: missingMaterials(folder, exists),
      }),
    );
  });
  // In the order of the groups: two may share a companion.
  for (const key of outcomes) applyPackage(store.get(key), collected, store);

  return {
    ruleSets: ruleSets.plain,
    files: [...collected.values()].sort((a, b) => a.rank - b.rank),
    manifests: folders.flatMap((folder) => {
      const { manifestPath: path, trouble } = folder;
      if (path === null) return [];
      const report = trouble === null ? null : unchecked(path, trouble);
      return [{ report, exceptions: statedExceptions(folder, exists), ...about(path) }];
    }),
    packages: groups.map(({ group }) => group),
    store,
  };
}

function inParallel<T, R>(items: readonly T[], { width }: TaskRunner, work: (item: T) => Promise<R>) {
  return pMap(items, work, { concurrency: width });
}

/**
 * The packages of every folder, over the cards. A folder of companions alone, without a manifest, belongs to the folder
 * above if that has files too; `folders` has sub-folders first.
 */
function groupFolders(
  folders: readonly Folder[],
  cardOf: (path: string) => FileCard | null,
): { folder: Folder; group: PackageGroup }[] {
  const there = new Set(folders.map(({ folder }) => folder));
  const lent = new Map<string, FileCard[]>();
  return folders.flatMap((folder) => {
    const own = folder.paths.flatMap((path) => cardOf(path) ?? []);
    const cards = [...(lent.get(folder.folder) ?? []), ...own];
    lent.delete(folder.folder);
    const parent = dirname(folder.folder);
    const onlyCompanions = folder.manifest === null && own.every((card) => recogniseRole(card) !== null);
    if (onlyCompanions && parent !== folder.folder && there.has(parent)) {
      lent.set(parent, [...(lent.get(parent) ?? []), ...cards]);
      return [];
    }
    return groupFolder(folder.folder, cards, folder.manifest).map((group) => ({ folder, group }));
  });
}

function isSame(a: PackageGroup, b: PackageGroup): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
