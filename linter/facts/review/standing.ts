import type { ReviewStatement } from "../blockFacts";
import { reviewOrgan } from "./organ";
import { reviewResult } from "./result";

/** 合法性审核 under its names. */
export const TOPIC =
  /(?:合法合规性|合法性|法制|法治|法律)(?:初步)?(?:审核|审查|初审|复审|把关)|合法性(?:审核|审查)?意见/;

/** A review named by who did it: 经市司法局审核, 司法局审查通过. */
export const REVIEWED_BY =
  /(?:司法[局厅部所]|法制(?:办公室|办|局|机构|科|股|处|室)|法规(?:处|科|股|室)|法律顾问)[^。；，]{0,16}?(?:审核|审查)|司法[局厅部所][^。；]{0,20}?不再[^，。；]{0,6}送审/;

/** Other business that is reviewed too, and sums over many documents: no word about this one. */
const OTHER_BUSINESS = /处罚|执法(?:决定|行为|事项)|案件|案卷|合同|行政许可决定|信访/;
const SUMS =
  /\d\s*(?:余|多)?\s*(?:件|份|个|项|部)(?!工作日)|[一二三四五六七八九十百]+(?:余|多)?(?:件|份|部)|全年|今年以来|累计|年度内|各类|各级|所有|每(?:一|件|份|项)|凡|率|均(?:已|须|应|要)?(?:依法)?(?:经|通过|进行|完成|开展)/;

/** The words before the review that make it a duty or a plan. */
const DUTY_BEFORE =
  /(?:(?<![相对适响供反])应(?!急|对)当?|必须|须|需|可以|要|方可|才能|不得|负责|承担)[^，。；]{0,14}$/;
const DUTY =
  /(?<![相对适响供反])应(?!急|对)当?|必须|(?<!无)须(?!知)|不得|方可|才能|一律|凡|由[^，。；]{0,16}(?:负责|承担)|负责|严禁|的[，,、]|要(?:严格|切实|进一步|依法|及时|把|将|对|加强|坚持|经|进行)|严格(?:落实|执行|履行|按照|开展|进行|把)|(?<![无不])需要?(?:经|进行|报|由)/;
const MENTION =
  /(?:健全|完善|建立|加强|强化|推进|推行|落实|坚持|实行|规范(?!性)|提升|提高|优化|明确)[^，。；]{0,20}(?:审核|审查)|(?:审核|审查)(?:机制|制度|工作|办法|规定|标准|能力|队伍|范围|程序规定|人员|清单|流程|职责|水平|质量|关(?!于))/;
const PLAN =
  /(?:拟|将(?!其|该|本)|计划|下一步|下步|正在|正由|待|尚待|准备|即将|提请|送请|报请|申请|恳请|敬请|请[^，。；]{0,14}|送[^，。；]{0,14}|报[^，。；]{0,14})(?:[^，。；]{0,24})(?:合法性|法制|法律|法治)?(?:审核|审查)/;

const DONE_BEFORE =
  /(?:已经?|业已|业(?=经))(?:依法|依程序|按程序|按规定|按照规定|按要求)?(?:于[^，。；]{0,18})?(?:经过?|通过|完成|进行|开展|履行|由|取得|获得|对)[^。；，]{0,50}?(?:审核|审查|合法性意见)|(?:进行|作|开展|完成|履行|通过|组织)了[^，。；]{0,14}(?:审核|审查)|(?:审核|审查)了|(?:审核|审查)[^，。；]{0,6}?均?已(?:经)?(?:完成|通过|履行|办结)|日(?!前|内|起)[，]?[^，。；]{0,16}?(?:完成|通过|进行|开展)[^，。；]{0,14}?(?:审核|审查)|(?:审核|审查)(?:意见|结论)(?:为|是)[：:]?(?!否)/;
/** Passed, or found so and so: told of one document, or the step of a procedure. */
const PASSED =
  /(?:审核|审查)(?:后)?(?:通过|合格|同意|认为|认定|无异议|，?无(?:修改)?意见|完毕)|通过[^，。；]{0,20}?(?:合法合规性|合法性|法制)(?:审核|审查)/;
