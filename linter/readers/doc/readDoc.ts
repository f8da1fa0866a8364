import { find, read } from "cfb";
import type { OfficialDocument } from "../../document/document";
import { PlainBlocks } from "../plainBlocks";
import { UnreadableDocumentError } from "../unreadable";
import { cutStretch, type FileInformation, readFileInformation } from "./fib";
import { readHiddenRuns, readParagraphRuns } from "./formatting";
import { readPieces } from "./pieceTable";
import { type Story, StoryReader } from "./story";

/**
 * Reads a Word 97–2003 document (.doc, [MS-DOC]) and WPS 文字 of the same structure (.wps): the body with its tables, then
 * notes, text boxes, headers and footers. Tracked changes are read as accepted; comments and hidden text are left out.
 * @throws UnreadableDocumentError if the file is damaged, protected by a password, older, or no document.
 */
export function readDoc(bytes: Uint8Array, path: string): OfficialDocument {
  const streams = openStreams(bytes, path);
  const stream = streams("WordDocument");
  if (!stream) throw new UnreadableDocumentError(path, explainOther(streams));
  const fib = readFileInformation(stream);
  if (fib === "old") {
    throw new UnreadableDocumentError(
      path,
      "文件是 Word 95 或更早版本的格式，无法读取。请用 Word 或 WPS 另存为 .docx 后再试。",
    );
  }
  if (!fib) throw damaged(path, "文件头有错");
  if (fib.encrypted) throw new UnreadableDocumentError(path, "文件有密码保护，无法读取");
  const table = streams(fib.tableStream);
  if (!table) throw damaged(path, "缺少正文的索引");
  const pieces = readPieces(cutStretch(table, fib.pieces), stream);
  if (!pieces) throw damaged(path, "正文的索引有错");

  const text = {
    pieces,
    hidden: readHiddenRuns(cutStretch(table, fib.characterPages), stream),
    paragraphs: readParagraphRuns(cutStretch(table, fib.paragraphPages), stream),
  };
  const content = new PlainBlocks();
  const reader = new StoryReader(text, content);
  for (const story of findStories(fib, cutStretch(table, fib.headerStories))) reader.read(story);
  if (content.blocks.length === 0)
    throw new UnreadableDocumentError(path, "文件里没有文字（可能只有图片）。");
  const note = `有 ${reader.numbered} 段可能带自动编号，.doc 文件里读不出编号的文字；需要检查编号的，请另存为 .docx。`;
  return {
    path,
    format: "doc",
    blocks: content.blocks,
    metadata: [],
    readerNotes: reader.numbered > 0 ? [note] : [],
  };
}

type Streams = (name: string) => DataView | null;

/** The streams of a compound file ([MS-CFB]) by name. */
function openStreams(bytes: Uint8Array, path: string): Streams {
  try {
    const container = read(bytes, { type: "array" });
    return (name) => {
      const content = find(container, name)?.content;
      if (!content || typeof content === "string") return null;
      const data = Uint8Array.from(content);
      return new DataView(data.buffer);
    };
  } catch {
    // Damaged sectors show as errors of many kinds.
    throw damaged(path, "文件结构有错");
  }
}

function explainOther(streams: Streams): string {
  if (streams("EncryptedPackage")) return "文件有密码保护，无法读取";
  if (streams("Workbook") ?? streams("Book")) return "文件是 Excel 工作簿，不是文字文档";
  if (streams("PowerPoint Document")) return "文件是 PowerPoint 演示文稿，不是文字文档";
  return "文件里没有 Word 正文，可能是其他软件的文件。请用原来的软件另存为 .docx 后再试。";
}

function damaged(path: string, what: string): UnreadableDocumentError {
  return new UnreadableDocumentError(path, `文件不完整或已损坏：${what}`);
}

/** Stories before those of the sections: separators of notes. */
const SEPARATORS = 6;
/** Kinds of the stories of a section: even, odd and first pages. */
const HEADER_ROLES = ["header", "header", "footer", "footer", "header", "footer"] as const;

/** The texts in the order in which they are read; comments are left out. */
function findStories({ lengths }: FileInformation, headerStories: DataView): Story[] {
  const footnotes = lengths.body;
  const headers = footnotes + lengths.footnotes;
  const endnotes = headers + lengths.headers + lengths.comments;
  const textBoxes = endnotes + lengths.endnotes;
  const stories: Story[] = [
    { role: "paragraph", start: 0, end: lengths.body },
    { role: "footnote", start: footnotes, end: headers },
    { role: "footnote", start: endnotes, end: textBoxes },
    { role: "text-box", start: textBoxes, end: textBoxes + lengths.textBoxes },
  ];
  const count = Math.floor(headerStories.byteLength / 4) - 2;
  for (let index = SEPARATORS; index < count; index++) {
    const start = headerStories.getUint32(index * 4, true);
    const end = Math.min(headerStories.getUint32(index * 4 + 4, true), lengths.headers);
    const role = HEADER_ROLES[index % HEADER_ROLES.length] as Story["role"];
    if (end > start) stories.push({ role, start: headers + start, end: headers + end });
  }
  return stories;
}
