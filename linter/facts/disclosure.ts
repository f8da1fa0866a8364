import type { DisclosureStatement } from "./blockFacts";
import { recogniseFormLines } from "./disclosure/formLines";
import { recogniseNotes } from "./disclosure/notes";
import { recogniseOptions } from "./disclosure/options";
import { CLASS_NAME, disclosureClass, reasonBehind } from "./disclosure/terms";

/**
 * What one block says of the document's disclosure class (公开属性): notes, form lines and option lists as evidence,
 * sentences about disclosure as mentions. In the order of the text.
 */
export function recogniseDisclosure(text: string): DisclosureStatement[] {
  if (!text.includes("公开")) return [];
  return RECOGNISERS.reduce<DisclosureStatement[]>((known, recognise) => merge(known, recognise(text)), []);
}

/** Puts what is new among what is known, both in the order of the text; where they overlap the known one stands. */
function merge(
  known: readonly DisclosureStatement[],
  fresh: readonly DisclosureStatement[],
): DisclosureStatement[] {
  const merged: DisclosureStatement[] = [];
  let i = 0;
  for (const statement of fresh) {
    for (let next = known[i]; next && next.end <= statement.start; next = known[i]) {
      merged.push(next);
      i += 1;
    }
    const next = known[i];
    if (!next || next.start >= statement.end) merged.push(statement);
  }
  return [...merged, ...known.slice(i)];
}

/** 本办法公开属性为主动公开: a full sentence about this very document, as in a drafting note. */
const OWN_SENTENCE =
  /(?:^|[。；\s])((?:建议|拟将|拟)?(?:本|此|该)(?:件|文件|文|公文|通知|意见|办法|规定|细则|方案|规划|决定|通告|公告|批复|函)?(?:的)?(?:公开属性)?(?:建议)?(?:确定|定|拟|属)?(?:为|于|予以)?(主动公开|依申请公开|不予公开))(?:类|文件|公文)?(?=$|[。；，,（(])/g;

function recogniseSentences(text: string): DisclosureStatement[] {
  return Array.from(text.matchAll(OWN_SENTENCE), (match) => {
    const value = disclosureClass(match[2] ?? "");
    const start = match.index + match[0].indexOf(match[1] as string);
    const end = start + (match[1] as string).length;
    const reason = value === "主动公开" ? null : reasonBehind(text.slice(0, sentenceEnd(text, end)), end);
    return { value, standing: "evidence", form: "sentence", reason, start, end };
  });
}

function sentenceEnd(text: string, from: number): number {
  const at = text.indexOf("。", from);
  return at < 0 ? text.length : at;
}

function recogniseMentions(text: string): DisclosureStatement[] {
  return Array.from(text.matchAll(CLASS_NAME), (match) => ({
    value: disclosureClass(match[0]),
    standing: "mention",
    form: "sentence",
    reason: null,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The surest first. */
const RECOGNISERS = [
  recogniseOptions,
  recogniseNotes,
  recogniseFormLines,
  recogniseSentences,
  recogniseMentions,
];
