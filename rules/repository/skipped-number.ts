import { defineRule } from "../../linter/engine/rule";
import { UNIFIED_AND_CLEANED } from "./basis";

export interface SkippedNumberOptions {
  /** Fewer documents of one organ and year are no series. */
  leastDocuments: number;
  /** Share (0–1) of the series that may be missing; beyond it the repository is no full register. */
  mostMissing: number;
}

const NOTICE = (matter: string, serial: number) =>
  `# 松河县人民政府关于${matter}的通知\n\n松政发〔2024〕${serial}号\n\n各乡镇人民政府：\n\n请认真执行。\n\n松河县人民政府\n\n2024年6月${serial}日\n\n（此件公开发布）\n`;
const MATTERS = ["汛期值守", "路灯管护", "秋季防火", "校车安全", "农田水利"] as const;
const others = (serials: readonly number[]) =>
  Object.fromEntries(serials.map((serial, index) => [`${serial}.md`, NOTICE(MATTERS[index] ?? "", serial)]));

export const skippedNumber = defineRule<SkippedNumberOptions>({
  id: "skipped-number",
  title: "发文字号有跳号",
  group: "repository",
  severity: "info",
  basis: [UNIFIED_AND_CLEANED],
  description: [
    "同一机关代字、同一年的发文字号应当连续。文件库里存有这一年大部分发文，中间却缺几个号的，提醒查对：可能漏存、跳号，也可能是不公开的文件。",
    "选项：leastDocuments（至少有几份才算一个序列）、mostMissing（最多缺多大比例，0 到 1；缺得多的文件库本来就不全，不提醒）。每个序列只提醒一次，写在最后一份上。",
  ].join("\n\n"),
  examples: {
    good: [
      { title: "号码连续", text: NOTICE("冬季供暖", 6), others: others([1, 2, 3, 4, 5]) },
      { title: "文件太少，看不出序列", text: NOTICE("冬季供暖", 6), others: others([1, 3]) },
    ],
    bad: [
      {
        title: "缺第4号",
        text: NOTICE("冬季供暖", 7),
        others: others([1, 2, 3, 5, 6]),
        quotes: ["松政发〔2024〕7号"],
      },
      {
        title: "缺第2号",
        text: NOTICE("冬季供暖", 6),
        others: others([1, 3, 4, 5]),
        quotes: ["松政发〔2024〕6号"],
      },
    ],
  },
  defaults: { leastDocuments: 5, mostMissing: 0.2 },
  schema: (z) =>
    z
      .strictObject({ leastDocuments: z.number().int().min(2), mostMissing: z.number().min(0).max(1) })
      .partial(),
  *checkRepository({ repository, options }) {
    /** Of each series the serials, with the numbers they stand in. */
    const series = new Map<string, Map<number, string>>();
    for (const [, bearers] of repository.numbers()) {
      const number = bearers.at(0)?.number;
      if (!number?.organ || !number.year) continue;
      const key = `${number.organ}〔${number.year}〕`;
      const members = series.get(key) ?? new Map<number, string>();
      series.set(key, members.set(number.serial, number.standard));
    }
    for (const [name, members] of series) {
      const serials = [...members.keys()].sort((a, b) => a - b);
      const first = serials[0] as number;
      const last = serials.at(-1) as number;
      const missing = gaps(serials);
      if (members.size < options.leastDocuments || missing.length === 0) continue;
      if (missing.length > options.mostMissing * (last - first + 1)) continue;
      const record = repository.numbered(members.get(last) as string).at(0);
      const at = record?.numberAt ?? record?.title;
      if (!record || !at) continue;
      yield {
        path: record.path,
        at,
        message: `${name}有${first}号到${last}号共${members.size}份，缺${missing.map((serial) => `${serial}号`).join("、")}。`,
        suggestions: ["查对发文登记：漏存的补上，跳号的注明；属于不公开文件的不必处理。"],
      };
    }
  },
});

function gaps(serials: readonly number[]): number[] {
  const missing: number[] = [];
  for (const [index, serial] of serials.entries()) {
    const before = serials[index - 1] ?? serial;
    for (let gap = before + 1; gap < serial && missing.length < 100; gap++) missing.push(gap);
  }
  return missing;
}
