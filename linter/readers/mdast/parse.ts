import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** Indented code is switched off: in a 公文 four blanks are the indent of a paragraph, whose marks count. */
const parser = unified()
  .data({ micromarkExtensions: [{ disable: { null: ["codeIndented"] } }] })
  .use(remarkParse)
  .use(remarkGfm)
  .freeze();

/** Parses GitHub's Markdown as the reader takes it. */
export function parseMarkdown(source: string): Root {
  return parser.parse(source);
}
