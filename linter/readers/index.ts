import type { OfficialDocument } from "../document/document";
import { sniff } from "./sniff";
import { UnreadableDocumentError } from "./unreadable";

export interface ReadOptions {
  /** Read as this format whatever the name says: an extension without the dot. */
  format?: string;
  /** Which text of a file with tracked changes counts. Default: accepted. */
  revisions?: "accepted" | "original";
}

/** A file format (文件格式): its extensions, what its bytes look like, and its reader, loaded on need. */
interface Format {
  extensions: readonly string[];
  contents: readonly ReturnType<typeof sniff>[];
  load(): Promise<(bytes: Uint8Array, path: string, options: ReadOptions) => OfficialDocument | Promise<OfficialDocument>>;
}

const FORMATS: readonly Format[] = [
  { extensions: ["txt", "text"], contents: ["text"], load: async () => (await import("./text")).readText },
  { extensions: ["md", "markdown"], contents: ["text"], load: async () => (await import("./markdown")).readMarkdown },
  { extensions: ["html", "htm"], contents: ["html", "text"], load: async () => (await import("./html/readHtml")).readHtml },
  { extensions: ["docx"], contents: ["zip", "ole"], load: async () => (await import("./docx/readDocx")).readDocx },
];

/** Extensions of all formats that can be read, lower case, without the dot. */
export const extensions: readonly string[] = FORMATS.flatMap((format) => format.extensions);

/** What a content is called to a person. */
const CONTENT_NAMES: Readonly<Record<ReturnType<typeof sniff>, string>> = {
  text: "纯文本",
  html: "网页",
  zip: "压缩包或 .docx 一类的文件",
  ole: ".doc、.wps 一类的旧版文件",
  pdf: "PDF 文件",
  rtf: "RTF 文件",
  image: "图片",
};

/**
 * Reads a file of any known format. The extension names the format and the content must agree: a file under a wrong
 * name is refused with what it really is.
 * @throws UnreadableDocumentError
 */
export async function readDocument(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<OfficialDocument> {
  const extension = (options.format ?? path.slice(path.lastIndexOf(".") + 1)).toLowerCase();
  const format = FORMATS.find((candidate) => candidate.extensions.includes(extension));
  if (!format) throw new UnreadableDocumentError(path, `不支持这种文件，可以检查的有 ${extensions.map((name) => `.${name}`).join("、")}。`);
  if (bytes.length === 0) throw new UnreadableDocumentError(path, "文件是空的。");
  const content = sniff(bytes);
  if (!format.contents.includes(content)) {
    throw new UnreadableDocumentError(path, `名称是 .${extension}，内容却是${CONTENT_NAMES[content]}，请核对文件或改正扩展名。`);
  }
  return (await format.load())(bytes, path, options);
}
