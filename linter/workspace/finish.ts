import type { ConfiguredRule } from "../engine/configure";
import type { Finding } from "../engine/finding";
import { Repository, type RepositoryRun, runRepositoryRules } from "../engine/repository/index";
import type { Suppression } from "../engine/suppress";
import type { Collected, CollectedFile, CollectedManifest } from "./collect";
import { exceptionsWithoutFile, obeyExceptions } from "./exceptions";
import { type FileReport, unchecked } from "./fileReport";
import { withFindings } from "./packages";
import { StoredRecords } from "./storedRecords";

export interface FinishSettings {
  rulesFor(path: string): readonly ConfiguredRule[];
  /** All rule ids there are, so that an exception from a misspelt one can be told. */
  knownRules?: ReadonlySet<string>;
}

/** An exception that a manifest states for a file. */
interface Stated {
  manifest: CollectedManifest;
  suppression: Suppression;
}

/**
 * Makes the reports of what was collected, of one run or of shards put together: rules over the whole repository, then
 * exceptions, which need all findings to know which of them are of no use. One by one, in the order of the input.
 */
export function* finish(collected: Collected, settings: FinishSettings): Generator<FileReport> {
  const { files, manifests, store } = collected;
  const judged = judgeRepository(collected, settings);
  const stated = new Map<string, Stated[]>();
  for (const manifest of manifests)
    for (const { path, suppression } of manifest.exceptions)
      stated.set(path, [...(stated.get(path) ?? []), { manifest, suppression }]);
  const obeying = obeyer(collected, settings, stated);
  const withExceptions = (file: CollectedFile) => obeying(file, judged(store.get(file.report)));

  // What is said of a manifest's exceptions must be known when its turn comes, before that of the files it names.
  const aboutManifests = new Map<string, Finding[]>(
    manifests.map(({ path, exceptions }) => [path, exceptionsWithoutFile(exceptions)]),
  );
  for (const file of files) {
    if (!stated.has(file.path)) continue;
    for (const { manifest, finding } of withExceptions(file).aboutStated)
      aboutManifests.get(manifest)?.push(finding);
  }

  for (const one of [...files, ...manifests].sort((a, b) => a.rank - b.rank)) {
    if (!one.wanted) continue;
    if (!("exceptions" in one)) {
      yield withExceptions(one).report;
      continue;
    }
    const about = aboutManifests.get(one.path) ?? [];
    if (!one.report && about.length === 0) continue;
    const own = one.report ?? unchecked(one.path, null);
    yield { ...own, findings: [...own.findings, ...about] };
  }
}

/** Runs the rules over the whole repository. Gives what makes of a file's report the one with their findings. */
function judgeRepository(
  { files, packages, store }: Collected,
  { rulesFor }: FinishSettings,
): (report: FileReport) => FileReport {
  const records = new StoredRecords(files, store);
  const { findings, failures } = runRepositoryRules(new Repository(records, packages), {
    rulesFor,
    dateFor: records.dateFor,
  });
  return (report) => {
    const found = findings.get(report.path);
    const judged = found ? withFindings(report, found) : report;
    return failures.length === 0 ? judged : withFailures(judged, failures, rulesFor(report.path));
  };
}

/** A rule that threw is told on every document it was to judge. */
function withFailures(
  report: FileReport,
  failures: RepositoryRun["failures"],
  rules: readonly ConfiguredRule[],
): FileReport {
  const failure = failures.find(({ ruleId }) => rules.some(({ rule }) => rule.id === ruleId));
  if (!failure || report.error !== null) return report;
  return { ...report, error: `规则运行出错：${failure.ruleId}（${failure.message}）` };
}

/** Obeys the exceptions of files; comes back with findings on those that manifests state. */
function obeyer(
  { ruleSets }: Collected,
  { knownRules }: FinishSettings,
  stated: ReadonlyMap<string, readonly Stated[]>,
): (
  file: CollectedFile,
  report: FileReport,
) => { report: FileReport; aboutStated: { manifest: string; finding: Finding }[] } {
  const ran = ruleSets.map((rules) => new Set(rules.map(({ id }) => id)));
  return ({ path, written, ruleSet }, report) => {
    const own = stated.get(path) ?? [];
    const obeyed = obeyExceptions(
      report,
      written,
      own.map(({ suppression }) => suppression),
      {
        ran: (id) => ran[ruleSet]?.has(id) === true,
        exists: knownRules && ((id) => knownRules.has(id) || ran[ruleSet]?.has(id) === true),
      },
    );
    const aboutStated = obeyed.aboutStated.flatMap((finding) => {
      const owner = own.find(({ suppression }) => suppression.quote === finding.quote);
      return owner ? [{ manifest: owner.manifest.path, finding }] : [];
    });
    return { report: obeyed.report, aboutStated };
  };
}
