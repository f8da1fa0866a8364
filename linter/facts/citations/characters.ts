/** Blanks inside a line as readers leave them: space, tab, no-break and ideographic space, soft line break. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0 || (code >= 0x09 && code <= 0x0d);
}

/** First offset at or behind `from` that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset behind the last character before `to` that is no blank. */
export function skipBlanksBack(text: string, to: number): number {
  let at = to;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Han characters, 〇 and 々 included. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || code === 0x3005;
}

/** True when `characters` holds the character of `text` at `at`; false beyond either end. */
export function isOneOf(characters: string, text: string, at: number): boolean {
  return at >= 0 && at < text.length && characters.includes(text[at] as string);
}

/** Which of `words` the text ends with before `end`: the longest listed first wins. Empty if none. */
export function wordBefore(text: string, end: number, words: readonly string[]): string {
  for (const word of words) if (text.endsWith(word, end) && end >= word.length) return word;
  return "";
}

/** Which of `words` stands at `at`. Empty if none. */
export function wordAt(text: string, at: number, words: readonly string[]): string {
  for (const word of words) if (text.startsWith(word, at)) return word;
  return "";
}

/** Where a sentence ends that began before `from`: at 。；！？ or a line break, at most `limit` further on. */
export function sentenceEnd(text: string, from: number, limit: number): number {
  const last = Math.min(text.length, from + limit);
  for (let at = from; at < last; at++) if (isOneOf("。；！？;\n", text, at)) return at;
  return last;
}

/** Where the sentence began that goes on at `to`; at most `limit` back. */
export function sentenceStart(text: string, to: number, limit: number): number {
  const first = Math.max(0, to - limit);
  for (let at = to; at > first; at--) if (isOneOf("。；！？;\n", text, at - 1)) return at;
  return first;
}
