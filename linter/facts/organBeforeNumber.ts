/**
 * The organ in front of a number: 机关代字 (国办发) of a 发文字号, name (国务院) of an order or announcement. Running
 * text joins on without a break (“根据国办发〔2016〕80号”), so the organ's own beginning must be found.
 */

export interface NamedOrgan {
  start: number;
  /** Without blanks; never empty. */
  name: string;
}

const LONGEST_NAME = 40;
const LONGEST_CODE = 14;

/** Everything up to the last word that cannot stand in an organ's name or code. Not among them: 和 (和政县), 将 (将乐县). */
const RUNNING_TEXT =
  /^.*(?:根据|依据|按照|依照|遵照|参照|执行|贯彻|落实|印发|转发|下发|制定|出台|发布|公布|颁布|修订|修正|修改|废止|替代|代替|关于|文件|附件|通知|规定|办法|意见|文号|字号|[一二三四五六七八九十]日|[的了以由按见或至在是与及第号被把])/;

/** A full organ name before its own code: 潢川县人民政府办公室潢政办〔2024〕5号. */
const NAME_BEFORE_CODE =
  /^.*(?:人民政府|办公厅|办公室|委员会|管委会)(?!公告|通告|明电|内部明电|令|文)(?=.{2})/;

const NAME_END =
  /(?:主席|国务院|政府|军委|[部委局署院厅办社行会室院]|公司|中心|国|等|检察院|法院|管理总局|总队)$/;

/** 机关代字 that ends at `end`, or null if none stands there. */
export function organCodeBefore(text: string, end: number): NamedOrgan | null {
  const last = skipBlanksBack(text, end);
  const code = trimmedRun(text, last).replace(NAME_BEFORE_CODE, "");
  if (code.length < 2 || code.length > LONGEST_CODE) return null;
  return { start: last - code.length, name: code };
}

/** Name of the issuer of an order or announcement that ends at `end`; joint issuers are joined by 、. */
export function issuerBefore(text: string, end: number): NamedOrgan | null {
  const last = skipBlanksBack(text, end);
  let name = trimmedRun(text, last).replace(/^中华人民共和国(?=.)/, "");
  if (!NAME_END.test(name)) return null;
  let start = last - name.length;
  if (text.slice(start - 7, start) === "中华人民共和国") start -= 7;
  for (let more = 0; more < 6; more++) {
    const separator = text.charAt(start - 1);
    if (separator !== "、" && separator !== " " && separator !== "　") break;
    const other = trimmedRun(text, start - 1);
    if (other.length < 3 || !NAME_END.test(other)) break;
    name = `${other}、${name}`;
    start -= 1 + other.length;
  }
  return { start, name: name === "国" ? "国务院" : name };
}

/** The run of Chinese characters that ends at `end`, without what belongs to the sentence. */
function trimmedRun(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME && isHan(text.charCodeAt(start - 1))) start--;
  const run = text.slice(start, end);
  const before = text.charAt(start - 1);
  let name = run;
  // 2017年12月22日国务院令: the day belongs to the date before.
  if (name.startsWith("日") && /[\d０-９]/.test(before)) name = name.slice(1);
  const others = name.endsWith("等") ? "等" : "";
  name = name.slice(0, name.length - others.length).replace(RUNNING_TEXT, "") + others;
  // 原国家质检总局, but 原平市; 和国务院, but 和政县.
  name = name
    .replace(/^原(?!平|州|阳|政|府)/, "")
    .replace(/^[和对将经现如](?=国务院|国家|国办|国发|国函|中华|中国|中共|中央|中办|中发)/, "");
  if (/[号）》]/.test(before) && name.length === run.length) name = name.replace(/^[和、]/, "");
  return name;
}

function skipBlanksBack(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
