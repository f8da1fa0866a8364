import type { z } from "zod";
import { type LawRow, lawRowSchema, type MovedTable, movedTableSchema } from "../schema";

/** One fault of the data with the place a person has to open. */
export interface DataFault {
  file: string;
  line: number;
  message: string;
}

export interface DataFile {
  name: string;
  text: string;
}

export interface CheckedData {
  rows: LawRow[];
  moved: MovedTable[];
  faults: DataFault[];
}

/** Checks every row by itself, then all of them together: titles and short names unique, successors known. */
export function checkData(rowFiles: readonly DataFile[], movedFile: DataFile): CheckedData {
  const faults: DataFault[] = [];
  const rows: LawRow[] = [];
  const origin = new Map<LawRow, { file: string; line: number }>();
  for (const { name, text } of rowFiles) {
    text.split("\n").forEach((line, index) => {
      if (line === "") return;
      const at = { file: name, line: index + 1 };
      const row = parseLine(line, lawRowSchema, (message) => faults.push({ ...at, message }));
      if (!row) return;
      rows.push(row);
      origin.set(row, at);
    });
  }
  const report = (row: LawRow, message: string) =>
    faults.push({ ...(origin.get(row) as { file: string; line: number }), message });
  const titles = checkNames(rows, report);
  for (const row of rows) {
    if (row.replacedBy !== null && !titles.has(row.replacedBy))
      report(row, `取代者不在库中：${row.replacedBy}`);
    if (row.versions.length === 0 && row.status !== "repealed") report(row, "没有版本");
  }
  return { rows, moved: checkMoved(movedFile, titles, faults), faults };
}

function parseLine<T>(line: string, schema: z.ZodType<T>, report: (message: string) => void): T | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    report(`不是 JSON：${(error as Error).message}`);
    return null;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(`${issue.path.join(".") || "整行"}：${issue.message}`);
  return null;
}

function checkNames(
  rows: readonly LawRow[],
  report: (row: LawRow, message: string) => void,
): Map<string, LawRow> {
  const titles = new Map<string, LawRow>();
  for (const row of rows) {
    if (titles.has(row.title)) report(row, `题名重复：${row.title}`);
    titles.set(row.title, row);
  }
  const shorts = new Set<string>();
  for (const row of rows) {
    for (const short of row.short) {
      if (shorts.has(short) || (titles.has(short) && titles.get(short) !== row))
        report(row, `简称重复：${short}`);
      shorts.add(short);
    }
  }
  return titles;
}

function checkMoved(file: DataFile, titles: ReadonlyMap<string, LawRow>, faults: DataFault[]): MovedTable[] {
  const result = movedTableSchema.array().safeParse(JSON.parse(file.text));
  const report = (message: string) => faults.push({ file: file.name, line: 1, message });
  if (!result.success) {
    for (const issue of result.error.issues) report(`${issue.path.join(".")}：${issue.message}`);
    return [];
  }
  for (const { title, from, to } of result.data) {
    const adopted = titles.get(title)?.versions.map((version) => version.adopted) ?? [];
    for (const date of [from, to]) if (!adopted.includes(date)) report(`${title} 没有 ${date} 的版本`);
  }
  return result.data;
}
