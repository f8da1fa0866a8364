import type { MissingFile } from "../engine/package";
import { readSuppressions } from "../engine/suppress";
import type { ReadOptions } from "../readers/index";
import { reason, unchecked } from "./fileReport";
import { type Exists, linkedFiles, missingMaterials } from "./folderManifest";
import { groupFolder, type PackageGroup } from "./grouping";
import { type Judging, lintLoaded } from "./lintLoaded";
import { asCompanion, cardOf, type LoadedDocument, loadDocument, type SourceFile } from "./load";
import type {
  ChunkResult,
  ChunkTask,
  FileOutcome,
  PackageOutcome,
  PackageTask,
  TaskFile,
  TaskRunner,
} from "./tasks";

/** What tasks need where they are done. */
export interface TaskContext extends Judging {
  source(path: string): SourceFile;
  exists: Exists;
  read?: ReadOptions;
  onFile?: (path: string) => void;
}

/** Does every task at once, in this thread. */
export function inThisThread(context: TaskContext): TaskRunner {
  // Copies: titles and quotes are slices of the text, and a slice kept keeps the whole text in memory.
  return {
    width: 1,
    chunk: async (task) => structuredClone(await runChunk(task, context)),
    package: async (task) => structuredClone(await runPackage(task, context)),
  };
}

/** Judges each file by itself, and the packages among them when they are a whole folder. */
export async function runChunk(task: ChunkTask, context: TaskContext): Promise<ChunkResult> {
  const { folder, whole } = task;
  const kept = new Map<string, LoadedDocument>();
  const files: FileOutcome[] = [];
  for (const file of task.files) {
    context.onFile?.(file.path);
    try {
      const loaded = await load(file, context);
      if (whole) kept.set(file.path, loaded);
      files.push(alone(loaded, folder, context));
    } catch (error) {
      files.push(failed(file.path, reason(error)));
    }
  }
  if (!whole) return { files, packages: [] };
  const cards = files.flatMap(({ card }) => card ?? []);
  const missing = missingMaterials(whole, context.exists);
  const packages = [];
  for (const group of groupFolder(folder, cards, whole.manifest)) {
    const get = async (path: string) => kept.get(path) as LoadedDocument;
    packages.push({ group, outcome: await judge(group, get, missing, whole.manifestPath, context) });
  }
  return { files, packages };
}

/** Judges a package, reading its files. */
export async function runPackage(task: PackageTask, context: TaskContext): Promise<PackageOutcome> {
  const { group, files, manifestPath, missingMaterials } = task;
  const byPath = new Map(files.map((file) => [file.path, file]));
  const get = (path: string) => load(byPath.get(path) as TaskFile, context);
  try {
    return await judge(group, get, missingMaterials, manifestPath, context);
  } catch (error) {
    return failedPackage(group, reason(error));
  }
}

/** A file that could not be judged. */
export function failed(path: string, error: string): FileOutcome {
  return { report: unchecked(path, error), card: null, written: null, lookedFor: [] };
}

/** A package that could not be judged, told on its main document; what companions have by themselves stays. */
export function failedPackage({ main }: PackageGroup, error: string): PackageOutcome {
  return { main: unchecked(main, error), companions: [], inCompanions: [], lookedFor: [] };
}

function load({ path, entry }: TaskFile, { source, laws, read }: TaskContext): Promise<LoadedDocument> {
  return loadDocument(source(path), laws.lexicon, entry, read);
}

function alone(loaded: LoadedDocument, folder: string, context: TaskContext): FileOutcome {
  const { missing, lookedFor } = linkedFiles(loaded, folder, context.exists);
  // A lone document has a package only when its metadata links a file that is not there.
  const pack =
    missing.length > 0 ? { path: folder, manifest: null, companions: [], missing, submission: false } : null;
  const { report } = lintLoaded(loaded, pack, context);
  const { document } = loaded;
  const written = document.comments?.length ? readSuppressions(document) : null;
  return { report, card: cardOf(loaded, context.laws, context.today), written, lookedFor };
}

/** The main document with its package in view, and the companions as what they are. */
async function judge(
  group: PackageGroup,
  get: (path: string) => Promise<LoadedDocument>,
  missingMaterials: readonly MissingFile[],
  manifest: string | null,
  context: TaskContext,
): Promise<PackageOutcome> {
  const main = await get(group.main);
  const companions = [];
  const reports = [];
  for (const { path, role, because } of group.companions) {
    const loaded = asCompanion(await get(path), because);
    companions.push({ role, because, ...loaded });
    reports.push(lintLoaded(loaded, null, context).report);
  }
  const { missing, lookedFor } = linkedFiles(main, group.folder, context.exists);
  const { folder: path, submission } = group;
  const { report, result } = lintLoaded(
    main,
    { path, manifest, companions, missing: [...missing, ...missingMaterials], submission },
    context,
  );
  const inCompanions = [...result.companionFindings].map(([path, findings]) => ({ path, findings }));
  return { main: report, companions: reports, inCompanions, lookedFor };
}
