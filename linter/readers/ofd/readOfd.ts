import type { OfficialDocument } from "../../document/document";
import { documentFromPages, emptyPagesNote } from "../pages/documentFromPages";
import type { PageText } from "../pages/pageText";
import { UnreadableDocumentError } from "../unreadable";
import { ZipPackage } from "../zipPackage";
import { findDocuments, findPages } from "./outline";
import { PageContent } from "./pageContent";

/** Guards against a list of pages that names one page over and over. */
const MOST_PAGES = 10_000;

/**
 * Reads an OFD file (版式文件, GB/T 33190—2016): the text of its pages in reading order, joined to paragraphs with page
 * numbers. Template pages, annotations and seals are no text of the document and left out.
 * @throws UnreadableDocumentError if the file is damaged, encrypted, or shows no text.
 */
export function readOfd(bytes: Uint8Array, path: string): OfficialDocument {
  const pack = new ZipPackage(bytes, path);
  if (pack.has("Encryptions.xml")) throw new UnreadableDocumentError(path, "文件已加密，无法读取");
  const pages: PageText[] = [];
  const notes = new Set<string>();
  const empty: number[] = [];
  for (const root of findDocuments(pack)) {
    const outline = findPages(pack, root);
    if (pages.length + outline.parts.length > MOST_PAGES) throw pack.damaged(`页数超过 ${MOST_PAGES}`);
    const contents = pack.read(outline.parts);
    for (const part of outline.parts) {
      const number = pages.length + 1;
      const xml = contents.get(part);
      const content = new PageContent(number, outline.height);
      if (xml === undefined) notes.add(`第 ${number} 页的内容（${part}）缺失，没有读取。`);
      else pack.stream(part, xml, content);
      pages.push(content.page);
      if (xml !== undefined && content.page.texts.length === 0 && !content.page.skewed) empty.push(number);
    }
  }
  if (pages.every(({ texts }) => texts.length === 0)) {
    throw new UnreadableDocumentError(
      path,
      pages.some((page) => page.skewed)
        ? "页面上只有倾斜或竖排的文字，无法检查。"
        : "页面上没有文字（可能是扫描件或图片），无法检查。",
    );
  }
  if (empty.length > 0) notes.add(emptyPagesNote(empty));
  return documentFromPages(pages, path, "ofd", [...notes]);
}
