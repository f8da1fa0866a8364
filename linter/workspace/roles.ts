import type { CompanionRole } from "../engine/package";

/** A recognised role with its reason in Chinese. */
export interface RecognisedRole {
  role: CompanionRole;
  because: string;
}

/**
 * How each companion calls itself. The name must be *about* the role, not merely contain the word: “关于加强政策解读
 * 工作的通知” and “合法性审核办法” are documents of their own.
 */
const ROLE_NAMES: readonly (readonly [CompanionRole, RegExp])[] = [
  ["interpretation-plan", /解读(工作)?方案$/],
  [
    "interpretation",
    /^(政策|文件)?(解读|图解)|^一图(读|看)懂|(解读|图解|解读材料|解读稿|解读文章|政策问答|答记者问|一图读懂|明白纸)$/,
  ],
  [
    "review-opinion",
    /(合法性|合法合规性|法制|法律)(审核|审查)(意见书?|报告|结论|情况(说明)?)?$|^(合法性|法制)(审核|审查)意见/,
  ],
  ["drafting-note", /(起草|编制|制定|修订|送审)(情况)?(的)?说明$|^(起草|编制|制定)说明/],
  ["fair-competition", /公平竞争(审查|自我审查)(表|意见书?|报告|结论|情况(说明)?)?$/],
  [
    "consultation",
    /(征求意见|意见征集|意见建议|公众参与)(及)?(采纳|反馈|汇总|处理|吸收)?(情况)?(说明|汇总表|报告|一览表|表)?$|意见(采纳|反馈|汇总)(情况)?(说明|汇总表|表)?$/,
  ],
  ["annex", /^附件\s*[0-9０-９一二三四五六七八九十]*(?![0-9])/],
];

/** Role by file name (without folder and extension) or by title; null for a document in its own right. */
export function roleByName(name: string): RecognisedRole | null {
  const bare = plainName(name);
  for (const [role, pattern] of ROLE_NAMES) {
    if (pattern.test(bare)) return { role, because: `名称“${name.trim()}”` };
  }
  return null;
}

/** File stem without order marks, versions and copies: “03-政策解读（终稿）(1)” → “政策解读”. */
function plainName(name: string): string {
  let bare = name.normalize("NFKC").trim();
  bare = bare.replace(/^[\s(]*\d{1,3}[\s)._、-]+/, "");
  for (;;) {
    const shorter = bare.replace(/[\s_-]*(\([^()]*\)|v?\d+(\.\d+)*|终稿|定稿|最终版|初稿|修改稿)$/i, "");
    if (shorter === bare || shorter === "") return bare;
    bare = shorter;
  }
}

/** File name without folder and extension. */
export function fileStem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
