import workerpool from "workerpool";
import { failed, failedPackage } from "../runTasks";
import type { ChunkResult, ChunkTask, PackageOutcome, PackageTask, TaskRunner } from "../tasks";

export interface PoolSettings {
  /** Program of a worker; see serveTasks.ts. */
  script: string;
  workers: number;
  /** What a worker knows from its start; cloned to each. */
  data: unknown;
  onFile?: (path: string) => void;
  /** Limits of one worker's memory, as Node takes them. */
  resourceLimits?: { maxOldGenerationSizeMb?: number };
}

/** 工作线程: does tasks on other cores. Close it, or the process does not end. */
export interface WorkerPool extends TaskRunner {
  close(): Promise<void>;
}

/**
 * A pool of worker threads. When one dies, the files of its task are tried again one at a time, each with a worker that
 * has nothing else; a file that ends that one too is reported as not checked.
 */
export function openPool({ script, workers, data, onFile, resourceLimits }: PoolSettings): WorkerPool {
  const pool = workerpool.pool(script, {
    workerType: "thread",
    maxWorkers: workers,
    workerThreadOpts: { workerData: data, resourceLimits },
  });
  /** The result, or why the worker ended without one. */
  const attempt = async <T>(method: string, task: ChunkTask | PackageTask): Promise<T | string> => {
    try {
      return (await pool.exec(method, [task])) as T;
    } catch (error) {
      if (error instanceof workerpool.TerminateError) return whyEnded(error);
      throw error;
    }
  };
  const chunk = async (task: ChunkTask): Promise<ChunkResult> => {
    const result = await attempt<ChunkResult>("chunk", task);
    if (typeof result !== "string") return result;
    const files = [];
    for (const file of task.files) {
      const alone = await attempt<ChunkResult>("chunk", { ...task, files: [file], whole: null });
      files.push(...(typeof alone === "string" ? [failed(file.path, alone)] : alone.files));
    }
    return { files, packages: [] };
  };
  return {
    // One task waits for each worker, so that none is idle while a result is taken in.
    width: workers * 2,
    chunk: async (task) => {
      const result = await chunk(task);
      for (const { path } of task.files) onFile?.(path);
      return result;
    },
    package: async (task) => {
      let outcome = await attempt<PackageOutcome>("package", task);
      if (typeof outcome === "string") outcome = await attempt<PackageOutcome>("package", task);
      return typeof outcome === "string" ? failedPackage(task.group, outcome) : outcome;
    },
    close: async () => {
      await pool.terminate();
    },
  };
}

function whyEnded(error: Error): string {
  const memory = /memory/i.test(error.message);
  return `检查这个文件的工作线程两次意外终止（${memory ? "内存不足" : "程序崩溃或者被终止"}），没有检查完，其他文件不受影响`;
}
