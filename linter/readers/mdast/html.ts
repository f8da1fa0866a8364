import type { BlockTraits } from "../lines";
import { type InlineReading, linterComment } from "./inline";
import { referenceAt } from "./sourceText";

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*|\/)?>|<[!?][^>]*>/gi;
const BREAKING =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** Gathers the text of a stretch of HTML between Markdown blocks; `traits` where its tags say nothing else. */
export function gatherHtml(reading: InlineReading, start: number, end: number, traits: BlockTraits): void {
  const { source, gatherer, comments } = reading;
  let at = start;
  for (const match of source.slice(start, end).matchAll(MARKUP)) {
    const from = start + match.index;
    gatherPlain(reading, at, from);
    at = from + match[0].length;
    const comment = linterComment(match[0]);
    if (comment !== null) comments.push({ text: comment, source: from });
    const tag = match[3]?.toLowerCase() ?? "";
    if (BREAKING.test(tag)) gatherer.endLine(true, match[2] ? traits : traitsOf(tag, traits));
  }
  gatherPlain(reading, at, end);
  gatherer.endLine(true);
  return;

  function gatherPlain({ source: text }: InlineReading, from: number, to: number): void {
    for (let index = from; index < to; ) {
      const reference = referenceAt(text, index);
      if (reference && reference.end <= to) {
        gatherer.addFor(reference.text, index, reference.end);
        index = reference.end;
      } else if (text[index] === "\n" || text[index] === "\r") {
        gatherer.endLine(false);
        index++;
        while (index < to && (traits.role === "quote" ? /[ \t>]/ : /[ \t]/).test(text[index] as string))
          index++;
      } else gatherer.add(text[index] as string, index++);
    }
  }
}

function traitsOf(tag: string, traits: BlockTraits): BlockTraits {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level) return { role: "heading", level: Number(level) };
  return tag === "td" || tag === "th" ? { role: "table-cell" } : traits;
}
