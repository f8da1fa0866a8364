import { decodeString } from "micromark-util-decode-string";
import type { LineGatherer } from "./gatherer";

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/y;
const PREFIX = /[ \t>]*/y;

/** An entity at this offset, decoded; null if none stands there. */
export function referenceAt(source: string, at: number): { text: string; end: number } | null {
  if (source[at] !== "&") return null;
  REFERENCE.lastIndex = at;
  const raw = REFERENCE.exec(source)?.[0];
  if (!raw) return null;
  const text = decodeString(raw);
  return text === raw ? null : { text, end: at + raw.length };
}

/** What one place of the source shows: itself, or what an escape or an entity stands for. */
function shownAt(source: string, at: number): { text: string; end: number } {
  if (source[at] === "\\" && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? "")) {
    return { text: source[at + 1] as string, end: at + 2 };
  }
  return referenceAt(source, at) ?? { text: source[at] ?? "", end: at + 1 };
}

/**
 * Lays the value of a text node beside the source it was read from, since the tree says where a node stands but not
 * where its characters do: escapes and entities are longer there, and lines begin with marks of quotes and lists.
 * What does not fit (a tree that was changed after parsing) is placed as a whole.
 * @returns the offset behind it
 */
export function gatherText(
  value: string,
  source: string,
  from: number,
  to: number,
  gatherer: LineGatherer,
): number {
  let at = from;
  let index = 0;
  while (index < value.length) {
    const same = commonRun(value, index, source, at, to);
    if (same > 0) {
      gatherer.add(value.slice(index, index + same), at);
      index += same;
      at += same;
      continue;
    }
    const shown = shownAt(source, at);
    if (at < to && shown.end - at > 1 && value.startsWith(shown.text, index)) {
      gatherer.addFor(shown.text, at, shown.end);
      index += shown.text.length;
      at = shown.end;
      continue;
    }
    const next = nextLine(value, index, source, at);
    if (next) {
      gatherer.endLine(false);
      index = next.index;
      at = next.at;
      continue;
    }
    if (at < to && source[at] === value[index]) {
      gatherer.add(value[index++] as string, at++); // a lone & or backslash
      continue;
    }
    gatherWhole(value.slice(index), Math.min(at, to), to, gatherer);
    return to;
  }
  return at;
}

/** How many characters are the same on both sides and mean themselves. */
function commonRun(value: string, index: number, source: string, at: number, to: number): number {
  let length = 0;
  const most = Math.min(value.length - index, to - at);
  while (length < most) {
    const character = source[at + length];
    if (character !== value[index + length]) break;
    if (character === "\\" || character === "&" || character === "\n" || character === "\r") break;
    length++;
  }
  return length;
}

/** Behind a line break of the value, and behind what the source writes before the next line's text. */
function nextLine(
  value: string,
  index: number,
  source: string,
  at: number,
): { index: number; at: number } | null {
  const lineEnd = /\r\n|\r|\n/y;
  lineEnd.lastIndex = index;
  const mark = lineEnd.exec(value)?.[0];
  if (!mark) return null;
  let end = at;
  while (source[end] === " " || source[end] === "\t") end++;
  if (!source.startsWith(mark, end)) return null;
  return skipPrefix(value, index + mark.length, source, end + mark.length);
}

/** Blanks and quote marks at a line's start belong to the containers, unless the value has them too. */
function skipPrefix(value: string, index: number, source: string, at: number): { index: number; at: number } {
  PREFIX.lastIndex = at;
  const prefix = PREFIX.exec(source)?.[0] ?? "";
  PREFIX.lastIndex = index;
  const kept = PREFIX.exec(value)?.[0] ?? "";
  const behind = at + prefix.length;
  const written = shownAt(source, behind);
  if (kept === "" || (written.end - behind > 1 && kept.startsWith(written.text)))
    return { index, at: behind };
  return { index, at: prefix.endsWith(kept) ? behind - kept.length : behind };
}

/** Text whose characters cannot be told apart in the source. */
export function gatherWhole(value: string, from: number, to: number, gatherer: LineGatherer): void {
  value.split(/\r\n|\r|\n/).forEach((line, count) => {
    if (count > 0) gatherer.endLine(false);
    gatherer.addFor(line, from, to);
  });
}
