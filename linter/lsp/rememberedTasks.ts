import { completeChunk, stillHolds } from "../workspace/knownOutcomes";
import type {
  ChunkTask,
  FileOutcome,
  PackageOutcome,
  PackageTask,
  TaskFile,
  TaskRunner,
} from "../workspace/tasks";

/** What tells whether a file is as it was: the time of its last change, the text of a draft. */
export type Stamp = (path: string) => string;

interface Kept<Outcome> {
  key: string;
  outcome: Outcome;
}

/**
 * 记住的结果: what came of the files beside a draft, from one check to the next, so that a keystroke does not read a whole
 * folder again. Like the cache on the disk, but for one editor and by times of change.
 */
export class RememberedTasks {
  readonly #files = new Map<string, Kept<FileOutcome>>();
  readonly #packages = new Map<string, Kept<PackageOutcome>>();

  clear(): void {
    this.#files.clear();
    this.#packages.clear();
  }

  /** @param basis all else that results depend on: the laws, the date */
  over(runner: TaskRunner, basis: string, stamp: Stamp, exists: (path: string) => boolean): TaskRunner {
    const keyOf = ({ path, ruleSet, entry }: TaskFile, { ruleSets }: ChunkTask | PackageTask) =>
      JSON.stringify([basis, stamp(path), entry, ruleSets[ruleSet]]);
    return {
      width: runner.width,
      chunk: async (task) => {
        const keys = new Map(task.files.map((file) => [file.path, keyOf(file, task)]));
        const known = new Map<string, FileOutcome>();
        for (const [path, key] of keys) {
          const kept = this.#files.get(path);
          if (kept?.key === key && stillHolds(kept.outcome.lookedFor, exists)) known.set(path, kept.outcome);
        }
        const { files, done } = await completeChunk(task, known, runner);
        for (const outcome of done?.files ?? []) {
          const { path } = outcome.report;
          if (outcome.card !== null) this.#files.set(path, { key: keys.get(path) as string, outcome });
        }
        return { files, packages: done?.packages ?? [] };
      },
      package: async (task) => {
        const { group, manifestPath, missingMaterials } = task;
        const files = task.files.map((file) => keyOf(file, task));
        const key = JSON.stringify([group, manifestPath, missingMaterials, files]);
        const kept = this.#packages.get(group.main);
        if (kept?.key === key && stillHolds(kept.outcome.lookedFor, exists)) return kept.outcome;
        const outcome = await runner.package(task);
        if (outcome.main.error === null) this.#packages.set(group.main, { key, outcome });
        return outcome;
      },
    };
  }
}
