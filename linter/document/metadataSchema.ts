import { z } from "zod";
import type { DisclosureClass, DocumentMetadata, LegalityReviewRecord } from "./metadata";

/** One statement that could not be taken, for messages: which key, what was expected, what was found. */
export interface MetadataProblem {
  /** As the author wrote it; inner keys behind a dot: 合法性审核.日期 */
  path: string;
  expected: string;
  found: string;
}

export interface ParsedMetadata {
  values: DocumentMetadata;
  problems: MetadataProblem[];
}

export type Fields<Shape> = { [Key in keyof Shape]-?: Field<NonNullable<Shape[Key]>> };

interface Field<Value> {
  /** Keys an author or a web page may use, best first: the first one that is there counts. */
  keys: readonly string[];
  /** Named to the author when the value does not fit. */
  expected: string;
  schema: z.ZodType<Value>;
}

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const TEXT = { expected: "一段文字", schema: text };

/** Metas are for the JSON Schema that editors use (metadataJsonSchema.ts); a pattern there is as wide as what is taken here. */
const DAY = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/;
const isoDate = z.union([z.string().meta({ pattern: DAY.source }), z.date()]).transform((value, context) => {
  const iso = typeof value === "string" ? isoDateOf(value) : value.toISOString().slice(0, 10);
  if (iso) return iso;
  context.addIssue("not a date");
  return z.NEVER;
});
const DATE = { expected: "日期，如 2024-03-05 或 2024年3月5日", schema: isoDate };

const flag = z.union([
  z.boolean(),
  choice<boolean>([
    [true, ["是", "true", "yes"]],
    [false, ["否", "不是", "false", "no"]],
  ]),
]);
const FLAG = { expected: "“是”或“否”", schema: flag };

const disclosure = choice<DisclosureClass>([
  ["主动公开", ["主动公开", "公开", "公开发布", "此件公开发布", "此件主动公开"]],
  ["依申请公开", ["依申请公开", "依申请", "此件依申请公开"]],
  ["不予公开", ["不予公开", "不公开", "免予公开", "此件不予公开", "此件不公开"]],
]);

const status = choice<"draft" | "issued">([
  [
    "draft",
    ["draft", "草案", "草稿", "起草", "起草中", "征求意见", "征求意见稿", "送审", "送审稿", "审核中"],
  ],
  [
    "issued",
    [
      "issued",
      "published",
      "印发",
      "已印发",
      "发布",
      "已发布",
      "公布",
      "已公布",
      "现行有效",
      "有效",
      "失效",
      "废止",
    ],
  ],
]);

export const REVIEW: Fields<LegalityReviewRecord> = {
  organ: { keys: ["机构", "机关", "审核机构", "审核机关", "审核单位", "organ"], ...TEXT },
  number: { keys: ["文号", "编号", "意见书文号", "number"], ...TEXT },
  date: { keys: ["日期", "审核日期", "时间", "date"], ...DATE },
  result: { keys: ["结论", "结果", "意见", "审核结论", "审核意见", "result"], ...TEXT },
};

export const FIELDS: Fields<Omit<DocumentMetadata, "legalityReview">> = {
  title: { keys: ["标题", "title", "文件名称", "信息名称", "名称", "题名"], ...TEXT },
  docNumber: {
    keys: ["发文字号", "文号", "docNumber", "发文文号", "发文号", "文件字号", "文件编号", "公文字号"],
    ...TEXT,
  },
  issuer: {
    keys: [
      "发文机关",
      "发文单位",
      "issuer",
      "发文机构",
      "制发机关",
      "制定机关",
      "发布机关",
      "发布机构",
      "发布单位",
    ],
    ...TEXT,
  },
  kind: { keys: ["文种", "公文种类", "kind"], ...TEXT },
  date: {
    keys: ["成文日期", "成文时间", "date", "日期", "发文日期", "发文时间", "生成日期", "产生日期"],
    ...DATE,
  },
  released: { keys: ["发布日期", "发布时间", "released", "公布日期", "公开日期", "公开时间"], ...DATE },
  status: { keys: ["状态", "status"], expected: "“起草”“送审”或“已发布”", schema: status },
  disclosure: {
    keys: [
      "公开属性",
      "disclosure",
      "公开方式",
      "公开类别",
      "公开类型",
      "公开选项",
      "信息公开选项",
      "政府信息公开选项",
    ],
    expected: "“主动公开”“依申请公开”或“不予公开”",
    schema: disclosure,
  },
  disclosureReason: {
    keys: ["不公开理由", "不予公开理由", "不主动公开理由", "不公开依据", "disclosureReason"],
    ...TEXT,
  },
  interpretation: {
    keys: ["解读", "政策解读", "解读材料", "解读文件", "interpretation"],
    expected: "解读文件的路径或网址，可以列几个",
    schema: z.union([text.transform((one) => [one]), z.array(text)]).transform(withoutNone),
  },
  normative: { keys: ["规范性文件", "行政规范性文件", "normative"], ...FLAG },
  policy: { keys: ["政策性文件", "policy"], ...FLAG },
  draftingUnit: { keys: ["起草单位", "起草部门", "draftingUnit"], ...TEXT },
};

