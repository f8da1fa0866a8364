import type { Finding } from "../engine/finding";
import { compareFindings } from "../engine/run";
import type { CollectedFile } from "./collect";
import type { FileReport } from "./fileReport";
import type { Store } from "./store";
import type { PackageOutcome } from "./tasks";

/** Puts the reports of a package in the place of those its files have by themselves. */
export function applyPackage(
  outcome: PackageOutcome,
  files: ReadonlyMap<string, CollectedFile>,
  store: Store,
): void {
  const fileOf = (path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`报告了不在本次检查内的文件：${path}`);
    return file;
  };
  for (const report of [outcome.main, ...outcome.companions]) fileOf(report.path).report = store.put(report);
  for (const { path, findings } of outcome.inCompanions) {
    const file = fileOf(path);
    file.report = store.put(withFindings(store.get(file.report), findings));
  }
}

/** The report with more findings, in their places. */
export function withFindings(report: FileReport, findings: readonly Finding[]): FileReport {
  return { ...report, findings: [...report.findings, ...findings].sort(compareFindings) };
}
