import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { OfficialDocument } from "../../document/document";
import { documentFromPages, emptyPagesNote } from "../pages/documentFromPages";
import type { PageText } from "../pages/pageText";
import { UnreadableDocumentError } from "../unreadable";
import { cMapReader, loadPdfjs, locateCMaps } from "./pdfjs";

/**
 * Reads a PDF file (ISO 32000) that has a text layer: its lines joined to paragraphs with page numbers.
 * @throws UnreadableDocumentError if the file is damaged, protected by a password, or a scan without text.
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<OfficialDocument> {
  const { pages, empty } = await extract(bytes, path);
  if (empty.length === pages.length) {
    throw new UnreadableDocumentError(
      path,
      pages.some((page) => page.skewed)
        ? "页面上只有倾斜或竖排的文字，无法检查。"
        : "是扫描件，没有文字层，无法检查。",
    );
  }
  return documentFromPages(pages, path, "pdf", empty.length > 0 ? [emptyPagesNote(empty)] : []);
}

async function extract(bytes: Uint8Array, path: string): Promise<{ pages: PageText[]; empty: number[] }> {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const task = getDocument({
    // PDF.js takes the buffer over, and the caller may want it again.
    data: Uint8Array.from(bytes),
    cMapUrl: locateCMaps(),
    cMapPacked: true,
    ...cMapReader(),
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await extractPages(await task.promise);
  } catch (error) {
    // Damaged files show as errors of many kinds, some of them no Error at all.
    const name = error instanceof Error ? error.name : "";
    throw new UnreadableDocumentError(
      path,
      name === "PasswordException" ? "文件有密码保护，无法读取" : "文件不完整或已损坏：PDF 的内容无法解析",
    );
  } finally {
    await task.destroy();
  }
}

async function extractPages(document: PDFDocumentProxy): Promise<{ pages: PageText[]; empty: number[] }> {
  const pages: PageText[] = [];
  const empty: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const text = await extractPage(page, number);
    page.cleanup();
    pages.push(text);
    if (text.texts.length === 0) empty.push(number);
  }
  return { pages, empty };
}

/** The text of a page as it is seen: a page that is turned is read turned. */
async function extractPage(page: PDFPageProxy, number: number): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = matrixOf(viewport.transform);
  const found: PageText = { number, height: viewport.height, texts: [], skewed: false };
  const { items } = await page.getTextContent();
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [ia, ib, ic, id, ie, ig] = matrixOf(item.transform as number[]);
    // The item's own axes on the page that is seen, with the y axis downwards.
    const across = [a * ia + c * ib, b * ia + d * ib] as const;
    const size = Math.hypot(a * ic + c * id, b * ic + d * id);
    if (across[0] <= 0 || Math.abs(across[1]) > 0.1 * across[0] || size === 0) {
      found.skewed = true;
      continue;
    }
    const x = a * ie + c * ig + e;
    const baseline = b * ie + d * ig + f;
    found.texts.push({ text: item.str, x, right: x + item.width, baseline, size });
  }
  return found;
}

type Matrix = readonly [number, number, number, number, number, number];

function matrixOf([a, b, c, d, e, f]: readonly number[]): Matrix {
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}
