import { type Dictionary, findChild, readDictionary } from "./dictionary";
import { addUserWord, type UserWords } from "./userWords";

/**
 * 分词器: cuts text into words, the same in Node and in every browser: jieba's dictionary and algorithm without its
 * hidden Markov model, over runs of Han characters (U+4E00–U+9FFF).
 *
 * What is not Han is no matter for a dictionary: a stretch of ASCII or full-width letters and digits is one word
 * (`2018`, `GB`), every other character is one by itself (surrogate pairs stay whole). So `第12条` is 第/12/条.
 */
export interface Segmenter {
  /** The words of `text` in order; joined they are `text` again. */
  cut(text: string): string[];
  /** Offsets (UTF-16) at which the words of `text` begin, and its length: 0, …, text.length. Empty text has [0]. */
  boundaries(text: string): number[];
  /**
   * Whether a word begins or ends at `offset`. Both ends of the text are boundaries. Only the run of characters round
   * `offset` is looked at, and the last run is remembered, so that asking for many offsets of one text is cheap.
   */
  isBoundary(text: string, offset: number): boolean;
  /**
   * A segmenter that knows these words too (用户词); this one is left as it was. They weigh as much as the median word
   * of the dictionary, as in nodejieba's `insertWord`, and replace the dictionary's own weight.
   * @throws RangeError for a word that is not Han throughout: it could never be found.
   */
  withWords(words: Iterable<string>): Segmenter;
}

/**
 * Opens the compiled dictionary (dist/words.bin).
 * @throws Error with a Chinese message if the bytes are no such file.
 */
export function openSegmenter(bytes: Uint8Array): Segmenter {
  return new DictionarySegmenter(readDictionary(bytes), { weight: 0, next: new Map() });
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

class DictionarySegmenter implements Segmenter {
  /** Best sum of log frequencies from a position of the run to the run's end; grows with the longest run. */
  private score = new Float64Array(256);
  /** Length of the word that begins there on the best path. */
  private step = new Uint32Array(256);
  /** The run `isBoundary` looked at last, with a mark for each position at which a word begins. */
  private lastRun = { text: "", start: -1, end: -1, begins: new Uint8Array(0) };

  constructor(
    private readonly dictionary: Dictionary,
    private readonly userWords: UserWords,
  ) {}

  cut(text: string): string[] {
    const words: string[] = [];
    let start = 0;
    this.forEachEnd(text, (end) => {
      words.push(text.slice(start, end));
      start = end;
    });
    return words;
  }

  boundaries(text: string): number[] {
    const offsets = [0];
    this.forEachEnd(text, (end) => offsets.push(end));
    return offsets;
  }

  isBoundary(text: string, offset: number): boolean {
    if (offset <= 0 || offset >= text.length) return true;
    if (!isHan(text.charCodeAt(offset)) || !isHan(text.charCodeAt(offset - 1))) {
      return !joinsOutsideHan(text, offset);
    }
    const run = this.lastRun;
    if (offset <= run.start || offset >= run.end || run.text !== text)
      this.lastRun = this.readRun(text, offset);
    const { start, begins } = this.lastRun;
    return begins[offset - start] === 1;
  }

  withWords(words: Iterable<string>): Segmenter {
    const own: UserWords = structuredClone(this.userWords);
    for (const word of words) {
      if (!isHanThroughout(word)) throw new RangeError(`自定义词语“${word}”须全部由汉字组成`);
      addUserWord(own, word, this.dictionary.userWordWeight);
    }
    return new DictionarySegmenter(this.dictionary, own);
  }

  /** The run of Han characters round `offset`, cut. */
  private readRun(text: string, offset: number): typeof this.lastRun {
    let start = offset;
    let end = offset;
    while (start > 0 && isHan(text.charCodeAt(start - 1))) start--;
    while (end < text.length && isHan(text.charCodeAt(end))) end++;
    this.solveRun(text, start, end);
    const begins = new Uint8Array(end - start);
    for (let at = 0; at < begins.length; at += this.step[at] as number) begins[at] = 1;
    return { text, start, end, begins };
  }

  /** Calls `visit` with the end of every word, in order. */
  private forEachEnd(text: string, visit: (end: number) => void): void {
    const { length } = text;
    let position = 0;
    while (position < length) {
      const start = position;
      while (position < length && isHan(text.charCodeAt(position))) position++;
      if (position > start) {
        this.solveRun(text, start, position);
        for (let end = start; end < position; ) {
          end += this.step[end - start] as number;
          visit(end);
        }
      } else {
        do position++;
        while (position < length && joinsOutsideHan(text, position));
        visit(position);
      }
    }
  }

  /**
   * jieba's dynamic programme over the run [start, end): from right to left, at every position the word whose log
   * frequency plus the best of what follows is largest; an unknown character weighs as the rarest word. Of equals the
   * shorter word wins, as in cppjieba's MPSegment, whose order of additions is kept so that sums round alike.
   */
  private solveRun(text: string, start: number, end: number): void {
    const { dictionary } = this;
    const { roots, weights, unknownWeight } = dictionary;
    const userRoots = this.userWords.next.size > 0 ? this.userWords.next : undefined;
    const length = end - start;
    if (length >= this.score.length) {
      this.score = new Float64Array(length * 2);
      this.step = new Uint32Array(length * 2);
    }
    const { score, step } = this;
    score[length] = 0;
    for (let first = length - 1; first >= 0; first--) {
      const code = text.charCodeAt(start + first);
      let node = roots[code - FIRST_HAN] as number;
      let user = userRoots?.get(code);
      let best = (score[first + 1] as number) + (user?.weight || (weights[node] as number) || unknownWeight);
      let bestStep = 1;
      for (let last = first + 1; last < length && (node !== 0 || user); last++) {
        const next = text.charCodeAt(start + last);
        node = node === 0 ? 0 : findChild(dictionary, node, next);
        if (user) user = user.next.get(next);
        const weight = user?.weight || (weights[node] as number);
        if (weight === 0) continue;
        const sum = (score[last + 1] as number) + weight;
        if (sum > best) {
          best = sum;
          bestStep = last + 1 - first;
        }
      }
      score[first] = best;
      step[first] = bestStep;
    }
  }
}

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}

function isHanThroughout(word: string): boolean {
  for (let index = 0; index < word.length; index++) if (!isHan(word.charCodeAt(index))) return false;
  return word.length > 0;
}

/** Whether the characters before and at `offset`, of which one at least is not Han, belong to one word. */
function joinsOutsideHan(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return (
    (isAlphanumeric(before) && isAlphanumeric(after)) || (isHighSurrogate(before) && isLowSurrogate(after))
  );
}

/** ASCII letters and digits and their full-width forms. */
function isAlphanumeric(code: number): boolean {
  const ascii = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return (
    (ascii >= 0x30 && ascii <= 0x39) || (ascii >= 0x41 && ascii <= 0x5a) || (ascii >= 0x61 && ascii <= 0x7a)
  );
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
