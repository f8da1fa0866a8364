import type { DocumentMetadata } from "../../../linter/document/metadata";
import type { Finding } from "../../../linter/engine/finding";
import type { Rule } from "../../../linter/engine/rule";
import { runRules } from "../../../linter/engine/run";
import { collectBlockFacts, collectDocumentFacts } from "../../../linter/facts/collect";
import { testRegistry } from "../../support/registry";

export interface Setting {
  asOf?: string;
  metadata?: DocumentMetadata;
}

/** What one rule finds in a draft, one paragraph a line, judged with the project's registry. */
export function judge(rule: Rule, text: string, setting: Setting = {}): Finding[] {
  const { asOf = "2026-11-24", metadata } = setting;
  const laws = testRegistry();
  const blocks = text.split("\n").map((line, index) => ({
    id: String(index),
    version: 1,
    text: line,
    role: "paragraph" as const,
    origin: { kind: "plain" as const },
  }));
  const document = {
    path: "稿.txt",
    format: "txt" as const,
    blocks,
    metadata: metadata ? [{ source: "front-matter" as const, label: "文件头", values: metadata }] : [],
    readerNotes: [],
  };
  const facts = collectDocumentFacts(
    document,
    blocks.map((block) => collectBlockFacts(block.text, laws.lexicon)),
  );
  const configured = [{ rule, severity: rule.severity, options: rule.defaults }];
  const result = runRules({ document, facts, package: null }, configured, laws, {
    date: asOf,
    from: "given",
  });
  if (result.failures.length > 0) throw new Error(result.failures[0]?.message);
  return [...result.findings];
}

/** “severity quote” of each finding. */
export function brief(rule: Rule, text: string, setting: Setting = {}): string[] {
  return judge(rule, text, setting).map(({ severity, quote }) => `${severity} ${quote}`);
}

/** The first finding's edits applied to its paragraph. */
export function mended(rule: Rule, text: string, setting: Setting = {}): string | null {
  const [finding] = judge(rule, text, setting);
  if (!finding?.fix) return null;
  let line = text.split("\n")[finding.place.block] ?? "";
  for (const { place, text: words } of [...finding.fix.edits].reverse()) {
    line = line.slice(0, place.start) + words + line.slice(place.end);
  }
  return line;
}
