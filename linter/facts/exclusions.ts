import { RULE_KINDS } from "./kindNames";
import type { Subject } from "./subject";

/**
 * What is no 行政规范性文件 by 国办发〔2018〕115号: internal management, work systems, staffing, minutes, work plans,
 * requests and reports, awards and appointments; found by the words of the title.
 */
export interface Exclusion {
  /** The words it rests on. */
  quote: string;
  /** What such documents are. */
  matter: string;
  /** False where a policy may still be meant (a work plan). */
  noPolicy: boolean;
}

/** Words and what they show. */
type Matter = readonly [RegExp, string];

/** Rules for the administration itself: excluded in whatever form they come. */
const INTERNAL: readonly Matter[] = [
  [/机构编制|内设机构|职能配置|主要职责/, "机构编制"],
  [
    /工作规则|议事规则|工作制度|公文处理|档案管理|内部|绩效考核|考核办法|考评|督查|督办|执勤执法工作规范|工作规范|岗位职责|值班/,
    "内部执行的管理规范、工作制度",
  ],
  [/预案/, "应急工作预案"],
];

/** One case, one occasion: excluded unless the text holds rules on such cases (《土地拍卖办法》 is no auction). */
const OCCASIONS: readonly Matter[] = [
  [/任免|任职|免职|任命|聘任|解聘/, "人事任免"],
  [/表彰|表扬|嘉奖|先进集体|先进个人|记功|通报批评|授予.{0,30}称号/, "表彰奖惩"],
  [/组成人员|成员名单|领导小组|联席会议|协调委员会|工作专班|指挥部/, "议事协调机构的设立或者调整"],
  [/会议纪要/, "会议纪要"],
  [/放假|调休|作息|工作时间/, "内部工作安排"],
  [/更名|启用.{0,8}印章|印章启用|迁址|办公地址/, "机构更名等告知事项"],
  [
    /召开.{0,40}会|会议的通知|培训班|培训的通知|(?:举办|开展|参加).{0,30}(?:培训|活动|比赛|展览)/,
    "会议、培训、活动的安排",
  ],
  [/申报|评选|推荐|遴选|招聘|招录|考试|拍卖|采购公告|中标/, "具体事项的组织"],
];

/** Not normative, yet a policy when it speaks to the public. */
const WORK_PLANS: readonly Matter[] = [
  [/工作方案|工作要点|工作计划|工作安排|任务分工|重点任务|试点方案|实施步骤/, "工作方案"],
];

/** The matter that takes a document out, or null. */
export function findExclusion({ titles, kind, issuedKinds }: Subject): Exclusion | null {
  const kinds = kind === null ? issuedKinds : [kind, ...issuedKinds];
  const holdsRules = kinds.some((name) => RULE_KINDS.has(name));
  return (
    match(INTERNAL, titles, true) ??
    (holdsRules ? null : match(OCCASIONS, titles, true)) ??
    match(WORK_PLANS, titles, false)
  );
}

function match(matters: readonly Matter[], titles: string, noPolicy: boolean): Exclusion | null {
  for (const [words, matter] of matters) {
    const quote = words.exec(titles)?.[0];
    if (quote) return { quote, matter, noPolicy };
  }
  return null;
}
