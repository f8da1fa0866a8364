import type { ReviewStatement } from "../blockFacts";

/** What is asked or denied, not found: 是否违反上位法, 未发现与上位法抵触, 无修改意见. */
const ASKED = /(?:是否|有无|有没有)[^，。；、]{0,40}/g;
const DENIED =
  /(?:未发现|未见|不存在|没有|并?未|无|不(?:与[^，。；]{0,24})?)(?:[^，。；不]{0,24})(?:违反|抵触|违法|违背|不一致|冲突|不符合?|不合法|超越)[^，。；]{0,14}|(?:无|没有|未提出?|不存在)[^，。；]{0,8}(?:意见|建议|异议|问题|情形)/g;

const UNLAWFUL =
  /不符合(?!实际)[^，。；]{0,24}(?:法|规|权限|程序|要求)|不合法|与[^，。；]{0,40}(?:抵触|违背|不一致|冲突)|违反(?!本|该)[^，。；]{0,30}(?:法|条例|规定)|超越[^，。；]{0,12}(?:权限|职权)|(?:未|不予|不)通过|不同意|不(?:宜|得|应|建议)(?:提交|提请|印发|出台|制定|发布)|于法无据|越权|无权(?:设定|规定)|建议不(?:予)?(?:提交|提请|印发|出台|制定|发布)/;
const CONDITIONAL =
  /(?:没有|缺乏|缺少|无)(?:法律|法规|上位法)?[^，。；]{0,6}依据|存在[^，。；]{0,12}(?:问题|瑕疵|不足|风险|情形)|修改(?:完善)?(?:到位)?后[，]?(?:再|可|方可|重新|提交|提请|报|印发)|原则上?(?:同意|合法|符合|可行|通过)|但(?:应|需|须|建议|请|仍|部分|第|有|存在)|(?:应当?|需要?|须)(?:予以|作|进行|按|对)?[^，。；]{0,16}(?:修改|补充|删除|调整|完善)|有条件(?:地)?(?:通过|同意)|基本(?:合法|符合)/;
/** Advice on wording beside a clear verdict leaves the verdict as it is. */
const ADVICE =
  /(?:建议|提出)[^。；]{0,40}(?:修改|调整|删除|删去|完善|补充|明确|规范)|(?:修改|审核|审查)(?:意见|建议)\s*(?:\d+|[一二三四五六七八九十]+)\s*条/;
const LAWFUL =
  /(?<!不)符合|合法(?!性|权益|不)|(?<![不未])同意|(?<![不未予])通过|不违反|可以?(?:按程序)?(?:提交|提请|印发)/;

/** 审核结论 in the words of a statement or opinion; null when they give none. The graver verdict wins. */
export function reviewResult(words: string): ReviewStatement["result"] {
  const plain = words.replace(ASKED, "");
  const found = plain.replace(DENIED, "");
  if (UNLAWFUL.test(found)) return "unlawful";
  if (CONDITIONAL.test(found)) return "conditional";
  if (found.length < plain.length || LAWFUL.test(found)) return "lawful";
  return ADVICE.test(found) ? "conditional" : null;
}

const CORRECTED =
  /(?:已|均|全部|逐条|作了|进行了)[^。；]{0,20}(?:采纳|吸收|修改|调整|完善|落实|整改)|(?:采纳|修改|吸收)(?:完善)?(?:完毕|到位|情况)|(?:修改|完善)形成|(?:复审|重新审核|再次审核|复核)[^。；]{0,20}(?:通过|合法|符合|同意|无异议)/;

/** Signs that the review's objections were met: 已按审核意见修改, 均已采纳, 重新审核通过. */
export function tellsCorrection(words: string): boolean {
  return (
    CORRECTED.test(words) &&
    !/(?:尚未|未予?|没有|拟|将|待|应当?|请|建议|须|需)[^，。；]{0,16}(?:采纳|吸收|修改|调整|完善|落实|整改)/.test(
      words,
    )
  );
}
