import type { OfficialDocument } from "./document/document";
import type { ConfiguredRule } from "./engine/configure";
import { type AsOf, judgementDate, today } from "./engine/judgementDate";
import type { DocumentPackage } from "./engine/package";
import { type RunResult, runRules } from "./engine/run";
import { suppressByComments } from "./engine/suppress";
import { collectBlockFacts, collectDocumentFacts } from "./facts/collect";
import type { DocumentFacts } from "./facts/documentFacts";
import type { LawRegistry } from "./facts/laws";

export interface LintSettings {
  rules: readonly ConfiguredRule[];
  laws: LawRegistry;
  /** Default: today. */
  asOf?: AsOf;
  /** The document's package, when its companions were read. */
  package?: DocumentPackage | null;
}

/** Recognises the facts of a document; rules and reports work on these. */
export function recogniseFacts(document: OfficialDocument, laws: LawRegistry): DocumentFacts {
  return collectDocumentFacts(
    document,
    document.blocks.map(({ text }) => collectBlockFacts(text, laws.lexicon)),
  );
}

/** Lints one document; its exceptions (`<!-- gongwen-lint-disable-next RULE: reason -->`) are obeyed. */
export function lint(document: OfficialDocument, settings: LintSettings): RunResult {
  const facts = recogniseFacts(document, settings.laws);
  const asOf = judgementDate(settings.asOf ?? "today", facts, today());
  const result = runRules(
    { document, facts, package: settings.package ?? null },
    settings.rules,
    settings.laws,
    asOf,
  );
  const ids = new Set(settings.rules.map(({ rule }) => rule.id));
  const findings = suppressByComments(result.findings, document, { ran: (id) => ids.has(id) });
  return { ...result, findings };
}
