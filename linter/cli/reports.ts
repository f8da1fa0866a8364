import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { allRules } from "../../rules/index";
import { SUPPRESSION_RULES } from "../engine/suppress";
import type { ReadOptions } from "../readers/index";
import { documentFormats, formatsWithText, loadReporter, type ReportFormat } from "../reporters/index";
import type { ReportInput } from "../reporters/lintOutput";
import type { Reporter, ReportSettings } from "../reporters/reporter";
import type { SourceFile } from "../workspace/load";
import { ConfigError } from "../workspace/node/configFiles";
import { troubleText } from "./troubleText";
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

/** The documents that were checked, for reports that show their text. */
export interface ReportedDocuments {
  sources: Iterable<SourceFile>;
  read: ReadOptions;
}

/** Prints the results in one format and writes them to files in others; an unwritable file throws. */
export async function writeReports(
  output: ReportInput,
  { format, output: targets = [], quiet, color }: ReportOptions,
  documents: ReportedDocuments,
): Promise<void> {
  const textOf = [format, ...targets.map((target) => target.format)].some((one) => formatsWithText.has(one))
    ? await openTexts(output, documents)
    : undefined;
  for (const target of targets) {
    const report = await loadReporter(target.format);
    await writeReport(target.file, report(output, { ruleOf, quiet, textOf }));
  }
  if (documentFormats.has(format) && process.stdout.isTTY)
    throw new ConfigError(`${format} 是文件，不能显示在屏幕上。请写成 --output ${format}=结果.${format}`);
  const report = await loadReporter(format);
  const colour = color && process.stdout.isTTY === true && !process.env.NO_COLOR;
  await print(report(output, { ruleOf, colour, quiet, textOf }));
}

async function openTexts({ files }: ReportInput, { sources, read }: ReportedDocuments) {
  const { documentTexts } = await import("../documentTexts");
  const texts = await documentTexts(files, sources, read);
  return (path: string) => texts.get(path);
}

async function writeReport(file: string, report: ReturnType<Reporter>): Promise<void> {
  const made = await report;
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (typeof made === "string" || made instanceof Uint8Array) writeFileSync(file, made);
    else writeParts(file, made);
  } catch (error) {
    throw new ConfigError(`${file}：结果写不进去（${troubleText(error)}）`);
  }
}

/** Waits for whoever reads, so that what is not read yet does not fill the memory. */
async function print(report: ReturnType<Reporter>): Promise<void> {
  const made = await report;
  const parts = typeof made === "string" || made instanceof Uint8Array ? [made] : gathered(made);
  for (const part of parts) if (!process.stdout.write(part)) await once(process.stdout, "drain");
}

const ruleOf: ReportSettings["ruleOf"] = (id) =>
  [...allRules, ...SUPPRESSION_RULES].find((rule) => rule.id === id);
