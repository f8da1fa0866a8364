import type { Finding } from "../engine/finding";
import { compareFindings } from "../engine/run";
import {
  aboutSuppression,
  type RulesInPlay,
  type Suppression,
  suppress,
  type WrittenSuppressions,
} from "../engine/suppress";
import { join } from "./grouping";
import type { FileReport } from "./lintFiles";
import type { Manifest, ManifestException } from "./manifest";

/** Exceptions (例外) that a folder's files and its manifest state. */
export interface FolderExceptions {
  /** By path; only files that have any. */
  inComments: Map<string, WrittenSuppressions>;
  /** By the path of the file they are for. */
  inManifest: ReadonlyMap<string, readonly Suppression[]>;
}

/** The exceptions of a folder's manifest, for whole files; comments are added as files are read. */
export function folderExceptions(folder: string, manifest: Manifest | null): FolderExceptions {
  const inManifest = new Map<string, Suppression[]>();
  for (const exception of manifest?.exceptions ?? []) {
    const path = join(folder, exception.path);
    inManifest.set(path, [...(inManifest.get(path) ?? []), asSuppression(exception)]);
  }
  return { inComments: new Map(), inManifest };
}

function asSuppression({ ruleId, path, line }: ManifestException): Suppression {
  const location = { line, column: 1, endLine: line, endColumn: 1, paragraph: null, page: null };
  const place = { block: 0, start: 0, end: 0 };
  return {
    ruleId,
    from: 0,
    to: Number.POSITIVE_INFINITY,
    place,
    location,
    quote: `例外：${ruleId}，${path}`,
  };
}

/**
 * A file's report after its exceptions. What is to be said of exceptions in comments joins the report; what is to be
 * said of the manifest's comes back apart, for the manifest's own report.
 */
export function obeyExceptions(
  report: FileReport,
  { inComments, inManifest }: FolderExceptions,
  rules: RulesInPlay,
): { report: FileReport; aboutManifest: readonly Finding[] } {
  const written = inComments.get(report.path);
  const byManifest = suppress(report.findings, inManifest.get(report.path) ?? [], rules);
  const byComments = suppress(byManifest.findings, written?.suppressions ?? [], rules);
  const left = byComments.findings;
  const taken = report.findings.length - left.length;
  const findings = [...left, ...byComments.unused, ...(written?.findings ?? [])].sort(compareFindings);
  const notes = taken > 0 ? [...report.notes, `按写明的例外，${taken} 个问题不报告`] : report.notes;
  return { report: { ...report, findings, notes }, aboutManifest: byManifest.unused };
}

/** Findings on exceptions of the manifest whose file is not there. */
export function exceptionsWithoutFile(
  { inManifest }: FolderExceptions,
  isThere: (path: string) => boolean,
): Finding[] {
  return [...inManifest]
    .filter(([path]) => !isThere(path))
    .flatMap(([path, suppressions]) =>
      suppressions.map((suppression) =>
        aboutSuppression(suppression, "unused-suppression", `例外所列的文件 ${path} 不存在`),
      ),
    );
}
