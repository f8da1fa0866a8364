import type { Span } from "../../document/place";
import { isOneOf, skipBlanks, skipBlanksBack } from "./characters";

/** 书名号: a pair of marks with what stands between them. */
export interface Marks extends Span {
  innerStart: number;
  innerEnd: number;
}

/** Longer than the longest real title (lists of amended acts reach some 150), short enough to give up soon. */
const LONGEST_TITLE = 220;
const LOOK_AHEAD = 80;

const OUTER_OPEN = "《";
const OUTER_CLOSE = "》";
const INNER_OPEN = "〈<＜";
const INNER_CLOSE = "〉>＞";
/** Stands in no title; an unclosed mark is given up here. */
const NEVER_INSIDE = "。；";

/**
 * Reads the marks that open at `open` (a 《) to the closing mark that answers it. Inner marks may be 〈〉, ASCII <> or
 * once more 《》, to any depth; a closing mark of the wrong kind is taken for the right one when nothing better
 * follows (《…〉, 《关于印发〈…》的通知》). Null for an unclosed or empty pair: what cannot be read is no citation.
 */
export function readMarks(text: string, open: number): Marks | null {
  const last = Math.min(text.length, open + LONGEST_TITLE);
  // True: an inner mark waits to be closed. The outer one lies at the bottom.
  const inner: boolean[] = [];
  let doubts = 0;
  for (let at = open; at < last; at++) {
    const character = text[at] as string;
    if (character === OUTER_OPEN) inner.push(false);
    else if (INNER_OPEN.includes(character)) inner.push(true);
    else if (character === OUTER_CLOSE || INNER_CLOSE.includes(character)) {
      const closesInner = character !== OUTER_CLOSE;
      if (inner[inner.length - 1] !== closesInner) {
        if (++doubts > 2) return null;
        const better = closesLater(text, at + 1);
        // 《…法〉的决定》: the 〉 is a slip, the real end comes.
        if (closesInner && better) continue;
        // 《关于修改〈…法的决定》: this 》 closes all that is open down to a 《.
        if (!closesInner && !better) while (inner[inner.length - 1]) inner.pop();
      }
      inner.pop();
      if (inner.length === 0) return pair(text, open, at);
    } else if (NEVER_INSIDE.includes(character)) return null;
  }
  return null;
}

function pair(text: string, open: number, close: number): Marks | null {
  const innerStart = skipBlanks(text, open + 1);
  const innerEnd = skipBlanksBack(text, close);
  return innerStart < innerEnd ? { start: open, end: close + 1, innerStart, innerEnd } : null;
}

/** Is the next mark a 》, before any other mark and within the sentence? */
function closesLater(text: string, from: number): boolean {
  const last = Math.min(text.length, from + LOOK_AHEAD);
  for (let at = from; at < last; at++) {
    if (text[at] === OUTER_CLOSE) return true;
    if (isOneOf(`${OUTER_OPEN}${INNER_OPEN}${NEVER_INSIDE}`, text, at)) return false;
  }
  return false;
}
