import { z } from "zod";
import type { LawLevel } from "../../linter/facts/laws";

/** 层级, in the order in which the compact registry keeps its rows and search prefers them. */
export const LEVELS = [
  "宪法",
  "法律",
  "法律解释",
  "有关法律问题的决定",
  "行政法规",
  "监察法规",
  "司法解释",
  "国务院规范性文件",
  "党内法规",
  "部门规章",
  "部门规范性文件",
  "地方性法规",
  "地方政府规章",
  "规范性文件",
] as const satisfies readonly LawLevel[];

const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "日期应写作 2024-03-05")
  .refine((date) => {
    const parsed = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  }, "没有这一天");

const versionSchema = z
  .strictObject({
    adopted: dateSchema.nullable(),
    effective: dateSchema.nullable(),
    kind: z.enum(["enacted", "revised", "amended"]),
    order: z.string().min(1).nullable(),
    articles: z.int().positive().nullable(),
  })
  .refine(({ articles }) => articles === null || articles < 3000, "条数过大");

/**
 * 事实库的一行: one law, regulation, rule or document. Only facts, never text of the law.
 *
 * `title` is the key of the row and unique over all data. It equals the official title, except for namesakes: there the
 * older ones carry a year or number in brackets to tell them apart, and `official` holds the title as published.
 * `repealed` later than `asOf` with status in-force is a repeal already decided.
 */
export const lawRowSchema = z
  .strictObject({
    title: z.string().min(2),
    official: z.string().min(2).optional(),
    short: z.array(z.string().min(2)),
    level: z.enum(LEVELS),
    region: z.string().min(2).nullable().optional(),
    issuer: z.string().min(2).nullable(),
    status: z.enum(["in-force", "repealed", "not-yet-in-force"]).nullable(),
    versions: z.array(versionSchema),
    repealed: dateSchema.nullable(),
    replacedBy: z.string().min(2).nullable(),
    confidence: z.enum(["high", "medium", "low"]),
    asOf: dateSchema,
    source: z.string().min(1),
    note: z.string().min(1).nullable().optional(),
  })
  .refine((row) => row.official === undefined || row.title.startsWith(row.official), {
    path: ["official"],
    message: "题名应以官方题名开头，后加区分用的括注",
  })
  .refine((row) => !(row.status === "in-force" && row.repealed !== null && row.repealed <= row.asOf), {
    path: ["repealed"],
    message: "状态为现行，废止日却不晚于可信日",
  })
  .refine((row) => row.title.normalize("NFC") === row.title && !/[\t\n|]/.test(JSON.stringify(row)), {
    message: "不得含制表符、换行和竖线",
  });

export type LawRow = z.infer<typeof lawRowSchema>;

/** 条文序号变化: articles of the text adopted on `from` and where they stand in the text adopted on `to`. */
export const movedTableSchema = z.strictObject({
  title: z.string(),
  from: dateSchema,
  to: dateSchema,
  pairs: z.array(z.tuple([z.int().positive(), z.int().positive()])).min(1),
});

export type MovedTable = z.infer<typeof movedTableSchema>;
