import type { Severity } from "../engine/finding";
import { atLeast } from "../engine/run";
import { countResults, type LintOutput } from "../reporters/lintOutput";
import type { FileReport } from "../workspace/fileReport";
import { ConfigError } from "../workspace/node/configFiles";
import type { BaselineOptions } from "./baseline";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import { type ReportOptions, writeReports } from "./reports";
import { version } from "./version";

/** Options on what becomes of results, the same for `lint` and `merge`. */
export interface OutcomeOptions extends ReportOptions, BaselineOptions {
  failOn: Severity | "none";
  maxWarnings?: number;
}

/** Prints and writes the results, without what a baseline covers. */
export async function tellResults(
  reports: readonly FileReport[],
  basis: Pick<LintOutput, "asOf" | "registry">,
  options: OutcomeOptions,
): Promise<LintOutput> {
  const { files, ...baseline } = await judgeByBaseline(reports, options);
  const output: LintOutput = {
    version: 1,
    tool: { name: "gongwen-lint", version },
    ...basis,
    files,
    counts: countResults(files),
    ...baseline,
  };
  await writeReports(output, options);
  return output;
}

async function judgeByBaseline(files: readonly FileReport[], options: BaselineOptions) {
  if (options.baseline) return (await import("./baseline")).withBaseline(files, options.baseline, options);
  if (options.updateBaseline || options.pruneBaseline)
    throw new ConfigError("--update-baseline 和 --prune-baseline 要与 --baseline 文件 一起用");
  return { files };
}

export function exitCode(
  { files, counts }: LintOutput,
  { failOn, maxWarnings }: OutcomeOptions,
  trouble: boolean,
): number {
  if (trouble || counts.unreadable > 0) return EXIT_TROUBLE;
  const failing =
    failOn !== "none" &&
    files.some(({ findings }) => findings.some(({ severity }) => atLeast(severity, failOn)));
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  return failing || tooMany ? EXIT_FINDINGS : 0;
}
