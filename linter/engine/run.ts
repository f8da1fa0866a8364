import type { OfficialDocument } from "../document/document";
import { locate } from "../document/locate";
import type { DocumentFacts } from "../facts/documentFacts";
import type { LawRegistry } from "../facts/laws";
import type { ConfiguredRule } from "./configure";
import type { Finding, Fix, Report, Severity } from "./finding";
import type { DocumentPackage } from "./package";
import { isPatternId } from "./patterns/compile";
import type { JudgementDate, Rule } from "./rule";
import { sentenceAround } from "./sentence";
import { wholeDocument } from "./wholeDocument";

/** One document to be judged, with what goes with it. */
export interface Subject {
  document: OfficialDocument;
  facts: DocumentFacts;
  package: DocumentPackage | null;
}

/** A rule that threw: never swallowed, it makes the document count as not checked. */
export interface RuleFailure {
  ruleId: string;
  message: string;
}

export interface RunResult {
  /** In the document's order, then by rule id. */
  findings: readonly Finding[];
  /** Findings that sit in the text of a companion, by the companion's path. */
  companionFindings: ReadonlyMap<string, readonly Finding[]>;
  failures: readonly RuleFailure[];
}

const RANK: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** Runs the rules over one document's facts. Pure: the same subject, rules, registry and date give the same result. */
export function runRules(
  subject: Subject,
  rules: readonly ConfiguredRule[],
  laws: LawRegistry,
  asOf: JudgementDate,
): RunResult {
  const byPath = new Map<string, Finding[]>();
  const failures: RuleFailure[] = [];
  for (const { rule, severity, options } of rules) {
    if (!rule.check) continue;
    try {
      for (const report of rule.check({ ...subject, laws, asOf, options })) {
        const path = report.path ?? subject.document.path;
        const findings = byPath.get(path) ?? [];
        findings.push(
          complete(report, rule, severity, path === subject.document.path ? subject : find(path, subject)),
        );
        byPath.set(path, findings);
      }
    } catch (error) {
      failures.push({ ruleId: rule.id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  for (const findings of byPath.values()) findings.sort(compareFindings);
  const own = byPath.get(subject.document.path) ?? [];
  byPath.delete(subject.document.path);
  return { findings: own, companionFindings: byPath, failures };
}

function find(path: string, subject: Subject): Pick<Subject, "document" | "facts"> {
  const companion = subject.package?.companions.find(({ document }) => document.path === path);
  if (!companion) throw new Error(`报告了不在本包内的文件：${path}`);
  return companion;
}

function complete(
  report: Report,
  rule: Rule,
  cap: Severity,
  { document, facts }: Pick<Subject, "document" | "facts">,
): Finding {
  const { place, quote } = report.place
    ? { place: report.place, quote: null }
    : wholeDocument(document, facts);
  const text = document.blocks[place.block]?.text ?? "";
  return {
    ruleId: rule.id,
    severity: capped(report.severity ?? rule.severity, cap),
    message: report.message,
    quote: report.quote ?? quote ?? text.slice(place.start, place.end),
    sentence: sentenceAround(text, place),
    place,
    location: locate(document, place),
    basis: report.basis ?? rule.basis,
    suggestions: report.suggestions,
    fix: report.fix ? withLocations(report.fix, document) : null,
    url: ruleUrl(rule.id),
  };
}

/** A rule's own severity, but no higher than configured. */
export function capped(severity: Severity, cap: Severity): Severity {
  return RANK[severity] > RANK[cap] ? cap : severity;
}

function withLocations(fix: Fix, document: OfficialDocument): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, location: locate(document, edit.place) })) };
}

/** Where the package tells of the rule: its page in the reference; of a configuration's rules, how they are written. */
export function ruleUrl(ruleId: string): string {
  return isPatternId(ruleId) ? "docs/configuration.md" : `docs/rules/${ruleId}.md`;
}

/** Document order; one place's findings by severity, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.place.block - b.place.block ||
    a.place.start - b.place.start ||
    a.place.end - b.place.end ||
    RANK[b.severity] - RANK[a.severity] ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  );
}

export function atLeast(severity: Severity, level: Severity): boolean {
  return RANK[severity] >= RANK[level];
}
