import type { Finding } from "../engine/finding";
import { compareFindings } from "../engine/run";
import {
  aboutSuppression,
  END,
  type RulesInPlay,
  type Suppression,
  suppress,
  type WrittenSuppressions,
} from "../engine/suppress";
import type { FileReport } from "./fileReport";
import { join } from "./grouping";
import type { FolderManifest } from "./tasks";

/** 例外 that a manifest states for a whole file. */
export interface StatedException {
  /** The file it is for. */
  path: string;
  /** Whether that file was there. */
  there: boolean;
  suppression: Suppression;
}

export function statedExceptions(
  { folder, manifest }: FolderManifest,
  exists: (path: string) => boolean,
): StatedException[] {
  return (manifest?.exceptions ?? []).map(({ ruleId, path, line }) => {
    const location = { line, column: 1, endLine: line, endColumn: 1, paragraph: null, page: null };
    const place = { block: 0, start: 0, end: 0 };
    const quote = `例外：${ruleId}，${path}`;
    const suppression = { ruleId, from: 0, to: END, place, location, quote };
    const whole = join(folder, path);
    return { path: whole, there: exists(whole), suppression };
  });
}

/**
 * A file's report after its exceptions. What is to be said of exceptions in comments joins the report; what is to be
 * said of those in manifests comes back apart, for the manifests' own reports.
 */
export function obeyExceptions(
  report: FileReport,
  written: WrittenSuppressions | null,
  stated: readonly Suppression[],
  rules: RulesInPlay,
): { report: FileReport; aboutStated: readonly Finding[] } {
  if (!written && stated.length === 0) return { report, aboutStated: [] };
  // Of a file that was not checked to its end nobody can say that an exception met nothing.
  const judging = report.error === null ? rules : { ran: () => false };
  const byManifest = suppress(report.findings, stated, judging);
  const byComments = suppress(byManifest.findings, written?.suppressions ?? [], judging);
  const left = byComments.findings;
  const taken = report.findings.length - left.length;
  const findings = [...left, ...byComments.unused, ...(written?.findings ?? [])].sort(compareFindings);
  const notes = taken > 0 ? [...report.notes, `按写明的例外，${taken} 个问题不报告`] : report.notes;
  return { report: { ...report, findings, notes }, aboutStated: byManifest.unused };
}

/** Findings on exceptions whose file is not there. */
export function exceptionsWithoutFile(stated: readonly StatedException[]): Finding[] {
  return stated
    .filter(({ there }) => !there)
    .map(({ path, suppression }) =>
      aboutSuppression(suppression, "unused-suppression", `例外所列的文件 ${path} 不存在`),
    );
}
