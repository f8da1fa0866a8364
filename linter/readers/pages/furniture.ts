import type { PageLine } from "./pageLines";

/** “— 1 —”, “第 1 页 共 3 页”, “1/3” */
const PAGE_NUMBER =
  /^(?:[-—－–─_·•\s]*\d{1,4}[-—－–─_·•\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
/** Share of the page's height at either edge where such lines stand. */
const EDGE = 0.15;
/** A line that opens or closes this many pages is no text of any of them. */
const REPEATS = 3;

/** 页眉、页脚: what edges of pages carry. The lines of a page are parted into those and its text. */
export interface PartedPage {
  headers: PageLine[];
  body: PageLine[];
  footers: PageLine[];
}

/** Takes page numbers and running heads off the pages; a running head stays once, on the first page that has it. */
export function partFurniture(
  pages: readonly { lines: readonly PageLine[]; height: number }[],
): PartedPage[] {
  const first = countTexts(pages.map(({ lines }) => lines[0]));
  const last = countTexts(pages.map(({ lines }) => lines[lines.length - 1]));
  const shown = new Set<string>();
  return pages.map(({ lines, height }) => {
    const body = [...lines];
    const headers: PageLine[] = [];
    const footers: PageLine[] = [];
    const top = body[0];
    if (top && top.baseline < height * EDGE && (isNumber(top) || isRepeated(top, first))) {
      body.shift();
      keepOnce(top, headers);
    }
    const bottom = body[body.length - 1];
    if (bottom && bottom.baseline > height * (1 - EDGE) && (isNumber(bottom) || isRepeated(bottom, last))) {
      body.pop();
      keepOnce(bottom, footers);
    }
    return { headers, body, footers };
  });

  function keepOnce(line: PageLine, kept: PageLine[]): void {
    if (isNumber(line) || shown.has(line.text)) return;
    shown.add(line.text);
    kept.push(line);
  }
}

function countTexts(lines: readonly (PageLine | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) if (line) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  return counts;
}

function isNumber(line: PageLine): boolean {
  return PAGE_NUMBER.test(line.text);
}

function isRepeated(line: PageLine, counts: ReadonlyMap<string, number>): boolean {
  return (counts.get(line.text) ?? 0) >= REPEATS;
}
