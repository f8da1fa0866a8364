import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { OfficialDocument } from "../document/document";
import { decodeText } from "./encoding";
import { readFrontMatter, splitFrontMatter } from "./frontMatter";
import { findLineStarts } from "./lines";
import { blocksFromMdast } from "./mdast/blocks";
import { UnreadableDocumentError } from "./unreadable";

export { blocksFromMdast, type MarkdownContent } from "./mdast/blocks";

/** Indented code is switched off: in a 公文 four blanks are the indent of a paragraph, whose marks count. */
const parser = unified()
  .data({ micromarkExtensions: [{ disable: { null: ["codeIndented"] } }] })
  .use(remarkParse)
  .use(remarkGfm)
  .freeze();

/**
 * Reads a Markdown file (.md): GitHub's Markdown, front matter as metadata.
 * @throws UnreadableDocumentError
 */
export async function readMarkdown(bytes: Uint8Array, path: string): Promise<OfficialDocument> {
  const { text, notes } = decodeText(bytes, path);
  const document = await documentFromMarkdown(text, path);
  if (document.blocks.length === 0) throw new UnreadableDocumentError(path, "文件里没有文字。");
  return notes.length > 0 ? { ...document, readerNotes: [...notes, ...document.readerNotes] } : document;
}

/** The document that a Markdown text is; offsets count from the start of `source`. It may have no blocks. */
export async function documentFromMarkdown(source: string, path: string): Promise<OfficialDocument> {
  const front = splitFrontMatter(source);
  const metadata = front ? await readFrontMatter(front, path) : null;
  const body = metadata && front ? withoutHead(source, front.bodyStart) : source;
  const { blocks, comments } = blocksFromMdast(parser.parse(body), body);
  return {
    path,
    format: "md",
    blocks,
    metadata: metadata?.record ? [metadata.record] : [],
    lineStarts: findLineStarts(source),
    comments,
    readerNotes: metadata?.notes ?? [],
  };
}

/** Blanks in place of the front matter, so that every offset stays as it is. */
function withoutHead(source: string, bodyStart: number): string {
  return source.slice(0, bodyStart).replace(/[^\r\n]/g, " ") + source.slice(bodyStart);
}
