import type { BlockFacts, DocumentNumber } from "../blockFacts";
import { recogniseNumbers } from "../documentNumbers";
import type { Line } from "./lines";
import { isOrganName } from "./organNames";
import { joined, readBareTitle, readTitle, type TitleLines } from "./titleLines";

/** A number that stands alone at the head of a document, and how it is written there. */
export interface HeadNumber {
  line: Line;
  number: DocumentNumber;
  /** As written; of an order over two lines, both. */
  value: string;
}

/** 版头 and what follows up to the first paragraph of the text. Line indexes. */
export interface Head {
  number: HeadNumber | null;
  /** 发文机关标志: …文件, …令, …公告 */
  issuer: { line: Line; value: string } | null;
  /** True for 命令（令） of its own, with its name on top. */
  order: boolean;
  title: TitleLines | null;
  addressee: { from: number; to: number } | null;
  /** Notes between title and text: when adopted, published, amended; the subtitle of a speech. */
  headNotes: readonly Line[];
  securityClass: Line | null;
  urgency: Line | null;
  /** Index of the first line of the text. */
  body: number;
}

const HEAD_LINES = 30;
const SECURITY =
  /^(?:密\s*级\s*[:：]\s*)?(?:绝\s*密|机\s*密|秘\s*密)(?:[★☆*\s].{0,12})?(?:\s+(?:特急|加急|特提|平急|急件))?$/;
