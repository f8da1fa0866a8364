import type { OfficialDocument } from "../document/document";
import { findWrapColumn, joinBrokenLines } from "./brokenLines";
import { decodeText } from "./encoding";
import { readFrontMatter, splitFrontMatter } from "./frontMatter";
import { blockOf, cutLine, type TextLine } from "./lines";
import { UnreadableDocumentError } from "./unreadable";

/**
 * Reads a plain text file (.txt): one block a line, broken lines joined (see brokenLines.ts), front matter as metadata.
 * @throws UnreadableDocumentError
 */
export async function readText(bytes: Uint8Array, path: string): Promise<OfficialDocument> {
  const { text, notes } = decodeText(bytes, path);
  const document = await documentFromText(text, path);
  if (document.blocks.length === 0) throw new UnreadableDocumentError(path, "文件里没有文字。");
  return notes.length > 0 ? { ...document, readerNotes: [...notes, ...document.readerNotes] } : document;
}

/** The document that a plain text is; offsets count from the start of `source`. It may have no blocks. */
export async function documentFromText(source: string, path: string): Promise<OfficialDocument> {
  const front = splitFrontMatter(source);
  const metadata = front ? await readFrontMatter(front, path) : null;
  const { lines, lineStarts } = splitLines(source, metadata && front ? front.bodyStart : 0);
  const joined = joinBrokenLines(lines, findWrapColumn(lines));
  return {
    path,
    format: "txt",
    blocks: joined.map((line, index) => blockOf(line, { role: "paragraph" }, index)),
    metadata: metadata?.record ? [metadata.record] : [],
    lineStarts,
    readerNotes: metadata?.notes ?? [],
  };
}

/** Lines end at LF, CRLF and CR; form feed, vertical tab and Unicode separators end what is seen, but no line of the file. */
function splitLines(source: string, bodyStart: number): { lines: TextLine[]; lineStarts: number[] } {
  const lines: TextLine[] = [];
  const lineStarts = [0];
  let start = bodyStart;
  let gap = false;
  for (let index = 0; index <= source.length; index++) {
    const code = index === source.length ? 10 : source.charCodeAt(index);
    if ((code > 13 && code !== 0x2028 && code !== 0x2029) || code < 10) continue;
    if (code === 13 && source.charCodeAt(index + 1) === 10) continue;
    if ((code === 10 || code === 13) && index < source.length) lineStarts.push(index + 1);
    if (index < bodyStart) continue;
    const line = cutLine(source, start, index, gap);
    if (line) lines.push(line);
    gap = line === null;
    start = index + 1;
  }
  return { lines, lineStarts };
}
