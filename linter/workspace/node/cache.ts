import type { MissingFile } from "../../engine/package";
import { type Exists, missingMaterials } from "../folderManifest";
import type { PackageGroup } from "../grouping";
import type { SourceFile } from "../load";
import type {
  ChunkTask,
  FileOutcome,
  LookedFor,
  PackageOutcome,
  PackageTask,
  TaskFile,
  TaskRunner,
} from "../tasks";
import { type CacheFolder, hash } from "./cacheFolder";

export interface CacheSettings {
  folder: CacheFolder;
  /** Everything that all results of a run depend on: program, laws, date, reading. */
  basis: string;
  source(path: string): SourceFile;
  exists: Exists;
  onFile?: (path: string) => void;
}

type Entries<T> = Record<string, T>;

/**
 * Does only what the cache does not hold. The key of a file's result is a hash of its content and of all else that it
 * depends on; that of a package covers the keys of its files. Files that were looked for are looked for again.
 */
export function withCache(runner: TaskRunner, settings: CacheSettings): TaskRunner {
  const { folder, basis, source, exists, onFile } = settings;
  const fileKeys = new Map<string, string>();
  const holds = (lookedFor: readonly LookedFor[]) =>
    lookedFor.every(({ path, there }) => exists(path) === there);

  const fileKey = async ({ path, ruleSet, entry }: TaskFile, { ruleSets }: ChunkTask | PackageTask) => {
    try {
      const bytes = await source(path).read();
      return hash(basis, path, JSON.stringify([ruleSets[ruleSet], entry]), bytes);
    } catch {
      // Not to be read: it is tried again, and reported, by whoever does the task.
      return null;
    }
  };
  /** Null when one of the files could not be read. */
  const packageKey = async (
    group: PackageGroup,
    manifestPath: string | null,
    missing: readonly MissingFile[],
    keyOf: (path: string) => Promise<string | null>,
  ) => {
    const paths = [group.main, ...group.companions.map(({ path }) => path)];
    const keys = await Promise.all(paths.map(keyOf));
    return keys.includes(null) ? null : hash(JSON.stringify([group, manifestPath, missing, keys]));
  };
  const keepPackage = (key: string | null, outcome: PackageOutcome) => {
    if (key !== null && outcome.main.error === null)
      folder.write(packageName(outcome.main.path), { [key]: outcome });
  };

  return {
    width: runner.width * 2,
    async chunk(task) {
      const name = hash("chunk", task.folder, `${task.index}`);
      const known = folder.read<Entries<FileOutcome>>(name) ?? {};
      const keys = new Map<string, string>();
      const hits = new Map<string, FileOutcome>();
      for (const file of task.files) {
        const key = await fileKey(file, task);
        if (key === null) continue;
        keys.set(file.path, key);
        const hit = known[key];
        if (!hit || !holds(hit.lookedFor)) continue;
        hits.set(file.path, hit);
        onFile?.(file.path);
      }
      const missed = task.files.filter(({ path }) => !hits.has(path));
      const whole = hits.size === 0 ? task.whole : null;
      const done = missed.length > 0 ? await runner.chunk({ ...task, files: missed, whole }) : null;
      for (const outcome of done?.files ?? []) hits.set(outcome.report.path, outcome);
      const files = task.files.map(({ path }) => hits.get(path) as FileOutcome);

      for (const [path, key] of keys) fileKeys.set(path, key);
      const kept = files.flatMap((outcome) => {
        const key = keys.get(outcome.report.path);
        return key !== undefined && outcome.card !== null ? [[key, outcome] as const] : [];
      });
      if (done || kept.length !== Object.keys(known).length) folder.write(name, Object.fromEntries(kept));
      if (done && whole) {
        const missing = missingMaterials(whole, exists);
        for (const { group, outcome } of done.packages) {
          const keyOf = async (path: string) => keys.get(path) ?? null;
          keepPackage(await packageKey(group, whole.manifestPath, missing, keyOf), outcome);
        }
      }
      return { files, packages: done?.packages ?? [] };
    },
    async package(task) {
      const files = new Map(task.files.map((file) => [file.path, file]));
      const keyOf = async (path: string) => {
        const file = files.get(path) as TaskFile;
        // A manifest above may state something of a file that its own folder does not.
        return file.entry ? fileKey(file, task) : (fileKeys.get(path) ?? fileKey(file, task));
      };
      const { group, manifestPath } = task;
      const key = await packageKey(group, manifestPath, task.missingMaterials, keyOf);
      const hit = key === null ? null : folder.read<Entries<PackageOutcome>>(packageName(group.main))?.[key];
      if (hit && holds(hit.lookedFor)) return hit;
      const outcome = await runner.package(task);
      keepPackage(key, outcome);
      return outcome;
    },
  };
}

function packageName(main: string): string {
  return hash("package", main);
}
