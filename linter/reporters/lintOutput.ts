import type { Finding, Severity } from "../engine/finding";
import { jsonText, Listed } from "./jsonText";

/** One file's line of results, as every reporter gets it. */
export interface FileResult {
  path: string;
  /** 标题 and 发文字号, for reports that people read; the JSON contract has them in `inspect`. */
  title: string | null;
  docNumber: string | null;
  kind: string | null;
  normative: boolean;
  error: string | null;
  findings: readonly Finding[];
  /** The date this file was judged on, and why; null when it could not be read. */
  asOf: { date: string; from: "today" | "given" | "document" } | null;
  notes: readonly string[];
}

/** 校核结果: what `gongwen-lint lint --format json` prints (contract version 1). */
export interface LintOutput {
  version: 1;
  tool: { name: "gongwen-lint"; version: string };
  /** The date asked for; “document” when each file is judged on its own date. */
  asOf: string;
  registry: { asOf: string; count: number };
  files: readonly FileResult[];
  /** Without the findings a baseline covers. */
  counts: { files: number; unreadable: number } & Record<Severity, number>;
  /** 基线, when one was given: findings it covers, and entries it no longer needs. */
  baseline?: { covered: number; unused: number };
}

/** The same results, whose files may be more than memory holds: they can be gone through again and again. */
export type ReportInput = Omit<LintOutput, "files"> & { files: Iterable<FileResult> };

export function countResults(files: Iterable<FileResult>): LintOutput["counts"] {
  const counts = { files: 0, unreadable: 0, error: 0, warning: 0, info: 0 };
  for (const { error, findings } of files) {
    counts.files += 1;
    if (error !== null) counts.unreadable += 1;
    for (const { severity } of findings) counts[severity] += 1;
  }
  return counts;
}

/** The contract's JSON: findings without the sentence and changes of formatting, which only this program needs. */
export function lintJson(output: ReportInput): string {
  return [...json(output)].join("");
}

/** The same in parts. */
export function json(output: ReportInput): Iterable<string> {
  return jsonText({ ...output, files: new Listed(output.files, (file) => [contractFile(file)]) });
}

/** A file's results as the contract has them; `inspect` tells what was recognised in it. */
export function contractFile({ title: _, docNumber: __, ...file }: FileResult) {
  return { ...file, findings: file.findings.map(contractFinding) };
}

export function contractFinding({ sentence: _, ...finding }: Finding) {
  const { fix } = finding;
  return { ...finding, fix: fix && { safety: fix.safety, title: fix.title, edits: fix.edits } };
}

export function toJson(output: unknown): string {
  return `${JSON.stringify(output, null, 2)}\n`;
}
