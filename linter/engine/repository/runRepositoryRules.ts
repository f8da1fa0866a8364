import type { ConfiguredRule } from "../configure";
import type { Finding } from "../finding";
import type { RepositoryReport, Rule } from "../rule";
import { capped, compareFindings, ruleUrl } from "../run";
import type { Repository } from "./repository";

export interface RepositoryRun {
  /** In each document's order, by path. */
  findings: ReadonlyMap<string, readonly Finding[]>;
  /** Rules that threw. */
  failures: readonly { ruleId: string; message: string }[];
}

export interface RepositorySettings {
  /** The rules that are on for a file. */
  rulesFor(path: string): readonly ConfiguredRule[];
  /** The date on which a file is judged, ISO. */
  dateFor(path: string): string;
}

/**
 * Runs the rules over a whole repository (文件库), each once: with the options it has for the first document for which it
 * is on. On which documents and how severe its findings count is settled document by document.
 */
export function runRepositoryRules(repository: Repository, settings: RepositorySettings): RepositoryRun {
  const { rulesFor, dateFor } = settings;
  const findings = new Map<string, Finding[]>();
  const failures: { ruleId: string; message: string }[] = [];
  for (const { rule, options } of rulesInUse(repository, settings)) {
    try {
      for (const report of rule.checkRepository?.({ repository, dateFor, options }) ?? []) {
        const own = rulesFor(report.path).find((configured) => configured.rule.id === rule.id);
        if (!own) continue;
        const list = findings.get(report.path) ?? [];
        list.push(complete(report, rule, own));
        findings.set(report.path, list);
      }
    } catch (error) {
      failures.push({ ruleId: rule.id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  for (const list of findings.values()) list.sort(compareFindings);
  return { findings, failures };
}

function rulesInUse({ records }: Repository, { rulesFor }: RepositorySettings): Iterable<ConfiguredRule> {
  const inUse = new Map<string, ConfiguredRule>();
  const seen = new Set<readonly ConfiguredRule[]>();
  for (const { path } of records) {
    const rules = rulesFor(path);
    if (seen.has(rules)) continue;
    seen.add(rules);
    for (const configured of rules)
      if (configured.rule.checkRepository && !inUse.has(configured.rule.id))
        inUse.set(configured.rule.id, configured);
  }
  return inUse.values();
}

function complete(report: RepositoryReport, rule: Rule, { severity: cap }: ConfiguredRule): Finding {
  const { place, location, quote, sentence } = report.at;
  return {
    ruleId: rule.id,
    severity: capped(report.severity ?? rule.severity, cap),
    message: report.message,
    quote,
    sentence,
    place,
    location,
    basis: report.basis ?? rule.basis,
    suggestions: report.suggestions,
    fix: null,
    url: ruleUrl(rule.id),
  };
}
