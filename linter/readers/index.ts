import type { OfficialDocument } from "../document/document";
import { type ContentKind, sniff } from "./sniff";
import { UnreadableDocumentError } from "./unreadable";

export interface ReadOptions {
  /** Read as this format whatever the name says: an extension without the dot. */
  format?: string;
  /** Which text of a file with tracked changes counts. Default: accepted. */
  revisions?: "accepted" | "original";
}

type Reader = (
  bytes: Uint8Array,
  path: string,
  options: ReadOptions,
) => OfficialDocument | Promise<OfficialDocument>;

/** 文件格式: its extensions, what its content may be, and its reader. */
interface Format {
  extensions: readonly string[];
  contents: readonly ContentKind[];
  /** Called when the first such file comes: a .txt never loads a parser of Markdown or XML. */
  load(): Promise<Reader>;
}

/** 文件包: kinds of content that are a zip. */
const ZIPPED: ReadonlySet<ContentKind> = new Set(["docx", "odt", "ofd", "uof"]);

/** A new format is one entry. */
const FORMATS: readonly Format[] = [
  {
    extensions: ["txt", "text"],
    contents: ["text"],
    load: async () => (await import("./text")).readText,
  },
  {
    extensions: ["md", "markdown"],
    contents: ["text"],
    load: async () => (await import("./markdown")).readMarkdown,
  },
  {
    extensions: ["html", "htm", "shtml", "xhtml"],
    contents: ["html", "text", "xml"],
    load: async () => (await import("./html/readHtml")).readHtml,
  },
  {
    // Its reader says itself why a zip is no Word document, or that a password protects it.
    extensions: ["docx", "docm"],
    contents: ["docx", "zip", "ole"],
    load: async () => (await import("./docx/readDocx")).readDocx,
  },
  {
    extensions: ["doc", "wps", "dot", "wpt"],
    contents: ["ole"],
    load: async () => (await import("./doc/readDoc")).readDoc,
  },
  {
    extensions: ["rtf"],
    contents: ["rtf"],
    load: async () => (await import("./rtf/readRtf")).readRtf,
  },
  {
    extensions: ["odt"],
    contents: ["odt"],
    load: async () => (await import("./odt/readOdt")).readOdt,
  },
  {
    extensions: ["uof", "uot"],
    contents: ["uof"],
    load: async () => (await import("./uof/readUof")).readUof,
  },
  {
    extensions: ["pdf"],
    contents: ["pdf"],
    load: async () => (await import("./pdf/readPdf")).readPdf,
  },
  {
    extensions: ["ofd"],
    contents: ["ofd"],
    load: async () => (await import("./ofd/readOfd")).readOfd,
  },
];

/** Extensions of all formats that can be read, lower case, without the dot. */
export const extensions: readonly string[] = FORMATS.flatMap((format) => format.extensions);

/**
 * Reads a file into a document: the extension (or `options.format`) says how, the content is checked against it.
 * @param path as reports name it; backslashes become slashes.
 * @throws UnreadableDocumentError for an unknown extension, an empty, disguised or damaged file.
 */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  options: ReadOptions = {},
): Promise<OfficialDocument> {
  const named = path.replaceAll("\\", "/");
  const extension = (options.format ?? extensionOf(named)).toLowerCase();
  const format = FORMATS.find((candidate) => candidate.extensions.includes(extension));
  if (!format) throw new UnreadableDocumentError(named, explainUnknown(named, extension));
  const content = sniff(bytes);
  if (content.kind === "empty") throw new UnreadableDocumentError(named, "文件是空的，没有内容。");
  if (content.kind === "cut-zip" && format.contents.some((kind) => ZIPPED.has(kind))) {
    throw new UnreadableDocumentError(
      named,
      "文件不完整或已损坏：可能没有下载完或者没有复制完，请重新取得文件。",
    );
  }
  if (!format.contents.includes(content.kind)) {
    throw new UnreadableDocumentError(
      named,
      `名称是 .${extension}，内容却是${content.name}。请核对文件，改正扩展名或用原来的软件另存后再试。`,
    );
  }
  const read = await format.load();
  return read(bytes, named, options);
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1) : "";
}

function explainUnknown(path: string, extension: string): string {
  const known = `可以检查的有 ${extensions.map((name) => `.${name}`).join("、")}。`;
  if (path === "" || path.endsWith("/")) return "这是文件夹，不是文件。";
  return extension === "" ? `文件没有扩展名，看不出格式。${known}` : `不支持 .${extension} 文件。${known}`;
}
