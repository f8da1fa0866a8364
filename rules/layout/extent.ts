import type { SetBlock, SetDocument } from "./setDocument";

/** Where a line of text stands between the edges of the page's text, in characters of its own size. */
export interface Extent {
  left: number;
  right: number;
  width: number;
}

/** More blanks than these in front of a line are there to push it, and their width hangs on the font. */
const MOST_BLANKS = 3;
const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Null where the line cannot be placed. Characters of Latin width count half. */
export function extentOf({ block, layout }: SetBlock, set: SetDocument): Extent | null {
  const { page, margins } = set.layout.sections[layout.section] ?? {};
  const { align, left, right, firstLine, blanksBefore, blanksBehind, size } = layout;
  if (!page || !margins || size === null || block.text.includes("\t")) return null;
  if (left === null || right === null || firstLine === null || blanksBefore === null || blanksBehind === null)
    return null;
  if (blanksBefore > MOST_BLANKS) return null;
  const line = ((page.width - margins.left - margins.right) * POINTS_PER_MILLIMETRE) / size;
  const width = widthOf(block.text);
  const room = line - left - right - firstLine - blanksBefore - width - blanksBehind;
  if (room < 0) return null;
  const from = left + firstLine + blanksBefore;
  const start = align === "right" ? from + room : align === "center" ? from + room / 2 : from;
  return { left: start, right: line - start - width, width };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return width;
}
