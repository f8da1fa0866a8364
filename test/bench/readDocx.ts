/**
 * Speed of reading a .docx beside mammoth.extractRawText, in one interleaved run; part of `npm run bench`.
 * The document has 1 MB of text (UTF-8) in runs of mixed formatting, numbered headings and a table, made by `docx`.
 */
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import mammoth from "mammoth";
import { readDocx } from "../../linter/readers/docx/readDocx";

const ROUNDS = 7;
const TEXT_BYTES = 1_000_000;
const SENTENCES = [
  "各乡镇人民政府、县政府有关部门要按照《中华人民共和国安全生产法》第三十八条第一款的规定，",
  "健全工作机制，压实工作责任，",
  "于2024年3月5日前将落实情况报县人民政府办公室。",
];

export async function makeDocument(): Promise<Buffer> {
  const paragraphs: Paragraph[] = [];
  const size = Buffer.byteLength(SENTENCES.join(""));
  for (let written = 0, i = 0; written < TEXT_BYTES; written += size, i++) {
    const numbering = i % 5 === 0 ? { reference: "levels", level: 0 } : undefined;
    const children = SENTENCES.map(
      (text, at) => new TextRun({ text, font: "仿宋_GB2312", size: 32, bold: at === 1 }),
    );
    paragraphs.push(new Paragraph({ children, numbering, alignment: AlignmentType.JUSTIFIED }));
  }
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = Array.from(
    { length: 50 },
    (_, i) => new TableRow({ children: [cell(`${i}`), cell("责任单位")] }),
  );
  const levels = [{ level: 0, format: "chineseCounting" as const, text: "%1、" }];
  return Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: "levels", levels }] },
      sections: [{ children: [...paragraphs, new Table({ rows })] }],
    }),
  );
}

export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Medians of both readers on the same bytes, in milliseconds. */
export async function compareWithMammoth(): Promise<{ ours: number; mammoth: number }> {
  const buffer = await makeDocument();
  const bytes = new Uint8Array(buffer);
  const ours: number[] = [];
  const theirs: number[] = [];
  await mammoth.extractRawText({ buffer });
  readDocx(bytes, "bench.docx");
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await milliseconds(() => readDocx(bytes, "bench.docx")));
    theirs.push(await milliseconds(() => mammoth.extractRawText({ buffer })));
  }
  return { ours: median(ours), mammoth: median(theirs) };
}
