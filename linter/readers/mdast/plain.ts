import { cutLine } from "../lines";
import type { SourceLine } from "./gatherer";

/**
 * Most drafts in Markdown are headings and paragraphs and nothing else. They need no parser, whose work takes a hundred
 * times as long as reading itself. This reads them, and gives up (null) at the first character that might mean more.
 * Its answers are the parser's: a test holds them equal.
 */
export function readPlainParagraphs(source: string): SourceLine[][] | null {
  const paragraphs: SourceLine[][] = [];
  let open: SourceLine[] | null = null;
  for (let start = 0; start < source.length; ) {
    const end = lineEnd(source, start);
    const text = source.slice(start, end);
    if (/^[ \t]*$/.test(text)) {
      open = null;
    } else if (MEANS_MORE.test(text)) {
      return null;
    } else if (text.startsWith("#")) {
      const level = HEADING.exec(text)?.[1]?.length;
      if (level === undefined) return null;
      open = null;
      const line = cutLine(source, start + level + 1, end, false);
      if (line) paragraphs.push([{ ...line, broken: false, traits: { role: "heading", level } }]);
    } else {
      if (!open) {
        open = [];
        paragraphs.push(open);
      }
      const line = cutLine(source, start, end, false);
      if (line) open.push({ ...line, broken: false, traits: { role: "paragraph" } });
    }
    start = source.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  return paragraphs;
}

/** Indents, quotes, lists, rules, fences; inline marks, escapes, references, tables, HTML, bare addresses; breaks at a line's end. */
const MEANS_MORE = /^(?:[ \t>\-+=:]|\d{1,9}[.)](?:[ \t]|$))|[*_`<[\]\\&|~@\0]|www\.|:\/\/|(?: {2}|\t)$/i;
/** With one blank behind the mark, and none of the marks that may close a heading. */
const HEADING = /^(#{1,6}) (?![ \t])(?!.*#[ \t]*$)/;

function lineEnd(source: string, from: number): number {
  for (let index = from; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === 10 || code === 13) return index;
  }
  return source.length;
}
