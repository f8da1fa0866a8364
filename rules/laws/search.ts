import type { Shelf } from "./shelf";
import { titleKey } from "./titleKey";

/**
 * 检索, for people who remember a part: every word must occur in the title or a short name; whole names come first, then
 * beginnings, then the shorter title. Without any such row, titles that hold the characters in this order.
 */
export function searchRows(shelf: Shelf, words: string, limit: number): number[] {
  const keys = words
    .split(/[\s　]+/)
    .map(titleKey)
    .filter(Boolean);
  if (keys.length === 0 || limit <= 0) return [];
  const found: { row: number; rank: number }[] = [];
  for (const row of shelf.rows()) {
    const rank = rankOf([shelf.title(row), ...shelf.short(row)].map(titleKey), keys);
    if (rank !== null) found.push({ row, rank });
  }
  if (found.length === 0) return searchInOrder(shelf, keys.join(""), limit);
  return best(found, limit);
}

function rankOf(names: readonly string[], keys: readonly string[]): number | null {
  let best: number | null = null;
  for (const [index, name] of names.entries()) {
    if (!keys.every((key) => name.includes(key))) continue;
    const [first = ""] = keys;
    const place = name === first ? 0 : name.startsWith(first) ? 1000 : 2000;
    const rank = place + (index === 0 ? 0 : 1) + Math.min(name.length, 500);
    if (best === null || rank < best) best = rank;
  }
  return best;
}

function searchInOrder(shelf: Shelf, signs: string, limit: number): number[] {
  const found: { row: number; rank: number }[] = [];
  if (signs.length < 2) return [];
  for (const row of shelf.rows()) {
    const key = titleKey(shelf.title(row));
    const stretch = stretchOf(key, signs);
    if (stretch !== null) found.push({ row, rank: stretch * 4 + key.length });
  }
  return best(found, limit);
}

/** How far apart the first and last of the characters stand when they occur in this order, or null. */
function stretchOf(text: string, signs: string): number | null {
  let from = -1;
  let at = -1;
  for (const sign of signs) {
    at = text.indexOf(sign, at + 1);
    if (at < 0) return null;
    if (from < 0) from = at;
  }
  return at - from;
}

function best(found: { row: number; rank: number }[], limit: number): number[] {
  return found
    .sort((a, b) => a.rank - b.rank || a.row - b.row)
    .slice(0, limit)
    .map(({ row }) => row);
}
