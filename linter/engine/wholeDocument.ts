import type { OfficialDocument } from "../document/document";
import type { Place } from "../document/place";
import type { DocumentFacts } from "../facts/documentFacts";

/**
 * Where findings on the document as a whole (整份公文) sit and what they quote: its title, or its first paragraph when no title
 * was recognised. Of a title over several lines the place is the first; all of it is quoted.
 */
export function wholeDocument(
  { blocks }: OfficialDocument,
  { elements: { title } }: Pick<DocumentFacts, "elements">,
): { place: Place; quote: string } {
  const place = title?.place ?? { block: 0, start: 0, end: blocks[0]?.text.length ?? 0 };
  const first = (blocks[place.block]?.text ?? "").slice(place.start, place.end);
  const whole = title?.value ?? "";
  return { place, quote: goesOn(first, whole) ? whole : first };
}

/** A title of one line is quoted as written, blanks and all. */
function goesOn(first: string, whole: string): boolean {
  const [begins, all] = [first, whole].map((text) => text.replace(/\s/g, "")) as [string, string];
  return begins !== "" && all.length > begins.length && all.startsWith(begins);
}
