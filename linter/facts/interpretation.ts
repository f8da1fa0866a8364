import type { InterpretationStatement } from "./blockFacts";
import { NAMED_INTERPRETATION, WORK } from "./interpretation/names";
import { sentencesOf } from "./sentences";

const TRIGGERS = ["解读", "图解", "读懂", "看懂", "问答", "明白纸"];
const ADDRESS = /https?:\/\/[^\s）)，。；]+/;
/** 解读链接：…, 政策解读：见《……》政策解读.docx */
const LABELLED =
  /(?:^|[\s（(【])(?:相关|政策|文件|配套)*(?:解读|图解|问答)(?:材料|方案|链接|地址|网址|文件|稿)?\s*[:：]\s*(?:详?见)?\s*(\S.*?)[）)】]?$/;
/** The line of an annex list: 附件：1. ……, 2. …… */
const LISTED =
  /^\s*(?:附\s*件?\s*[0-9０-９一二三四五六七八九十]*\s*[:：]?\s*)?(?:[0-9０-９]{1,2}\s*[.．、]\s*)?(.+?)\s*$/;
const MARKED_ANNEX = /^\s*附\s*件?\s*[0-9０-９一二三四五六七八九十]*\s*[:：.．、\s]/;
const NUMBERED = /^\s*[0-9０-９]{1,2}\s*[.．、]/;
const LONGEST_NAME = 90;

const DUTY =
  /应当?|必须|须|坚持|要(?:同步|及时|做好|加强|通过)|同步(?:起草|制定|制订|报审|审批|发布|组织)|负责|谁起草/;
const PLAN = /(?:拟|将|计划|适时|下一步|另行)[^，。；]{0,20}(?:解读|图解|问答)/;

/**
 * What one block says of an interpretation (政策解读). Evidence names one that exists: a line of the annex list, a link.
 * Sentences about interpreting are duties, plans or mentions, one statement a sentence.
 */
export function recogniseInterpretation(text: string): InterpretationStatement[] {
  if (!TRIGGERS.some((word) => text.includes(word))) return [];
  const named = linked(text) ?? listed(text);
  if (named) return [named];
  return sentencesOf(text)
    .filter((sentence) => TRIGGERS.some((word) => sentence.text.includes(word)))
    .map(({ text: words, start, end }) => ({
      standing: DUTY.test(words) ? "duty" : PLAN.test(words) ? "plan" : "mention",
      target: null,
      start,
      end,
    }));
}

function linked(text: string): InterpretationStatement | null {
  const match = LABELLED.exec(text);
  const target = match?.[1];
  if (!match || !target) return null;
  const address = ADDRESS.exec(target)?.[0];
  const named =
    /^《/.test(target) ||
    NAMED_INTERPRETATION.test(target) ||
    /\.(?:docx?|wps|pdf|ofd|md|txt|html?|png|jpe?g)$/i.test(target);
  if (!address && (!named || WORK.test(target))) return null;
  const start = match.index + match[0].search(/[^\s（(【]/);
  return { standing: "evidence", target: address ?? target.trim(), start, end: text.trimEnd().length };
}

function listed(text: string): InterpretationStatement | null {
  if (text.length > LONGEST_NAME || /[。；]/.test(text)) return null;
  const name = LISTED.exec(text)?.[1] ?? "";
  if (!NAMED_INTERPRETATION.test(name) || WORK.test(name)) return null;
  const annex = MARKED_ANNEX.test(text);
  const titled = /《[^》]+》|^关于/.test(name);
  // Without 附件 a name alone is a title, of this text or another; in a numbered list it must say whose it is.
  const standing = annex || (NUMBERED.test(text) && titled) ? "evidence" : "mention";
  const start = text.indexOf(name);
  return { standing, target: name, start, end: start + name.length };
}
