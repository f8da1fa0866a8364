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

/**
 * A narrow edit in parts, without the numbers in its middle that stay: [2018] becomes 〔2018〕 by its brackets, and the digits,
 * which often stand in a run of their own, keep their formatting. None if nothing changes.
 */
export function editParts(blockText: string, edit: Edit): Edit[] {
  const { place, text } = narrowEdit(blockText, edit);
  const old = blockText.slice(place.start, place.end);
  const before = [...old.matchAll(NUMBER)];
  const after = [...text.matchAll(NUMBER)];
  const parts: Edit[] = [];
  let [from, fresh] = [0, 0];
  const part = (to: number, freshTo: number) => {
    const [was, becomes] = [old.slice(from, to), text.slice(fresh, freshTo)];
    if (was === becomes) return;
    parts.push({ place: { ...place, start: place.start + from, end: place.start + to }, text: becomes });
  };
  for (const [index, { 0: number, index: at }] of before.entries()) {
    const same = after[index];
    if (same?.[0] !== number) break;
    part(at, same.index);
    [from, fresh] = [at + number.length, same.index + number.length];
  }
  part(old.length, text.length);
  return parts;
}

const NUMBER = /\d{2,}/g;

/** Whether a cut would part what is read as one: a number, a character of two units. */
function cutsInside(text: string, offset: number): boolean {
  return /^(?:\d\d|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
