import type { Finding } from "../engine/finding";
import type { MissingFile } from "../engine/package";
import type { WrittenSuppressions } from "../engine/suppress";
import type { FileReport } from "./fileReport";
import type { PackageGroup } from "./grouping";
import type { DocumentCard, ManifestEntry } from "./load";
import type { Manifest } from "./manifest";

/*
 * The work of a run, cut into tasks. Tasks and results are plain data that can be cloned: the same values go to a worker
 * thread, into the cache and into the file of a shard.
 */

/** A file of a task, with all that its own report depends on beside its content. */
export interface TaskFile {
  path: string;
  /** Index into the task's `ruleSets`. */
  ruleSet: number;
  entry: ManifestEntry | null;
}

/** Some files of one folder, each to be judged by itself. */
export interface ChunkTask {
  folder: string;
  /** Which of the folder's chunks this is. */
  index: number;
  files: readonly TaskFile[];
  /** As JSON. */
  ruleSets: readonly string[];
  /**
   * Set when these are all files of the folder and few: packages among them are then judged at once, while the documents
   * are in memory. Null: the coordinator asks for them later.
   */
  whole: FolderManifest | null;
}

/** A package found over the cards, to be judged with all its files in view. */
export interface PackageTask {
  group: PackageGroup;
  /** The main document, then the companions, in the order of the group. */
  files: readonly TaskFile[];
  /** As JSON. */
  ruleSets: readonly string[];
  manifestPath: string | null;
  missingMaterials: readonly MissingFile[];
}

/** The manifest (材料清单) of a folder, if it has one. */
export interface FolderManifest {
  folder: string;
  manifest: Manifest | null;
  manifestPath: string | null;
}

/** A file that a document or manifest names, and whether it was there when looked for. */
export interface LookedFor {
  path: string;
  there: boolean;
}

/** What came of one file by itself, before packages, repository and exceptions. */
export interface FileOutcome {
  report: FileReport;
  /** Null when the file could not be read. */
  card: DocumentCard | null;
  /** Exceptions in the document's comments. */
  written: WrittenSuppressions | null;
  lookedFor: readonly LookedFor[];
}

/** What came of a package: reports that take the place of those of its files by themselves. */
export interface PackageOutcome {
  main: FileReport;
  /** As companions, without what the main document's rules found in them. */
  companions: readonly FileReport[];
  /** Findings of the main document's rules in the text of companions. */
  inCompanions: readonly { path: string; findings: readonly Finding[] }[];
  lookedFor: readonly LookedFor[];
}

export interface ChunkResult {
  files: readonly FileOutcome[];
  packages: readonly { group: PackageGroup; outcome: PackageOutcome }[];
}

/** Does tasks: in this thread, in a pool of workers, from a cache. */
export interface TaskRunner {
  /** How many tasks are worth having under way at a time. */
  width: number;
  chunk(task: ChunkTask): Promise<ChunkResult>;
  package(task: PackageTask): Promise<PackageOutcome>;
}
