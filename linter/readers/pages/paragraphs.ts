import type { Block } from "../../document/block";
import { wasCut } from "../brokenLines";
import type { PageLine } from "./pageLines";

/** 版心: the left and right edge of a page's text. */
export interface TextArea {
  left: number;
  right: number;
}

/** 段落 as the lines of pages make it up. */
export interface PageParagraph {
  text: string;
  page: number;
  align?: Block["align"];
}

/** Distances in font sizes. */
const INDENT = { least: 1.2, most: 2.9 };
/** A line that stops this far from the edge ends its paragraph; a mark that may not start a line can leave one free. */
const SHORT = 1.9;
/** Where no line is longer than so many characters, none is full. */
const NARROW = 15;
/** Titles and signatures keep off the edges at least so far. */
const CENTRED = 1.5;
/** Lines this much further apart than usual belong to different paragraphs. */
const WIDE_PITCH = 1.2;

/**
 * Joins lines to paragraphs: an indent of two characters begins one, a short line ends one, and so do a centred line, a
 * change of size and a wide gap. Titles over several lines stay apart: only the elements of a document tell them.
 */
export function joinLines(
  lines: readonly PageLine[],
  areas: ReadonlyMap<number, TextArea>,
  pitch: number,
): PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let before: PageLine | undefined;
  let current: PageParagraph | undefined;
  for (const line of lines) {
    const align = alignmentOf(line, areaOf(areas, line));
    if (current && before && goesOn(before, current, line, align)) {
      current.text += seam(current.text, line.text) + line.text;
    } else {
      current = { text: line.text, page: line.page, ...(align && { align }) };
      paragraphs.push(current);
    }
    before = line;
  }
  return paragraphs;

  function goesOn(last: PageLine, paragraph: PageParagraph, line: PageLine, align: Block["align"]): boolean {
    if (wasCut(last.text, line.text)) return true;
    if (paragraph.align || align || !isSameSize(last, line)) return false;
    if (last.page === line.page && line.baseline - last.baseline > WIDE_PITCH * pitch) return false;
    const { left, right } = areaOf(areas, last);
    if (isSetOff(last, left) && line.x < last.x - 0.15 * last.size) return false;
    const indent = (line.x - areaOf(areas, line).left) / line.size;
    const rest = (right - last.right) / last.size;
    return (
      right - left >= NARROW * last.size && rest < SHORT && (indent < INDENT.least || indent > INDENT.most)
    );
  }
}

function areaOf(areas: ReadonlyMap<number, TextArea>, { page, x, right }: PageLine): TextArea {
  return areas.get(page) ?? { left: x, right };
}

function isSameSize(a: PageLine, b: PageLine): boolean {
  return Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size);
}

/** Centred: the same free room on both sides. Right: most of the line is free before it. */
function alignmentOf(line: PageLine, area: TextArea): Block["align"] {
  const before = line.x - area.left;
  const behind = area.right - line.right;
  const width = area.right - area.left;
  const least = CENTRED * line.size;
  if (before > least && behind > least && Math.abs(before - behind) < Math.max(line.size, width * 0.03)) {
    return "center";
  }
  return before > width * 0.45 && behind < width * 0.25 ? "right" : undefined;
}

/** A title nearly as wide as the text begins a little off the edge: neither at it, as running text, nor indented. */
function isSetOff({ x, size }: PageLine, left: number): boolean {
  return x - left > 0.2 * size && x - left <= (CENTRED + 0.1) * size;
}

/** Words of Latin script get their blank back. */
function seam(before: string, next: string): string {
  return /[A-Za-z,.;:)]$/.test(before) && /^[A-Za-z(]/.test(next) ? " " : "";
}
