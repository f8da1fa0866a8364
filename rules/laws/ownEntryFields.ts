import type { LawRow } from "./schema";

/** The columns (栏目) of own entries by the names people give them, Chinese or English. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ["题名", "名称", "标题", "文件名称"],
  short: ["简称"],
  level: ["层级", "级别", "类别", "效力级别"],
  region: ["地区", "区域"],
  issuer: ["机关", "制定机关", "发布机关", "发文机关"],
  status: ["状态", "效力", "时效性"],
  adopted: ["公布日期", "通过日期", "成文日期", "发布日期", "印发日期"],
  effective: ["施行日期", "生效日期", "实施日期"],
  order: ["文号", "令号", "发文字号"],
  articles: ["条数"],
  repealed: ["废止日期", "失效日期"],
  replacedBy: ["取代", "取代者", "取代文件", "替代文件"],
  confidence: ["可信度"],
  asOf: ["可信日", "截至", "核对日期"],
  source: ["来源", "出处"],
  note: ["备注", "说明"],
  versions: ["版本"],
  official: ["官方题名"],
};

const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    [field, ...names].map((name) => [name.toLowerCase(), field]),
  ),
);

/** The field a column stands for, or null when nobody knows it. */
export function fieldOf(column: string): string | null {
  return FIELD_OF.get(column.trim().toLowerCase()) ?? null;
}

/** What to call a field in a message: its Chinese name. */
export function nameOfField(field: string): string {
  return NAMES[field]?.[0] ?? field;
}

const STATUS_WORDS: readonly (readonly [RegExp, LawRow["status"]])[] = [
  [/^(?:in-force|现行|有效|现行有效|施行中)$/, "in-force"],
  [/^(?:repealed|废止|已废止|失效|已失效|宣布失效)$/, "repealed"],
  [/^(?:not-yet-in-force|尚未施行|未施行|尚未生效|未生效)$/, "not-yet-in-force"],
  [/^(?:未核|未知|不详)$/, null],
];

/** Reads a status as people write it. @throws {RangeError} with a Chinese message */
export function readStatus(text: string): LawRow["status"] {
  const found = STATUS_WORDS.find(([words]) => words.test(text));
  if (!found) throw new RangeError(`应为 现行、已废止、尚未施行 或 未核，现为“${text}”`);
  return found[1];
}

/** Reads 2024-03-05, 2024/3/5, 2024.3.5 or 2024年3月5日 to ISO. @throws {RangeError} with a Chinese message */
export function readDate(text: string): string {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  if (year === "" || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) {
    throw new RangeError(`应写作 2024-03-05，现为“${text}”`);
  }
  return iso;
}

/** Reads a number of articles. @throws {RangeError} with a Chinese message */
export function readCount(text: string): number {
  const [, digits] = /^(\d{1,4})\s*条?$/.exec(text) ?? [];
  if (!digits || Number(digits) === 0) throw new RangeError(`应为条数，如 86，现为“${text}”`);
  return Number(digits);
}
