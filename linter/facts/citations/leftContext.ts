import { isHan, isOneOf, skipBlanksBack, wordBefore } from "./characters";

/**
 * How surely a name may begin at a place: `verb` behind a word that governs laws (依照, 违反), `word` behind another
 * word that ends there (属于, 的), `connector` behind 、 or 和, `edge` behind a sign or at the start, `none` in the
 * middle of something longer (德国|民法典, 外国|企业所得税法).
 */
export type LeftContext = "verb" | "word" | "connector" | "edge" | "none";

const VERBS = new Set(
  (
    "依照 根据 按照 依据 遵照 参照 比照 违反 适用 符合 触犯 执行 落实 贯彻 实施 遵守 修改 修订 修正 制定 颁布 废止 " +
    "援引 引用 援用 结合 违背 对照 熟悉 学习 宣传"
  ).split(" "),
);
const WORDS = new Set(
  (
    "属于 构成 认定 视为 作为 主张 认为 规避 不服 有关 相关 涉及 包括 例如 比如 我国 中国 现行 国家 公布 发布 普及 出现 发生 没有 超出 " +
    "掌握 以及 或者 关于 严格 认真 全面 切实 深入 前述 上述 其中 所称 如果 但是 并且"
  ).split(" "),
);
const CONNECTOR_SIGNS = "、和与及或";
const WORD_SIGNS = "的为是由就对将把以并在于从到至经按依据照因如即而且使用受被新旧原有";
/** 国有|…法: 有 belongs to the word before. */
const NOT_WORDS = new Set(["国有", "所有", "公有", "私有", "享有"]);

export function leftContext(text: string, start: number): LeftContext {
  const at = skipBlanksBack(text, start);
  if (at === 0 || text.slice(at, start).includes("\n")) return "edge";
  // 第十条　刑法第三条所称: the heading of the article stands apart.
  if (at < start && isOneOf("条款章节编", text, at - 1)) return "edge";
  const two = text.slice(Math.max(0, at - 2), at);
  if (VERBS.has(two)) return "verb";
  if (CONNECTOR_SIGNS.includes(text[at - 1] as string) || two === "以及" || two === "或者")
    return "connector";
  if (WORDS.has(two) || (isOneOf(WORD_SIGNS, text, at - 1) && !NOT_WORDS.has(two))) return "word";
  return isHan(text.charCodeAt(at - 1)) || /[\w）)》〉]/.test(text[at - 1] as string) ? "none" : "edge";
}

const GOVERNING =
  "严格执行 贯彻落实 贯彻实施 根据 依据 按照 依照 遵照 参照 比照 违反 适用 执行 落实 贯彻 符合 遵守 结合 对照 按 依".split(
    " ",
  );

/** True when what follows `end` is applied as law in force: 根据|《…》. */
export function isGoverned(text: string, end: number): boolean {
  return wordBefore(text, skipBlanksBack(text, end), GOVERNING) !== "";
}
