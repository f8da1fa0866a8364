import type { DisclosureStatement } from "../blockFacts";
import { CLASS_NAME, disclosureClass, reasonBehind } from "./terms";

const LABEL =
  "(?:(?:政府|政务)?信息公开(?:选项|属性|类别|类型|方式|形式|分类)?|(?:公文|文件)?公开(?:属性|方式|类别|类型|形式|选项|性质|分类)|是否公开)(?:建议|意见)?";
const LABELLED = new RegExp(`(${LABEL})[ \\u3000]*[:：][ \\u3000]*`, "g");
/** A label cell, or a field left open: 公开属性：＿＿＿. */
const LABEL_ALONE = new RegExp(`^\\s*${LABEL}\\s*([:：]?)[\\s_＿—-]*$`);
/** 公开属性　主动公开 as a line of its own, blanks in place of the colon. */
const SPACED = new RegExp(
  `^\\s*(${LABEL})[ \\t\\u3000|]+(主动公开|依申请公开|不予公开)(?!\\p{Script=Han})`,
  "u",
);
const VALUE =
  /^(?:此件)?(主动公开|依申请公开|(?:不予|免予|不对外|不)公开|公开发布|(?:全文|部分|删减后)?公开)(?!\p{Script=Han})/u;
/** 主动公开 / 依申请公开 / 不予公开 behind a label, nothing marked. */
const UNMARKED_LIST = /^(?:(?:主动公开|依申请公开|(?:不予|免予|不)公开)[ \u3000]*[/／、|｜]?[ \u3000]*){2,}$/;
/** A cell with nothing but a class, reason included. */
const VALUE_ALONE =
  /^\s*(?:此件)?(主动公开|依申请公开|(?:不予|免予|不)公开|公开发布)(?!\p{Script=Han}|[、/／|])(.*)$/u;
/** 不予公开理由：涉及国家秘密 as a field of its own. */
const REASON_FIELD =
  /^\s*(?:[（(]?(?:拟|如)?)?(不予公开|不公开|免予公开|依申请公开)[^:：。，]{0,8}(?:理由|原因|依据)[）)]?\s*(?:[:：]\s*(.*))?$/;
/** A value with its reason; the rest of a long block is not looked at again for each label. */
const LONGEST_VALUE = 120;
/** Words before a label that show the form instead of filling it. */
const SHOWING = /(?:标注|注明|标明|标识|加注|写明|选择|填写|“|‘|"|「)\s*$/;

/**
 * 公开属性：主动公开 and its relatives in 版记, cover sheets and OA forms. Cells of a table stand in blocks of their own:
 * a label alone and a class alone are given as mentions, for `joinDisclosure` to put together.
 */
export function recogniseFormLines(text: string): DisclosureStatement[] {
  const alone = LABEL_ALONE.exec(text);
  if (alone) return [line(text, null, alone[1] ? "evidence" : "mention", null)];
  const field = REASON_FIELD.exec(text);
  if (field) {
    const reason = field[2] ? reasonBehind(`理由：${field[2]}`, 0) : null;
    return [line(text, disclosureClass(field[1] ?? ""), "mention", reason)];
  }
  const spaced = SPACED.exec(text);
  if (spaced) {
    const value = disclosureClass(spaced[2] ?? "");
    return [
      line(text, value, "evidence", value === "主动公开" ? null : reasonBehind(text, spaced[0].length)),
    ];
  }
  const value = text.length <= 120 ? VALUE_ALONE.exec(text) : null;
  if (value && (value[2]?.trim() === "" || reasonBehind(value[2] ?? "", 0) !== null)) {
    const disclosed = disclosureClass(value[1] ?? "");
    return [
      line(text, disclosed, "mention", disclosed === "主动公开" ? null : reasonBehind(value[2] ?? "", 0)),
    ];
  }
  return labelled(text);
}

function labelled(text: string): DisclosureStatement[] {
  const lines: DisclosureStatement[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const start = match.index;
    const from = start + match[0].length;
    if (SHOWING.test(text.slice(Math.max(0, start - 4), start))) continue;
    const rest = text.slice(from, from + LONGEST_VALUE);
    if (rest.match(CLASS_NAME) && UNMARKED_LIST.test(rest.trim())) {
      const end = from + rest.trimEnd().length;
      lines.push({ value: null, standing: "evidence", form: "options", reason: null, start, end });
      continue;
    }
    const value = VALUE.exec(rest);
    if (!value || /^[、/／|]/.test(rest.slice(value[0].length))) continue;
    const end = from + value[0].length;
    const disclosed = disclosureClass(value[1] ?? "");
    // Letters and complaints are processed on forms with 公开方式：不公开: that speaks of the letter.
    const standing = match[1] === "公开方式" && value[1] === "不公开" ? "mention" : "evidence";
    const reason = disclosed === "主动公开" ? null : reasonBehind(text, end);
    lines.push({ value: disclosed, standing, form: "form-line", reason, start, end });
  }
  return lines;
}

function line(
  text: string,
  value: DisclosureStatement["value"],
  standing: DisclosureStatement["standing"],
  reason: string | null,
): DisclosureStatement {
  return { value, standing, form: "form-line", reason, start: text.search(/\S/), end: text.trimEnd().length };
}