export const REVIEW_KEYS = ["合法性审核", "合法性审查", "legalityReview"];

/**
 * Reads metadata as an author states it (front matter, sidecar, manifest) or a web page shows it into the canonical
 * shape. Keys are Chinese or English (disclosureReason, disclosure-reason …); keys that mean nothing here are left
 * alone, since front matter and manifests carry others; an empty value states nothing.
 */
export function parseMetadata(value: unknown): ParsedMetadata {
  const problems: MetadataProblem[] = [];
  if (!isMapping(value)) {
    if (value !== null && value !== undefined) {
      problems.push({ path: "", expected: "“项目: 内容”的形式，一行一项", found: show(value) });
    }
    return { values: {}, problems };
  }
  const values: DocumentMetadata = readFields(FIELDS, value, "", problems);
  const review = readReview(value, problems);
  if (review) values.legalityReview = review;
  return { values, problems };
}

function readFields<Shape extends object>(
  fields: Fields<Shape>,
  mapping: Record<string, unknown>,
  prefix: string,
  problems: MetadataProblem[],
): Partial<Shape> {
  const values: Partial<Shape> = {};
  const entries = keyed(mapping);
  for (const name of Object.keys(fields) as (keyof Shape)[]) {
    const field = fields[name];
    const entry = find(entries, field.keys);
    if (!entry) continue;
    const parsed = field.schema.safeParse(entry.value);
    if (parsed.success) values[name] = parsed.data;
    else problems.push({ path: prefix + entry.key, expected: field.expected, found: show(entry.value) });
  }
  return values;
}

/** A mapping of organ, number, date and result; a single line is taken as the number or the result. */
function readReview(
  mapping: Record<string, unknown>,
  problems: MetadataProblem[],
): LegalityReviewRecord | undefined {
  const entry = find(keyed(mapping), REVIEW_KEYS);
  if (!entry || entry.value === false) return undefined;
  if (isMapping(entry.value)) {
    const record = readFields(REVIEW, entry.value, `${entry.key}.`, problems);
    return Object.keys(record).length > 0 ? record : undefined;
  }
  if (typeof entry.value === "string") {
    const line = entry.value.trim();
    if (/^(无|否|没有|未)/.test(line)) return undefined;
    return /[〔[［﹝（(]\d{4}[〕\]］﹞）)].*号$/.test(line) ? { number: line } : { result: line };
  }
  problems.push({
    path: entry.key,
    expected: "“机构”“文号”“日期”“结论”四项，或审核意见书的文号",
    found: show(entry.value),
  });
  return undefined;
}

function withoutNone(paths: string[]): string[] {
  return paths.filter((path) => !/^[（(]?(?:无|暂无|没有)[）)]?$/.test(path));
}

interface Entry {
  key: string;
  value: unknown;
}

/** Keys compared without case, blanks, hyphens and underscores. */
function keyed(mapping: Record<string, unknown>): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(mapping)) {
    if (value === null || value === undefined || value === "") continue;
    const plain = plainKey(key);
    if (!entries.has(plain)) entries.set(plain, { key, value });
  }
  return entries;
}

function find(entries: ReadonlyMap<string, Entry>, keys: readonly string[]): Entry | undefined {
  for (const key of keys) {
    const entry = entries.get(plainKey(key));
    if (entry) return entry;
  }
  return undefined;
}

function plainKey(key: string): string {
  return key.replace(/[\s_-]/g, "").toLowerCase();
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function choice<Value>(options: readonly (readonly [Value, readonly string[]])[]): z.ZodType<Value> {
  const values = new Map(options.flatMap(([value, words]) => words.map((word) => [word, value] as const)));
  const words = [...values.keys()];
  const wrapped = { pattern: `^[\\s（）()]*(?:${words.join("|")})[\\s（）()]*$` };
  return z
    .string()
    .meta({ anyOf: [{ enum: words }, wrapped] })
    .transform((written, context) => {
      const value = values.get(written.replace(/[\s（）()]/g, "").toLowerCase());
      if (value !== undefined) return value;
      context.addIssue("not one of the choices");
      return z.NEVER;
    });
}

/** 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, with or without a time behind. Null: no day of the calendar. */
function isoDateOf(written: string): string | null {
  const match = DAY.exec(written);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function show(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "无效日期" : value.toISOString();
  if (typeof value === "string") return value;
  return JSON.stringify(value) ?? String(value);
}
