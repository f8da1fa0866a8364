import { openSegmenter, type Segmenter } from "../../words/segmenter";

let dictionary: (() => Uint8Array) | null = null;
/** One for each list of own words; the empty list has the dictionary alone. */
const opened = new Map<string, Segmenter>();

/** Says where the compiled dictionary is read from; it is read when a rule first asks for boundaries. */
export function provideDictionary(read: () => Uint8Array): void {
  dictionary = read;
}

/** Does the stretch begin and end where words do, an organisation's own words (用户词) counted? */
export function isWhole(text: string, start: number, end: number, ownWords: readonly string[]): boolean {
  const segmenter = segmenterWith(ownWords);
  return segmenter.isBoundary(text, start) && segmenter.isBoundary(text, end);
}

function segmenterWith(ownWords: readonly string[]): Segmenter {
  const key = ownWords.join("\n");
  const known = opened.get(key);
  if (known) return known;
  const made = ownWords.length > 0 ? segmenterWith([]).withWords(ownWords) : openDictionary();
  opened.set(key, made);
  return made;
}

function openDictionary(): Segmenter {
  if (!dictionary) throw new Error("这里没有分词用的词典，自定规则的 boundaries 用不了");
  return openSegmenter(dictionary());
}
