import type { OfficialDocument } from "../../document/document";
import type { ReadOptions } from "../index";
import { UnreadableDocumentError } from "../unreadable";
import { BrokenXmlError, streamXml } from "../xml";
import { xmlEncoding, ZipPackage } from "../zipPackage";
import { UofStory } from "./story";

const CONTENT = "content.xml";

/**
 * Reads a text document in UOF (标文通, GB/T 20916—2007 and its version 2.0): one XML file, or a zip with content.xml. In a
 * zip the definitions of automatic numbers stand in parts of their own that are not read; a note says so.
 * @throws UnreadableDocumentError if the file is damaged, no text document, or shows no text.
 */
export function readUof(bytes: Uint8Array, path: string, options: ReadOptions): OfficialDocument {
  const story = new UofStory(options.revisions ?? "accepted");
  const readerNotes: string[] = [];
  if (bytes[0] === 0x50) {
    const pack = new ZipPackage(bytes, path);
    const xml = pack.read([CONTENT]).get(CONTENT);
    if (xml === undefined) throw pack.damaged(`缺少 ${CONTENT}`);
    pack.stream(CONTENT, xml, story);
    if (/<[^>]*自动编号信息/.test(xml)) readerNotes.push("自动编号没有读入，按没有编号的段落检查");
  } else {
    try {
      streamXml(new TextDecoder(xmlEncoding(bytes), { fatal: true }).decode(bytes), story);
    } catch (error) {
      if (!(error instanceof BrokenXmlError || error instanceof TypeError)) throw error;
      throw new UnreadableDocumentError(path, `文件不完整或已损坏（${error.message}）`);
    }
  }
  const blocks = [...story.finish()];
  if (blocks.length === 0) throw new UnreadableDocumentError(path, "文件里没有文字。");
  return { path, format: "uof", blocks, metadata: [], readerNotes };
}
