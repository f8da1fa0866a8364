import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { ReadOptions } from "../readers/index";
import { leaveUnchecked } from "../workspace/config/leaveUnchecked";
import { isManifest } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import { inThisThread } from "../workspace/runTasks";
import type { TaskRunner } from "../workspace/tasks";
import { packageFile } from "./packageFile";
import type { Project } from "./project";
import type { LintWorkerData } from "./worker";

export interface RunnerOptions {
  /** Threads; default: the cores there are, or this one alone for few files. */
  workers?: number;
  cache?: boolean;
  cacheLocation?: string;
}

interface RunnerSettings {
  project: Project;
  asOf: string;
  today: string;
  read: ReadOptions;
  onFile: (path: string) => void;
  /** False: what is to be read is not what is on the disk. */
  onDisk: boolean;
}

/** Below this many files a worker takes longer to start than it saves. */
const FEW_FILES = 40;

/** Who does the work of a run: this thread or a pool, behind a cache if one is wanted. Close it at the end. */
export async function openRunner(
  files: readonly SourceFile[],
  options: RunnerOptions,
  settings: RunnerSettings,
): Promise<ClosableRunner> {
  const runner = await openAnyRunner(files, options, settings);
  // Outermost: no cache must keep what is wrong with a configuration.
  return { ...leaveUnchecked(runner, settings.project.troubleOf), close: runner.close };
}

type ClosableRunner = TaskRunner & { close(): Promise<void> };

async function openAnyRunner(
  files: readonly SourceFile[],
  options: RunnerOptions,
  settings: RunnerSettings,
): Promise<ClosableRunner> {
  const { project, asOf, today, read, onFile, onDisk } = settings;
  const sources = new Map(files.map((file) => [file.path, file]));
  const source = (path: string) => sources.get(path) as SourceFile;
  const exists = (path: string) => sources.has(path) || existsSync(path);
  const { laws, rulesFor, ownLaws } = project;
  const workers = onDisk ? (options.workers ?? defaultWorkers(files)) : 1;
  const data: LintWorkerData = { asOf, today, read, ownLaws };
  const done =
    workers > 1
      ? await openWorkers(workers, data, onFile)
      : {
          ...inThisThread({ laws, rulesFor, asOf, today, read, source, exists, onFile }),
          close: async () => {},
        };
  if (!options.cache && options.cacheLocation === undefined) return done;
  const [{ withCache }, { CacheFolder, hash }] = await Promise.all([
    import("../workspace/node/cache"),
    import("../workspace/node/cacheFolder"),
  ]);
  const folder = new CacheFolder(options.cacheLocation ?? ".gongwen-cache");
  // The names of all parts of the program are in the worker's text, with hashes of what they hold.
  const program = readFileSync(packageFile("dist", "worker.js"));
  const registry = readFileSync(packageFile("dist", "registry.utf16"));
  const basis = hash(program, registry, JSON.stringify([ownLaws, read, asOf, today]));
  return {
    ...withCache(done, { folder, basis, source, exists, onFile }),
    close: async () => {
      folder.prune();
      await done.close();
    },
  };
}

function defaultWorkers(files: readonly SourceFile[]): number {
  return files.filter(({ path }) => !isManifest(path)).length < FEW_FILES ? 1 : availableParallelism();
}

async function openWorkers(workers: number, data: LintWorkerData, onFile: (path: string) => void) {
  const { openPool } = await import("../workspace/node/pool");
  return openPool({ script: packageFile("dist", "worker.js"), workers, data, onFile });
}
