import type { PageText, PlacedText } from "./pageText";

/** 行: one line of a page, left to right. */
export interface PageLine {
  text: string;
  page: number;
  x: number;
  right: number;
  baseline: number;
  size: number;
}

/** Parts of one line may stand this much higher or lower, in font sizes: a raised number is smaller and higher. */
const BASELINE_SLACK = 0.4;
/** Gaps that part words, in font sizes; Chinese text is spread to fill its line, and digits are set off a little. */
const HAN_GAP = 0.6;
const LATIN_GAP = 0.15;

/** The lines of a page from top to bottom. */
export function gatherLines(page: PageText): PageLine[] {
  const rows: PlacedText[][] = [];
  const sorted = [...page.texts].sort((a, b) => a.baseline - b.baseline);
  for (const text of sorted) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (row && first && text.baseline - first.baseline <= BASELINE_SLACK * Math.max(first.size, text.size)) {
      row.push(text);
    } else {
      rows.push([text]);
    }
  }
  return rows.flatMap((row) => joinRow(row, page.number) ?? []);
}

function joinRow(row: PlacedText[], page: number): PageLine | null {
  row.sort((a, b) => a.x - b.x);
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  let before: PlacedText | undefined;
  for (const next of row) {
    if (before && isDrawnTwice(before, next)) continue;
    if (before && next.x - right > wordGap(text, next)) text += " ";
    text += next.text;
    right = Math.max(right, next.right);
    before = next;
  }
  const size = mainSize(row);
  const shown = plainCharacters(text);
  const trimmed = shown.trim();
  if (trimmed === "") return null;
  const first = row[0] as PlacedText;
  const indent = blankWidth(shown.slice(0, shown.length - shown.trimStart().length)) * size;
  const tail = blankWidth(shown.slice(shown.trimEnd().length)) * size;
  return { text: trimmed, page, x: first.x + indent, right: right - tail, baseline: first.baseline, size };
}

/** Bold type is made by drawing the same text again, a little aside. */
function isDrawnTwice(before: PlacedText, next: PlacedText): boolean {
  return next.text === before.text && next.text.trim() !== "" && next.x - before.x < 0.3 * next.size;
}

function wordGap(text: string, next: PlacedText): number {
  const latin = /[A-Za-z0-9,.;:)]$/.test(text) && /^[A-Za-z0-9(]/.test(next.text);
  return (latin ? LATIN_GAP : HAN_GAP) * next.size;
}

/** The size of most characters. */
function mainSize(row: readonly PlacedText[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of row) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  let main = row[0]?.size ?? 1;
  for (const [size, length] of lengths) if (length > (lengths.get(main) ?? 0)) main = size;
  return main;
}

/** Fonts may lead back to radicals (⼀, U+2F00) that look like the characters meant; other invisible ones go. */
function plainCharacters(text: string): string {
  return text
    .replace(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize("NFKC"))
    .replace(/[\0\u00AD\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/[\t\n\r\u00A0]/g, " ");
}

/** Width of blanks in font sizes. */
function blankWidth(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += blank === "\u3000" ? 1 : 0.5;
  return width;
}
