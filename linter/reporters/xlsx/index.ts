import type { CellObject } from "write-excel-file/universal";
import writeExcelFile from "write-excel-file/universal";
import { paragraphText } from "../findingText";
import type { FileResult, ReportInput } from "../lintOutput";
import type { ReportSettings } from "../reporter";
import { SEVERITY_NAMES } from "../severityNames";
import { fontOrder } from "./fontOrder";
import { printing } from "./printing";
import { rowHeight } from "./rowHeight";

/** Columns with their widths in characters: together no wider than prints legibly on a page across. */
const FINDINGS = [
  ["文件", 22],
  ["级别", 6],
  ["规则", 15],
  ["位置", 9],
  ["原文", 28],
  ["问题", 36],
  ["依据", 24],
  ["建议", 30],
] as const;
const DOCUMENTS = [
  ["文件", 30],
  ["标题", 42],
  ["发文字号", 20],
  ["文种", 10],
  ["规范性文件", 12],
  ["判断日期", 12],
  ["错误", 6],
  ["警告", 6],
  ["提示", 6],
  ["未能检查的原因", 27],
] as const;
const FONT = { fontFamily: "宋体", fontSize: 10 };
const TINTS = { error: "#F8D7DA", warning: "#FFF3CD", info: "#E2EFDA" } as const;

/**
 * The results as an Excel workbook (.xlsx, ECMA-376): a sheet of findings and one of documents. Each has a frozen
 * header and filters, and prints across, one page wide. Every cell is text or a number, none a formula.
 */
export async function xlsx(output: ReportInput, { ruleOf }: ReportSettings): Promise<Uint8Array> {
  const files = [...output.files];
  const sheets = [
    sheet(
      "问题清单",
      FINDINGS,
      files.flatMap((file) => findingRows(file, (id) => ruleOf(id)?.title ?? id)),
    ),
    sheet("文件清单", DOCUMENTS, files.map(documentRow)),
  ];
  const blob = await writeExcelFile(sheets, { ...FONT, features: [printing(sheets), fontOrder] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheet(name: string, columns: readonly (readonly [string, number])[], rows: CellObject[][]) {
  const head: CellObject[] = columns.map(([value]) => ({
    value,
    fontWeight: "bold",
    backgroundColor: "#D9E2F3",
    wrap: true,
    ...BORDER,
  }));
  const widths = columns.map(([, width]) => width);
  return {
    sheet: name,
    data: [head, ...rows].map((row) => fitted(row, widths)),
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
}

/** The library takes a row's height from its cells. */
function fitted(row: CellObject[], widths: readonly number[]): CellObject[] {
  const height = rowHeight(
    row.map(({ value }) => String(value)),
    widths,
  );
  return row.map((cell) => ({ ...cell, height }));
}

function findingRows({ path, error, findings }: FileResult, titleOf: (id: string) => string): CellObject[][] {
  const trouble =
    error === null ? [] : [[path, "未能检查", "", "", "", error, "", ""].map((cell) => text(cell))];
  return [
    ...trouble,
    ...findings.map((finding) => {
      const { severity, ruleId, quote, message, basis, suggestions, location } = finding;
      const where = location.line === null ? paragraphText(finding) : `第${location.line}行`;
      return [
        text(path),
        text(SEVERITY_NAMES[severity], TINTS[severity]),
        ...[titleOf(ruleId), where, quote, message, basis.join("；"), suggestions.join("\n")].map((cell) =>
          text(cell),
        ),
      ];
    }),
  ];
}

function documentRow(file: FileResult): CellObject[] {
  const { path, title, docNumber, kind, normative, asOf, error, findings } = file;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return [
    text(path),
    text(title ?? ""),
    text(docNumber ?? ""),
    text(kind ?? ""),
    text(error === null ? (normative ? "是" : "否") : ""),
    text(asOf?.date ?? ""),
    ...["error", "warning", "info"].map(
      (severity): CellObject => ({ value: count(severity), type: Number, ...BORDER }),
    ),
    text(error ?? ""),
  ];
}

const BORDER = { borderStyle: "thin", borderColor: "#BFBFBF", alignVertical: "top" } as const;
/** A cell of Excel holds no more. */
const LONGEST = 32_767;
const CUT = "……（内容过长，后面的没有列出，请看原文件）";

function text(value: string, backgroundColor?: string): CellObject {
  // Control characters stand in no XML.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const shown = value.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "");
  return {
    value: cutToCell(shown),
    type: String,
    wrap: true,
    ...(backgroundColor && { backgroundColor }),
    ...BORDER,
  };
}

/** What is cut off is said; no character is cut in half. */
function cutToCell(value: string): string {
  if (value.length <= LONGEST) return value;
  return value.slice(0, LONGEST - CUT.length).replace(/[\uD800-\uDBFF]$/, "") + CUT;
}
