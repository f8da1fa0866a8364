import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { WordFrequencies } from "./compile";

/**
 * jieba's dictionary comes with @node-rs/jieba, a package that installs without a compiler. The edition that cppjieba
 * (and so nodejieba) reads differs from it in the words below, and in them alone; a test compares the two where
 * nodejieba is installed. The project follows cppjieba, its oracle, also where the other edition is the better one.
 */
const ONLY_IN_CPPJIEBA: WordFrequencies = new Map([
  ["张力", 160],
  ["张华", 140],
]);
const NOT_IN_CPPJIEBA = new Set(["吉林"]);

/** Words with other than Han characters in that edition; the other has more. They count in the sum of frequencies. */
const MIXED_WORDS_IN_CPPJIEBA = new Set(["AT&T", "B超", "c#", "C#", "c++", "C++", "T恤"]);

/** The words that nodejieba loads by default from its user dictionary; a word without frequency weighs as the median. */
export const DEFAULT_USER_WORDS: WordFrequencies = new Map([
  ["云计算", 3],
  ["韩玉鉴赏", 3],
  ["蓝翔", 3],
  ["区块链", 10],
]);

/** The dictionary of cppjieba. */
export function readSourceDictionary(): WordFrequencies {
  const folder = dirname(createRequire(import.meta.url).resolve("@node-rs/jieba/package.json"));
  const words = parseDictionary(readFileSync(join(folder, "dict.txt"), "utf8"));
  for (const word of words.keys()) {
    const mixed = !/^[\u4e00-\u9fff]+$/.test(word);
    if (NOT_IN_CPPJIEBA.has(word) || (mixed && !MIXED_WORDS_IN_CPPJIEBA.has(word))) words.delete(word);
  }
  for (const [word, frequency] of ONLY_IN_CPPJIEBA) words.set(word, frequency);
  return words;
}

/** Lines of word, frequency and part of speech, separated by blanks. */
export function parseDictionary(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [word, frequency] = line.split(" ");
    if (word) words.set(word, Number(frequency));
  }
  return words;
}
