import { existsSync } from "node:fs";
import { today } from "../engine/judgementDate";
import { extensions } from "../readers/index";
import type { Collected } from "../workspace/collect";
import type { FileReport } from "../workspace/fileReport";
import { finish } from "../workspace/finish";
import { collectFiles } from "../workspace/lintFiles";
import { findFiles } from "../workspace/node/findFiles";
import { openProject, type ProjectOptions } from "./project";
import { openRunner, type RunnerOptions } from "./runner";

export interface RepositoryOptions extends ProjectOptions, RunnerOptions {
  asOf: string;
}

/** 文件库: what was read of the files named on the command line. */
export interface ReadRepository {
  collected: Collected;
  reports: readonly FileReport[];
  /** Whether a file was named and no configuration leaves it out; others are companions beside one that was. */
  isWanted(path: string): boolean;
  /** Some argument names nothing; said on standard error. */
  hasUnknown: boolean;
}

/** Reads a whole repository for commands that show it rather than its findings. */
export async function readRepository(
  paths: readonly string[],
  options: RepositoryOptions,
): Promise<ReadRepository> {
  const found = await findFiles(paths.length > 0 ? paths : ["."], extensions);
  for (const name of found.unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);
  const project = await openProject(found.wanted, options);
  const wanted = new Set(found.wanted.filter((path) => !project.ignores(path)));
  const { rulesFor, laws, knownRules } = project;
  const run = { project, asOf: options.asOf, today: today(), read: {}, onFile: () => {}, onDisk: true };
  const runner = await openRunner(found.files, options, run);
  try {
    const collected = await collectFiles(found.files, {
      ...run,
      rulesFor,
      laws,
      // Companions beside a file named by itself are shown with it.
      wanted: (path) => wanted.has(path) || !found.wanted.includes(path),
      exists: existsSync,
      runner,
    });
    const reports = [...finish(collected, { rulesFor, knownRules })];
    return {
      collected,
      reports,
      isWanted: (path) => wanted.has(path),
      hasUnknown: found.unknown.length > 0,
    };
  } finally {
    await runner.close();
  }
}