const URGENCY = /^(?:紧急程度\s*[:：]\s*)?(?:特\s*急|加\s*急|特\s*提|平\s*急|急\s*件)$/;
/** 份号, and what a file that is an annex bears on top: 附件2, 大纲4. */
const LABEL = /^(?:\d{6}|份号.*|No\.?\s*\d+|(?:附件|附表|附录|大纲|附)\s*[\d０-９]{0,3}\s*[：:.]?)$/;
/** Rows of a form, a web page or a processing sheet. */
const FORM_LINE =
  /^[[【]?(?:索\s*引\s*号|主题分类|发文机关|发文机构|发布机构|成文日期|发布日期|发布时间|发文日期|发文字号|文\s*号|来\s*源|公开\S{2}|信息公开\S*|政府信息公开选项|有效性|统一编号|当前位置|浏览\S*|字号|标\s*题|主\s*题\s*词|签发人|拟稿\S*|核稿\S*|编号|生成日期|起草单位|草案|首页)[\s：:>＞]/;
/** 云政发〔2024〕　号: a draft's number left open. */
const OPEN_NUMBER =
  /^[（(]?[\u4e00-\u9fff]{0,14}\s*[〔﹝[［【（(][\s\d×XＸ*_＿]{0,6}[〕﹞\]］】）)][\s×XＸ*_＿]*号[）)]?(?:\s+签发人.*)?$/;
const BANNER = /^(.{2,40}?)\s*(令|公告|通告)$/;
const HEAD_NOTE_WORD = /通过|批准|公布|发布|施行|修订|修正|修改|废止|印发|颁布|实施|讲话|会议/;

/** Reads the head of a document, or of a part that begins at `start`. */
export function readHead(lines: readonly Line[], facts: readonly BlockFacts[], start = 0): Head {
  const head: Head = {
    number: null,
    issuer: null,
    order: false,
    title: null,
    addressee: null,
    headNotes: [],
    securityClass: null,
    urgency: null,
    body: start,
  };
  let firstPlain = -1;
  let at = start;
  for (const end = Math.min(lines.length, start + HEAD_LINES); at < end; at++) {
    const line = lines[at] as Line;
    if (SECURITY.test(line.text)) {
      head.securityClass ??= line;
      if (/急|特提/.test(line.text)) head.urgency ??= line;
    } else if (URGENCY.test(line.text)) head.urgency ??= line;
    else if (LABEL.test(line.text) || FORM_LINE.test(line.text) || OPEN_NUMBER.test(line.text)) continue;
    else if (takeNumber(head, line, facts)) continue;
    else if (takeBanner(head, lines, at)) {
      if (head.order && head.number) at = lines.indexOf(head.number.line);
      if (head.order) {
        at++;
        break;
      }
    } else if (isIssuerMark(lines, at, facts)) head.issuer = issuerMark(lines, at, start);
    else if (line.shape.note || line.shape.attachment || line.shape.dateLine) continue;
    else {
      const title = readTitle(lines, at);
      if (title) {
        head.title = title;
        at = title.to;
        break;
      }
      if (/[。；：:]$/.test(line.text) || line.shape.numbering) break;
      if (firstPlain < 0) firstPlain = at;
      if (line.heading && !isOrganName(line.text)) {
        head.title = readBareTitle(lines, at);
        at++;
        break;
      }
    }
  }
  if (!head.title && !head.order && firstPlain >= 0) {
    head.title = readBareTitle(lines, firstPlain);
    at = firstPlain + 1;
  }
  readBelowTitle(head, lines, facts, head.title || head.order ? at : start);
  return head;
}

/** Between title and text: number, notes, subtitle, addressee. */
function readBelowTitle(
  head: Head,
  lines: readonly Line[],
  facts: readonly BlockFacts[],
  from: number,
): void {
  const notes: Line[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (FORM_LINE.test(line.text) || OPEN_NUMBER.test(line.text) || takeNumber(head, line, facts)) continue;
    if (line.shape.dateLine || isHeadNote(line, facts, notes.length > 0)) notes.push(line);
    else if (!line.shape.note && !URGENCY.test(line.text)) break;
  }
  head.headNotes = notes;
  head.body = at;
  if (head.order) return;
  // The address may be broken over lines: 各省、自治区、直辖市人民政府， / 国务院各部委：
  for (let index = at; index < Math.min(lines.length, at + 3); index++) {
    const { shape, text } = lines[index] as Line;
    if (shape.addressee && shape.numbering === null) {
      head.addressee = { from: at, to: index + 1 };
      head.body = index + 1;
      return;
    }
    if (!/[，、,]$/.test(text) || shape.numbering) return;
  }
}

function takeNumber(head: Head, line: Line, facts: readonly BlockFacts[]): boolean {
  const number = numberAlone(line, facts);
  if (!number) return false;
  head.number ??= {
    line,
    number,
    value: line.text.slice(number.start - line.start, number.end - line.start),
  };
  if (number.form === "order" && !head.title) head.order = true;
  return true;
}

/** A number with nothing beside it but brackets, or the signer's name of a document to a superior. */
function numberAlone(line: Line, facts: readonly BlockFacts[]): DocumentNumber | null {
  if (line.text.length > 80) return null;
  for (const number of facts[line.block]?.numbers ?? []) {
    if (number.start < line.start || number.end > line.end) continue;
    const before = line.text.slice(0, number.start - line.start);
    const behind = line.text.slice(number.end - line.start);
    if (
      /^[\s（([［【]*(?:(?:发文)?[字文]\s*号\s*[:：]\s*)?$/.test(before) &&
      /^[\s）)\]］】]*(?:签发人.*)?$/.test(behind)
    ) {
      return number;
    }
  }
  return null;
}

/** 中华人民共和国国务院令 / 第707号 and 国家税务总局公告 / 2018年第3号. */
function takeBanner(head: Head, lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  const next = lines[at + 1];
  const banner = BANNER.exec(line.text.replace(/\s/g, ""));
  if (!banner || !next || head.title) return false;
  const issuer = banner[1] ?? "";
  const numbered =
    /^[（(]?\s*(?:(?:19|20)\d{2}\s*年?\s*)?第\s*[\d０-９一二三四五六七八九十百零〇]{1,6}\s*号\s*[）)]?$/.test(
      next.text,
    );
  if (!numbered || (!isOrganName(issuer) && !/主席$|国$/.test(issuer))) return false;
  const value = `${line.text}${next.text}`.replace(/\s/g, "");
  const [number] = recogniseNumbers(value);
  if (!number) return false;
  head.issuer = { line, value: issuer };
  head.number = { line: next, number: { ...number, start: next.start, end: next.end }, value };
  head.order = banner[2] === "令";
  return true;
}

function isIssuerMark(lines: readonly Line[], at: number, facts: readonly BlockFacts[]): boolean {
  const { text } = lines[at] as Line;
  if (/文\s*件$/.test(text) && text.length <= 60 && !text.includes("关于")) return true;
  const next = lines[at + 1];
  return isOrganName(text) && next !== undefined && numberAlone(next, facts) !== null;
}

/** 版头: one organ or several, each on its line, the last with 文件 behind it or below it. */
function issuerMark(lines: readonly Line[], at: number, start: number): Head["issuer"] {
  let first = at;
  while (first > start && isOrganName((lines[first - 1] as Line).text)) first--;
  const names = lines.slice(first, at + 1).map(({ text }) => joined("", text.replace(/\s*文\s*件$/, "")));
  const value = names.filter(Boolean).join("、").replace(/ /g, "、");
  return value ? { line: lines[first] as Line, value } : null;
}

function isHeadNote(line: Line, facts: readonly BlockFacts[], follows: boolean): boolean {
  const { text, shape } = line;
  const bracketed = /^[（(].*[）)]$/.test(text);
  if (text.length > (bracketed ? 1000 : 300) || shape.numbering) return false;
  if (/^[—―－-]{2}/.test(text)) return /\d{4}\s*年/.test(text) && !text.endsWith("。");
  const dated = facts[line.block]?.dates.some(
    ({ complete, start, end }) => complete && start >= line.start && end <= line.end,
  );
  if (bracketed) return dated === true;
  if (/[。；：:]$/.test(text)) return false;
  if (dated) return HEAD_NOTE_WORD.test(text);
  return follows && /(?:通过|批准|公布|发布|施行|修订|修正)[）)]?$/.test(text);
}
