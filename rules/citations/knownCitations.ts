import type { Place } from "../../linter/document/place";
import type { RuleContext } from "../../linter/engine/rule";
import { citedLaw } from "../../linter/facts/citedLaw";
import type { Citation, DocumentFacts } from "../../linter/facts/documentFacts";
import type { Law, LawRegistry, LawState } from "../../linter/facts/laws";

/** 已知引用: a citation whose act the registry holds, with the state of that act on the date of judgement. */
export interface KnownCitation {
  citation: Citation;
  law: Law;
  state: LawState;
  /** True where the act's own name or number stands; false for 《条例》, 该办法 and the like. */
  named: boolean;
}

type Context = Pick<RuleContext<object>, "facts" | "laws" | "asOf">;

/** What was found for a document's facts, which never change; five rules ask for it in turn. */
const found = new WeakMap<DocumentFacts, { date: string; laws: LawRegistry; citations: KnownCitation[] }>();

/**
 * Citations that rest on an act as it stands: those that repeal or amend it, tell of the past, announce or issue it are
 * right whatever its state, and so is what the document says of itself.
 */
export function citationsInUse({ facts, laws, asOf: { date } }: Context): readonly KnownCitation[] {
  const held = found.get(facts);
  if (held?.date === date && held.laws === laws) return held.citations;
  const citations = facts.citations.flatMap((citation): KnownCitation[] => {
    if (citation.purpose !== "reference" || citation.self || citation.draft) return [];
    const law = citedLaw(citation, laws, date);
    const named = citation.form === "number" || citation.refersTo === citation.title;
    return law ? [{ citation, law, state: laws.state(law, date), named }] : [];
  });
  found.set(facts, { date, laws, citations });
  return citations;
}

/** Place of the act's name with its marks, or of the number that stands for it. */
export function namePlace({ block, form, titleSpan, start, end }: Citation): Place {
  if (form === "number") return { block, start, end };
  const marks = form === "marked" ? 1 : 0;
  return { block, start: titleSpan.start - marks, end: titleSpan.end + marks };
}
