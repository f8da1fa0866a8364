import type { Severity } from "../engine/finding";
import { atLeast } from "../engine/run";
import { countResults, type FileResult, type ReportInput } from "../reporters/lintOutput";
import type { FileReport } from "../workspace/fileReport";
import { ConfigError } from "../workspace/node/configFiles";
import { type Store, StoredList } from "../workspace/store";
import type { BaselineOptions } from "./baseline";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import { type ReportedDocuments, type ReportOptions, writeReports } from "./reports";
import { version } from "./version";

/** Options on what becomes of results, the same for `lint` and `merge`. */
export interface OutcomeOptions extends ReportOptions, BaselineOptions {
  failOn: Severity | "none";
  maxWarnings?: number;
}

/** Prints and writes the results, without what a baseline covers; what it leaves goes into a store. */
export async function tellResults(
  reports: Iterable<FileReport>,
  basis: Pick<ReportInput, "asOf" | "registry">,
  options: OutcomeOptions,
  openStore: () => Store,
  documents: ReportedDocuments,
): Promise<ReportInput> {
  const { files, ...baseline } = await judgeByBaseline(reports, options, openStore);
  const output: ReportInput = {
    version: 1,
    tool: { name: "gongwen-lint", version },
    ...basis,
    files,
    counts: countResults(files),
    ...baseline,
  };
  await writeReports(output, options, documents);
  return output;
}

async function judgeByBaseline(
  files: Iterable<FileReport>,
  options: BaselineOptions,
  openStore: () => Store,
) {
  if (options.baseline) {
    const baseline = (await import("./baseline")).openBaseline(options.baseline, options);
    const judged = new StoredList<FileResult>(openStore());
    for (const file of files) judged.push(baseline.judge(file));
    return { files: judged, baseline: baseline.close() };
  }
  if (options.updateBaseline || options.pruneBaseline)
    throw new ConfigError("--update-baseline 和 --prune-baseline 要与 --baseline 文件 一起用");
  return { files };
}

export function exitCode(
  { files, counts }: ReportInput,
  { failOn, maxWarnings }: OutcomeOptions,
  trouble: boolean,
): number {
  if (trouble || counts.unreadable > 0) return EXIT_TROUBLE;
  const failing = failOn !== "none" && hasFinding(files, failOn);
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  return failing || tooMany ? EXIT_FINDINGS : 0;
}

function hasFinding(files: ReportInput["files"], least: Severity): boolean {
  for (const { findings } of files)
    if (findings.some(({ severity }) => atLeast(severity, least))) return true;
  return false;
}
