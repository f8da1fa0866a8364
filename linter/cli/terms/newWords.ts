import { FUNCTION_WORDS, type WordRun } from "./wordRuns";

/** 新词: a sequence of dictionary words that the documents use as one. */
export interface NewWord {
  text: string;
  count: number;
  /** Pointwise mutual information of its loosest joint, in bits: how much more often the parts meet than by chance. */
  cohesion: number;
  /** Entropy of its neighbours on the poorer side, in bits: how freely it stands in different sentences. */
  freedom: number;
}

export interface NewWordLimits {
  /** Occurrences at least. */
  count: number;
  cohesion: number;
  freedom: number;
  /** Dictionary words in one new word at most. */
  words: number;
}

const DEFAULT_LIMITS: NewWordLimits = { count: 4, cohesion: 5, freedom: 1.5, words: 5 };
const SEPARATOR = " ";

/**
 * Finds new words by cohesion and boundary entropy. Longer sequences are counted only where both their shorter parts
 * are frequent, so that the tables stay small on large collections.
 */
export function findNewWords(runs: readonly WordRun[], limits: Partial<NewWordLimits> = {}): NewWord[] {
  const { count, cohesion, freedom, words } = { ...DEFAULT_LIMITS, ...limits };
  const levels = countSequences(runs, count, words);
  const total = [...(levels[0] as Map<string, number>).values()].reduce((sum, n) => sum + n, 0);
  const countOf = (parts: readonly string[]) => levels[parts.length - 1]?.get(parts.join(SEPARATOR)) ?? 0;

  const cohesive = new Map<string, { parts: string[]; count: number; cohesion: number }>();
  for (const level of levels.slice(1)) {
    for (const [key, occurrences] of level) {
      const parts = key.split(SEPARATOR);
      const joints = parts.slice(1).map((_, index) => {
        const chance = countOf(parts.slice(0, index + 1)) * countOf(parts.slice(index + 1));
        return Math.log2((occurrences * total) / chance);
      });
      const loosest = Math.min(...joints);
      if (loosest >= cohesion) cohesive.set(key, { parts, count: occurrences, cohesion: loosest });
    }
  }

  const neighbours = countNeighbours(runs, cohesive, words);
  const found: NewWord[] = [];
  for (const [key, candidate] of cohesive) {
    const sides = neighbours.get(key);
    if (!sides) continue;
    const free = Math.min(entropy(sides.left), entropy(sides.right));
    if (free < freedom || isMereRepetition(candidate.parts)) continue;
    found.push({
      text: candidate.parts.join(""),
      count: candidate.count,
      cohesion: candidate.cohesion,
      freedom: free,
    });
  }
  return withoutFragments(found).sort(
    (a, b) => b.count * b.cohesion - a.count * a.cohesion || (a.text < b.text ? -1 : 1),
  );
}

/** Counts of sequences of 1, 2, … words without function words. Single words keep all counts, for the probabilities. */
function countSequences(runs: readonly WordRun[], least: number, longest: number): Map<string, number>[] {
  const levels: Map<string, number>[] = [];
  for (let length = 1; length <= longest; length++) {
    const shorter = levels[length - 2];
    const counts = new Map<string, number>();
    for (const { words } of runs) {
      for (let start = 0; start + length <= words.length; start++) {
        const parts = words.slice(start, start + length);
        if (length > 1) {
          if (length === 2 && parts.some((word) => FUNCTION_WORDS.has(word))) continue;
          const [head, tail] = [parts.slice(0, -1).join(SEPARATOR), parts.slice(1).join(SEPARATOR)];
          if ((shorter?.get(head) ?? 0) < least || (shorter?.get(tail) ?? 0) < least) continue;
        }
        const key = parts.join(SEPARATOR);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    if (length > 1) for (const [key, count] of counts) if (count < least) counts.delete(key);
    levels.push(counts);
  }
  return levels;
}

interface Neighbours {
  left: Map<string, number>;
  right: Map<string, number>;
}

/** What stands before and behind each candidate. The end of a run counts as a neighbour of its own each time. */
function countNeighbours(
  runs: readonly WordRun[],
  candidates: ReadonlyMap<string, unknown>,
  longest: number,
): Map<string, Neighbours> {
  const neighbours = new Map<string, Neighbours>();
  for (const [index, { words }] of runs.entries()) {
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 2; end <= Math.min(words.length, start + longest); end++) {
        const key = words.slice(start, end).join(SEPARATOR);
        if (!candidates.has(key)) continue;
        const sides = neighbours.get(key) ?? { left: new Map(), right: new Map() };
        neighbours.set(key, sides);
        increase(sides.left, words[start - 1] ?? `#${index}`);
        increase(sides.right, words[end] ?? `#${index}`);
      }
    }
  }
  return neighbours;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function entropy(counts: ReadonlyMap<string, number>): number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}

function isMereRepetition(parts: readonly string[]): boolean {
  return new Set(parts).size < parts.length || parts.every((part) => part.length === 1);
}

/** Leaves out what nearly always stands inside a longer find. */
function withoutFragments(found: readonly NewWord[]): NewWord[] {
  const longer = new Map<string, number>();
  for (const { text, count } of found) {
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 2; end <= text.length; end++) {
        if (end - start === text.length) continue;
        const part = text.slice(start, end);
        longer.set(part, Math.max(longer.get(part) ?? 0, count));
      }
    }
  }
  return found.filter(({ text, count }) => (longer.get(text) ?? 0) < count * 0.7);
}
