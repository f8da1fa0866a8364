import type { DisclosureStatement } from "../blockFacts";
import { disclosureClass, reasonBehind } from "./terms";

const THIS = "(?:此件|此文件|此文|本件|本文件|本文|该件|该文件|该文)";
const PUBLISH =
  "(?:(?:全文|部分|删减后|网上|对外|向社会|在网上|不予|免予|不对外|不宜|暂不|不)?公开(?:发布|发表)?|主动公开|依申请公开)";
/** What stands between the brackets of a note; behind the class only a reason or an aside may follow. */
const NOTE = new RegExp(
  `^\\s*(${THIS})?\\s*(?:属于?|可以?|拟|建议)?\\s*(${PUBLISH})(?:类|属性)?\\s*(?:$|[，,；;。:：（(].*)`,
);
const BARE_NOTE = new RegExp(
  `^\\s*(?:附注\\s*[:：]\\s*)?${THIS}\\s*(?:属于?|可以?)?\\s*(${PUBLISH})\\s*[。.]?\\s*$`,
);

/** Words that show or prescribe a note instead of making one. */
const PRESCRIBING =
  /(?:标注|注明|标明|标识|加注|写明|标有|格式|样式|字样|例如|如|即|为|是|应当?|或者?|、|“|‘|"|「)\s*$/;
const PRESCRIBED = /^\s*(?:[”’"」、]|字样|等|或者?|的)/;

const OPENING = "（([［【〔";
const CLOSING = "）)]］】〕";
/** A note with its reason is one line. */
const LONGEST_NOTE = 120;

/**
 * 附注: （此件公开发布）, (此件主动公开) glued to the line before, （此件不予公开，理由：……）. Without 此件 the brackets must
 * be the whole line. （本文有删减） names no class and is none.
 */
export function recogniseNotes(text: string): DisclosureStatement[] {
  const bare = BARE_NOTE.exec(text);
  if (bare) {
    const start = text.search(/\S/);
    return [note(disclosureClass(bare[1] ?? ""), null, start, text.trimEnd().length)];
  }
  const notes: DisclosureStatement[] = [];
  let end = 0;
  for (let at = text.indexOf("公开"); at >= 0; at = text.indexOf("公开", Math.max(at + 2, end))) {
    const open = openingBefore(text, at, end);
    if (open < 0) continue;
    const close = closingAfter(text, at);
    if (close < 0) continue;
    const content = text.slice(open + 1, close);
    const match = NOTE.exec(content);
    if (!match) continue;
    const whole = text.slice(0, open).trim() === "" && /^[。.\s]*$/.test(text.slice(close + 1));
    if (!whole && (!match[1] || isShown(text, open, close))) continue;
    const value = disclosureClass(match[2] ?? "");
    const behind = open + 1 + content.indexOf(match[2] as string) + (match[2] as string).length;
    notes.push(
      note(value, value === "主动公开" ? null : reasonBehind(text.slice(0, close), behind), open, close + 1),
    );
    end = close + 1;
  }
  return notes;
}

function note(
  value: DisclosureStatement["value"],
  reason: string | null,
  start: number,
  end: number,
): DisclosureStatement {
  return { value, standing: "evidence", form: "note", reason, start, end };
}

function isShown(text: string, open: number, close: number): boolean {
  return (
    PRESCRIBING.test(text.slice(Math.max(0, open - 12), open)) ||
    PRESCRIBED.test(text.slice(close + 1, close + 4))
  );
}

function openingBefore(text: string, at: number, from: number): number {
  for (let i = at - 1; i >= Math.max(from, at - 14); i--) {
    const character = text[i] as string;
    if (OPENING.includes(character)) return i;
    if (CLOSING.includes(character)) return -1;
  }
  return -1;
}

/** The bracket that closes the one around `at`; brackets in between are skipped in pairs. */
function closingAfter(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(text.length, at + LONGEST_NOTE); i++) {
    const character = text[i] as string;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character) && depth-- === 0) return i;
  }
  return -1;
}
