import type { Span } from "../document/place";

/** A sentence with its place in the block, surrounding blanks left out. */
export interface Sentence extends Span {
  text: string;
}

/** Cuts a block at 。；！？ and line breaks; the mark stays with its sentence. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^。；;！？\n]+[。；;！？]?/g)) {
    const words = match[0].trim();
    if (words === "") continue;
    const start = match.index + match[0].indexOf(words);
    sentences.push({ text: words, start, end: start + words.length });
  }
  return sentences;
}
