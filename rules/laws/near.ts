import { STATE_NAME } from "./compact";
import { type Edit, editScript } from "./editScript";
import { hashStretch } from "./hash";
import type { HashIndex } from "./hashIndex";
import type { Lookup } from "./lookup";
import { isMisspelling, type SeenTogether } from "./misspelling";
import { LONGEST, mistakesAllowed, pieceSeed, piecesOf, SHORTEST } from "./pieces";
import type { Shelf } from "./shelf";
import { titleKey } from "./titleKey";

/**
 * 近似题名: the row whose title a given one is surely meant for, or -1. Candidates come from the pieces of titles in the
 * index; the nearest must be alone, and the difference must be one that misspelling makes (see misspelling.ts).
 */
export function createNearSearch(
  shelf: Shelf,
  index: HashIndex,
  seenTogether: SeenTogether,
  lookup: Lookup,
): (title: string) => number {
  return (title) => {
    const mended = mendStateName(title);
    const given = titleKey(mended);
    if (given.length < SHORTEST - 1 || given.length > LONGEST) return -1;
    if (mended !== title) {
      const [row] = lookup("title", given);
      if (row !== undefined) return row;
    }
    let nearest: { row: number; known: string; edits: readonly Edit[] }[] = [];
    for (const row of candidates(shelf, index, given)) {
      const known = titleKey(shelf.title(row));
      const edits = editScript(given, known, mistakesAllowed(known.length));
      const fewest = nearest[0]?.edits.length ?? Number.POSITIVE_INFINITY;
      if (!edits || edits.length === 0 || edits.length > fewest) continue;
      if (edits.length < fewest) nearest = [];
      // Namesakes are one title.
      if (nearest[0]?.known !== known) nearest.push({ row, known, edits });
    }
    const [only] = nearest;
    if (nearest.length !== 1 || !only) return -1;
    const difference = {
      given,
      known: only.known,
      edits: only.edits,
      isNational: mended.includes(STATE_NAME),
    };
    return isMisspelling(difference, seenTogether) ? only.row : -1;
  };
}

/** 中华人民共合国安全生产法: the words that a title key leaves out can be misspelt as well. */
function mendStateName(title: string): string {
  if (!title.startsWith("中") || title.startsWith(STATE_NAME)) return title;
  for (let length = STATE_NAME.length - 1; length <= STATE_NAME.length + 1; length++) {
    if (editScript(title.slice(0, length), STATE_NAME, 1)) return STATE_NAME + title.slice(length);
  }
  return title;
}

/** Rows that share a piece with the given key at about the same place. */
function candidates(shelf: Shelf, index: HashIndex, given: string): Set<number> {
  const rows = new Set<number>();
  for (let length = Math.max(SHORTEST, given.length - 2); length <= given.length + 2; length++) {
    const most = mistakesAllowed(length);
    if (Math.abs(length - given.length) > most) continue;
    for (const [piece, [start, end]] of piecesOf(length).entries()) {
      for (let shift = -most; shift <= most; shift++) {
        const from = start + shift;
        const to = end + shift;
        if (from < 0 || to > given.length) continue;
        index.visit(hashStretch(given, from, to, pieceSeed(length, piece)), (row) => {
          if (!shelf.isHidden(row)) rows.add(row);
          return false;
        });
      }
    }
  }
  return rows;
}
