import type { PaintedRun } from "../../shared/pageText";
import type { FreshParagraph } from "../adapters/paragraphIdentity";

/** The text one canvas shows (画布画面), in the canvas's own pixels. */
export interface Painting {
  canvas: HTMLCanvasElement;
  width: number;
  height: number;
  runs: readonly PaintedRun[];
}

/** Where one UTF-16 unit stands. */
export interface Spot {
  painting: Painting;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PaintedParagraph extends FreshParagraph {
  /** One for each UTF-16 unit of the text. */
  spots: readonly Spot[];
}

interface Row {
  text: string;
  spots: Spot[];
  left: number;
  right: number;
  height: number;
}

/** Marks of a paragraph's end or begin that editors paint along, unseen. */
const PARAGRAPH_MARK = /[\r\n\u200b\ufeff]/;
/** The part of a canvas that the text of a page takes up at the least. */
const LONG = 0.6;
const PAGE_NUMBER = /^[\s—–－\-·第]*\d{1,4}[\s—–－\-·页]*(?:[/／共]\s*\d{1,4}\s*页?)?$/;

/**
 * Paragraphs in reading order: canvases as given, rows from above, a row from the left. Rows belong to one paragraph while
 * each fills its line and the next begins at the left edge without an indent: so are official documents set.
 */
export function paintedParagraphs(paintings: readonly Painting[]): PaintedParagraph[] {
  const paragraphs: PaintedParagraph[] = [];
  let open: { text: string; spots: Spot[]; isFull: boolean } | null = null;
  const close = () => {
    if (open) paragraphs.push({ text: open.text, role: "paragraph", spots: open.spots });
    open = null;
  };
  for (const painting of paintings) {
    const rows = rowsOf(painting);
    const left = Math.min(...rows.map((row) => row.left));
    const right = rightEdge(rows, left, painting.width);
    for (const row of rows) {
      if (PAGE_NUMBER.test(row.text.trim())) {
        // A paragraph may go on behind it, on the next page.
        paragraphs.push({ text: row.text.trim(), role: "footer", spots: trimmed(row) });
        continue;
      }
      for (const [at, part] of partsOf(row).entries()) {
        const isIndented = /^\s/.test(part.text) || row.left > left + row.height * 0.8;
        if (at > 0 || isIndented || !open?.isFull || part.isMarked) close();
        const isFull = isNear(row, right) && !part.isEnded;
        open = open
          ? { text: open.text + part.text, spots: [...open.spots, ...part.spots], isFull }
          : { text: part.text, spots: part.spots, isFull };
      }
    }
  }
  close();
  return paragraphs.filter(({ text }) => text.trim() !== "");
}

/** Where full rows end: at the margin that mirrors the left one, or where several long rows end; else none is full. */
function rightEdge(rows: readonly Row[], left: number, width: number): number {
  const right = Math.max(...rows.map((row) => row.right));
  const ending = rows.filter((row) => isNear(row, right));
  const isAtMargin = ending.some((row) => isNear(row, width - left));
  const areLong = ending.length > 1 && right - left > width * LONG;
  return isAtMargin || areLong ? right : Number.POSITIVE_INFINITY;
}

/** A row ends up to one character and a mark early, where the next one may not begin a row. */
function isNear({ right, height }: Pick<Row, "right" | "height">, edge: number): boolean {
  return right > edge - height * 1.6;
}

function trimmed(row: Row): Spot[] {
  const start = row.text.length - row.text.trimStart().length;
  return row.spots.slice(start, start + row.text.trim().length);
}

function rowsOf(painting: Painting): Row[] {
  const lines: PaintedRun[][] = [];
  // Runs of one row share their foot or, in another size, most of their height.
  for (const run of [...painting.runs].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    if (run.text === "") continue;
    const line = lines.at(-1);
    const last = line?.[0];
    const isSame =
      last && Math.min(run.bottom, last.bottom) - Math.max(run.top, last.top) > (run.bottom - run.top) * 0.5;
    if (line && isSame) line.push(run);
    else lines.push([run]);
  }
  return lines.map((runs) =>
    rowOf(
      runs.sort((a, b) => a.left - b.left),
      painting,
    ),
  );
}

function rowOf(runs: readonly PaintedRun[], painting: Painting): Row {
  const row: Row = { text: "", spots: [], left: Number.POSITIVE_INFINITY, right: 0, height: 0 };
  for (const run of runs) {
    row.height = Math.max(row.height, run.bottom - run.top);
    if (run.text.trim() !== "" && !PARAGRAPH_MARK.test(run.text)) row.left = Math.min(row.left, run.left);
    row.right = Math.max(row.right, run.right);
    row.text += run.text;
    const width = (run.right - run.left) / run.text.length;
    for (let at = 0; at < run.text.length; at++) {
      const left = run.edges?.[at] ?? run.left + at * width;
      const right = run.edges ? (run.edges[at + 1] ?? run.right) : left + width;
      row.spots.push({ painting, left, right, top: run.top, bottom: run.bottom });
    }
  }
  if (row.left === Number.POSITIVE_INFINITY) row.left = runs[0]?.left ?? 0;
  return row;
}

interface Part {
  text: string;
  spots: Spot[];
  /** A mark says that a paragraph begins here. */
  isMarked: boolean;
  /** A mark says that it ends here. */
  isEnded: boolean;
}

/** A row without its paragraph marks; a mark in its middle parts it. */
function partsOf(row: Row): Part[] {
  const parts: Part[] = [];
  let part: Part = { text: "", spots: [], isMarked: false, isEnded: false };
  for (const [at, spot] of row.spots.entries()) {
    const char = row.text.charAt(at);
    if (PARAGRAPH_MARK.test(char)) {
      if (part.text === "") part.isMarked = true;
      else {
        parts.push({ ...part, isEnded: true });
        part = { ...part, text: "", spots: [], isMarked: true };
      }
      continue;
    }
    part.text += char;
    part.spots.push(spot);
  }
  if (part.text !== "") parts.push(part);
  return parts;
}
