import type { LineShape } from "./blockFacts";
import { recogniseDates } from "./dates";
import { kindAtEnd } from "./kindNames";
import { parseNumber } from "./numerals";

type Numbering = NonNullable<LineShape["numbering"]>;

const HAN = "[一二三四五六七八九十百千零〇○两]{1,9}";
const NUMBERINGS: readonly (readonly [RegExp, (match: RegExpExecArray) => Numbering["level"]])[] = [
  [new RegExp(`^第\\s*(${HAN}|\\d{1,4})\\s*([编章节条])`), (match) => match[2] as "编" | "章" | "节" | "条"],
  [new RegExp(`^(${HAN})\\s*、`), () => 1],
  [new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]`), () => 2],
  [/^[（(]\s*([\d０-９]{1,3})\s*[）)]/, () => 4],
  [/^([\d０-９]{1,3})\s*(?:[.．](?![\d０-９])|、)/, () => 3],
];
const NUMBERING_STARTS = "第一二三四五六七八九十百两（(0123456789０１２３４５６７８９";

/** Openings of speeches; what else ends in a colon but addresses nobody. */
const NO_ADDRESSEE =
  /^(?:各位|同志们|女士|尊敬的|附|抄送|主题词|问|答|注|说明|备注|根据|为|经(?!开|济)|按照|依据|依照|现[将就对]|本[办规条通意决]|将(?!乐)|鉴于|近[年期日来]|自)|(?:如下|包括|以下|下列|要求|规定|认为|指出|强调|通知|公告|通告|修改|答复|如何|之一)\s*[：:]$|[。；;！!？?《]/;
const ATTACHMENT =
  /^附\s*件\s*(?:[\d０-９一二三四五六七八九十]{0,3}\s*(?:[：:.．、]|$)|[\d０-９]{1,3}\s*\S)|^附[：:]/;

const LONGEST_ADDRESSEE = 500;
const LONGEST_TITLE = 150;
const LONGEST_DATE_LINE = 30;
const LONGEST_NOTE = 120;

/** What a line looks like: numbering of its level, addressee, list of annexes, date, note, title. */
export function recogniseShape(text: string): LineShape {
  const line = text.trim();
  const first = line.charAt(0);
  const last = line.charAt(line.length - 1);
  return {
    numbering: NUMBERING_STARTS.includes(first) && first ? numbering(line, text.indexOf(first)) : null,
    addressee:
      (last === "：" || last === ":") &&
      line.length >= 3 &&
      line.length <= LONGEST_ADDRESSEE &&
      !NO_ADDRESSEE.test(line),
    attachment: first === "附" && ATTACHMENT.test(line),
    dateLine: line.length <= LONGEST_DATE_LINE && isDate(line),
    note: (first === "（" || first === "(") && line.length <= LONGEST_NOTE && isOneBracket(line),
    titleKind: line.length > 0 && line.length <= LONGEST_TITLE ? kindAtEnd(line) : null,
  };
}

function numbering(line: string, indent: number): Numbering | null {
  for (const [pattern, level] of NUMBERINGS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const number = parseNumber((match[1] ?? "").replace(/\s/g, ""));
    if (number === null) return null;
    return { level: level(match), number, span: { start: indent, end: indent + match[0].length } };
  }
  return null;
}

function isDate(line: string): boolean {
  if (!/[日号\d一二三四五六七八九十]$/.test(line)) return false;
  const [date, another] = recogniseDates(line);
  return date?.complete === true && another === undefined && date.start === 0 && date.end === line.length;
}

/** One pair of round brackets round everything, pairs inside allowed. */
function isOneBracket(line: string): boolean {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === "（" || character === "(") depth++;
    else if ((character === "）" || character === ")") && --depth === 0)
      return /^[。.]?$/.test(line.slice(at + 1));
  }
  return false;
}