/** Sent for review: whether it came back the words do not say. */
const SENT = /(?:已经?|经)(?:按程序|依法)?(?:报|送|提请|呈|委托)/;
const GAVE_OPINION =
  /(?:出具|提出|形成|作出|收到|取得|获得|反馈)(?:了)?[^。；，]{0,30}?(?:审核|审查|合法性)[^。；，]{0,8}(?:意见|结论|报告)/;
const BY_ORGAN = /经过?[^，。；]{0,30}?(?:审核|审查|把关)/;
const FOLLOWED =
  /(?:根据|按照|对照|结合|采纳|吸收|针对)[^，。；]{0,30}?(?:审核|审查|合法性)(?:的)?(?:意见|建议)[^。；]{0,40}?(?:修改|完善|采纳|吸收)/;
const THIS_DOCUMENT =
  /(?:本|该|此)(?:办法|规定|细则|方案|意见|通知|决定|通告|公告|规划|措施|规则|制度|文件|文稿|稿|规范性文件|决策|草案|次)|送审稿|《[^》]+》|文稿|现(?:予以?|将)?(?:印发|发布|公布|提请|提交|报)|起草过程|程序/;
const PROCEDURE_AFTER =
  /(?:审核|审查)(?:通过|同意)?(?:后|的)[，,]?(?:由|再|方|报|提交|提请|印发|按程序|经|送|应|依)/;
const CONDITION = /(?:审核|审查)(?:通过|合格|同意)?(?:后)?的(?!意见|结果|结论|函|要求|基础|情况|通知|批复)/;

const NOT_DONE = /(?:尚未|还未|并未|未能|未|没有|还没)(?!发现|提出)[^，。；]{0,24}?(?:审核|审查)/;
const NOT_NEEDED =
  /(?:不再|不需要?|无需|无须|毋须|不必|可不|免于|免予|未予)[^，。；]{0,16}?(?:审核|审查|送审|报审)/;
const REFUSED =
  /(?:未|没有|未能)(?:获得?)?通过[^，。；]{0,16}(?:审核|审查)|(?:审核|审查)(?:未|不予?)(?:获得?)?通过/;

const SUBSTITUTE = /会签|征求[^，。；]{0,24}?意见|(?:参加|参与|列席)[^，。；]{0,10}?(?:审议|讨论|会议)/;
const INSTEAD = /代替|替代|取代|视为|视同|等同|抵作|(?:作为|当作|充当)(?:合法性|法制|法律)(?:审核|审查)/;
const FORBIDDEN = /不得|不能|不可|不应|禁止|严禁|防止|避免|杜绝|不以/;
const FORM_LINE =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:\p{Script=Han}{0,12}(?:局|办|厅|机构|科|股|处|室|部门))?(?:合法合规性|合法性|法制|法律)(?:审核|审查)(?:机构)?(?:意见书?|结论|结果|情况)?\s*[:：]\s*(\S.*)$/u;

export interface Judged {
  standing: ReviewStatement["standing"];
  substitute: string | null;
}

/** What a sentence that speaks of the review says of it. */
export function judgeSentence(sentence: string, hasNumber: boolean): Judged {
  const judged = (standing: Judged["standing"], substitute: string | null = null) => ({
    standing,
    substitute,
  });
  const field = FORM_LINE.exec(sentence);
  if (field) return judgeField(field[1] as string, hasNumber);

  const substitute = SUBSTITUTE.exec(sentence)?.[0] ?? null;
  if (substitute && INSTEAD.test(sentence)) {
    return FORBIDDEN.test(sentence) ? judged("duty") : judged("negative", substitute);
  }
  if (REFUSED.test(sentence)) return isGeneral(sentence) ? judged("duty") : judged("evidence");
  if (NOT_DONE.test(sentence)) {
    if (isGeneral(sentence)) return judged("duty");
    return judged("negative", /故|因此|所以|另行|单独|再次/.test(sentence) ? substitute : null);
  }
  if (NOT_NEEDED.test(sentence)) {
    if (isGeneral(sentence)) return judged("mention");
    return substitute || THIS_DOCUMENT.test(sentence) ? judged("negative", substitute) : judged("mention");
  }
  if (isEvidence(sentence, hasNumber)) return judged("evidence");
  if (MENTION.test(sentence)) return judged("mention");
  if (DUTY.test(sentence)) return judged("duty");
  if (PLAN.test(sentence)) return judged("plan");
  return judged("mention");
}

