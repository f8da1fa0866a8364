/** In points, of a line in the sheet's font; Excel makes no row higher than 409. */
const LINE = 14.5;
const HIGHEST = 409;
/** Edges of a cell, and room for punctuation that may not begin a line, in characters. */
const EDGES = 2;

/**
 * 行高 that shows wrapped text whole. Programs that leave the height to whoever wrote the file show one line, and
 * print no more than they show.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, column) => linesOf(text, (widths[column] ?? 0) - EDGES));
  return Math.min(Math.max(...lines, 1) * LINE, HIGHEST);
}

function linesOf(text: string, room: number): number {
  return text.split("\n").reduce((count, line) => count + Math.max(Math.ceil(widthOf(line) / room), 1), 0);
}

/** Widths of columns count digits; Chinese characters and their punctuation are as wide as two. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2;
  return width;
}
