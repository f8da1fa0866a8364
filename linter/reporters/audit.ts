import type { AuditEntry, Proposal } from "../engine/repository/index";

export const auditFormats = ["pretty", "markdown", "csv", "json"] as const;
export type AuditFormat = (typeof auditFormats)[number];

const COLUMNS = [
  "建议",
  "题名",
  "文号",
  "文种",
  "规范性文件",
  "成文日期",
  "有效期至",
  "理由",
  "文件",
] as const;
/** What is to be done comes first. */
const ORDER: readonly Proposal[] = ["失效", "废止", "修改", "继续有效"];
/** Widths, in columns of the terminal, of the table that is read there; the other columns are as wide as need be. */
const WRAPPED = { 题名: 36, 理由: 44, 文件: 28 };

/** The clean-up list (清理目录) in a form: a table for the terminal, Markdown, CSV for Excel, JSON. */
export async function formatAudit(
  entries: readonly AuditEntry[],
  format: AuditFormat,
  asOf: string,
): Promise<string> {
  const sorted = [...entries].sort((a, b) => ORDER.indexOf(a.proposal) - ORDER.indexOf(b.proposal));
  switch (format) {
    case "json":
      return `${JSON.stringify({ version: 1, asOf, documents: sorted }, null, 2)}\n`;
    case "csv": {
      const { stringify } = await import("csv-stringify/browser/esm/sync");
      return stringify([COLUMNS, ...sorted.map(cells)], { bom: true, record_delimiter: "\r\n" });
    }
    case "markdown":
      return `${summary(sorted, asOf)}\n\n${[COLUMNS, COLUMNS.map(() => "---"), ...sorted.map(cells)]
        .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
        .join("\n")}\n`;
    case "pretty":
      return `${await table(sorted)}\n${summary(sorted, asOf)}\n`;
  }
}

async function table(entries: readonly AuditEntry[]): Promise<string> {
  const [{ default: Table }, { default: wrap }] = await Promise.all([
    import("cli-table3"),
    import("wrap-ansi"),
  ]);
  const shown = COLUMNS.map((column, index) => ({ column, index })).filter(
    ({ column }) => column !== "规范性文件",
  );
  const grid = new Table({
    head: shown.map(({ column }) => column),
    style: { head: [], border: [] },
    // Rules between rows would double the height of a long list.
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const entry of entries) {
    const row = cells(entry);
    grid.push(
      shown.map(({ column, index }) => {
        const width = WRAPPED[column as keyof typeof WRAPPED];
        const cell = row[index] as string;
        return width ? wrap(cell, width, { hard: true, trim: true }) : cell;
      }),
    );
  }
  return grid.toString();
}

function cells(entry: AuditEntry): string[] {
  const { proposal, title, docNumber, kind, normative, date, until, reasons, path } = entry;
  return [
    proposal,
    title,
    docNumber ?? "",
    kind ?? "",
    normative ? "是" : "否",
    date ?? "",
    until ?? "",
    reasons.join(""),
    path,
  ];
}

function summary(entries: readonly AuditEntry[], asOf: string): string {
  const counts = ORDER.map(
    (proposal) => `${proposal}${entries.filter((entry) => entry.proposal === proposal).length}份`,
  );
  return `共${entries.length}份文件（按${asOf}判断）：建议${counts.join("、")}。`;
}
