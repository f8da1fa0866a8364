import type { Finding } from "../../linter/engine/finding";
import { countResults, type FileResult, type LintOutput } from "../../linter/reporters/lintOutput";
import type { ReportSettings, RuleText } from "../../linter/reporters/reporter";

const NOWHERE = { line: null, column: null, endLine: null, endColumn: null, page: null };

/** Stands on line 3 of a text file, with a fix; its words hold every character some format must escape. */
export const citation: Finding = {
  ruleId: "law-number",
  severity: "error",
  message: "文号写错：“100%,<a&b>”",
  quote: "[2018]37号",
  sentence: { text: "根据国办发[2018]37号，执行。", start: 5, end: 13 },
  place: { block: 2, start: 5, end: 13 },
  location: { line: 3, column: 6, endLine: 3, endColumn: 14, paragraph: 3, page: null },
  basis: ["《党政机关公文格式》", "国办发〔2012〕14号"],
  suggestions: ["改为“〔2018〕”"],
  fix: {
    safety: "safe",
    title: "改为“〔2018〕”",
    edits: [
      {
        place: { block: 2, start: 5, end: 11 },
        text: "〔2018〕",
        location: { line: 3, column: 6, endLine: 3, endColumn: 12, paragraph: 3, page: null },
      },
    ],
  },
  url: "docs/rules/law-number.md",
};

/** Stands in a format without lines. */
export const reminder: Finding = {
  ruleId: "missing-interpretation",
  severity: "info",
  message: "没有找到政策解读",
  quote: "=云溪县犬只管理办法",
  sentence: { text: "=云溪县犬只管理办法", start: 0, end: 10 },
  place: { block: 0, start: 0, end: 10 },
  location: { ...NOWHERE, paragraph: 1 },
  basis: [],
  suggestions: [],
  fix: null,
  url: "docs/rules/missing-interpretation.md",
};

function file(path: string, findings: readonly Finding[], error: string | null = null): FileResult {
  const asOf = { date: "2026-11-24", from: "today" } as const;
  const [title, docNumber] = error === null ? ["云溪县犬只管理办法", "云政发〔2026〕7号"] : [null, null];
  return { path, title, docNumber, kind: "通知", normative: false, error, findings, asOf, notes: [] };
}

const files = [
  file("通知,一.txt", [citation]),
  file("送审/办法 #1.docx", [reminder]),
  file("空.txt", []),
  file("坏.doc", [], "读取时出错\n文件已损坏"),
];

/** Hand-made results: one finding with a line, one without, a clean file and one that could not be read. */
export const results: LintOutput = {
  version: 1,
  tool: { name: "gongwen-lint", version: "1.2.3" },
  asOf: "2026-11-24",
  registry: { asOf: "2026-07-23", count: 2 },
  files,
  counts: countResults(files),
};

const RULES: readonly RuleText[] = [
  {
    id: "law-number",
    title: "文号有误",
    severity: "error",
    description: "引用的文号应与原文一致。",
    basis: ["《党政机关公文格式》"],
  },
];

/** Knows one of the two rules: reports must cope with one that is not known. */
export const settings: ReportSettings = { ruleOf: (id) => RULES.find((rule) => rule.id === id) };
