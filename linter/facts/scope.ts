import type { DocumentScope } from "./documentFacts";
import { STATUTORY_KINDS } from "./kindNames";
import type { Subject } from "./subject";

/** A scope with its reason, in Chinese. */
export interface ScopeJudgement {
  scope: DocumentScope;
  because: string;
}

const COMPANION =
  /(?:(?:政策|专家|文件|部门|负责人|》的?)(?:解读|图解|问答)(?:稿|材料|文章)?|解读(?:方案|材料|稿)|(?:起草|编制|修订|制定|修改|草案》?的?)(?:情况)?的?说明|[）》]的?说明|合法性审[核查](?:意见书?|报告|表|情况说明|结论|情况)|(?:征求意见|意见采纳|意见建议采纳|意见征集)(?:采纳|反馈|及采纳)?(?:情况|结果)(?:的?说明|汇总表|表|报告)?|公平竞争审查(?:表|意见书?|结论|书|情况说明|自查表|报告|情况)|风险评估(?:报告|意见)|专家论证(?:意见书?|报告|会纪要)|听证(?:报告|笔录)|答记者问)$|^(?:一图(?:读|看)懂|图解|政策解读|解读)/;
const WORK_REPORT =
  /(?:政府工作|法治政府建设|依法行政|政务公开|政府信息公开|普法|述职|述法|年度|半年)[^》]{0,24}(?:报告|总结)$|\d{4}\s*年[^》]{0,30}(?:工作|情况)的?(?:报告|总结)$|^\s*(?:\d{4}\s*年)?[^关]{0,20}(?:政府|法院|检察院|委员会)工作报告$|工作总结$/;
const OTHER_KINDS = new Set([
  "答复",
  "大纲",
  "目录",
  "名单",
  "讲话",
  "总结",
  "须知",
  "公示",
  "倡议书",
  "表",
  "解答",
  "问答",
  "说明书",
]);
const JUDICIAL = /^最高人民(?:法院|检察院)/;
const CONGRESS = /人民代表大会|人大常委会/;
const COUNCIL =
  /(?:人民代表大会|人大常委会|审判委员会|检察委员会|部务会议|署务会议|局务会议|委务会议|行务会议)[\s\S]*(?:通过|批准|修正|修订)/;
/** How an addressee ends: an organ or people, not just any line before a colon. */
const ADDRESSED = /(?:政府|部门|单位|机构|[局委办厅院会处室科所站]|中心|公司|企业|同志|[居市村]民)[：:]?$/;
const FEWEST_ARTICLES = 5;

/** 文件属于哪一类: decides which duties attach. */
export function tellScope(subject: Subject): ScopeJudgement {
  const { kind, elements } = subject;
  const title = bare(subject.title);
  const named = (what: string) => `标题“${short(subject.title)}”表明是${what}`;
  if (COMPANION.test(title)) return { scope: "companion", because: named("随附材料") };
  if (isWorkReport(title, kind)) return { scope: "work-report", because: named("工作报告") };
  const legislation = tellLegislation(subject);
  if (legislation) return { scope: "legislation", because: legislation };
  if (kind !== null && OTHER_KINDS.has(kind) && !subject.metadata.kind) {
    return { scope: "other", because: `“${kind}”不属于公文` };
  }
  if (/统计公报$/.test(title)) return { scope: "other", because: named("统计资料") };
  const addressed = elements.addressees !== null && ADDRESSED.test(elements.addressees.value);
  if (subject.certificate !== null && !addressed)
    return { scope: "other", because: `“${short(subject.certificate)}”是证照、表格，不是公文` };
  if (kind === null && !elements.docNumber && !addressed && !subject.prose)
    return { scope: "other", because: "没有文种、发文字号、主送机关，也没有成句的正文，像填写的证照、表格" };
  if (kind === null && !elements.docNumber && !addressed && !elements.signatory) {
    return { scope: "other", because: "没有文种、发文字号、主送机关和署名，不像公文" };
  }
  return { scope: "official", because: kind && STATUTORY_KINDS.has(kind) ? `文种为“${kind}”` : "按公文看待" };
}

function isWorkReport(title: string, kind: string | null): boolean {
  if (kind !== null && !["工作报告", "年度报告", "报告", "总结"].includes(kind)) return false;
  return WORK_REPORT.test(title) || (kind === "工作报告" && !/^关于|》/.test(title));
}

/** The reason for which a text is a law, regulation, rule or judicial interpretation; null if it is none. */
function tellLegislation(subject: Subject): string | null {
  const { kind, title, headNotes, elements, order } = subject;
  if (order && subject.issuedKinds.length > 0)
    return `以“${elements.docNumber?.value ?? "令"}”公布，属于法规、规章`;
  if (kind === "法" || kind === "宪法" || kind === "修正案") return `“${short(title)}”是法律`;
  if (kind === "条例") return `名称为“条例”，属于法规`;
  if (JUDICIAL.test(title) && kind && /解释|规定|决定|批复|规则/.test(kind))
    return `“${short(title)}”属于司法解释`;
  if (kind === "决定" && CONGRESS.test(title.split("关于")[0] ?? ""))
    return "由人民代表大会或者其常务委员会作出";
  const council = COUNCIL.exec(headNotes);
  if (council) return `题注写明“${short(council[0])}”，属于法规、规章或者司法解释`;
  const number = elements.docNumber;
  if (number && /令/.test(number.value) && subject.articles > 0)
    return `以“${number.value}”公布，属于法规、规章`;
  if (subject.repealedOrder && subject.articles >= FEWEST_ARTICLES) {
    return `同时废止的旧文本是“${subject.repealedOrder}”，本文件也属于规章`;
  }
  return null;
}

function bare(title: string): string {
  return title.replace(/\s*[（(][^（()）]{1,20}[）)]\s*$/, "").trim();
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 38)}……` : text;
}
