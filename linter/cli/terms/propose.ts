import type { Jieba } from "./jieba";
import { findNewWords } from "./newWords";
import { findOrgans } from "./organs";
import { FUNCTION_WORDS, type NamedText, readWordRuns } from "./wordRuns";

/** A proposed word with what a person needs to judge it. */
export interface Proposal {
  text: string;
  /** Occurrences in all texts. */
  count: number;
  /** Texts it occurs in. */
  documents: number;
  /** Up to two sentences. */
  examples: { path: string; sentence: string }[];
}

/** 术语建议: an organisation's own words, found in its documents; to be read by a person before use. */
export interface TermProposals {
  organs: Proposal[];
  /** New words that the dictionary lacks (`new`) and key words that it has (`key`). */
  terms: (Proposal & { kind: "new" | "key" })[];
}

export interface ProposalLimits {
  organs: number;
  newWords: number;
  keyWords: number;
}

const DEFAULT_LIMITS: ProposalLimits = { organs: 200, newWords: 300, keyWords: 100 };

/** Inverse document frequency from which a word says something: 建设 has 4, 风景名胜 9. */
const SPECIFIC = 6.5;

/** Proposes organ names and terms from texts. Pure but for the segmenter, so that it can be tried without a folder. */
export function proposeTerms(
  texts: Iterable<NamedText>,
  jieba: Jieba,
  limits: Partial<ProposalLimits> = {},
): TermProposals {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const all = Array.from(texts, ({ path, text }) => ({ path, text: text.replace(/\r/g, "") }));
  const runs = readWordRuns(all, jieba);
  const organs = findOrgans(runs, jieba).slice(0, bounds.organs);
  const organNames = new Set(organs.map(({ name }) => name));
  const newWords = findNewWords(runs)
    .filter(({ text }) => !organNames.has(text))
    .slice(0, bounds.newWords);
  return {
    organs: organs.map(({ name }) => describe(name, all)),
    terms: [
      ...newWords.map(({ text }) => ({ kind: "new" as const, ...describe(text, all) })),
      ...findKeyWords(all, jieba, bounds.keyWords).map((word) => ({
        kind: "key" as const,
        ...describe(word, all),
      })),
    ],
  };
}

/** Key words of the texts one by one (TF-IDF), summed over the collection: a word must matter to several texts. */
function findKeyWords(texts: readonly NamedText[], jieba: Jieba, limit: number): string[] {
  const scores = new Map<string, { score: number; texts: number }>();
  for (const { text } of texts) {
    const words = jieba.extract(text, 40);
    const best = words[0]?.weight ?? 1;
    for (const { word, weight } of words) {
      if (!/^[\u4e00-\u9fff]{2,}$/.test(word) || FUNCTION_WORDS.has(word)) continue;
      if (weight / (text.split(word).length - 1) < SPECIFIC) continue;
      const entry = scores.get(word) ?? { score: 0, texts: 0 };
      scores.set(word, { score: entry.score + weight / best, texts: entry.texts + 1 });
    }
  }
  return [...scores]
    .filter(([, entry]) => entry.texts >= 2 || texts.length < 5)
    .sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word);
}

function describe(word: string, texts: readonly NamedText[]): Proposal {
  const proposal: Proposal = { text: word, count: 0, documents: 0, examples: [] };
  for (const { path, text } of texts) {
    const count = text.split(word).length - 1;
    if (count === 0) continue;
    proposal.count += count;
    proposal.documents += 1;
    if (proposal.examples.length < 2) proposal.examples.push({ path, sentence: sentenceWith(word, text) });
  }
  return proposal;
}

/** The sentence in which a word first stands, shortened round it. */
function sentenceWith(word: string, text: string): string {
  const at = text.indexOf(word);
  const from = Math.max(lastMark(text, at), at - 20);
  const end = text.slice(at).search(/[。；！？\n]/);
  return text.slice(from, Math.min(end < 0 ? text.length : at + end, at + word.length + 20)).trim();
}

function lastMark(text: string, before: number): number {
  return Math.max(...["。", "；", "！", "？", "\n"].map((mark) => text.lastIndexOf(mark, before - 1))) + 1;
}
