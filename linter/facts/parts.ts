import type { DocumentPart } from "./documentFacts";
import type { Head } from "./elements/head";
import type { Line } from "./elements/lines";
import { findSignature, type Signature } from "./elements/signature";
import { readTitle } from "./elements/titleLines";
import { kindAtEnd } from "./kindNames";

/** A part (文件部分) by line indexes, with what its beginning shows. */
export interface PartLines {
  role: DocumentPart["role"];
  title: string | null;
  kind: string | null;
  from: number;
  to: number;
}

export interface Division {
  parts: PartLines[];
  /** Signature and date of the main part. */
  signature: Signature | null;
}

const ANNEX_MARK = /^附\s*件\s*[\d０-９一二三四五六七八九十]{0,3}\s*[：:.．、]?$/;
const NAMED_ANNEX = /^附\s*件\s*[\d０-９]{1,3}\s*[：:.．、]?\s*(\S.*)$/;
const ISSUES = /(?:印发|发布|公布|颁布|颁发|下发|转发|批转|施行|实施|修订|修改)/;
/** What may stand between the date and the text that follows: 附注, 抄送, 印发机关和印发日期. */
const IMPRINT =
  /^(?:抄\s*送|主\s*送|分\s*送|主题词|印\s*发|公开方式|联系人|联系电话|信息公开|公开属性|校对|打字|共印)|印发\s*$|^[-—_－]{3,}/;
const NUMBERED = /^[\d０-９]{1,3}\s*[.．、]/;

/** Divides a document into the notice (or order) itself, the texts it issues and its annexes. */
export function divide(lines: readonly Line[], head: Head): Division {
  const issued = issuedNames(head);
  const firstMark = annexMarkFrom(lines, head.body, false);
  const named = issued.length > 0 ? namedTitleFrom(lines, head.body, issued) : -1;
  const limit = Math.min(...[firstMark, named, lines.length].filter((at) => at >= 0));
  let signature = findSignature(lines, head.body, limit);
  let end = signature ? signature.to : limit;
  while (signature && end < lines.length && isImprint(lines[end] as Line)) end++;
  // A text of articles has no date below the text; a date in the middle of its annexes is theirs.
  if (signature && !head.order && isRegulation(lines, head, signature.from)) {
    signature = null;
    end = limit;
  }
  const main: PartLines = {
    role: "main",
    title: head.title?.value ?? null,
    kind: head.title?.kind ?? null,
    from: 0,
    to: end,
  };
  return { parts: [main, ...partsBehind(lines, end, head, issued)], signature };
}

/** Cuts what follows the main part at annex marks and at titles of issued texts. */
function partsBehind(
  lines: readonly Line[],
  from: number,
  head: Head,
  issued: readonly string[],
): PartLines[] {
  const parts: PartLines[] = [];
  const issuing = head.order || (head.title !== null && ISSUES.test(head.title.value));
  let at = from;
  while (at < lines.length) {
    const marked = annexMark(lines[at] as Line);
    let next = marked === null ? at : at + 1;
    while (next < lines.length && isImprint(lines[next] as Line)) next++;
    const title = marked
      ? { from: at, to: at + 1, value: marked, kind: kindAtEnd(marked) }
      : readTitle(lines, next);
    const isIssued =
      issuing &&
      (issued.length === 0
        ? marked === null
        : title !== null && belongs(title.value, issued, marked === null));
    const to = nextPart(lines, title ? Math.max(title.to, at + 1) : at + 1, head, isIssued);
    if (to - at > 1 || marked !== null) {
      parts.push({
        role: isIssued ? "issued" : "annex",
        title: title?.value ?? (marked !== null ? plainTitle(lines[next]) : null),
        kind: title?.kind ?? null,
        from: at,
        to,
      });
    }
    at = to;
  }
  return parts;
}

function nextPart(lines: readonly Line[], from: number, head: Head, issued: boolean): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (annexMark(line) !== null) return at;
    if (!issued || !line.shape.titleKind || line.shape.numbering || !head.title) continue;
    // A notice that issues two texts: the second one's title shares its words with the notice's.
    const title = readTitle(lines, at);
    if (title && title.value.length >= 8 && sharesWords(title.value, head.title.value)) return at;
  }
  return lines.length;
}

/** “”: a bare mark; a name: 附件1：某某表; null: no mark. */
function annexMark({ text, shape }: Line): string | null {
  if (!shape.attachment) return null;
  if (ANNEX_MARK.test(text)) return "";
  const name = NAMED_ANNEX.exec(text)?.[1];
  return name && name.length <= 60 && !/[。；]$/.test(name) && !/^[.．、]?\d/.test(name) ? name : null;
}

