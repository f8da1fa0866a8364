import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { allRules } from "../../rules/index";
import { SUPPRESSION_RULES } from "../engine/suppress";
import { loadReporter, type ReportFormat } from "../reporters/index";
import type { LintOutput } from "../reporters/lintOutput";
import type { ReportSettings } from "../reporters/reporter";

/** A further report, asked for by `--output FORMAT=FILE`. */
export interface ReportTarget {
  format: ReportFormat;
  file: string;
}

export interface ReportOptions {
  format: ReportFormat;
  output?: readonly ReportTarget[];
  quiet?: boolean;
  color: boolean;
}

/** Prints the results in one format and writes them to files in others; an unwritable file throws. */
export async function writeReports(
  output: LintOutput,
  { format, output: targets = [], quiet, color }: ReportOptions,
): Promise<void> {
  for (const target of targets) {
    const report = await loadReporter(target.format);
    mkdirSync(dirname(target.file), { recursive: true });
    writeFileSync(target.file, report(output, { ruleOf, quiet }));
  }
  const report = await loadReporter(format);
  const colour = color && process.stdout.isTTY === true && !process.env.NO_COLOR;
  process.stdout.write(report(output, { ruleOf, colour, quiet }));
}

const ruleOf: ReportSettings["ruleOf"] = (id) =>
  [...allRules, ...SUPPRESSION_RULES].find((rule) => rule.id === id);
