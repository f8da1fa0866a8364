import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Finding, Severity } from "../../engine/finding";
import { paragraphText } from "../findingText";
import type { FileResult, ReportInput } from "../lintOutput";
import type { ReportSettings } from "../reporter";
import { SEVERITY_NAMES } from "../severityNames";

/** Lengths in twentieths of a point, type sizes in halves: 仿宋 of size 四号, as offices print their forms. */
const BODY = { font: "仿宋", size: 24 } as const;
const LABEL = { font: "黑体", size: 24 } as const;
const TITLE = { font: "方正小标宋简体", size: 44 } as const;
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 1440, right: 1247, bottom: 1440, left: 1247 };
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LABEL_WIDTH = 1500;
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/**
 * 审核意见表 as .docx: one form a document, ready to be signed. What the check cannot know (submitting unit, names, a
 * number not yet given) is left blank, and the conclusion is put as a proposal.
 */
export async function docx(output: ReportInput, settings: ReportSettings): Promise<Uint8Array> {
  const shown = [...output.files].map((file) =>
    settings.quiet
      ? { ...file, findings: file.findings.filter(({ severity }) => severity === "error") }
      : file,
  );
  const children = shown.flatMap((file, index) => form(file, output, index > 0));
  const document = new Document({
    creator: "gongwen-lint",
    title: "公文审核意见表",
    styles: { default: { document: { run: BODY } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: children.length > 0 ? children : [title(false), paragraph("没有检查任何文件。")],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function form(file: FileResult, { registry, asOf }: ReportInput, breaksPage: boolean): FileChild[] {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const judged = file.asOf?.date ?? (asOf === "document" ? "" : asOf);
  const half = (WIDTH - 2 * LABEL_WIDTH) / 2;
  const rows = [
    row([label("文件名称"), cell([paragraph(name)], half * 2 + LABEL_WIDTH, 3)]),
    row([label("标　　题"), cell([paragraph(file.title ?? "")], half * 2 + LABEL_WIDTH, 3)]),
    row([
      label("文　　种"),
      cell([paragraph(file.kind ?? "")], half),
      label("发文字号"),
      cell([paragraph(file.docNumber ?? "")], half),
    ]),
    row([
      label("送审单位"),
      cell([paragraph("")], half),
      label("校核日期"),
      cell([paragraph("　　年　月　日")], half),
    ]),
    row([label("结　　论"), cell([paragraph(conclusion(file))], half * 2 + LABEL_WIDTH, 3)]),
    row([cell(problems(file), WIDTH, 4)], false),
    row([label("修改意见"), cell([paragraph(""), paragraph("")], half * 2 + LABEL_WIDTH, 3)]),
    row([
      label("校 核 人"),
      cell([paragraph("")], half),
      label("日　　期"),
      cell([paragraph("　　年　月　日")], half),
    ]),
    row([
      label("审 核 人"),
      cell([paragraph("")], half),
      label("日　　期"),
      cell([paragraph("　　年　月　日")], half),
    ]),
  ];
  return [
    title(breaksPage),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: [LABEL_WIDTH, half, LABEL_WIDTH, half],
      rows,
    }),
    paragraph(
      `由 gongwen-lint 校核，供审核人参考。引用的效力按${judged || "各文件的日期"}判断，法律法规库截至${registry.asOf}。文件位置：${file.path}`,
      { size: 18 },
    ),
  ];
}

/** 结论, as a proposal: what is wrong in all likelihood goes back, what may be wrong is looked at. */
export function conclusion({ error, findings }: Pick<FileResult, "error" | "findings">): string {
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  if (error !== null) return "未能校核，请人工审核";
  const counted = ORDER.filter((severity) => count(severity) > 0)
    .map((severity) => `${SEVERITY_NAMES[severity]} ${count(severity)} 处`)
    .join("，");
  if (count("error") > 0) return `建议退回修改（${counted}）`;
  if (count("warning") > 0) return `建议修改后再送（${counted}）`;
  return count("info") > 0 ? `未发现错误，请核对提示（${counted}）` : "未发现问题";
}

function problems({ error, findings }: FileResult): Paragraph[] {
  const head = paragraph("校核发现的问题", LABEL);
  if (error !== null) return [head, paragraph(error)];
  if (findings.length === 0) return [head, paragraph("无。")];
  // The order of the document stays within a severity.
  const sorted = ORDER.flatMap((wanted) => findings.filter(({ severity }) => severity === wanted));
  return [head, ...sorted.flatMap((finding, index) => problem(finding, index + 1))];
}

function problem(finding: Finding, number: number): Paragraph[] {
  const { severity, location, quote, message, basis, suggestions } = finding;
  const where = location.line === null ? paragraphText(finding) : `第${location.line}行`;
  const lines: [string, string][] = [
    ["原文", quote],
    ["依据", basis.join("；")],
    ["修改建议", suggestions.map((suggestion) => suggestion.replace(/。?$/, "。")).join("")],
  ];
  return [
    new Paragraph({
      spacing: { before: 120 },
      keepNext: true,
      children: [
        new TextRun({ ...LABEL, text: `${number}.〔${SEVERITY_NAMES[severity]}〕` }),
        run(`${where}：${message}`),
      ],
    }),
    ...lines
      .filter(([, text]) => text !== "")
      .map(
        ([name, text]) =>
          new Paragraph({
            indent: { left: 480 },
            children: [new TextRun({ ...LABEL, text: `${name}：` }), run(text)],
          }),
      ),
  ];
}

function title(breaksPage: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    pageBreakBefore: breaksPage,
    children: [new TextRun({ ...TITLE, text: "公文审核意见表" })],
  });
}

function row(children: TableCell[], whole = true): TableRow {
  return new TableRow({ children, cantSplit: whole, height: { value: 560, rule: "atLeast" } });
}

function label(text: string): TableCell {
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...LABEL, text })],
  });
  return cell([heading], LABEL_WIDTH);
}

function cell(children: Paragraph[], width: number, columnSpan = 1): TableCell {
  const line = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
  return new TableCell({
    children,
    columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 110, right: 110 },
    borders: { top: line, right: line, bottom: line, left: line },
  });
}

function paragraph(text: string, style: { font?: string; size?: number } = {}): Paragraph {
  return new Paragraph({ children: [run(text, style)] });
}

function run(text: string, style: { font?: string; size?: number } = {}): TextRun {
  // Control characters stand in no XML.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return new TextRun({ ...BODY, ...style, text: text.replace(/[\0-\x1F\uFFFE\uFFFF]/g, " ") });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: "宋体", size: 24, children: ["— ", PageNumber.CURRENT, " —"] })],
  });
}
