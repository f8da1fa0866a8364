import { fieldOf, nameOfField, readCount, readDate, readStatus } from "./ownEntryFields";
import type { LawRow } from "./schema";

/** 自有法规清单: the rows that could be read, and for the others a line in Chinese with the entry and the field. */
export interface OwnEntries {
  rows: LawRow[];
  problems: string[];
}

type Fields = Map<string, unknown>;

/**
 * Reads an organisation's own list of laws and documents: JSON, JSON lines, YAML or CSV by the ending of `path`. A flat
 * entry has one text: 题名、层级、机关、状态、公布日期、施行日期、文号、条数、废止日期、取代、简称、备注 (or the English names);
 * an entry with `versions` has the form of the project's own data (schema.ts).
 * `today` (ISO) is the day up to which entries without 可信日 are trusted.
 */
export async function parseOwnEntries(
  text: string,
  path: string,
  today = new Date().toISOString().slice(0, 10),
): Promise<OwnEntries> {
  const problems: string[] = [];
  let entries: unknown;
  try {
    entries = await parseText(text.replace(/^\uFEFF/, ""), path);
  } catch (error) {
    return { rows: [], problems: [`读不出来：${(error as Error).message}`] };
  }
  if (!Array.isArray(entries)) return { rows: [], problems: ["应为一张清单，每部法规或文件一条"] };

  const { lawRowSchema } = await import("./schema");
  const { zhCN } = await import("zod/locales");
  const rows: LawRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const label = (title: unknown) => `第${index + 1}条${typeof title === "string" ? `（${title}）` : ""}`;
    if (entry === null || typeof entry !== "object" || Array.isArray(entry)) {
      problems.push(`${label(null)}：应有题名等栏目`);
      continue;
    }
    const faults: string[] = [];
    const fields = readFields(entry as Record<string, unknown>, faults);
    const name = label(fields.get("title"));
    const row = faults.length === 0 ? toRow(fields, path, today, faults) : null;
    if (faults.length > 0) {
      problems.push(...faults.map((fault) => `${name}${fault}`));
      continue;
    }
    const result = lawRowSchema.safeParse(row, { error: zhCN().localeError });
    if (!result.success) {
      for (const issue of result.error.issues) {
        problems.push(`${name}的“${nameOfField(String(issue.path[0] ?? "title"))}”：${issue.message}`);
      }
      continue;
    }
    const first = seen.get(result.data.title);
    if (first !== undefined) problems.push(`${name}的“题名”：与第${first}条相同`);
    seen.set(result.data.title, index + 1);
    rows.push(result.data);
  }
  return { rows, problems };
}

async function parseText(text: string, path: string): Promise<unknown> {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  switch (ending) {
    case "json":
      return JSON.parse(text);
    case "jsonl":
      return text.split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line)]));
    case "yaml":
    case "yml":
      return (await import("yaml")).parse(text) ?? [];
    case "csv":
      return (await import("csv-parse/browser/esm/sync")).parse(text, {
        columns: true,
        skip_empty_lines: true,
        trim: true,
      });
    default:
      throw new Error(`不认得文件类型“${ending ?? path}”，请用 .json、.jsonl、.yaml 或 .csv`);
  }
}

function readFields(entry: Record<string, unknown>, faults: string[]): Fields {
  const fields: Fields = new Map();
  for (const [column, value] of Object.entries(entry)) {
    if (value === null || value === "") continue;
    const field = fieldOf(column);
    if (field === null) faults.push(`的“${column}”：不认得这个栏目`);
    else fields.set(field, value);
  }
  const title = fields.get("title");
  if (typeof title !== "string" || title.trim() === "") faults.push("的“题名”：不能空着");
  else fields.set("title", title.trim().replace(/^《(.*)》$/, "$1"));
  return fields;
}

function toRow(fields: Fields, path: string, today: string, faults: string[]): unknown {
  const read = <T>(field: string, reader: (text: string) => T): T | null => {
    const value = fields.get(field);
    if (value === undefined) return null;
    try {
      return reader(String(value).trim());
    } catch (error) {
      faults.push(`的“${nameOfField(field)}”：${(error as Error).message}`);
      return null;
    }
  };
  const text = (field: string) => read(field, (value) => value);
  const repealed = read("repealed", readDate);
  const asOf = read("asOf", readDate) ?? today;
  return {
    title: fields.get("title"),
    official: text("official") ?? undefined,
    short: readNames(fields.get("short")),
    level: text("level") ?? "规范性文件",
    region: text("region"),
    issuer: text("issuer"),
    status: fields.has("status")
      ? read("status", readStatus)
      : repealed !== null && repealed <= asOf
        ? "repealed"
        : null,
    versions: fields.get("versions") ?? [
      {
        adopted: read("adopted", readDate),
        effective: read("effective", readDate),
        kind: "enacted",
        order: text("order"),
        articles: read("articles", readCount),
      },
    ],
    repealed,
    replacedBy: read("replacedBy", (title) => title.replace(/^《(.*)》$/, "$1")),
    confidence: text("confidence") ?? "high",
    asOf,
    source: text("source") ?? path,
    note: text("note"),
  };
}

/** 简称, as a list or in one cell: 《甲》、《乙》 or 甲；乙. */
function readNames(value: unknown): unknown {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  return String(value)
    .split(/[、；;|]/)
    .map((name) => name.trim().replace(/^《(.*)》$/, "$1"))
    .filter(Boolean);
}
