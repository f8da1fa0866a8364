import type { Cell, Feature, Row, SheetData } from "write-excel-file/universal";
import writeExcelFile from "write-excel-file/universal";
import { paragraphText } from "./findingText";
import type { FileResult, LintOutput } from "./lintOutput";
import type { ReportSettings } from "./reporter";
import { SEVERITY_NAMES } from "./severityNames";

/** Columns with their widths in characters. */
const FINDINGS = [
  ["文件", 30],
  ["级别", 8],
  ["规则", 18],
  ["位置", 12],
  ["原文", 34],
  ["问题", 50],
  ["依据", 34],
  ["建议", 44],
] as const;
const DOCUMENTS = [
  ["文件", 44],
  ["文种", 10],
  ["规范性文件", 12],
  ["判断日期", 14],
  ["错误", 8],
  ["警告", 8],
  ["提示", 8],
  ["未能检查的原因", 50],
] as const;
const TINTS = { error: "#F8D7DA", warning: "#FFF3CD", info: "#E2EFDA" } as const;

/**
 * The results as an Excel workbook (.xlsx, ECMA-376): a sheet of findings and one of documents, each with a frozen header
 * and filters. Every cell is text or a number, none a formula.
 */
export async function xlsx({ files }: LintOutput, { ruleOf }: ReportSettings): Promise<Uint8Array> {
  const sheets = [
    sheet(
      "问题清单",
      FINDINGS,
      files.flatMap((file) => findingRows(file, (id) => ruleOf(id)?.title ?? id)),
    ),
    sheet("文件清单", DOCUMENTS, files.map(documentRow)),
  ];
  const blob = await writeExcelFile(sheets, { features: [filters(sheets.map(({ data }) => data))] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheet(name: string, columns: readonly (readonly [string, number])[], rows: Row[]) {
  const head: Row = columns.map(([value]) => ({
    value,
    fontWeight: "bold",
    backgroundColor: "#D9E2F3",
    ...BORDER,
  }));
  return {
    sheet: name,
    data: [head, ...rows],
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
}

function findingRows({ path, error, findings }: FileResult, titleOf: (id: string) => string): Row[] {
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

function documentRow({ path, kind, normative, asOf, error, findings }: FileResult): Row {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return [
    text(path),
    text(kind ?? ""),
    text(error === null ? (normative ? "是" : "否") : ""),
    text(asOf?.date ?? ""),
    ...["error", "warning", "info"].map(
      (severity): Cell => ({ value: count(severity), type: Number, ...BORDER }),
    ),
    text(error ?? ""),
  ];
}

const BORDER = { borderStyle: "thin", borderColor: "#BFBFBF", alignVertical: "top" } as const;
/** A cell of Excel holds no more. */
const LONGEST = 32_767;

function text(value: string, backgroundColor?: string): Cell {
  // Control characters stand in no XML.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const shown = value.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "").slice(0, LONGEST);
  return { value: shown, type: String, wrap: true, ...(backgroundColor && { backgroundColor }), ...BORDER };
}

/** 筛选: the library freezes rows but sets no filter; autoFilter stands right behind the data (18.3.1.99). */
function filters(sheets: readonly SheetData[]): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const data = sheets[sheetIndex] ?? [];
            const last = String.fromCharCode(64 + (data[0]?.length ?? 1));
            return xml.replace("</sheetData>", `</sheetData><autoFilter ref="A1:${last}${data.length}"/>`);
          },
        },
      },
    },
  };
}
