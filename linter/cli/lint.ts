import { existsSync } from "node:fs";
import { allRules } from "../../rules/index";
import type { Severity } from "../engine/finding";
import { today } from "../engine/judgementDate";
import { atLeast } from "../engine/run";
import type { LawRegistry } from "../facts/laws";
import { extensions, type ReadOptions } from "../readers/index";
import { countResults, type LintOutput } from "../reporters/lintOutput";
import { type FileReport, lintFiles } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import { ConfigError } from "../workspace/node/configFiles";
import { type FoundFiles, findFiles } from "../workspace/node/findFiles";
import type { BaselineOptions } from "./baseline";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import type { FixOptions, FixOutcome } from "./fix";
import { openProject, type ProjectOptions } from "./project";
import { type ReportOptions, writeReports } from "./reports";
import { openRunner, type RunnerOptions } from "./runner";
import { readStandardInput } from "./standardInput";
import { version } from "./version";

export interface LintCommandOptions
  extends ProjectOptions,
    RunnerOptions,
    ReportOptions,
    BaselineOptions,
    FixOptions {
  asOf: string;
  rule?: string[];
  /** Git revision. */
  changed?: string;
  failOn: Severity | "none";
  maxWarnings?: number;
  revisions: "accepted" | "original";
  stdinFilename?: string;
  /** Folder for copies of the .docx with comments. */
  annotate?: string;
  progress: boolean;
}

/** `gongwen-lint lint`: returns the exit code. */
export async function lintCommand(paths: string[], options: LintCommandOptions): Promise<number> {
  const named = options.stdinFilename
    ? {
        files: [await readStandardInput(options.stdinFilename)],
        wanted: [options.stdinFilename],
        unknown: [],
      }
    : await findFiles(paths.length > 0 ? paths : ["."], extensions);
  const found = options.changed ? await onlyChanged(named, options.changed) : named;
  for (const name of found.unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);

  const project = await openProject(found.wanted, options);
  const { laws, rulesFor } = project;
  const wanted = new Set(found.wanted.filter((path) => !project.ignores(path)));
  const read = { revisions: options.revisions };
  const onDisk = !options.stdinFilename && !options.fixDryRun && !options.diff;
  const lint = async (sources: readonly SourceFile[]) => {
    const progress = await startProgress(sources, options);
    const onFile = () => progress?.increment();
    const run = { project, asOf: options.asOf, today: today(), read, onFile, onDisk };
    const runner = await openRunner(sources, options, run);
    const reports: FileReport[] = [];
    try {
      for await (const report of lintFiles(sources, {
        ...run,
        rulesFor,
        laws,
        knownRules: new Set(allRules.map(({ id }) => id)),
        wanted: (path) => wanted.has(path) || isOwnTrouble(path, found.wanted),
        exists: existsSync,
        runner,
      })) {
        reports.push(report);
      }
    } finally {
      await runner.close();
      progress?.stop();
    }
    return reports;
  };
  const { reports, trouble, diff } = await lintAndFix(found.files, lint, read, options);
  if (options.diff) {
    process.stdout.write(diff);
    return trouble || found.unknown.length > 0 ? EXIT_TROUBLE : diff === "" ? 0 : EXIT_FINDINGS;
  }

  const { files, ...baseline } = await judgeByBaseline(reports, options);
  const output: LintOutput = {
    version: 1,
    tool: { name: "gongwen-lint", version },
    asOf: options.asOf === "today" ? today() : options.asOf,
    registry: { asOf: laws.asOf, count: laws.count },
    files,
    counts: countResults(files),
    ...baseline,
  };
  await writeReports(output, options);
  const complete = await annotate(files, found.files, { ...options, read, laws });
  return exitCode(output, options, found.unknown.length > 0 || trouble || !complete);
}

/** Lints, and makes fixes if the options want any. */
async function lintAndFix(
  files: readonly SourceFile[],
  lint: (files: readonly SourceFile[]) => Promise<readonly FileReport[]>,
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
  reports: readonly FileReport[],
  files: readonly SourceFile[],
  { annotate: folder, ...settings }: LintCommandOptions & { read: ReadOptions; laws: LawRegistry },
): Promise<boolean> {
  if (folder === undefined) return true;
  const { annotateFiles } = await import("./annotate");
  return annotateFiles(reports, files, { folder, ...settings });
}

async function onlyChanged(found: FoundFiles, revision: string): Promise<FoundFiles> {
  return (await import("../workspace/node/changed")).onlyChanged(found, revision);
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

async function judgeByBaseline(files: readonly FileReport[], options: BaselineOptions) {
  if (options.baseline) return (await import("./baseline")).withBaseline(files, options.baseline, options);
  if (options.updateBaseline || options.pruneBaseline)
    throw new ConfigError("--update-baseline 和 --prune-baseline 要与 --baseline 文件 一起用");
  return { files };
}

function exitCode(
  { files, counts }: LintOutput,
  { failOn, maxWarnings }: LintCommandOptions,
  trouble: boolean,
): number {
  if (trouble || counts.unreadable > 0) return EXIT_TROUBLE;
  const failing =
    failOn !== "none" &&
    files.some(({ findings }) => findings.some(({ severity }) => atLeast(severity, failOn)));
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  return failing || tooMany ? EXIT_FINDINGS : 0;
}
