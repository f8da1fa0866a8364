import type { Element } from "hast";
import { h } from "hastscript";
import type { Severity } from "../../engine/finding";
import type { FileResult, LintOutput } from "../lintOutput";
import { SEVERITY_NAMES } from "../severityNames";
import { fileAnchor, hasSection } from "./findings";

/** Files in the chart; all of them are in the list below it. */
const MOST_BARS = 20;

const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

type Counts = Record<Severity, number>;

/** The numbers at the top, and how the findings spread over severities, rules and files. */
export function summary(
  files: readonly FileResult[],
  counts: LintOutput["counts"],
  titleOf: (ruleId: string) => string,
): Element {
  const clean = files.filter(({ error, findings }) => error === null && findings.length === 0).length;
  const tiles = [
    tile("文件", counts.files),
    ...SEVERITIES.map((severity) => tile(SEVERITY_NAMES[severity], counts[severity], severity)),
    ...(counts.unreadable > 0 ? [tile("未能检查", counts.unreadable, "unreadable")] : []),
    tile("没有问题", clean),
  ];
  const rules = [...countRules(files)].sort(([, a], [, b]) => total(b) - total(a));
  const worst = files
    .map((file, index) => ({ file, index, counts: countFindings(file) }))
    .filter(({ counts }) => total(counts) > 0)
    .sort((a, b) => total(b.counts) - total(a.counts));
  const charts =
    rules.length === 0
      ? []
      : [
          chart(
            "按级别统计",
            SEVERITIES.map((severity) => ({
              name: [SEVERITY_NAMES[severity]],
              counts: { error: 0, warning: 0, info: 0, [severity]: counts[severity] },
            })),
          ),
          chart(
            "按规则统计",
            rules.map(([id, ofRule]) => ({ name: ruleName(id, titleOf(id)), counts: ofRule })),
          ),
          chart(
            worst.length > MOST_BARS ? `按文件统计（问题最多的 ${MOST_BARS} 份）` : "按文件统计",
            worst.slice(0, MOST_BARS).map(({ file, index, counts }) => ({
              name: [h("a.path", { href: `#${fileAnchor(index)}` }, file.path)],
              counts,
            })),
          ),
        ];
  return h("section.summary", [h("ul.tiles", tiles), ...charts]);
}

/** 文件清单: every file with its counts; those with something to read lead there. */
export function fileList(files: readonly FileResult[]): Element {
  const rows = files.map((file, index) => {
    const name = hasSection(file) ? h("a", { href: `#${fileAnchor(index)}` }, file.path) : file.path;
    const counts = countFindings(file);
    const cells = SEVERITIES.map((severity) =>
      h(`td.number${counts[severity] > 0 ? `.${severity}` : ".soft"}`, String(counts[severity])),
    );
    return h("tr", [
      h("th.path", { scope: "row" }, name),
      h("td", file.kind ?? ""),
      ...(file.error === null
        ? cells
        : [h("td.number.unreadable", { colSpan: SEVERITIES.length }, "未能检查")]),
    ]);
  });
  const heads = ["文件", "文种", ...SEVERITIES.map((severity) => SEVERITY_NAMES[severity])];
  return h("section.files", [
    h("h2", "文件清单"),
    h("table", [
      h(
        "thead",
        h("tr", [...heads.map((head, index) => h(index > 1 ? "th.number" : "th", { scope: "col" }, head))]),
      ),
      h("tbody", rows),
    ]),
  ]);
}

function tile(name: string, count: number, look?: string): Element {
  return h("li", { className: look && count > 0 ? [look] : undefined }, [
    h("b", String(count)),
    h("span", name),
  ]);
}

/** Bars on one scale, split by severity. The numbers stand beside them, so the bars say nothing of their own. */
function chart(caption: string, rows: readonly { name: (string | Element)[]; counts: Counts }[]): Element {
  const most = Math.max(...rows.map(({ counts }) => total(counts)));
  const bar = (counts: Counts) =>
    SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
      h(`i.${severity}`, { style: `width:${((100 * counts[severity]) / most).toFixed(2)}%` }),
    );
  return h("table.chart", [
    h("caption", caption),
    h(
      "tbody",
      rows.map(({ name, counts }) =>
        h("tr", [
          h("th", { scope: "row" }, name),
          h("td.bar", { ariaHidden: "true" }, bar(counts)),
          h("td.number", String(total(counts))),
        ]),
      ),
    ),
  ]);
}

function ruleName(id: string, title: string): (string | Element)[] {
  return title === id ? [id] : [title, " ", h("code", id)];
}

function countRules(files: readonly FileResult[]): Map<string, Counts> {
  const rules = new Map<string, Counts>();
  for (const { findings } of files) {
    for (const { ruleId, severity } of findings) {
      const counts = rules.get(ruleId) ?? { error: 0, warning: 0, info: 0 };
      counts[severity] += 1;
      rules.set(ruleId, counts);
    }
  }
  return rules;
}

function countFindings({ findings }: FileResult): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function total({ error, warning, info }: Counts): number {
  return error + warning + info;
}
