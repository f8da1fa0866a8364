import type { Edit } from "../engine/finding";

/** An edit without what it leaves as it is at both ends: no more is touched than has to be, but numbers stay whole. */
export function narrowEdit(blockText: string, { place, text }: Edit): Edit {
  const old = blockText.slice(place.start, place.end);
  const shorter = Math.min(old.length, text.length);
  let front = 0;
  while (front < shorter && old[front] === text[front]) front++;
  while (cutsInside(old, front) || cutsInside(text, front)) front--;
  let back = 0;
  while (back < shorter - front && old[old.length - 1 - back] === text[text.length - 1 - back]) back++;
  while (cutsInside(old, old.length - back) || cutsInside(text, text.length - back)) back--;
  return {
    place: { ...place, start: place.start + front, end: place.end - back },
    text: text.slice(front, text.length - back),
  };
}

/** Whether a cut would part what is read as one: a number, a character of two units. */
function cutsInside(text: string, offset: number): boolean {
  return /^(?:\d\d|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
