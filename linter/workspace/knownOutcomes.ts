import type { Exists } from "./folderManifest";
import type { ChunkResult, ChunkTask, FileOutcome, LookedFor, TaskRunner } from "./tasks";

/** Files that were looked for are there, or not there, as they were then. */
export function stillHolds(lookedFor: readonly LookedFor[], exists: Exists): boolean {
  return lookedFor.every(({ path, there }) => exists(path) === there);
}

/** A chunk of which some outcomes are known: all of them, and what had to be done for it; null when nothing had. */
export interface CompletedChunk {
  files: readonly FileOutcome[];
  done: ChunkResult | null;
}

/**
 * Has only those files of a chunk done whose outcome is not known. Packages need all their files in view: when some are
 * known, the coordinator asks for packages later.
 */
export async function completeChunk(
  task: ChunkTask,
  known: ReadonlyMap<string, FileOutcome>,
  runner: TaskRunner,
): Promise<CompletedChunk> {
  const missed = task.files.filter(({ path }) => !known.has(path));
  const whole = known.size === 0 ? task.whole : null;
  const done = missed.length > 0 ? await runner.chunk({ ...task, files: missed, whole }) : null;
  const fresh = new Map(done?.files.map((outcome) => [outcome.report.path, outcome]));
  const files = task.files.map(({ path }) => (known.get(path) ?? fresh.get(path)) as FileOutcome);
  return { files, done };
}
