import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { allRules } from "../../rules/index";
import { SUPPRESSION_RULES } from "../engine/suppress";
import { documentFormats, loadReporter, type ReportFormat } from "../reporters/index";
import type { LintOutput } from "../reporters/lintOutput";
import type { ReportSettings } from "../reporters/reporter";
import { ConfigError } from "../workspace/node/configFiles";

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
    writeFileSync(target.file, await report(output, { ruleOf, quiet }));
  }
  if (documentFormats.has(format) && process.stdout.isTTY)
    throw new ConfigError(`${format} 是文件，不能显示在屏幕上。请写成 --output ${format}=结果.${format}`);
  const report = await loadReporter(format);
  const colour = color && process.stdout.isTTY === true && !process.env.NO_COLOR;
  process.stdout.write(await report(output, { ruleOf, colour, quiet }));
}

const ruleOf: ReportSettings["ruleOf"] = (id) =>
  [...allRules, ...SUPPRESSION_RULES].find((rule) => rule.id === id);
