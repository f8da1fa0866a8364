import type { Block, BlockRole, TextSegment } from "../document/block";

/** 行: one line as a reader of the page sees it, blanks at both ends cut off, with its places in the source. */
export interface TextLine {
  text: string;
  segments: TextSegment[];
  /** It began with an indent, as the first line of a paragraph does. */
  indented: boolean;
  /** The source parts it from the line before on purpose: by an empty line or a hard break. */
  afterGap: boolean;
}

/** Zero-width characters: no reader sees them, and they hide words from recognition. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;
const VISIBLE = /[^\u00AD\u200B-\u200F\u2060\uFEFF]+/g;

/** Offsets at which the lines of a text start, as editors count them: behind LF, CRLF and CR. */
export function findLineStarts(source: string): number[] {
  const starts = [0];
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === 10 || (code === 13 && source.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** The line between two offsets of the source; null if nothing is to be seen on it. */
export function cutLine(source: string, from: number, to: number, afterGap: boolean): TextLine | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const text = source.slice(start, end);
  const indented = start > from && isIndent(source.slice(from, start));
  const segments = [{ start: 0, end: text.length, source: start }];
  if (!INVISIBLE.test(text)) return { text, segments, indented, afterGap };
  const mapped = new MappedText();
  mapped.add(text, start);
  return { ...mapped.cut(), indented, afterGap };
}

/** Two blanks, an ideographic one or a tab before a line's text. */
function isIndent(leading: string): boolean {
  return /^[ \u00A0]{2}|\u3000|\t/.test(leading);
}

/** Blank or, at the end of a line, not to be seen: what is trimmed off. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xad ||
    (code >= 9 && code <= 13) ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

/** Puts the next line behind this one, as one paragraph; words of Latin script get their blank back. */
export function joinLine(line: TextLine, next: TextLine): void {
  const blank = /[A-Za-z,.;:)]$/.test(line.text) && /^[A-Za-z(]/.test(next.text) ? " " : "";
  const last = line.segments[line.segments.length - 1] as TextSegment;
  const first = next.segments[0] as TextSegment;
  if (blank) {
    const from = last.sourceEnd ?? last.source + last.end - last.start;
    line.segments.push({
      start: line.text.length,
      end: line.text.length + 1,
      source: from,
      sourceEnd: Math.max(from, first.source),
    });
  }
  line.text += blank;
  const shift = line.text.length;
  for (const segment of next.segments) {
    line.segments.push({ ...segment, start: segment.start + shift, end: segment.end + shift });
  }
  line.text += next.text;
}

/** What the format says of a line beyond its text. */
export interface BlockTraits {
  role: BlockRole;
  level?: number;
  align?: Block["align"];
  cell?: Block["cell"];
}

export function blockOf(line: TextLine, traits: BlockTraits, index: number): Block {
  return {
    id: `b${index}`,
    version: 1,
    text: line.text,
    ...traits,
    origin: { kind: "text", segments: line.segments },
  };
}

/** A stretch of text and what the source holds for it. */
interface Piece {
  text: string;
  source: number;
  /** Undefined where the source holds the very characters. */
  sourceEnd?: number;
}

/** Text gathered piece by piece from marked-up source, each with the stretch of source it stands for. */
export class MappedText {
  private pieces: Piece[] = [];

  /** The last character gathered; empty at the start of a line. */
  get lastCharacter(): string {
    return this.pieces.at(-1)?.text.slice(-1) ?? "";
  }

  /** Text that stands in the source as it is. */
  add(text: string, source: number): void {
    if (text !== "") this.pieces.push({ text, source });
  }

  /** Text for which the source writes something else between the two offsets. */
  addFor(text: string, source: number, sourceEnd: number): void {
    if (text !== "") this.pieces.push({ text, source, sourceEnd: Math.max(source, sourceEnd) });
  }

  /** Takes the text out, trimmed and without invisible characters; the gatherer starts afresh. */
  cut(): Pick<TextLine, "text" | "segments" | "indented"> {
    const { pieces } = this;
    this.pieces = [];
    const text = pieces.map((piece) => piece.text).join("");
    let start = 0;
    let end = text.length;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    const indented = isIndent(text.slice(0, start));
    const segments: TextSegment[] = [];
    let kept = "";
    let offset = 0;
    for (const piece of pieces) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, piece.text.length);
      offset += piece.text.length;
      for (const [at, shown] of shownRuns(piece.text, from, to)) {
        addRun(segments, kept.length, shown.length, piece, at);
        kept += shown;
      }
    }
    return { text: kept, segments, indented };
  }
}

/** What is to be seen between two offsets of a text, run by run. */
function shownRuns(text: string, from: number, to: number): [at: number, shown: string][] {
  if (from >= to) return [];
  const stretch = text.slice(from, to);
  if (!INVISIBLE.test(stretch)) return [[from, stretch]];
  return [...stretch.matchAll(VISIBLE)].map(({ 0: shown, index }) => [from + index, shown]);
}

function addRun(segments: TextSegment[], start: number, length: number, piece: Piece, at: number): void {
  const { sourceEnd } = piece;
  const source = sourceEnd === undefined ? piece.source + at : piece.source;
  const last = segments[segments.length - 1];
  const follows =
    last !== undefined &&
    last.sourceEnd === sourceEnd &&
    last.source + (sourceEnd === undefined ? last.end - last.start : 0) === source;
  if (last && follows) last.end += length;
  else if (sourceEnd === undefined) segments.push({ start, end: start + length, source });
  else segments.push({ start, end: start + length, source, sourceEnd });
}
