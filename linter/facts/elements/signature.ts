import { recogniseDates } from "../dates";
import type { Line } from "./lines";
import { areOrganNames, isOrganName } from "./organNames";
import { joined } from "./titleLines";

/** 发文机关署名 and 成文日期 below the text. Line indexes; `from` is the first line of the signature. */
export interface Signature {
  from: number;
  /** One behind the date's line. */
  to: number;
  signatory: { value: string; line: Line; end: number } | null;
  date: { iso: string; line: Line; start: number; end: number };
}

const MOST_LINES = 8;
const OFFICE =
  /^(?:代)?(?:总理|主席|委员长|省长|市长|县长|区长|州长|旗长|镇长|乡长|部长|局长|厅长|主任|署长|行长|会长|院长|检察长|书记)[\s：:]/;
const BEHIND_DATE = /^\s*(?:[（(].*[）)]\s*)?$/;
const SEAL = /^[（(](?:印章|盖章|公章|章|签章|此处盖章)[）)]$/;
const PRINTED = /印发\s*$|^抄送|^印发/;

/**
 * The first signature in lines `from` to `to`: a date that ends its line, alone or behind an organ's name, with the
 * organs or persons that sign above it. A note may be glued to the date: 2019年1月27日（此件公开发布）.
 */
export function findSignature(lines: readonly Line[], from: number, to: number): Signature | null {
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    const date = dateAtEnd(line);
    if (!date) continue;
    const before = line.text.slice(0, date.start - line.start).trim();
    if (before !== "" && !isSigner(before)) continue;
    return { ...signers(lines, from, at, before), to: at + 1, date };
  }
  return null;
}

function dateAtEnd(line: Line): Signature["date"] | null {
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
  return null;
}

/** Collects the signing lines above the date, or on its own line. */
function signers(
  lines: readonly Line[],
  from: number,
  at: number,
  beside: string,
): Pick<Signature, "from" | "signatory"> {
  const dateLine = lines[at] as Line;
  let first = at;
  while (first > from && at - first < MOST_LINES) {
    const { text, shape } = lines[first - 1] as Line;
    if (shape.numbering || shape.addressee || shape.attachment || shape.dateLine || shape.titleKind) break;
    if (!isSigner(text) && !SEAL.test(text) && !isBrokenName(lines, first - 1)) break;
    first--;
  }
  const above = lines.slice(first, at).filter(({ text }) => !SEAL.test(text));
  const line = above[0] ?? (beside ? dateLine : null);
  if (!line) return { from: at, signatory: null };
  let value = "";
  for (const part of [...above.map(({ text }) => text), beside])
    value = part ? joinedSigner(value, part) : value;
  return { from: first, signatory: { value, line, end: above[0] ? line.end : line.start + beside.length } };
}

function joinedSigner(before: string, line: string): string {
  const name =
    OFFICE.test(`${line} `) || /^\S+\s+\S{2,4}$/.test(line) ? line.replace(/\s+/g, " ") : joined("", line);
  if (before === "") return name;
  return isOrganName(before.split(" ").at(-1) ?? "") || OFFICE.test(line)
    ? `${before} ${name}`
    : joined(before, name);
}

function isSigner(text: string): boolean {
  if (text.length > 60 || /[。；：！？]/.test(text)) return false;
  return areOrganNames(text) || OFFICE.test(text);
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
