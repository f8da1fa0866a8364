import type { ConfiguredRule } from "../engine/configure";
import type { Finding } from "../engine/finding";
import { Repository, runRepositoryRules } from "../engine/repository/index";
import type { Suppression } from "../engine/suppress";
import type { Collected, CollectedManifest } from "./collect";
import { exceptionsWithoutFile, obeyExceptions } from "./exceptions";
import { type FileReport, unchecked } from "./fileReport";
import { addFindings } from "./packages";

export interface FinishSettings {
  rulesFor(path: string): readonly ConfiguredRule[];
  /** All rule ids there are, so that an exception from a misspelt one can be told. */
  knownRules?: ReadonlySet<string>;
}

/**
 * Makes the reports of what was collected, of one run or of shards put together: rules over the whole repository, then
 * exceptions, which need all findings to know which of them are of no use. In the order of the input.
 */
export function finish(collected: Collected, settings: FinishSettings): FileReport[] {
  const { knownRules } = settings;
  const reports = new Map(collected.files.map(({ report }) => [report.path, report]));
  judgeRepository(collected, settings, reports);

  const stated = new Map<string, { manifest: CollectedManifest; suppression: Suppression }[]>();
  for (const manifest of collected.manifests)
    for (const { path, suppression } of manifest.exceptions)
      stated.set(path, [...(stated.get(path) ?? []), { manifest, suppression }]);
  const ran = collected.ruleSets.map((rules) => new Set(rules.map(({ id }) => id)));
  const aboutManifests = new Map<string, Finding[]>(
    collected.manifests.map(({ path, exceptions }) => [path, exceptionsWithoutFile(exceptions)]),
  );
  const finished: { report: FileReport; rank: number }[] = [];
  for (const { report: by, written, ruleSet, rank, wanted } of collected.files) {
    const own = stated.get(by.path) ?? [];
    const { report, aboutStated } = obeyExceptions(
      reports.get(by.path) as FileReport,
      written,
      own.map(({ suppression }) => suppression),
      {
        ran: (id) => ran[ruleSet]?.has(id) === true,
        exists: knownRules && ((id) => knownRules.has(id) || ran[ruleSet]?.has(id) === true),
      },
    );
    for (const finding of aboutStated) {
      const owner = own.find(({ suppression }) => suppression.quote === finding.quote);
      if (owner) aboutManifests.get(owner.manifest.path)?.push(finding);
    }
    if (wanted) finished.push({ report, rank });
  }
  for (const { path, report, rank, wanted } of collected.manifests) {
    const about = aboutManifests.get(path) ?? [];
    if (!wanted || (!report && about.length === 0)) continue;
    const own = report ?? unchecked(path, null);
    finished.push({ report: { ...own, findings: [...own.findings, ...about] }, rank });
  }
  return finished.sort((a, b) => a.rank - b.rank).map(({ report }) => report);
}

/** Runs the rules over the whole repository; a rule that throws is told on every document it was to judge. */
function judgeRepository(
  { files, packages }: Collected,
  { rulesFor }: FinishSettings,
  reports: Map<string, FileReport>,
): void {
  const records = files.flatMap(({ card }) => card?.record ?? []);
  const dateFor = (path: string) => reports.get(path)?.asOf?.date ?? "";
  const { findings, failures } = runRepositoryRules(new Repository(records, packages), { rulesFor, dateFor });
  for (const [path, found] of findings) addFindings(path, found, reports);
  for (const { ruleId, message } of failures)
    for (const [path, report] of reports)
      if (rulesFor(path).some(({ rule }) => rule.id === ruleId))
        reports.set(path, { ...report, error: report.error ?? `规则运行出错：${ruleId}（${message}）` });
}
