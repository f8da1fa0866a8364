import type { OfficialDocument } from "../document/document";
import { decodeText } from "./encoding";
import { readFrontMatter, splitFrontMatter } from "./frontMatter";
import { blockOf, findLineStarts } from "./lines";
import { joinParagraphs } from "./mdast/joinLines";
import { readPlainParagraphs } from "./mdast/plain";
import { UnreadableDocumentError } from "./unreadable";

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
  const { blocks, comments } = await readContent(body);
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

/** The parser loads with the first text that needs one. */
async function readContent(body: string): Promise<Pick<OfficialDocument, "blocks" | "comments">> {
  const plain = readPlainParagraphs(body);
  if (plain) {
    const lines = joinParagraphs(plain);
    return { blocks: lines.map((line, index) => blockOf(line, line.traits, index)), comments: [] };
  }
  const [{ blocksFromMdast }, { parseMarkdown }] = await Promise.all([
    import("./mdast/blocks"),
    import("./mdast/parse"),
  ]);
  return blocksFromMdast(parseMarkdown(body), body);
}

/** Blanks in place of the front matter, so that every offset stays as it is. */
function withoutHead(source: string, bodyStart: number): string {
  return source.slice(0, bodyStart).replace(/[^\r\n]/g, " ") + source.slice(bodyStart);
}
