import { existsSync } from "node:fs";
import { today } from "../engine/judgementDate";
import type { LawRegistry } from "../facts/laws";
import { extensions, type ReadOptions } from "../readers/index";
import type { FileReport } from "../workspace/fileReport";
import { finish } from "../workspace/finish";
import { collectFiles } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import type { Change } from "../workspace/node/change";
import { ConfigError } from "../workspace/node/configFiles";
import { type FoundFiles, findFiles } from "../workspace/node/findFiles";
import { openStore } from "../workspace/node/spool";
import { StoredList } from "../workspace/store";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import type { FixOptions, FixOutcome } from "./fix";
import { exitCode, type OutcomeOptions, tellResults } from "./outcome";
import { openProject, type ProjectOptions } from "./project";
import { openRunner, type RunnerOptions } from "./runner";
import { openShard, type ShardOptions } from "./shard";
import { readStandardInput } from "./standardInput";

export interface LintCommandOptions
  extends ProjectOptions,
    RunnerOptions,
    OutcomeOptions,
    ShardOptions,
    FixOptions {
  asOf: string;
  rule?: string[];
  /** File whose configuration is shown, instead of linting. */
  printConfig?: string;
  /** Git revision. */
  changed?: string;
  revisions: "accepted" | "original";
  stdinFilename?: string;
  /** Folder for copies of the .docx with comments. */
  annotate?: string;
  progress: boolean;
}

/** `gongwen-lint lint`: returns the exit code. */
export async function lintCommand(paths: string[], options: LintCommandOptions): Promise<number> {
  if (options.printConfig !== undefined)
    return (await import("./printConfig")).printConfig(options.printConfig, options.config);
  const found = options.stdinFilename
    ? {
        files: [await readStandardInput(options.stdinFilename)],
        wanted: [options.stdinFilename],
        unknown: [],
      }
    : await findFiles(paths.length > 0 ? paths : ["."], extensions, options.annotate);
  for (const name of found.unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);

  const part = await openShard(found, options);
  const sources = part?.files ?? found.files;
  const project = await openProject(found.wanted, options);
  const { laws, rulesFor, knownRules } = project;
  const read = { revisions: options.revisions };
  const change = options.changed ? await openChange(options.changed, found, { laws, read }) : null;
  const wanted = new Set(found.wanted.filter((path) => !project.ignores(path)));
  const basis = {
    asOf: options.asOf === "today" ? today() : options.asOf,
    registry: { asOf: laws.asOf, count: laws.count },
  };
  const onDisk = !options.stdinFilename && !options.fixDryRun && !options.diff;
  const lint = async (sources: readonly SourceFile[]) => {
    const progress = await startProgress(sources, options);
    const onFile = () => progress?.increment();
    const run = { project, asOf: options.asOf, today: today(), read, onFile, onDisk };
    const runner = await openRunner(sources, options, run);
    const store = openStore(sources.length);
    try {
      const all = await collectFiles(sources, {
        ...run,
        rulesFor,
        laws,
        wanted: (path) =>
          change?.touches(path) !== false && (wanted.has(path) || isOwnTrouble(path, found.wanted)),
        exists: existsSync,
        runner,
        store,
        rankOf: part?.rankOf,
      });
      const collected = change?.withDependents(all, wanted) ?? all;
      part?.keep(collected);
      return new StoredList(store, finish(collected, { rulesFor, knownRules }));
    } finally {
      await runner.close();
      progress?.stop();
    }
  };
  const { reports, trouble, diff } = await lintAndFix(sources, lint, read, options);
  if (options.diff) {
    process.stdout.write(diff);
    return trouble || found.unknown.length > 0 ? EXIT_TROUBLE : diff === "" ? 0 : EXIT_FINDINGS;
  }

  if (part) await part.write(basis, knownRules);
  const output = await tellResults(reports, basis, options, () => openStore(sources.length), {
    sources,
    read,
  });
  const complete = await annotate(output.files, found.files, { ...options, read, laws });
  return exitCode(output, options, found.unknown.length > 0 || trouble || !complete);
}

/** Lints, and makes fixes if the options want any. */
async function lintAndFix(
  files: readonly SourceFile[],
  lint: (files: readonly SourceFile[]) => Promise<Iterable<FileReport>>,
  read: ReadOptions,
  options: LintCommandOptions,
): Promise<FixOutcome> {
  const { fix, fixDryRun, diff, unsafeFixes } = options;
  if (!fix && !fixDryRun && !diff && !unsafeFixes)
    return { reports: await lint(files), diff: "", trouble: false };
  const fixing = await import("./fix");
  const conflict = fixing.explainConflict(options);
  if (conflict) throw new ConfigError(conflict);
  return fixing.lintAndFix(files, lint, read, options);
}

/** Whether all copies with comments could be written, if any were wanted. */
async function annotate(
  reports: Iterable<FileReport>,
  files: readonly SourceFile[],
  { annotate: folder, ...settings }: LintCommandOptions & { read: ReadOptions; laws: LawRegistry },
): Promise<boolean> {
  if (folder === undefined) return true;
  const { annotateFiles } = await import("./annotate");
  return annotateFiles(reports, files, { folder, ...settings });
}

async function openChange(
  revision: string,
  { files }: FoundFiles,
  settings: { laws: LawRegistry; read: ReadOptions },
): Promise<Change> {
  const { changeSince } = await import("../workspace/node/change");
  const paths = files.map(({ path }) => path);
  return changeSince(revision, paths, { ...settings, today: today() });
}

/** A manifest is reported only when it is wrong and its folder was asked for. */
function isOwnTrouble(path: string, wanted: readonly string[]): boolean {
  return /(^|\/)gongwen\.ya?ml$/.test(path) && wanted.length > 0;
}

/** A progress bar on a terminal, for more than a handful of files. */
async function startProgress(files: readonly SourceFile[], { progress, format }: LintCommandOptions) {
  if (!progress || files.length < 20 || !process.stderr.isTTY || (format === "json" && process.stdout.isTTY))
    return null;
  const { SingleBar, Presets } = (await import("cli-progress")).default;
  const bar = new SingleBar(
    {
      format: "检查 {bar} {value}/{total} 个文件，约剩 {eta} 秒",
      clearOnComplete: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  bar.start(files.length, 0);
  return bar;
}
