import type { Place } from "../../linter/document/place";
import type { RuleContext } from "../../linter/engine/rule";
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
    const law = citedLaw(citation, context);
    if (!law) continue;
    const named = citation.form === "number" || citation.refersTo === citation.title;
    yield { citation, law, state: context.laws.state(law, context.asOf.date), named };
  }
}

/** The act a citation means: by its name, else by its number where that belongs to one act alone. */
export function citedLaw(citation: Citation, { laws, asOf }: Pick<Context, "laws" | "asOf">): Law | null {
  const { refersTo, refersToNumber: number } = citation;
  if (refersTo === null) {
    if (citation.form !== "number" || number === null) return null;
    const carriers = laws.byNumber(number);
    // An order that amends many acts is no name for any of them.
    const [only] = carriers;
    return carriers.length === 1 && only?.versions[0]?.order && only.versions.length === 1 ? only : null;
  }
  const match = laws.find(refersTo, { number, date: asOf.date });
  return match && !isOtherIssuers(citation, refersTo, match.law) ? match.law : null;
}

/** 县政府《关于…的意见》 is not 《国务院关于…的意见》, though all but the issuer is the same. */
function isOtherIssuers({ issuer }: Citation, title: string, law: Law): boolean {
  if (issuer === null || !law.title.endsWith(title)) return false;
  const lead = plain(law.title.slice(0, -title.length));
  return (
    lead !== "" && lead !== "中华人民共和国" && !lead.includes(plain(issuer)) && !plain(issuer).includes(lead)
  );
}

function plain(organ: string): string {
  return organ.replace(/[\s　、，]/g, "");
}

/** Place of the act's name with its marks, or of the number that stands for it. */
export function namePlace({ block, form, titleSpan, start, end }: Citation): Place {
  if (form === "number") return { block, start, end };
  const marks = form === "marked" ? 1 : 0;
  return { block, start: titleSpan.start - marks, end: titleSpan.end + marks };
}
