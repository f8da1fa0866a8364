import { displayWidth, findWrapColumn, runsOn, wasCut } from "../brokenLines";
import { joinLine } from "../lines";
import type { SourceLine } from "./gatherer";

/*
 * Markdown shows the lines of a paragraph as one, but a 公文 in Markdown is often typed line by line as on paper:
 * addressee, text, signature and date without blank lines between. So a line is a paragraph of its own, unless it
 * goes on where the one before stopped:
 *
 * 1. something that can only be one was cut (a document number, a date, book-title marks), whatever the break;
 * 2. the line before ends in a comma or an opening mark, or this one begins with closing punctuation;
 * 3. the line before is full: it reaches the column at which the file is hard-wrapped or, where the file shows none,
 *    the longest line of the paragraph; it is running text (no title or heading: punctuation of sentences stands inside, at least
 *    20 Han characters) and stops within a sentence.
 *
 * What never goes on (but for 1): a line behind an express break, with an indent, with numbering or an element's word
 * at its start, a date, and lines without punctuation right above a date: those are signatures.
 */

const DATE =
  /^[（(]?[\d０-９〇○零О一二三四五六七八九十]{4}\s*年\s*[\d０-９一二三四五六七八九十]{1,3}\s*月\s*[\d０-９一二三四五六七八九十]{1,3}\s*日[）)]?$/;
/** Of sentences: the 、 of a list stands in titles too. */
const PUNCTUATION = /[，。；：！？,;:!?]/;
/** Columns a line must have to count as full, and how many it may stay short of the longest. */
const FULL = { least: 40, slack: 4 };

/** Joins the lines of each paragraph. The lines given are changed. */
export function joinParagraphs(paragraphs: readonly (readonly SourceLine[])[]): SourceLine[] {
  const wrapColumn = findWrapColumn(paragraphs.flat());
  return paragraphs.flatMap((lines) => joinParagraph(lines, wrapColumn));
}

function joinParagraph(lines: readonly SourceLine[], wrapColumn: number | null): SourceLine[] {
  if (lines.length < 2) return [...lines];
  const apart = findSignatures(lines);
  const longest = lines.reduce((most, { text }) => Math.max(most, displayWidth(text)), 0);
  const joined: SourceLine[] = [];
  let before = "";
  lines.forEach((line, index) => {
    const current = joined[joined.length - 1];
    const { text } = line;
    const column = wrapColumn ?? (isFullText(before, longest) ? longest : null);
    const goesOn = !line.broken && !apart.has(index) && runsOn(before, line, column);
    if (current && sameKind(current, line) && (wasCut(before, text) || goesOn)) joinLine(current, line);
    else joined.push(line);
    before = text;
  });
  return joined;
}

function isFullText(line: string, longest: number): boolean {
  const width = displayWidth(line);
  return width >= FULL.least && width >= longest - FULL.slack && PUNCTUATION.test(line);
}

/** Cells and headings set by tags are never joined to what stands beside them. */
function sameKind({ traits }: SourceLine, line: SourceLine): boolean {
  return traits.role === line.traits.role || line.traits.role === "paragraph";
}

/** Dates that stand alone, and the lines without punctuation above them. */
function findSignatures(lines: readonly SourceLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach(({ text }, index) => {
    if (!DATE.test(text)) return;
    found.add(index);
    for (let above = index - 1; above >= 0; above--) {
      if (PUNCTUATION.test((lines[above] as SourceLine).text)) break;
      if (found.has(above)) break;
      found.add(above);
    }
  });
  return found;
}
