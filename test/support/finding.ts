import type { OfficialDocument } from "../../linter/document/document";
import type { Place } from "../../linter/document/place";
import type { Finding, Fix } from "../../linter/engine/finding";

/** The place of the first occurrence of some words in a document. */
export function placeOf(document: OfficialDocument, words: string): Place {
  for (const [block, { text }] of document.blocks.entries()) {
    const start = text.indexOf(words);
    if (start >= 0) return { block, start, end: start + words.length };
  }
  throw new Error(`“${words}” is not in the document`);
}

/** A finding at these words (or this place). */
export function findingAt(
  document: OfficialDocument,
  at: string | Place,
  rest: Partial<Finding> = {},
): Finding {
  const place = typeof at === "string" ? placeOf(document, at) : at;
  const quote = document.blocks[place.block]?.text.slice(place.start, place.end) ?? "";
  return {
    ruleId: "sample-rule",
    severity: "error",
    message: `“${quote}”有误。`,
    quote,
    sentence: { text: quote, start: 0, end: quote.length },
    place,
    location: { line: null, column: null, endLine: null, endColumn: null, paragraph: null, page: null },
    basis: ["国办发〔2016〕80号"],
    suggestions: ["改正。"],
    fix: null,
    url: "docs/rules/sample-rule.md",
    ...rest,
  };
}

export function fixOf(place: Place, text: string, safety: Fix["safety"] = "safe"): Fix {
  return { safety, title: `改为${text}`, edits: [{ place, text }] };
}
