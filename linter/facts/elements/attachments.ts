import type { Element } from "../documentFacts";
import { elementAt, type Line } from "./lines";

const MARK = /^附\s*件?\s*(?:[\d０-９]{0,3}\s*[：:.．、]|[\d０-９]{1,3}(?=\s*\D))\s*/;
/** A number in front of each name; 1. and １． and 1、 all occur. */
const NUMBER = /^\s*[（(]?[\d０-９]{1,3}\s*[.．、）)]\s*/;
const NEXT_NAME = /\s+(?=[\d０-９]{1,2}\s*[.．、]\s*[\u4e00-\u9fff《])/g;
const FILE_ENDING = /\.(?:docx?|wps|xlsx?|et|pdf|ofd|zip|rar|jpe?g|png)$/i;

/**
 * 附件说明 in lines `from` to `to`: “附件：1. 名称”, one name a line or several on one, the list below a bare “附件：”. Names are given
 * without number, file ending and closing mark. A dangling “附件：” lists nothing.
 */
export function readAttachments(lines: readonly Line[], from: number, to: number): Element[] {
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    if (!line.shape.attachment) continue;
    const mark = MARK.exec(line.text);
    if (!mark) continue;
    const names = namesIn(line, mark[0].length - (/[\d０-９]\s*[.．、]\s*$/.exec(mark[0])?.[0].length ?? 0));
    for (let next = at + 1; next < to; next++) {
      const other = lines[next] as Line;
      const listed = NUMBER.test(other.text) || MARK.test(other.text);
      if (!listed && (names.length > 0 || next > at + 1)) break;
      if (!listed && (other.shape.dateLine || other.shape.note)) break;
      const skip = MARK.exec(other.text)?.[0].length ?? 0;
      names.push(...namesIn(other, skip));
    }
    if (names.length > 0) return names;
  }
  return [];
}

function namesIn(line: Line, from: number): Element[] {
  const names: Element[] = [];
  let start = from;
  const cuts = [...line.text.matchAll(NEXT_NAME)]
    .filter(({ index }) => index > from)
    .map(({ index }) => index);
  for (const end of [...cuts, line.text.length]) {
    const name = nameElement(line, start, end);
    if (name) names.push(name);
    start = end;
  }
  return names;
}

function nameElement(line: Line, from: number, to: number): Element | null {
  let start = from;
  const part = line.text.slice(from, to);
  start += NUMBER.exec(part)?.[0].length ?? part.length - part.trimStart().length;
  const quote = line.text.slice(start, to).trimEnd();
  const value = quote
    .replace(/[。；;，,、.]$/, "")
    .replace(FILE_ENDING, "")
    .replace(/^《([^《》]*)》$/, "$1")
    .trim();
  if (value === "") return null;
  return elementAt(value, line, line.start + start, line.start + start + quote.length);
}
