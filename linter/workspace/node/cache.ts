import type { MissingFile } from "../../engine/package";
import { type Exists, missingMaterials } from "../folderManifest";
import type { PackageGroup } from "../grouping";
import { completeChunk, stillHolds } from "../knownOutcomes";
import type { SourceFile } from "../load";
import type { ChunkTask, FileOutcome, PackageOutcome, PackageTask, TaskFile, TaskRunner } from "../tasks";
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

/** What is kept of a file, under its path. */
interface KeptFile {
  /** Of its content and of all else that the outcome depends on. */
  key: string;
  /** Hash of its content. */
  content: string;
  /** As `SourceFile.stamp` gave it with this content. */
  stamp: string | null;
  outcome: FileOutcome;
}

type FileState = Omit<KeptFile, "outcome">;

/**
 * Does only what the cache does not hold. The key of a file's result is a hash of its content and of all else that it
 * depends on; that of a package covers the keys of its files. Files that were looked for are looked for again.
 */
export function withCache(runner: TaskRunner, settings: CacheSettings): TaskRunner {
  const { folder, basis, source, exists, onFile } = settings;
  const fileKeys = new Map<string, string>();

  const ruleSetKeys = new Map<string, string>();
  const ruleSetKey = (rules: string) => {
    const key = ruleSetKeys.get(rules) ?? hash(basis, rules);
    ruleSetKeys.set(rules, key);
    return key;
  };
  const stateOf = async (
    { path, ruleSet, entry }: TaskFile,
    { ruleSets }: ChunkTask | PackageTask,
    known?: KeptFile,
  ): Promise<FileState | null> => {
    try {
      const file = source(path);
      const stamp = file.stamp?.() ?? null;
      const same = known !== undefined && stamp !== null && known.stamp === stamp;
      const content = same ? known.content : hash(await file.read());
      const rules = ruleSetKey(ruleSets[ruleSet] as string);
      return { key: `${rules} ${content}${entry ? ` ${hash(JSON.stringify(entry))}` : ""}`, content, stamp };
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
      const known = new Map(Object.entries(folder.read<Entries<KeptFile>>(name) ?? {}));
      const states = new Map<string, FileState>();
      const hits = new Map<string, FileOutcome>();
      let changed = false;
      for (const file of task.files) {
        const before = known.get(file.path);
        const state = await stateOf(file, task, before);
        if (state === null) continue;
        states.set(file.path, state);
        changed ||= state.stamp !== before?.stamp;
        if (!before || before.key !== state.key || !stillHolds(before.outcome.lookedFor, exists)) continue;
        hits.set(file.path, before.outcome);
        onFile?.(file.path);
      }
      const { files, done } = await completeChunk(task, hits, runner);

      for (const [path, { key }] of states) fileKeys.set(path, key);
      const kept = files.flatMap((outcome) => {
        const state = states.get(outcome.report.path);
        return state && outcome.card !== null ? [[outcome.report.path, { ...state, outcome }] as const] : [];
      });
      if (done || changed || kept.length !== known.size) folder.write(name, Object.fromEntries(kept));
      // Where some files were known, no packages were judged.
      if (done && task.whole) {
        const missing = missingMaterials(task.whole, exists);
        for (const { group, outcome } of done.packages) {
          const keyOf = async (path: string) => states.get(path)?.key ?? null;
          keepPackage(await packageKey(group, task.whole.manifestPath, missing, keyOf), outcome);
        }
      }
      return { files, packages: done?.packages ?? [] };
    },
    async package(task) {
      const files = new Map(task.files.map((file) => [file.path, file]));
      const keyOf = async (path: string) => {
        const file = files.get(path) as TaskFile;
        const own = fileKeys.get(path);
        // A manifest above may state something of a file that its own folder does not.
        return file.entry || own === undefined ? ((await stateOf(file, task))?.key ?? null) : own;
      };
      const { group, manifestPath } = task;
      const key = await packageKey(group, manifestPath, task.missingMaterials, keyOf);
      const hit = key === null ? null : folder.read<Entries<PackageOutcome>>(packageName(group.main))?.[key];
      if (hit && stillHolds(hit.lookedFor, exists)) return hit;
      const outcome = await runner.package(task);
      keepPackage(key, outcome);
      return outcome;
    },
  };
}

function packageName(main: string): string {
  return hash("package", main);
}
