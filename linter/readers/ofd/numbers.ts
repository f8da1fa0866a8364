/** Numbers parted by blanks, as ST_Array and ST_Box hold them; what is no number is left out. */
export function parseNumbers(text: string | undefined): number[] {
  if (!text) return [];
  return text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite);
}

/** More deltas than this are a damaged file's, not a line's. */
const MOST_DELTAS = 100_000;

/** DeltaX and DeltaY: distances from character to character, `g n d` standing for n times d (GB/T 33190, 11.3). */
export function parseDeltas(text: string | undefined): number[] {
  const deltas: number[] = [];
  const words = text?.trim().split(/\s+/) ?? [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word !== "g") {
      deltas.push(toNumber(word));
      continue;
    }
    const count = Math.min(toNumber(words[index + 1] ?? ""), MOST_DELTAS - deltas.length);
    const delta = toNumber(words[index + 2] ?? "");
    for (let copy = 0; copy < count; copy++) deltas.push(delta);
    index += 2;
  }
  return deltas;
}

function toNumber(word: string): number {
  const value = Number(word);
  return Number.isFinite(value) ? value : 0;
}
