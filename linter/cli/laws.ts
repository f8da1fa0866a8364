import { existsSync, readFileSync } from "node:fs";
import { readCompact } from "../../rules/laws/compact";
import { comparableLaws, compareLaws } from "../../rules/laws/compare";
import { type LawRow, lawRowSchema } from "../../rules/laws/schema";
import { today } from "../engine/judgementDate";
import type { Law, LawState, LawVersion } from "../facts/laws";
import { EXIT_FINDINGS, EXIT_TROUBLE } from "./exitCodes";
import { openShippedRegistry, shippedRegistryText } from "./registry";

const STATUS: Readonly<Record<LawState["status"], string>> = {
  "in-force": "现行有效",
  repealed: "已废止",
  "not-yet-in-force": "尚未施行",
  unknown: "状态未核",
};
const KIND: Readonly<Record<LawVersion["kind"], string>> = {
  enacted: "制定",
  revised: "修订",
  amended: "修正",
};

/** `gongwen-lint laws search`. */
export async function searchCommand(words: string[], { limit }: { limit: number }): Promise<number> {
  const laws = openShippedRegistry();
  const found = laws.search(words.join(" "), limit);
  if (found.length === 0)
    process.stderr.write("没有找到。法律法规库不是全目，没有收录不等于不存在或已废止。\n");
  for (const law of found) process.stdout.write(`${heading(law, laws.state(law, today()))}\n`);
  return found.length > 0 ? 0 : EXIT_FINDINGS;
}

/** `gongwen-lint laws show`. */
export async function showCommand(name: string, { asOf = today() }: { asOf?: string }): Promise<number> {
  const laws = openShippedRegistry();
  const match = laws.find(name);
  const shown = match ? laws.namesakes(match.law) : laws.byNumber(name);
  if (shown.length === 0) {
    process.stderr.write(`没有收录“${name}”。法律法规库不是全目，没有收录不等于不存在或已废止。\n`);
    return EXIT_FINDINGS;
  }
  for (const law of shown) process.stdout.write(`${describe(law, laws.state(law, asOf), asOf)}\n`);
  return 0;
}

function heading({ title, level, versions }: Law, state: LawState): string {
  const last = versions.at(-1);
  return `《${title}》　${level}　${STATUS[state.status]}${last?.order ? `　${last.order}` : ""}`;
}

function describe(law: Law, state: LawState, asOf: string): string {
  const rows: [string, string | null][] = [
    ["简称", law.short.join("、") || null],
    ["制定机关", law.issuer],
    [`${asOf} 的状态`, `${STATUS[state.status]}${state.since ? `（${state.since} 起）` : ""}`],
    ["由谁取代", state.successor ? `《${state.successor.title}》` : null],
    ["即将施行", state.upcoming ? versionLine(state.upcoming) : null],
    ...law.versions.map((version): [string, string] => ["版本", versionLine(version)]),
    ["可信至", `${law.asOf}（可信度${{ high: "高", medium: "中", low: "低" }[law.confidence]}）`],
    ["说明", law.note],
  ];
  const lines = rows.filter(([, value]) => value !== null).map(([name, value]) => `  ${name}：${value}`);
  return `${heading(law, state)}\n${lines.join("\n")}`;
}

function versionLine({ adopted, effective, kind, order, articles }: LawVersion): string {
  return [
    `${adopted ?? "日期不详"} ${KIND[kind]}`,
    effective ? `${effective} 施行` : null,
    order,
    articles ? `共 ${articles} 条` : null,
  ]
    .filter((part) => part !== null)
    .join("，");
}

/** `gongwen-lint laws check-updates`: exit code 1 when the newer data differ. */
export async function checkUpdatesCommand(path: string): Promise<number> {
  if (!existsSync(path)) {
    process.stderr.write(`没有这个文件：${path}\n`);
    return EXIT_TROUBLE;
  }
  const { rows: newer, problems } = readRows(readFileSync(path, "utf8"));
  for (const problem of problems) process.stderr.write(`${path}：${problem}\n`);
  if (problems.length > 0) return EXIT_TROUBLE;

  const levels = new Set(newer.map(({ level }) => level));
  const changes = compareLaws(
    comparableLaws(readCompact(shippedRegistryText())).filter(({ level }) => levels.has(level)),
    newer,
  );
  const absent = changes.filter(({ kind }) => kind === "removed");
  const told = changes.filter(({ kind }) => kind !== "removed");
  for (const { kind, title, detail } of told)
    process.stdout.write(`${CHANGE[kind]}　《${title}》　${detail}\n`);
  process.stdout.write(told.length > 0 ? `共 ${told.length} 处变化\n` : "没有变化\n");
  // A newer file is often one of several; what it leaves out is no change of the law.
  if (absent.length > 0) process.stdout.write(`另有 ${absent.length} 部同类文件不在新数据里\n`);
  return told.length > 0 ? EXIT_FINDINGS : 0;
}

const CHANGE = {
  added: "新增",
  removed: "删除",
  status: "状态",
  version: "版本",
  number: "文号",
  articles: "条数",
  successor: "取代",
} as const;

function readRows(text: string): { rows: LawRow[]; problems: string[] } {
  const rows: LawRow[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      const parsed = lawRowSchema.safeParse(JSON.parse(line));
      if (parsed.success) rows.push(parsed.data);
      else
        problems.push(
          `第${index + 1}行：${parsed.error.issues.map(({ path: key, message }) => `${key.join(".")}：${message}`).join("；")}`,
        );
    } catch {
      problems.push(`第${index + 1}行：不是合法的 JSON`);
    }
  }
  return { rows, problems };
}