/** The first annex mark that is no list of annexes: a bare mark that no signature follows, or the second 附件1. */
function annexMarkFrom(lines: readonly Line[], from: number, afterList: boolean): number {
  let listed = afterList;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    const mark = annexMark(line);
    if (mark === null) {
      if (line.shape.attachment) listed = true;
      continue;
    }
    if (mark === "" && !/[：:]$/.test(line.text) && !/[.．、]$/.test(line.text)) return at;
    if (listed && !isListBeforeSignature(lines, at)) return at;
    if (mark === "" && !isListBeforeSignature(lines, at)) return at;
    listed = true;
    while (NUMBERED.test(lines[at + 1]?.text ?? "")) at++;
  }
  return -1;
}

/** True when names and then a signature come behind: the mark opens 附件说明. */
function isListBeforeSignature(lines: readonly Line[], at: number): boolean {
  for (let index = at + 1; index < Math.min(lines.length, at + 24); index++) {
    const { text, shape } = lines[index] as Line;
    if (shape.dateLine) return true;
    if (text.length > 80 || /[。；]$/.test(text) || annexMark(lines[index] as Line) === "") return false;
  }
  return findSignature(lines, at + 1, Math.min(lines.length, at + 24)) !== null || at + 2 >= lines.length;
}

/** Line at which one of the issued texts' own title stands, outside the running text. */
function namedTitleFrom(lines: readonly Line[], from: number, names: readonly string[]): number {
  for (let at = from; at < lines.length; at++) {
    const { shape, text } = lines[at] as Line;
    if (shape.attachment || shape.numbering || text.length > 80 || /[。；：:，]$/.test(text)) continue;
    if (!names.some((name) => name.startsWith(normalised(text)) && text.length >= 4)) continue;
    const title = readTitle(lines, at);
    if (title && names.includes(normalised(title.value)) && !isListedAbove(lines, at)) return at;
  }
  return -1;
}

function isListedAbove(lines: readonly Line[], at: number): boolean {
  return lines[at - 1]?.shape.attachment === true && isListBeforeSignature(lines, at - 1);
}

/** What a title says it issues: the names in 《》, else the words between 印发 and 的通知. */
function issuedNames({ title, order }: Head): string[] {
  if (order || !title || !ISSUES.test(title.value)) return [];
  const marked = [...title.value.matchAll(/《(.+?)》(?!〉)/g)].map(([, name = ""]) => normalised(name));
  if (marked.length > 0) return marked;
  const plain = /(?:印发|发布|公布|颁布|颁发|下发|转发|批转)(?!的)(.{4,}?)的(?:通知|函|决定|公告)$/.exec(
    title.value,
  )?.[1];
  return plain ? [normalised(plain)] : [];
}

function belongs(title: string, issued: readonly string[], unmarked: boolean): boolean {
  const name = normalised(title);
  return issued.some((other) => other === name || other.includes(name) || name.includes(other)) || unmarked;
}

function sharesWords(title: string, notice: string): boolean {
  const name = normalised(title);
  const whole = normalised(notice);
  const head = name.slice(0, Math.max(6, Math.floor(name.length * 0.6)));
  return whole.includes(head);
}

function normalised(text: string): string {
  return text
    .replace(/[\s《》〈〉<>]/g, "")
    .replace(/[（(](?:试行|暂行|修订|[^（）()]*版|[^（）()]*修订)[）)]$/, "");
}

function isImprint({ text, shape }: Line): boolean {
  return shape.note || (text.length <= 120 && IMPRINT.test(text));
}

function isRegulation(lines: readonly Line[], head: Head, to: number): boolean {
  let articles = 0;
  for (let at = head.body; at < to; at++) if (lines[at]?.shape.numbering?.level === "条") articles++;
  return (
    articles >= 3 &&
    to - head.body > 12 &&
    head.number === null &&
    head.addressee === null &&
    isFar(lines, to)
  );
}

/** The last article is more than a few lines away: the date stands in an annex, not below the articles. */
function isFar(lines: readonly Line[], to: number): boolean {
  for (let at = to - 1; at > to - 8 && at >= 0; at--)
    if (lines[at]?.shape.numbering?.level === "条") return false;
  return true;
}

function plainTitle(line: Line | undefined): string | null {
  return line && line.text.length <= 60 && !/[。；：]$/.test(line.text)
    ? line.text.replace(/\s+/g, "")
    : null;
}

export function placeParts(
  lines: readonly Line[],
  parts: readonly PartLines[],
  blocks: number,
): DocumentPart[] {
  return parts.map(({ role, title, kind, from, to }, index) => ({
    role,
    title,
    kind,
    start: index === 0 ? 0 : (lines[from]?.block ?? blocks),
    end: index === parts.length - 1 ? blocks : (lines[to]?.block ?? blocks),
  }));
}
