import type { BlockFacts } from "../blockFacts";
import type { Element } from "../documentFacts";
import type { PartLines } from "../parts";
import { elementAt, type Line } from "./lines";
import type { Signature } from "./signature";

const DISCLOSURE = /公开/;
/** A web editor's remark, no note of the document's own. */
const CUT = /有删减/;

/**
 * 附注: the line in round brackets below the date, or glued to it. Of several the one on disclosure counts; a contact
 * counts before （本文有删减）.
 */
export function readNote(
  lines: readonly Line[],
  facts: readonly BlockFacts[],
  main: PartLines,
  signature: Signature | null,
): Element | null {
  const notes: Element[] = [];
  if (signature) {
    if (signature.date) {
      const { line, end } = signature.date;
      const behind = line.text.slice(end - line.start);
      const glued = behind.trim();
      if (glued) notes.push(elementAt(glued, line, end + behind.indexOf(glued), line.end));
    }
    for (let at = signature.to; at < main.to; at++) {
      const below = lines[at] as Line;
      if (below.shape.note) notes.push(elementAt(below.text, below));
    }
  }
  return (
    notes.find(({ value }) => DISCLOSURE.test(value)) ??
    stated(lines, facts, main) ??
    notes.find(({ value }) => !CUT.test(value)) ??
    notes[0] ??
    null
  );
}

/** A disclosure note elsewhere in the main part: behind the last sentence, above the date. */
function stated(lines: readonly Line[], facts: readonly BlockFacts[], main: PartLines): Element | null {
  for (let at = main.to - 1; at >= main.from; at--) {
    const line = lines[at] as Line;
    for (const { form, standing, start, end } of facts[line.block]?.disclosure ?? []) {
      if (form !== "note" || standing !== "evidence" || start < line.start || end > line.end) continue;
      return elementAt(line.text.slice(start - line.start, end - line.start), line, start, end);
    }
  }
  return null;
}
