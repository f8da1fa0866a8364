import type { Place } from "../../linter/document/place";
import type { RuleContext } from "../../linter/engine/rule";
import { citedLaw } from "../../linter/facts/citedLaw";
import type { Citation } from "../../linter/facts/documentFacts";
import type { Law, LawState } from "../../linter/facts/laws";

/** 已知引用: a citation whose act the registry holds, with the state of that act on the date of judgement. */
export interface KnownCitation {
  citation: Citation;
  law: Law;
  state: LawState;
  /** True where the act's own name or number stands; false for 《条例》, 该办法 and the like. */
  named: boolean;
}

type Context = Pick<RuleContext<object>, "facts" | "laws" | "asOf">;

/**
 * Citations that rest on an act as it stands: those that repeal or amend it, tell of the past, announce or issue it are
 * right whatever its state, and so is what the document says of itself.
 */
export function* citationsInUse(context: Context): Iterable<KnownCitation> {
  for (const citation of context.facts.citations) {
    if (citation.purpose !== "reference" || citation.self || citation.draft) continue;
    const law = citedLaw(citation, context.laws, context.asOf.date);
    if (!law) continue;
    const named = citation.form === "number" || citation.refersTo === citation.title;
    yield { citation, law, state: context.laws.state(law, context.asOf.date), named };
  }
}

/** Place of the act's name with its marks, or of the number that stands for it. */
export function namePlace({ block, form, titleSpan, start, end }: Citation): Place {
  if (form === "number") return { block, start, end };
  const marks = form === "marked" ? 1 : 0;
  return { block, start: titleSpan.start - marks, end: titleSpan.end + marks };
}
