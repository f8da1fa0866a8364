import type { Judgement } from "./documentFacts";
import { findExclusion } from "./exclusions";
import { RULE_KINDS } from "./kindNames";
import type { ScopeJudgement } from "./scope";
import type { Subject } from "./subject";

/** Kinds that never hold rules for the public. 请示、报告、会议纪要: 国办发〔2018〕115号; the others by their nature. */
export const NO_RULE_KINDS = new Set([
  "请示",
  "报告",
  "议案",
  "函",
  "复函",
  "批复",
  "答复",
  "纪要",
  "公报",
  "通报",
  "决议",
]);
const OTHER_BODIES = /(?:中心|医院|学校|大学|学院|公司|协会|商会|学会)$/;
/** 规 marks normative documents; in 自然资源和规划 it may stand for 规划. */
const RULE_MARK = /规(?:范|字|发|办|审)?$/;
const FEWEST_ARTICLES = 3;

const NAMES = {
  duty: "为公众设定权利义务",
  prohibition: "作出禁止性规定",
  benefit: "设定优惠、补助或者补偿",
  liability: "规定法律责任",
  commencement: "规定施行日期",
  validity: "规定有效期",
} as const;

/** 行政规范性文件 or not, with the words it rests on (国办发〔2018〕37号, 国办发〔2018〕115号). */
export function judgeNormative(subject: Subject, { scope, because }: ScopeJudgement): Judgement {
  const { metadata, metadataSource, elements, kind } = subject;
  if (metadata.normative !== undefined) {
    const label = metadataSource.normative?.label ?? "";
    return {
      value: metadata.normative,
      because: [`元数据（${label}）写明${metadata.normative ? "属于" : "不属于"}行政规范性文件`],
    };
  }
  if (scope !== "official") return { value: false, because: [`${because}，不是行政规范性文件`] };
  const mark = ruleMark(elements.docNumber?.value);
  if (mark)
    return {
      value: true,
      because: [`发文字号“${elements.docNumber?.value}”的机关代字“${mark}”含“规”字，按规范性文件编号`],
    };
  const issuesRules = subject.issuedKinds.some((name) => RULE_KINDS.has(name));
  if (kind !== null && NO_RULE_KINDS.has(kind) && !(issuesRules && kind === "函")) {
    return { value: false, because: [`文种为“${kind}”，不属于行政规范性文件（国办发〔2018〕115号）`] };
  }
  const issuer = elements.issuer?.value ?? "";
  if (OTHER_BODIES.test(issuer)) return { value: false, because: [`发文机关“${issuer}”不是行政机关`] };
  const exclusion = findExclusion(subject);
  if (exclusion) {
    return {
      value: false,
      because: [
        `标题中的“${exclusion.quote}”表明是${exclusion.matter}，不属于行政规范性文件（国办发〔2018〕115号）`,
      ],
    };
  }
  return weigh(subject, issuesRules);
}

function weigh(subject: Subject, issuesRules: boolean): Judgement {
  const { signals, articles, kind } = subject;
  const effect = signals.duty ?? signals.liability ?? signals.prohibition ?? signals.benefit;
  const terms = [signals.commencement, signals.validity, signals.liability].filter(
    (words) => words !== undefined,
  );
  const isRuleKind = issuesRules || (kind !== null && RULE_KINDS.has(kind));
  const named = issuesRules ? subject.issuedKinds.find((name) => RULE_KINDS.has(name)) : kind;
  const reasons: string[] = [];
  if (isRuleKind) reasons.push(issuesRules ? `印发的文本为“${named}”` : `名称为“${named}”`);
  if (articles >= FEWEST_ARTICLES) reasons.push(`分条规定（共${articles}条）`);
  for (const [sort, name] of Object.entries(NAMES)) {
    const quote = signals[sort as keyof typeof NAMES];
    if (quote) reasons.push(`${name}：“${quote}”`);
  }
  const value =
    (effect !== undefined && (isRuleKind || articles >= FEWEST_ARTICLES || terms.length > 0)) ||
    (isRuleKind && articles >= FEWEST_ARTICLES && terms.length > 0);
  if (value) return { value, because: reasons };
  const missing =
    effect === undefined ? "没有涉及公民、法人和其他组织权利义务的规定" : "没有分条规定、施行日期或者有效期";
  return { value, because: [`${missing}，不像可以反复适用的规范性文件`] };
}

function ruleMark(number: string | undefined): string | null {
  const code = /^([\u4e00-\u9fff]{2,14})\s*[〔﹝[［【（(]/.exec(number ?? "")?.[1];
  return code && RULE_MARK.test(code) && !/(?:自资|资源)规/.test(code) ? code : null;
}
