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
import type { FileOutcome, PackageOutcome, TaskFile, TaskRunner } from "./tasks";

/** One file as it stands before repository rules and exceptions. Plain data. */
export interface CollectedFile {
  report: FileReport;
  card: DocumentCard | null;
  written: WrittenSuppressions | null;
  /** Index into `ruleSets`. */
  ruleSet: number;
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

/** All that was found out file by file and package by package, from which `finish` makes the reports. Plain data. */
export interface Collected {
  ruleSets: readonly (readonly PlainRule[])[];
  files: readonly CollectedFile[];
  manifests: readonly CollectedManifest[];
  packages: readonly PackageGroup[];
}

export interface CollectSettings {
  rulesFor(path: string): readonly ConfiguredRule[];
  wanted(path: string): boolean;
  exists(path: string): boolean;
}

/**
 * Plans the tasks of a run, has them done and puts the results together. Documents live only inside a task, so that
 * memory depends on how many tasks are under way and not on the number of files.
 */
export async function collect(
  files: readonly SourceFile[],
  runner: TaskRunner,
  settings: CollectSettings,
): Promise<Collected> {
  const ruleSets = new RuleSets();
  const { exists } = settings;
  const asTaskFile = (folder: Folder, path: string): TaskFile => ({
    path,
    ruleSet: ruleSets.indexOf(settings.rulesFor(path)),
    entry: manifestEntry(folder, path),
  });
  const folders = await planFolders(files);
  const outcomes = new Map<string, FileOutcome>();
  const settled = new Map<string, PackageOutcome>();

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
    for (const outcome of result.files) outcomes.set(outcome.report.path, outcome);
    for (const { group, outcome } of result.packages) settled.set(keyOf(group), outcome);
  });

  const groups = groupFolders(folders, outcomes);
  const packages = await inParallel(groups, runner, async ({ folder, group }) => {
    const known = settled.get(keyOf(group));
    if (known) return known;
    const paths = [group.main, ...group.companions.map(({ path }) => path)];
    return runner.package({
      group,
      files: paths.map((path) => asTaskFile(folder, path)),
      ruleSets: ruleSets.json,
      manifestPath: folder.manifestPath,
      missingMaterials: missingMaterials(folder, exists),
    });
  });
  const reports = new Map([...outcomes].map(([path, { report }]) => [path, report]));
  for (const outcome of packages) applyPackage(outcome, reports);

  const rank = new Map(files.map(({ path }, index) => [path, index]));
  const about = (path: string) => ({ rank: rank.get(path) as number, wanted: settings.wanted(path) });
  return {
    ruleSets: ruleSets.plain,
    files: [...outcomes.values()]
      .map(({ report: { path }, card, written }) => ({
        report: reports.get(path) as FileReport,
        card,
        written,
        ruleSet: ruleSets.indexOf(settings.rulesFor(path)),
        ...about(path),
      }))
      .sort((a, b) => a.rank - b.rank),
    manifests: folders.flatMap((folder) => {
      const { manifestPath: path, trouble } = folder;
      if (path === null) return [];
      const report = trouble === null ? null : unchecked(path, trouble);
      return [{ path, report, exceptions: statedExceptions(folder, exists), ...about(path) }];
    }),
    packages: groups.map(({ group }) => group),
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
  outcomes: ReadonlyMap<string, FileOutcome>,
): { folder: Folder; group: PackageGroup }[] {
  const there = new Set(folders.map(({ folder }) => folder));
  const lent = new Map<string, FileCard[]>();
  return folders.flatMap((folder) => {
    const own = folder.paths.flatMap((path) => outcomes.get(path)?.card ?? []);
    const cards = [...(lent.get(folder.folder) ?? []), ...own];
    const parent = dirname(folder.folder);
    const onlyCompanions = folder.manifest === null && own.every((card) => recogniseRole(card) !== null);
    if (onlyCompanions && parent !== folder.folder && there.has(parent)) {
      lent.set(parent, [...(lent.get(parent) ?? []), ...cards]);
      return [];
    }
    return groupFolder(folder.folder, cards, folder.manifest).map((group) => ({ folder, group }));
  });
}

function keyOf(group: PackageGroup): string {
  return JSON.stringify(group);
}
