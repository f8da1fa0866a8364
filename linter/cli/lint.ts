import { existsSync, readFileSync } from "node:fs";
import { allRules } from "../../rules/index";
import { staleRegistryNotice } from "../../rules/laws/registryAge";
import type { Severity } from "../engine/finding";
import { today } from "../engine/judgementDate";
import { atLeast } from "../engine/run";
import type { LawRegistry } from "../facts/laws";
import { extensions, type ReadOptions } from "../readers/index";
import { countResults, type LintOutput } from "../reporters/lintOutput";
import { type FileReport, lintFiles } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import {
  ConfigError,
  ConfigFiles,
  isIgnored,
  type LoadedConfig,
  rulesFor,
} from "../workspace/node/configFiles";
import { type FoundFiles, findFiles } from "../workspace/node/findFiles";
import type { BaselineOptions } from "./baseline";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import type { FixOptions, FixOutcome } from "./fix";
import { openShippedRegistry } from "./registry";
import { type ReportOptions, writeReports } from "./reports";
import { readStandardInput } from "./standardInput";
import { version } from "./version";

export interface LintCommandOptions extends ReportOptions, BaselineOptions, FixOptions {
  asOf: string;
  /** Path, true (search upwards) or false (none). */
  config?: string | boolean;
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

  const rules = chosenRules(options.rule);
  const configs = new ConfigFiles(rules, typeof options.config === "string" ? options.config : null);
  const nearest = new Map<string, LoadedConfig | null>();
  for (const path of found.wanted)
    nearest.set(path, options.config === false ? null : await configs.nearest(path));
  const laws = await openLaws([...nearest.values()]);
  const age = staleRegistryNotice(laws.asOf, today());
  if (age) process.stderr.write(`${age}\n`);

  const wanted = new Set(found.wanted.filter((path) => !isIgnored(path, nearest.get(path) ?? null)));
  const read = { revisions: options.revisions };
  const lint = async (sources: readonly SourceFile[]) => {
    const reports = new Map<string, FileReport>();
    const progress = await startProgress(sources, options);
    for await (const report of lintFiles(sources, {
      rulesFor: (path) => rulesFor(path, nearest.get(path) ?? null, rules),
      laws,
      asOf: options.asOf,
      today: today(),
      read,
      knownRules: new Set(allRules.map(({ id }) => id)),
      wanted: (path) => wanted.has(path) || isOwnTrouble(path, found.wanted),
      exists: existsSync,
      onFile: () => progress?.increment(),
    })) {
      reports.set(report.path, report);
    }
    progress?.stop();
    return inOrder(reports, found.wanted);
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

function chosenRules(ids: readonly string[] | undefined) {
  if (!ids) return allRules;
  return ids.map((id) => {
    const rule = allRules.find((candidate) => candidate.id === id);
    if (!rule) throw new ConfigError(`没有规则 ${id}，用 gongwen-lint rules 查看全部规则`);
    return rule;
  });
}

/** Own law files of all configurations in use, on top of the shipped registry. */
async function openLaws(configs: readonly (LoadedConfig | null)[]): Promise<LawRegistry> {
  const paths = new Set(configs.flatMap((config) => config?.laws ?? []));
  if (paths.size === 0) return openShippedRegistry();
  const { parseOwnEntries } = await import("../../rules/laws/ownEntries");
  const entries = [];
  for (const path of paths) {
    if (!existsSync(path)) throw new ConfigError(`${path}：没有这个法律法规文件（配置的 laws）`);
    const { rows, problems } = await parseOwnEntries(readFileSync(path, "utf8"), path);
    if (problems.length > 0)
      throw new ConfigError(problems.map((problem) => `${path}：${problem}`).join("\n"));
    entries.push(...rows);
  }
  return openShippedRegistry(entries);
}

/** A manifest is reported only when it is wrong and its folder was asked for. */
function isOwnTrouble(path: string, wanted: readonly string[]): boolean {
  return /(^|\/)gongwen\.ya?ml$/.test(path) && wanted.length > 0;
}

function inOrder(reports: ReadonlyMap<string, FileReport>, wanted: readonly string[]): FileReport[] {
  const rank = new Map(wanted.map((path, index) => [path, index]));
  const last = wanted.length;
  return [...reports.values()].sort((a, b) => (rank.get(a.path) ?? last) - (rank.get(b.path) ?? last));
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
