import type { Span } from "../document/place";

/** The sentence (句) around a span, with the span's place inside it. */
export interface Sentence extends Span {
  text: string;
}

const STOPS = "。！？；\n";

/** Cuts out the sentence in which a span stands; line breaks and tabs inside become blanks. */
export function sentenceAround(text: string, { start, end }: Span): Sentence {
  let from = start;
  while (from > 0 && !STOPS.includes(text[from - 1] as string)) from -= 1;
  let to = end;
  while (to < text.length && !STOPS.includes(text[to] as string)) to += 1;
  if (to < text.length && text[to] !== "\n") to += 1;
  return { text: text.slice(from, to).replace(/[\n\t]/g, " "), start: start - from, end: end - from };
}
