import { configureRules } from "../../linter/engine/configure";
import type { Finding } from "../../linter/engine/finding";
import type { Rule } from "../../linter/engine/rule";
import { type FileReport, lintFiles } from "../../linter/workspace/lintFiles";
import type { SourceFile } from "../../linter/workspace/load";
import { allRules } from "../../rules/index";
import { testRegistry } from "./registry";

/** Files held in memory: path → text, or bytes of other formats. */
export type Texts = Readonly<Record<string, string | Uint8Array>>;

export interface LintTextsOptions {
  rules?: readonly Rule[];
  asOf?: string;
  exists?: (path: string) => boolean;
}

/** Lints texts as a folder of files, with the real registry; reports in the order of the given paths. */
export async function lintTexts(texts: Texts, options: LintTextsOptions = {}): Promise<FileReport[]> {
  const files: SourceFile[] = Object.entries(texts).map(([path, text]) => ({
    path,
    read: async () => (typeof text === "string" ? new TextEncoder().encode(text) : text),
  }));
  const rules = configureRules(options.rules ?? allRules);
  const reports = new Map<string, FileReport>();
  for await (const report of lintFiles(files, {
    rulesFor: () => rules,
    laws: testRegistry(),
    asOf: options.asOf ?? "2026-11-24",
    today: "2026-11-24",
    exists: options.exists,
  })) {
    reports.set(report.path, report);
  }
  return Object.keys(texts).flatMap((path) => reports.get(path) ?? []);
}

/** All findings of a set of files, main document first. */
export async function findingsOf(texts: Texts, options: LintTextsOptions = {}): Promise<Finding[]> {
  const reports = await lintTexts(texts, options);
  const broken = reports.find(({ error }) => error !== null);
  if (broken) throw new Error(`${broken.path}: ${broken.error}`);
  return reports.flatMap(({ findings }) => findings);
}
