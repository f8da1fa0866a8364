import { recogniseDates } from "../dates";
import type { Line } from "./lines";
import { areOrganNames, isOrganName } from "./organNames";
import { joined } from "./titleLines";

/** 发文机关署名 and 成文日期 below the text. Line indexes; `from` is the first line of the signature. */
export interface Signature {
  from: number;
  /** One behind the date's line, or the last signer's where there is no date. */
  to: number;
  signatory: { value: string; line: Line; end: number } | null;
  /** `iso` is null for a date left open (2024年　月　日); null when there is none at all. */
  date: { iso: string | null; line: Line; start: number; end: number } | null;
}

const MOST_LINES = 8;
/** 省长　李某某, 主　任：王某某, 中华人民共和国主席　某某某 */
const PERSON =
  /^[\u4e00-\u9fff]{0,16}(?:总\s*理|主\s*席|委\s*员\s*长|[省市县区州旗镇乡部局厅署行会院]\s*长|主\s*任|检\s*察\s*长|书\s*记)(?:\s+|\s*[：:]\s*)[\u4e00-\u9fff·]\s*[\u4e00-\u9fff·\s]{1,8}$/;
const BEHIND_DATE = /^\s*(?:[（(].*[）)]\s*)?$/;
const SEAL = /^[（(](?:印章|盖章|公章|章|签章|此处盖章)[）)]$/;
const OPEN_DATE = /(?:\d{4}|[×XＸ*_＿]{2,4}|[\s二〇○×]{1,8})\s*年[\s×XＸ*_＿\d]{0,6}月[\s×XＸ*_＿\d]{0,6}日$/;
const PRINTED = /印发\s*$|^抄送|^印发/;

/**
 * The signature in lines `from` to `to`: a date that ends its line, alone or behind an organ's name, with the organs or
 * persons that sign above it. A note may be glued to the date: 2019年1月27日（此件公开发布）. A date with nobody above it counts
 * when the text ends there, for dates stand alone in schedules too. A draft may leave the date open, or out.
 */
export function findSignature(lines: readonly Line[], from: number, to: number): Signature | null {
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    const date = dateAtEnd(line);
    if (!date) continue;
    const before = line.text.slice(0, date.start - line.start).trim();
    if (before !== "" && !isSigner(before)) continue;
    const signature = { ...signers(lines, from, at, before), to: at + 1, date };
    if (signature.signatory || endsText(lines[at + 1])) return signature;
  }
  return undatedSignature(lines, from, to);
}

/** Organs that sign at the end of the text with no date below. */
function undatedSignature(lines: readonly Line[], from: number, to: number): Signature | null {
  let end = to;
  while (end > from && endsText(lines[end - 1]) && lines[end - 1]?.shape.titleKind === null) end--;
  const { from: first, signatory } = end > from ? signers(lines, from, end, "") : { from, signatory: null };
  const before = lines[first - 1];
  if (!signatory || first === from || !before || !/[。）)]$/.test(before.text)) return null;
  return { from: first, to: end, signatory, date: null };
}

/** True for what can stand below the date, and for nothing at all. */
function endsText(next: Line | undefined): boolean {
  if (!next) return true;
  const { text, shape } = next;
  return shape.note || shape.attachment || shape.titleKind !== null || PRINTED.test(text);
}

function dateAtEnd(line: Line): Signature["date"] {
  const { text, shape } = line;
  if (
    !shape.dateLine &&
    (text.length > 90 || !/[\d日号年月）)一二三四五六七八九十]$/.test(text) || PRINTED.test(text))
  )
    return null;
  if (!text.includes("年") && !/\d[-./]\d/.test(text)) return null;
  for (const date of recogniseDates(text)) {
    if (!date.complete || !BEHIND_DATE.test(text.slice(date.end))) continue;
    return { iso: date.iso, line, start: line.start + date.start, end: line.start + date.end };
  }
  const open = OPEN_DATE.exec(text);
  return open && { iso: null, line, start: line.start + open.index, end: line.end };
}

/** Collects the signing lines above the date, or on its own line. */
function signers(
  lines: readonly Line[],
  from: number,
  at: number,
  beside: string,
): Pick<Signature, "from" | "signatory"> {
  const dateLine = lines[at];
  let first = at;
  while (first > from && at - first < MOST_LINES) {
    const { text, shape } = lines[first - 1] as Line;
    if (shape.numbering || shape.addressee || shape.attachment || shape.dateLine || shape.titleKind) break;
    if (!isSigner(text) && !SEAL.test(text) && !isBrokenName(lines, first - 1)) break;
    first--;
  }
  const above = lines.slice(first, at).filter(({ text }) => !SEAL.test(text));
  const line = above[0] ?? (beside ? dateLine : undefined);
  if (!line) return { from: at, signatory: null };
  let value = "";
  for (const part of [...above.map(({ text }) => text), beside])
    value = part ? joinedSigner(value, part) : value;
  return { from: first, signatory: { value, line, end: above[0] ? line.end : line.start + beside.length } };
}

function joinedSigner(before: string, line: string): string {
  const name = PERSON.test(line) ? personName(line) : joined("", line);
  if (before === "") return name;
  return isOrganName(before.split(" ").at(-1) ?? "") || PERSON.test(line)
    ? `${before} ${name}`
    : joined(before, name);
}

/** 主　任　　王　某 → 主任 王某 */
function personName(line: string): string {
  const [, office = "", name = ""] =
    /^(.*?[理席长任记])(?:\s*[：:]\s*|\s+)(.*)$/.exec(line.replace(/^(\S)\s+(?=\S(?:\s|[：:]))/, "$1")) ?? [];
  return `${office.replace(/\s/g, "")} ${name.replace(/\s/g, "")}`;
}

function isSigner(text: string): boolean {
  if (text.length > 60) return false;
  return PERSON.test(text) || (!/[。；：！？]/.test(text) && areOrganNames(text));
}

/** 国家发展 / 改革委办公厅: a name torn over two lines. */
function isBrokenName(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next || line.text.length > 20 || /[，。；：！？、.\d]/.test(line.text)) return false;
  return (
    /^[\u4e00-\u9fff]{2,}$/.test(line.text) &&
    isOrganName(line.text + next.text) &&
    !isOrganName(next.text.slice(0, 2))
  );
}
