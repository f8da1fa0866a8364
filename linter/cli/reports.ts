import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { allRules } from "../../rules/index";
import { SUPPRESSION_RULES } from "../engine/suppress";
import { documentFormats, loadReporter, type ReportFormat } from "../reporters/index";
import type { ReportInput } from "../reporters/lintOutput";
import type { Reporter, ReportSettings } from "../reporters/reporter";
import { ConfigError } from "../workspace/node/configFiles";
import { gathered, writeParts } from "./writeFile";

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
  output: ReportInput,
  { format, output: targets = [], quiet, color }: ReportOptions,
): Promise<void> {
  for (const target of targets) {
    const report = await loadReporter(target.format);
    mkdirSync(dirname(target.file), { recursive: true });
    await writeReport(target.file, report(output, { ruleOf, quiet }));
  }
  if (documentFormats.has(format) && process.stdout.isTTY)
    throw new ConfigError(`${format} 是文件，不能显示在屏幕上。请写成 --output ${format}=结果.${format}`);
  const report = await loadReporter(format);
  const colour = color && process.stdout.isTTY === true && !process.env.NO_COLOR;
  await print(report(output, { ruleOf, colour, quiet }));
}

async function writeReport(file: string, report: ReturnType<Reporter>): Promise<void> {
  const made = await report;
  if (typeof made === "string" || made instanceof Uint8Array) writeFileSync(file, made);
  else writeParts(file, made);
}

/** Waits for whoever reads, so that what is not read yet does not fill the memory. */
async function print(report: ReturnType<Reporter>): Promise<void> {
  const made = await report;
  const parts = typeof made === "string" || made instanceof Uint8Array ? [made] : gathered(made);
  for (const part of parts) if (!process.stdout.write(part)) await once(process.stdout, "drain");
}

const ruleOf: ReportSettings["ruleOf"] = (id) =>
  [...allRules, ...SUPPRESSION_RULES].find((rule) => rule.id === id);
