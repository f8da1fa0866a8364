import type { Text } from "hast";
import type { MappedText } from "../lines";

/** A character reference at the place where the search starts; old ones do without the semicolon. */
const REFERENCE = /&(?:#[xX][\da-fA-F]+|#\d+|[A-Za-z][A-Za-z\d]*);?/y;
/** Lengths of the names that do without: `gt`, `yacute`. */
const BARE_NAME = { least: 2, most: 6 };
/** Characters compared behind a reference to tell where it ends. */
const LOOK_AHEAD = 4;

/** Gathers the value of a text node, each character with its stretch of the source. */
export function placeText({ value, position }: Text, source: string, gathered: MappedText): void {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) return;
  if (end - start === value.length && source.startsWith(value, start)) gathered.add(value, start);
  else placeAltered(value, source, start, end, gathered);
}

/**
 * The value differs from the source in character references, in line ends, and, where tags were misnested, in tags
 * that the node's stretch includes. What cannot be matched stands for the rest of the stretch as a whole, so that
 * nothing is lost.
 */
function placeAltered(value: string, source: string, start: number, end: number, gathered: MappedText): void {
  let at = start;
  for (let index = 0; index < value.length; ) {
    const same = commonRun(value, index, source, at, end);
    if (same > 0) {
      gathered.add(value.slice(index, index + same), at);
      index += same;
      at += same;
      continue;
    }
    const shown = at < end ? shownAt(source, at, value, index) : null;
    if (shown) {
      gathered.addFor(value.slice(index, index + shown.units), at, shown.end);
      index += shown.units;
      at = shown.end;
      continue;
    }
    const tagEnd = source[at] === "<" ? source.indexOf(">", at) : -1;
    if (tagEnd < 0 || tagEnd >= end) {
      gathered.addFor(value.slice(index), Math.min(at, end), end);
      return;
    }
    at = tagEnd + 1;
  }
}

/** How many characters are the same on both sides and mean themselves. */
function commonRun(value: string, index: number, source: string, at: number, end: number): number {
  const most = Math.min(value.length - index, end - at);
  let length = 0;
  while (length < most) {
    const code = source.charCodeAt(at + length);
    if (code !== value.charCodeAt(index + length)) break;
    if (code === 38 && !isLiteral(source, at + length)) break;
    length++;
  }
  return length;
}

/** An ampersand that shows as one is `&amp;`, a number, or no reference at all: R&D. */
function isLiteral(source: string, at: number): boolean {
  return !/^&(?:amp|#(?:\d|x[\da-f]))/i.test(source.slice(at, at + 5));
}

/** A reference or a line end that stands for one character (two units of UTF-16 beyond the basic plane). */
function shownAt(
  source: string,
  at: number,
  value: string,
  index: number,
): { units: number; end: number } | null {
  if (source[at] === "\r" && value[index] === "\n") {
    return { units: 1, end: source[at + 1] === "\n" ? at + 2 : at + 1 };
  }
  if (source[at] !== "&") return null;
  REFERENCE.lastIndex = at;
  const written = REFERENCE.exec(source)?.[0];
  if (!written) return null;
  const code = value.charCodeAt(index);
  const units = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  if (written.endsWith(";") || written[1] === "#") return { units, end: at + written.length };
  const [follows = ""] = value.slice(index + units, index + units + LOOK_AHEAD).split(/[&<\n]/);
  for (let length = Math.min(BARE_NAME.most, written.length - 1); length >= BARE_NAME.least; length--) {
    if (source.startsWith(follows, at + 1 + length)) return { units, end: at + 1 + length };
  }
  return { units, end: at + written.length };
}
