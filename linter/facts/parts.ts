import type { DocumentPart, Element } from "./documentFacts";
import { annexMark, firstAnnex, opensList } from "./elements/annexMarks";
import { readAttachments } from "./elements/attachments";
import type { Head } from "./elements/head";
import type { Line } from "./elements/lines";
import { findSignature, type Signature } from "./elements/signature";
import { joined, readTitle } from "./elements/titleLines";
import { issuedNames, issuesAnother, nameKey } from "./issuedNames";
import { kindAtEnd } from "./kindNames";

/** A part (文件部分) by line indexes. */
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
  /** 附件说明 of the main part. */
  attachments: readonly Element[];
}

interface PartTitle {
  value: string;
  kind: string | null;
  to: number;
}

/** What may stand between the date and the text that follows: 附注, 抄送, 印发机关和印发日期. */
const IMPRINT =
  /^(?:抄\s*送|主\s*送|分\s*送|主题词|印\s*发|公开方式|联系人|联系电话|信息公开|公开属性|校对|打字|共印)|印发\s*$|^[-—_－]{3,}/;
const FEWEST_ARTICLES = 3;

/** Divides a document into the notice (or order) itself, the texts it issues and its annexes. */
export function divide(lines: readonly Line[], head: Head): Division {
  const issued = head.title && !head.order ? issuedNames(head.title.value) : [];
  const starts = [firstAnnex(lines, head.body), issuedTitle(lines, head.body, issued)];
  const limit = Math.min(lines.length, ...starts.filter((at) => at >= 0));
  let signature = findSignature(lines, head.body, limit);
  let end = limit;
  if (signature && isInRegulation(lines, head, signature.from)) signature = null;
  if (signature) {
    end = signature.to;
    while (end < lines.length && isImprint(lines[end] as Line)) end++;
  }
  let attachments = readAttachments(lines, head.body, signature?.from ?? end);
  if (attachments.length === 0 && isListOfFiles(lines, end)) {
    attachments = readAttachments(lines, end, lines.length);
    end = lines.length;
  }
  const names = attachments.map(({ value }) => nameKey(value));
  const { value: title = null, kind = null } = head.title ?? {};
  const main: PartLines = { role: "main", title, kind, from: 0, to: end };
  return { parts: [main, ...partsBehind(lines, end, head, issued, names)], signature, attachments };
}

/** Turns line indexes into the blocks of document parts; together the parts cover every block. */
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

/** Cuts what follows the main part at annex marks and at titles of issued texts. */
function partsBehind(
  lines: readonly Line[],
  from: number,
  head: Head,
  issued: readonly string[],
  annexes: readonly string[],
): PartLines[] {
  const parts: PartLines[] = [];
  const issuing = head.order || issuesAnother(head.title?.value ?? "");
  for (let at = from; at < lines.length; ) {
    const mark = annexMark(lines[at] as Line);
    const title = partTitle(lines, at, mark, annexes);
    const isIssued =
      issuing && (mark === null || (title !== null && belongs(title.value, issued, head.order)));
    const to = nextPart(lines, Math.max(title?.to ?? 0, at + 1), head, isIssued);
    const role = isIssued ? "issued" : "annex";
    parts.push({ role, title: title?.value ?? null, kind: title?.kind ?? null, from: at, to });
    at = to;
  }
  return parts;
}

/** The title of the part that begins at `at`, under its annex mark if it has one. */
function partTitle(
  lines: readonly Line[],
  at: number,
  mark: string | null,
  annexes: readonly string[],
): PartTitle | null {
  if (mark) return { value: mark, kind: kindAtEnd(mark), to: at + 1 };
  let next = mark === null ? at : at + 1;
  while (next < lines.length && isImprint(lines[next] as Line)) next++;
  let value = "";
  for (const { text } of lines.slice(next, next + 3)) {
    value = joined(value, text);
    if (annexes.includes(nameKey(value))) return { value, kind: kindAtEnd(value), to: next + 1 };
  }
  const title = readTitle(lines, next, mark === null ? undefined : next + 3);
  if (title && !lines.slice(title.from, title.to).some(({ text }) => text.includes("\t"))) return title;
  const line = lines[next];
  if (mark === null || !line || line.text.length > 60 || /[。；：]$/.test(line.text)) return null;
  return { value: joined("", line.text), kind: null, to: next + 1 };
}

/** Where the next part begins: at an annex mark, or at the title of a second issued text. */
function nextPart(lines: readonly Line[], from: number, head: Head, issued: boolean): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (annexMark(line) !== null) return at;
    if (!issued || !line.shape.titleKind || line.shape.numbering || !head.title) continue;
    const title = readTitle(lines, at);
    if (title && title.value.length >= 8 && sharesWords(title.value, head.title.value)) return at;
  }
  return lines.length;
}

/** Line at which one of the issued texts' own title stands, outside the running text; -1 if none does. */
function issuedTitle(lines: readonly Line[], from: number, names: readonly string[]): number {
  if (names.length === 0) return -1;
  for (let at = from; at < lines.length; at++) {
    const { shape, text } = lines[at] as Line;
    if (shape.attachment || shape.numbering || text.length > 80 || /[。；：:，]$/.test(text)) continue;
    if (text.length < 4 || !names.some((name) => name.startsWith(nameKey(text)))) continue;
    const title = readTitle(lines, at);
    const listed = lines[at - 1]?.shape.attachment === true && opensList(lines, at - 1);
    if (title && names.includes(nameKey(title.value)) && !listed) return at;
  }
  return -1;
}

/** An order does not always name what it carries. */
function belongs(title: string, issued: readonly string[], order: boolean): boolean {
  const name = nameKey(title);
  return (
    (order && issued.length === 0) || issued.some((other) => other.includes(name) || name.includes(other))
  );
}

/** A notice that issues two texts names both in its title: …转制为企业和进一步支持…发展两个规定. */
function sharesWords(title: string, notice: string): boolean {
  const name = nameKey(title);
  return nameKey(notice).includes(name.slice(0, Math.max(6, Math.floor(name.length * 0.6))));
}

/** On web pages the files hang below the date: 附件：1. 登记表.doc, and nothing follows. */
function isListOfFiles(lines: readonly Line[], from: number): boolean {
  return lines
    .slice(from)
    .every(
      ({ text, shape }) =>
        text.length <= 80 && (shape.attachment || /^\d{1,2}\s*[.．、]|\.[a-z]{3,4}$/i.test(text)),
    );
}

function isImprint({ text, shape }: Line): boolean {
  return shape.note || (text.length <= 120 && IMPRINT.test(text));
}

/** A text of articles bears no date below; a date far behind its last article stands in an annex without a mark. */
function isInRegulation(lines: readonly Line[], head: Head, to: number): boolean {
  if (head.order || head.number || head.addressee) return false;
  let articles = 0;
  let last = -1;
  for (let at = head.body; at < to; at++) {
    if (lines[at]?.shape.numbering?.level !== "条") continue;
    articles++;
    last = at;
  }
  return articles >= FEWEST_ARTICLES && to - last > 8;
}
