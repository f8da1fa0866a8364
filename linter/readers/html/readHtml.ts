import type { Element, Root } from "hast";
import type { OfficialDocument } from "../../document/document";
import type { MetadataRecord } from "../../document/metadata";
import { decodeText } from "../encoding";
import { blockOf, findLineStarts } from "../lines";
import { UnreadableDocumentError } from "../unreadable";
import { headLines } from "./headLines";
import { linterComments } from "./linterComments";
import { findMainText } from "./mainText";
import { findMetadataLines } from "./metadataLines";
import { isChromeLine, isPageChrome } from "./pageChrome";
import { plainText } from "./pageElements";
import { gatherLines } from "./pageLines";
import { headElements, recordOf, statedInMetaTags } from "./pageMetadata";
import { proseOf, weighElements } from "./weights";

/**
 * Reads a web page (.html) or a piece of HTML from an editor: the main text with its title, one block a line; the
 * metadata table and `<meta>` tags of a 政府信息公开 page become metadata and are no text.
 * @throws UnreadableDocumentError
 */
export async function readHtml(bytes: Uint8Array, path: string): Promise<OfficialDocument> {
  const { text, notes } = decodeText(bytes, path, declaredEncoding(bytes));
  const [{ unified }, { default: rehypeParse }] = await Promise.all([
    import("unified"),
    import("rehype-parse"),
  ]);
  try {
    const document = await documentFromTree(unified().use(rehypeParse).parse(text), text, path);
    return { ...document, readerNotes: notes };
  } catch (error) {
    // The parser and the walks over its tree go as deep as the page does.
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableDocumentError(
      path,
      "网页的结构嵌套得太深，无法读取。请在浏览器中打开，复制正文另存后再试。",
    );
  }
}

async function documentFromTree(root: Root, source: string, path: string): Promise<OfficialDocument> {
  const allLines = gatherLines([root], source, () => false);
  const table = findMetadataLines(allLines);
  const metaTags = statedInMetaTags(root);
  const weights = weighElements(root);
  const titles = knownTitles(root, [metaTags, table?.values ?? {}]);
  const { title, container, certain } = findMainText(root, weights, titles);

  const all = proseOf(weights.get(root));
  const isChrome = (element: Element) => isPageChrome(element, weights, all, certain);
  const isStatedInTable = new Set(table?.lines.map(({ line }) => line.segments[0]?.source));
  const body = gatherLines([container], source, isChrome);
  const head = title ? headLines(title, container, allLines, body) : [];
  const lines = [...head, ...body].filter(
    ({ line }) => !isStatedInTable.has(line.segments[0]?.source) && !isChromeLine(line.text),
  );
  if (lines.length === 0) {
    throw new UnreadableDocumentError(
      path,
      "网页里没有找到正文：可能在另一个框架页面里，或者要联网才显示。请在浏览器中打开，保存完整的网页后再试。",
    );
  }
  const blocks = lines.map(({ line, traits }, index) => blockOf(line, traits, index));
  const records = await Promise.all([
    recordOf(table?.values ?? {}, "网页的信息公开表"),
    recordOf(metaTags, "网页的 meta 标签"),
  ]);
  return {
    path,
    format: "html",
    blocks,
    metadata: records.filter((record): record is MetadataRecord => record !== null),
    lineStarts: findLineStarts(source),
    comments: linterComments(root, blocks),
    readerNotes: [],
  };
}

/** What the page says that its document is called, without blanks. */
function knownTitles(root: Root, stated: readonly Readonly<Record<string, string>>[]): string[] {
  const written = headElements(root, "title").map((title) => title.children.map(plainText).join(""));
  for (const values of stated) {
    for (const label of ["标题", "名称", "文件名称", "信息名称"]) written.push(values[label] ?? "");
  }
  return written.map((title) => title.replace(/\s+/g, "")).filter((title) => title.length >= 2);
}

/** Bytes at the start of a page in which its encoding is declared; browsers look at 1024. */
const DECLARATION = 4096;

/** The encoding that `<meta charset>`, `<meta http-equiv>` or an XML declaration names. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION));
  return /<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
}
