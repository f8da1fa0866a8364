import type { OfficialDocument } from "../../document/document";
import { PlainBlocks } from "../plainBlocks";
import { UnreadableDocumentError } from "../unreadable";
import { RtfStory } from "./story";
import { streamRtf } from "./tokens";

/**
 * Reads a Rich Text Format file (.rtf, version 1.9.1): the body with tables, text boxes and list numbers, then notes, then
 * headers and footers. Tracked changes are read as accepted; comments and hidden text are left out.
 * @throws UnreadableDocumentError if the file is damaged or shows no text.
 */
export function readRtf(bytes: Uint8Array, path: string): OfficialDocument {
  const story = new RtfStory();
  if (!streamRtf(bytes, story)) {
    throw new UnreadableDocumentError(path, "文件不完整或已损坏：RTF 的内容没有正常结束");
  }
  const content = new PlainBlocks();
  const shown = new Set<string>();
  for (const { text, traits } of [...story.body, ...story.notes]) content.add(text, traits);
  for (const { text, traits } of story.furniture) {
    // Left, right and first pages often have the same.
    const key = `${traits.role} ${text}`;
    if (!shown.has(key)) content.add(text, traits);
    shown.add(key);
  }
  if (content.blocks.length === 0)
    throw new UnreadableDocumentError(path, "文件里没有文字（可能只有图片）。");
  return { path, format: "rtf", blocks: content.blocks, metadata: [], readerNotes: [] };
}
