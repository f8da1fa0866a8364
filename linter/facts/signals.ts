import type { PolicySignal } from "./blockFacts";

type Sort = PolicySignal["sort"];

/** How far before the verb its subject is looked for, inside the sentence. */
const REACH = 36;
const PUBLIC =
  /公民|法人|其他组织|社会组织|个人|企业|用人单位|任何单位|纳税人|义务人|经营者|经营单位|生产者|申请人|当事人|居民|村民|群众|农民|农户|业主|消费者|参保|患者|学生|家长|驾驶人|行人|车辆|被征收人|从业人员|投资[人者]|养犬人|所有[人者]|使用人|用户|承租人|出租人|商户|摊贩|建设单位|施工单位|物业服务|举报人|职工|市场主体|权利人|利害关系人|开发商|中介机构|供应商|投标人|(?:供水|供电|供气|供热|用水|用电|用气|养殖|生产|经营|销售|监理|中标|承包|租赁|加工|回收|运输|收费|产权|使用|设置|开办|举办)单位/;
/** 养犬人, 经营者, 用水户: whoever stands right before the verb and is no official. */
const PERSON_END = /(?:[^责系导]人|者|户|商)$/;
/** 不得 and 应当 may bind the administration alone. */
const ADMINISTRATION =
  /(?:部门|机关|政府|各级|工作人员|领导干部|主管|各地|各单位|有关单位|负责人|执法人员)[^，；。]{0,12}$/;

const NUMBERING = /^\s*(?:第[一二三四五六七八九十百零]+条|[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*/;

interface Trigger {
  sort: Sort;
  word: string;
  /** Looks at the text before and behind the word, both inside one sentence. */
  holds(before: string, behind: string): boolean;
}

const binds = (before: string) =>
  (PUBLIC.test(before) || PERSON_END.test(before)) && !ADMINISTRATION.test(before);
const always = () => true;

const TRIGGERS: readonly Trigger[] = [
  { sort: "duty", word: "应当", holds: binds },
  { sort: "duty", word: "不得", holds: binds },
  { sort: "duty", word: "必须", holds: binds },
  { sort: "duty", word: "可以", holds: binds },
  { sort: "duty", word: "须", holds: binds },
  {
    sort: "prohibition",
    word: "严禁",
    holds: (_, behind) => !/^(?:弄虚作假|形式主义|截留|挪用|以任何)/.test(behind),
  },
  { sort: "prohibition", word: "禁止", holds: (before) => !/明令|令行$/.test(before) },
  { sort: "benefit", word: "免征", holds: always },
  { sort: "benefit", word: "减免", holds: always },
  { sort: "benefit", word: "免收", holds: always },
  {
    sort: "benefit",
    word: "补贴",
    holds: (before, behind) =>
      /给予|享受|发放|领取|申请/.test(before) || /^(?:标准|资金|对象|金额)/.test(behind),
  },
  {
    sort: "benefit",
    word: "补助",
    holds: (before, behind) =>
      /给予|享受|发放|领取|申请/.test(before) || /^(?:标准|资金|对象|金额)/.test(behind),
  },
  {
    sort: "benefit",
    word: "奖励",
    holds: (before, behind) => /给予[^，。]*$/.test(before) && /^[^，。]*元/.test(behind),
  },
  {
    sort: "benefit",
    word: "补偿",
    holds: (before, behind) => /予以|给予/.test(before) || /^(?:标准|费)/.test(behind),
  },
  {
    sort: "benefit",
    word: "津贴",
    holds: (before, behind) => /享受|发放|申领|领取/.test(before) || /^(?:标准|计发|申领)/.test(behind),
  },
  { sort: "liability", word: "罚款", holds: always },
  {
    sort: "liability",
    word: "责令",
    holds: (_, behind) => /^(?:其)?(?:限期)?(?:改正|停止|退还|停产)/.test(behind),
  },
  { sort: "liability", word: "行政处罚", holds: (before) => /给予|予以|依法|处以/.test(before) },
  { sort: "liability", word: "没收", holds: (_, behind) => /^违法所得|^非法/.test(behind) },
  { sort: "commencement", word: "起施行", holds: ownText },
  { sort: "commencement", word: "起实施", holds: ownText },
  { sort: "commencement", word: "起执行", holds: ownText },
  { sort: "commencement", word: "下发之日起", holds: ownText },
  { sort: "commencement", word: "印发之日起", holds: ownText },
  {
    sort: "validity",
    word: "有效期",
    holds: (before, behind) =>
      ownText(before) || /^(?:为|至|自)?\s*[\d０-９一二三四五六七八九十]+\s*年/.test(behind),
  },
  { sort: "validity", word: "执行期限", holds: always },
];

function ownText(before: string): boolean {
  return /本|上述|^\s*自|政策/.test(before);
}

/** Triggers by the code of their last character: one pass over the text finds them all. */
const BY_LAST_CHARACTER = new Map<number, Trigger[]>();
const IS_LAST = new Uint8Array(0x10000);
for (const trigger of TRIGGERS) {
  const code = trigger.word.charCodeAt(trigger.word.length - 1);
  BY_LAST_CHARACTER.set(code, [...(BY_LAST_CHARACTER.get(code) ?? []), trigger]);
  IS_LAST[code] = 1;
}

/** What in a block's text speaks for a normative document or a policy: duties of the public, benefits, penalties, its own term. */
export function recogniseSignals(text: string): PolicySignal[] {
  const found: PolicySignal[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (IS_LAST[code] === 0) continue;
    for (const { sort, word, holds } of BY_LAST_CHARACTER.get(code) ?? []) {
      const end = at + 1;
      const from = end - word.length;
      if (!text.startsWith(word, from) || found.some((known) => known.sort === sort)) continue;
      const start = clauseStart(text, from);
      if (!holds(text.slice(start, from), text.slice(end, end + REACH))) continue;
      found.push({ sort, start, end: clauseEnd(text, end) });
    }
  }
  return found;
}

function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && !"。；;！？\n：".includes(text.charAt(start - 1))) start--;
  if (start === 0 || "。；;！？\n：".includes(text.charAt(start - 1)))
    return start + (NUMBERING.exec(text.slice(start, at))?.[0].length ?? 0);
  // The sentence is longer: begin with the next clause, never in the middle of a word.
  for (let comma = start; comma < at - 4; comma++) if ("，、".includes(text.charAt(comma))) return comma + 1;
  return start;
}

/** Up to the next mark: enough to quote. */
function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 24 && !"，。；;！？\n：、".includes(text.charAt(end))) end++;
  return end;
}
