import { stringify } from "csv-stringify/browser/esm/sync";
import type { FileResult, ReportInput } from "./lintOutput";
import type { ReportSettings } from "./reporter";
import { SEVERITY_NAMES } from "./severityNames";

const COLUMNS = [
  "文件",
  "文种",
  "页",
  "段落",
  "行",
  "列",
  "级别",
  "规则",
  "规则名称",
  "问题",
  "原文",
  "依据",
  "建议",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

/**
 * A table for spreadsheets: one finding a row, Chinese column names, a byte order mark so that Excel and WPS read it
 * as UTF-8, and no cell that they would run as a formula.
 */
export function* csv({ files }: ReportInput, { ruleOf }: ReportSettings): Generator<string> {
  const columns = [...COLUMNS];
  yield stringify([], { header: true, columns, bom: true });
  for (const file of files) {
    const rows = rowsOf(file, (id) => ruleOf(id)?.title ?? "");
    if (rows.length > 0) yield stringify(rows, { columns, escape_formulas: true });
  }
}

function rowsOf({ path, kind, error, findings }: FileResult, titleOf: (id: string) => string): Row[] {
  const trouble: Row[] = error === null ? [] : [{ 文件: path, 级别: "未能检查", 问题: error }];
  return [
    ...trouble,
    ...findings.map(
      ({ location, severity, ruleId, message, quote, basis, suggestions }): Row => ({
        文件: path,
        文种: kind,
        页: location.page,
        段落: location.paragraph,
        行: location.line,
        列: location.column,
        级别: SEVERITY_NAMES[severity],
        规则: ruleId,
        规则名称: titleOf(ruleId),
        问题: message,
        原文: quote,
        依据: basis.join("；"),
        建议: suggestions.join("；"),
      }),
    ),
  ];
}
