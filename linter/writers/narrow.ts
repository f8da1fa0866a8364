import type { Edit } from "../engine/finding";

/** An edit without what it leaves as it is at both ends, so that no more is touched than has to be. */
export function narrowEdit(blockText: string, { place, text }: Edit): Edit {
  const old = blockText.slice(place.start, place.end);
  const shorter = Math.min(old.length, text.length);
  let front = 0;
  while (front < shorter && old[front] === text[front]) front++;
  if (isInPair(old, front) || isInPair(text, front)) front--;
  let back = 0;
  while (back < shorter - front && old[old.length - 1 - back] === text[text.length - 1 - back]) back++;
  if (isInPair(old, old.length - back) || isInPair(text, text.length - back)) back--;
  return {
    place: { ...place, start: place.start + front, end: place.end - back },
    text: text.slice(front, text.length - back),
  };
}

function isInPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}
