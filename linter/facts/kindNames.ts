/**
 * Names of kinds (文种) as titles end with them. The 15 statutory ones are those of 《党政机关公文处理工作条例》
 * (中办发〔2012〕14号), article 8; the others are what issued texts, companions and lists call themselves.
 */
export const STATUTORY_KINDS: ReadonlySet<string> = new Set([
  "决议",
  "决定",
  "命令（令）",
  "公报",
  "公告",
  "通告",
  "意见",
  "通知",
  "通报",
  "报告",
  "请示",
  "批复",
  "议案",
  "函",
  "纪要",
]);

/** Kinds of texts that hold rules for those they concern. */
export const RULE_KINDS: ReadonlySet<string> = new Set(
  "办法 细则 规定 标准 措施 通告 规则 规程 规范 政策".split(" "),
);

/** How a title ends → the kind it stands for. Longer endings come first. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ["合法性审核意见书", "意见书"],
  ["合法性审查意见书", "意见书"],
  ["年度报告", "年度报告"],
  ["工作报告", "工作报告"],
  ["意见书", "意见书"],
  ["说明书", "说明书"],
  ["命令", "命令（令）"],
  ["决议", "决议"],
  ["决定", "决定"],
  ["公报", "公报"],
  ["公告", "公告"],
  ["通告", "通告"],
  ["意见", "意见"],
  ["通知", "通知"],
  ["通报", "通报"],
  ["报告", "报告"],
  ["请示", "请示"],
  ["批复", "批复"],
  ["议案", "议案"],
  ["复函", "复函"],
  ["公函", "函"],
  ["纪要", "纪要"],
  ["答复", "答复"],
  ["条例", "条例"],
  ["细则", "细则"],
  ["办法", "办法"],
  ["规定", "规定"],
  ["规则", "规则"],
  ["规范", "规范"],
  ["规程", "规程"],
  ["章程", "章程"],
  ["通则", "通则"],
  ["准则", "准则"],
  ["守则", "守则"],
  ["公约", "公约"],
  ["制度", "制度"],
  ["方案", "方案"],
  ["预案", "预案"],
  ["规划", "规划"],
  ["计划", "计划"],
  ["纲要", "纲要"],
  ["要点", "要点"],
  ["措施", "措施"],
  ["政策", "政策"],
  ["标准", "标准"],
  ["指南", "指南"],
  ["指引", "指引"],
  ["目录", "目录"],
  ["清单", "清单"],
  ["大纲", "大纲"],
  ["解释", "解释"],
  ["解读", "解读"],
  ["图解", "图解"],
  ["问答", "问答"],
  ["说明", "说明"],
  ["讲话", "讲话"],
  ["总结", "总结"],
  ["名单", "名单"],
  ["须知", "须知"],
  ["倡议书", "倡议书"],
  ["公示", "公示"],
  ["修正案", "修正案"],
  ["宪法", "宪法"],
  ["法典", "法"],
  ["解答", "解答"],
  ["审查表", "表"],
  ["汇总表", "表"],
  ["登记表", "表"],
  ["申报表", "表"],
];

const BY_LAST_CHARACTER = new Map<string, [string, string][]>();
for (const [ending, kind] of ENDINGS) {
  const last = ending.charAt(ending.length - 1);
  const list = BY_LAST_CHARACTER.get(last) ?? [];
  list.push([ending, kind]);
  BY_LAST_CHARACTER.set(last, list);
}

const LAW = /[\u4e00-\u9fff]{2}法$/;
const NO_LAW = /[办方做手执司依合非违普立用书看想说算守]法$/;

/** （试行）, （征求意见稿）, （2022年修订） behind the kind's name. */
const STATUS_BEHIND = /\s*[（(〔[][^（()）〔〕[\]]{1,20}[）)〕\]]\s*$/;

/** The kind a title ends with, blanks inside (公　告) and a status behind it left aside; null if it ends otherwise. */
export function kindAtEnd(title: string): string | null {
  const last = title.charAt(title.length - 1);
  // Almost every line of a document ends with a mark, and no title does.
  if ("。；：，、;:,.！？".includes(last)) return null;
  let bare = title;
  for (let more = 0; more < 2 && "）)〕]".includes(bare.charAt(bare.length - 1)); more++) {
    bare = bare.replace(STATUS_BEHIND, "");
  }
  const end = bare.slice(-24).replace(/[\s》〉]/g, "");
  for (const [ending, kind] of BY_LAST_CHARACTER.get(end.charAt(end.length - 1)) ?? []) {
    if (end.endsWith(ending)) return kind;
  }
  if (end.endsWith("函") && /(?:的|公|商请|征求|催办)函$/.test(end)) return "函";
  if (end.endsWith("令") && /(?:人民政府|委员会|国务院|主席|[部署局院])令$/.test(end)) return "命令（令）";
  if (end.endsWith("法") && LAW.test(end) && !NO_LAW.test(end)) return "法";
  return null;
}
