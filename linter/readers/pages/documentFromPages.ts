import type { Block, BlockRole } from "../../document/block";
import type { DocumentFormat, OfficialDocument } from "../../document/document";
import { UnreadableDocumentError } from "../unreadable";
import { partFurniture } from "./furniture";
import { gatherLines, type PageLine } from "./pageLines";
import type { PageText } from "./pageText";
import { joinLines, type PageParagraph, type TextArea } from "./paragraphs";

/** The share of characters without meaning above which the text is a font's secret. */
const TOLERATED_SECRETS = 0.2;

/** What is said of pages among others that show no text. */
export function emptyPagesNote(pages: readonly number[]): string {
  return `第 ${pages.join("、")} 页没有文字（可能是扫描的图片），没有检查。`;
}

/**
 * Turns text placed on pages into paragraphs with page numbers.
 * @param notes of the reader, in Chinese.
 * @throws UnreadableDocumentError if the pages show no text, or text whose characters the file does not tell.
 */
export function documentFromPages(
  pages: readonly PageText[],
  path: string,
  format: DocumentFormat,
  notes: readonly string[] = [],
): OfficialDocument {
  const lined = pages.map((page) => ({ lines: gatherLines(page), height: page.height }));
  refuseSecrets(
    lined.flatMap(({ lines }) => lines),
    path,
  );
  const parted = partFurniture(lined);
  const body = parted.flatMap((page) => page.body);
  const blocks: Block[] = [];
  const add = ({ text, page, align }: PageParagraph, role: BlockRole) =>
    blocks.push({
      id: `p${blocks.length}`,
      version: 1,
      text,
      role,
      ...(align && { align }),
      origin: { kind: "page", page },
    });
  for (const paragraph of joinLines(body, findTextAreas(body), usualPitch(body))) add(paragraph, "paragraph");
  for (const { headers } of parted) for (const line of headers) add(line, "header");
  for (const { footers } of parted) for (const line of footers) add(line, "footer");
  const skewed = pages.filter((page) => page.skewed).map(({ number }) => number);
  const skewNote = `第 ${skewed.join("、")} 页有倾斜或竖排的文字（多为水印），没有读取。`;
  return {
    path,
    format,
    blocks,
    metadata: [],
    readerNotes: skewed.length > 0 ? [...notes, skewNote] : notes,
  };
}

/** Private-use, unassigned and control characters stand where a font keeps the meaning of its glyphs to itself. */
function refuseSecrets(lines: readonly PageLine[], path: string): void {
  const text = lines.map((line) => line.text).join("");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const secrets = text.match(/[\uE000-\uF8FF\uFFFD\x01-\x08\x0B-\x1F]/g)?.length ?? 0;
  if (secrets <= text.length * TOLERATED_SECRETS) return;
  throw new UnreadableDocumentError(
    path,
    "文件里的文字用了自带的编码，读不出内容。请用原来的软件另存为 .docx 或文本后再试。",
  );
}

/**
 * The text area of each page. Left and right pages have different margins, so each is measured by itself; a page of few
 * lines is as wide as the others.
 */
function findTextAreas(lines: readonly PageLine[]): ReadonlyMap<number, TextArea> {
  const areas = new Map<number, TextArea>();
  for (const { page, x, right } of lines) {
    const area = areas.get(page);
    if (!area) areas.set(page, { left: x, right });
    else {
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, right);
    }
  }
  const widths = [...areas.values()].map(({ left, right }) => right - left).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  for (const area of areas.values()) area.right = Math.max(area.right, area.left + usual);
  return areas;
}

/** The distance of most lines from the next. */
function usualPitch(lines: readonly PageLine[]): number {
  const pitches: number[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next && next.page === line.page) pitches.push(next.baseline - line.baseline);
  }
  pitches.sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 2)] ?? 0;
}