/** 合法性审核意见：同意。 The value says what took place. */
function judgeField(value: string, hasNumber: boolean): Judged {
  const substitute = SUBSTITUTE.exec(value)?.[0] ?? null;
  if (substitute && !/审核|审查/.test(value)) return { standing: "negative", substitute };
  if (NOT_NEEDED.test(value) || /^(?:未|尚未|没有|无需|无须|不需|不涉及|否|无[。\s]*$)/.test(value)) {
    return { standing: "negative", substitute };
  }
  if (/^(?:待|拟|将|正在|请)/.test(value)) return { standing: "plan", substitute: null };
  if (DUTY.test(value) && !hasNumber) return { standing: "duty", substitute: null };
  const told = hasNumber || /已|经|通过|同意|合法|符合|无意见|无异议|问题|违反|修改|抵触|是$/.test(value);
  return { standing: told ? "evidence" : "mention", substitute: null };
}

/** Prescribes for all documents instead of telling of one. */
function isGeneral(sentence: string): boolean {
  return (
    DUTY.test(sentence) ||
    SUMS.test(sentence) ||
    /下列|除外|等[^，。；]{0,6}文件|擅自|追究|责任/.test(sentence)
  );
}

function isEvidence(sentence: string, hasNumber: boolean): boolean {
  if (CONDITION.test(sentence) || SUMS.test(sentence)) return false;
  const follows = FOLLOWED.exec(sentence);
  if (follows && /已|了|形成/.test(sentence) && !isPrescribed(sentence, follows)) return true;
  const done = DONE_BEFORE.exec(sentence);
  if (done && !SENT.test(done[0]) && !isPrescribed(sentence, done)) return true;
  const passed = PASSED.exec(sentence);
  if (passed && !isPrescribed(sentence, passed) && tellsOfThis(sentence, passed)) return true;
  const opinion = GAVE_OPINION.exec(sentence);
  if (
    opinion &&
    (hasNumber || /了|已|日|收到|经/.test(headOf(sentence, opinion))) &&
    !isPrescribed(sentence, opinion)
  ) {
    return hasNumber || !DUTY.test(headOf(sentence, opinion));
  }
  const reviewed = BY_ORGAN.exec(sentence);
  return (
    reviewed !== null &&
    !SENT.test(reviewed[0]) &&
    !isPrescribed(sentence, reviewed) &&
    (hasNumber || tellsOfThis(sentence, reviewed))
  );
}

/** 经县司法局合法性审核 without 已 or 了: told of one document, or a step of the procedure for all? */
function tellsOfThis(sentence: string, reviewed: RegExpExecArray): boolean {
  const behind = sentence.slice(reviewed.index + reviewed[0].length);
  if (DUTY.test(headOf(sentence, reviewed)) || /的[，,]/.test(behind)) return false;
  // 不得提交, 应删去 may be the verdict itself.
  if (DUTY.test(behind) && !["unlawful", "conditional"].includes(reviewResult(behind) ?? "")) return false;
  if (/^第[一二三四五六七八九十百]+条/.test(sentence) || MENTION.test(sentence)) return false;
  if (PROCEDURE_AFTER.test(sentence) && !/已|现|了|于|本|该|《/.test(sentence)) return false;
  return reviewOrgan(headOf(sentence, reviewed)) !== null || THIS_DOCUMENT.test(sentence);
}

function headOf(sentence: string, match: RegExpExecArray): string {
  return sentence.slice(0, match.index + match[0].length);
}

/** Is the review only asked for, planned or denied by the words before it, or that of other business? */
function isPrescribed(sentence: string, match: RegExpExecArray): boolean {
  const before = sentence.slice(Math.max(0, match.index - 20), match.index);
  return (
    DUTY_BEFORE.test(before) ||
    /(?:拟|将|待|计划|准备|未|没有|如|若|是否|经过?[^，。；]{0,4}后)[^，。；]{0,10}$/.test(before) ||
    OTHER_BUSINESS.test(headOf(sentence, match).replace(/《[^》]*》/g, ""))
  );
}
