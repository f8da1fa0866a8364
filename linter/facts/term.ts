import type { Span } from "../document/place";
import type { DateMention } from "./blockFacts";
import { parseNumber } from "./numerals";
import { sentencesOf } from "./sentences";

/** 施行日期和有效期 as one sentence of a document states them of the document itself. */
export interface TermStatement extends Span {
  /** ISO; "issue" where it begins when the document is issued; null where the sentence does not say. */
  begins: string | "issue" | null;
  /** Years of validity, 试行期 included. */
  years: number | null;
  /** Last day, ISO. */
  until: string | null;
}

const ENDS_OR_BEGINS = /有效期|施行|实施|执行|试行/;
/** Whose term it is: the document's own. Licences, contracts and subsidies have terms too. */
const OWN =
  /^[\s　]*(?:第[一二三四五六七八九十百零]+条[\s　]*|[（(]?[一二三四五六七八九十\d]+[）)、.．][\s　]*)?(?:本(?:办法|规定|细则|规则|方案|意见|通知|通告|公告|决定|措施|规划|计划|制度|标准|政策|文件|实施(?:办法|细则|意见|方案)|若干措施)|自[^。；]{2,24}起(?:施行|实施|执行|生效)|有效期|以上(?:规定|措施|政策))/;
const FOREIGN =
  /(?:证|证书|执照|许可|资质|资格|合同|协议|票|卡|标志|认证|承诺|批准|备案|公示|名单)[^，。；]{0,8}有效期/;
const BEGINS = /自[\s　]*([^，。；]{2,24}?)[\s　]*起[\s　]*(?:开始|正式)?(?:施行|实施|执行|生效)/;
const ON_ISSUE = /^(?:本\S{2,8}?)?(?:印发|发布|公布|下发|颁布)之?日$/;
const YEARS =
  /(?:有效期(?:限)?|试行期?|暂行期?|执行期(?:限)?|实施期(?:限)?)[\s　]*(?:暂定|限|定)?(?:为|是)?[\s　]*([\d０-９]{1,2}|[一二三四五六七八九十]{1,2})[\s　]*年/;
const UNTIL =
  /(?:有效期(?:限)?|施行|实施|执行(?:期限)?|试行期?)[^，。；]{0,24}?(?:至|到|截至|截止到)[\s　]*/g;

/**
 * What a block says of the document's own term: 本办法自2024年7月1日起施行，有效期5年。 `dates` are those of the block
 * (recogniseDates). A sentence that tells neither a beginning nor an end is left out.
 */
export function recogniseTerm(text: string, dates: readonly DateMention[]): TermStatement[] {
  if (!ENDS_OR_BEGINS.test(text)) return [];
  return sentencesOf(text).flatMap((sentence) => {
    if (!OWN.test(sentence.text) || FOREIGN.test(sentence.text)) return [];
    const dateAt = (at: number) =>
      dates.find(({ start, complete }) => complete && start === sentence.start + at)?.iso ?? null;
    const begins = beginning(sentence.text, dateAt);
    const digits = YEARS.exec(sentence.text)?.[1];
    const years = digits ? parseNumber(digits) : null;
    const until = end(sentence.text, dateAt);
    if (begins === null && years === null && until === null) return [];
    return [{ start: sentence.start, end: sentence.end, begins, years, until }];
  });
}

type DateAt = (at: number) => string | null;

function beginning(text: string, dateAt: DateAt): TermStatement["begins"] {
  const match = BEGINS.exec(text);
  const when = match?.[1];
  if (!match || !when) return null;
  if (ON_ISSUE.test(when)) return "issue";
  return dateAt(match.index + match[0].indexOf(when));
}

function end(text: string, dateAt: DateAt): string | null {
  for (const match of text.matchAll(UNTIL)) {
    const date = dateAt(match.index + match[0].length);
    if (date) return date;
  }
  return null;
}

/** The day on which a term of whole years that begins on a day (ISO) ends: 2020-07-01 and 5 years give 2025-06-30. */
export function lastDay(begins: string, years: number): string {
  const [year = 0, month = 1, day = 1] = begins.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}
