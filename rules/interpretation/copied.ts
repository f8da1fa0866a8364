/** Eight Han characters in a row are rarely the same by chance. */
const SHINGLE = 8;
const BASE = 31;
/** BASE to the power SHINGLE - 1, in 32-bit arithmetic. */
const LEADING = Array.from({ length: SHINGLE - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Share of `text`, 0–1, whose shingles also stand in `original`. Linear in both lengths: a rolling hash over Han characters. */
export function shareCopied(text: string, original: string): number {
  const known = new Set(shingles(original));
  let count = 0;
  let common = 0;
  for (const shingle of shingles(text)) {
    count += 1;
    if (known.has(shingle)) common += 1;
  }
  return count === 0 ? 0 : common / count;
}

function* shingles(text: string): Generator<number> {
  const window: number[] = [];
  let hash = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) continue;
    const slot = length % SHINGLE;
    if (length >= SHINGLE) hash = (hash - Math.imul(window[slot] as number, LEADING)) | 0;
    hash = (Math.imul(hash, BASE) + code) | 0;
    window[slot] = code;
    length += 1;
    if (length >= SHINGLE) yield hash;
  }
}
