import type { Finding } from "../engine/finding";
import { compareFindings } from "../engine/run";
import type { FileReport } from "./fileReport";
import type { PackageOutcome } from "./tasks";

/** Puts the reports of a package in the place of those its files have by themselves. */
export function applyPackage(outcome: PackageOutcome, reports: Map<string, FileReport>): void {
  reports.set(outcome.main.path, outcome.main);
  for (const report of outcome.companions) reports.set(report.path, report);
  for (const { path, findings } of outcome.inCompanions) addFindings(path, findings, reports);
}

/** Adds findings to a file's report, in their places. */
export function addFindings(
  path: string,
  findings: readonly Finding[],
  reports: Map<string, FileReport>,
): void {
  const report = reports.get(path);
  if (!report) throw new Error(`报告了不在本次检查内的文件：${path}`);
  reports.set(path, { ...report, findings: [...report.findings, ...findings].sort(compareFindings) });
}
