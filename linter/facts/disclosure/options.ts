import type { DisclosureStatement } from "../blockFacts";
import { CLASS_NAME, disclosureClass, reasonBehind } from "./terms";

/** A box, circle or pair of brackets that can be ticked; group 1 holds the sign when it is. */
const MARK = "(?:([☑☒✓✔√✅■●◉▣⊙])|[□☐○◯〇⬜▢]|[（(\\[【][ \\u3000]*([√✓✔☑xXvV])?[ \\u3000]*[）)\\]】])";
const MARK_BEFORE = new RegExp(`${MARK}([ \\u3000]*)$`);
const MARK_AFTER = new RegExp(`^([ \\u3000]*)${MARK}`);
/** Signs that are bullets as often as boxes count only in a list of several classes. */
const BULLETS = /[●■○◯〇◉⊙▣]/;

interface Mark {
  ticked: boolean;
  /** No blank between mark and name. */
  glued: boolean;
  text: string;
}

interface Option {
  start: number;
  end: number;
  name: string;
  before: Mark | null;
  after: Mark | null;
}

/**
 * 勾选项: □主动公开 ☑依申请公开 □不予公开, “主动公开（√）”, √主动公开. One statement for each ticked class; one with
 * `value: null` over the whole list when none is ticked; nothing when the text is no such list.
 */
export function recogniseOptions(text: string): DisclosureStatement[] {
  if (!/[☑☒✓✔√✅■●◉▣⊙□☐○◯〇⬜▢（([【]/.test(text)) return [];
  const options = readOptions(text);
  const first = options[0];
  const last = options.at(-1);
  if (!first || !last) return [];
  const side = markedSide(options);
  const marks = options.map((option) => option[side]).filter((mark): mark is Mark => mark !== null);
  if (marks.length === 0) return [];
  if (options.length === 1 && !isUnmistakable(text, first, marks[0] as Mark)) return [];
  if (isQuoted(text, first.start)) return [];

  const ticked = options.filter((option) => option[side]?.ticked);
  const statement = { standing: "evidence", form: "options" } as const;
  if (ticked.length === 0) {
    const start = side === "before" ? first.start - (first.before?.text.length ?? 0) : first.start;
    const end = side === "after" ? last.end + (last.after?.text.length ?? 0) : last.end;
    return [{ ...statement, value: null, start, end, reason: null }];
  }
  return ticked.map((option) => {
    const start = side === "before" ? option.start - (option.before?.text.length ?? 0) : option.start;
    const end = side === "after" ? option.end + (option.after?.text.length ?? 0) : option.end;
    const value = disclosureClass(option.name);
    const reason = value === "主动公开" ? null : (reasonBehind(text, end) ?? reasonBehind(text, last.end));
    return { ...statement, value, start, end, reason };
  });
}

function readOptions(text: string): Option[] {
  const options: Option[] = [];
  for (const match of text.matchAll(CLASS_NAME)) {
    const start = match.index;
    const end = start + match[0].length;
    // “□主动公开的信息” is a sentence; “（√）依申请公开理由：” a label.
    if (/^[\p{Script=Han}]/u.test(text.slice(end, end + 1)) && text[end] !== "〇") continue;
    const before = MARK_BEFORE.exec(text.slice(Math.max(0, start - 8), start));
    const after = MARK_AFTER.exec(text.slice(end, end + 8));
    options.push({
      start,
      end,
      name: match[0],
      before: before && { ticked: Boolean(before[1] ?? before[2]), glued: before[3] === "", text: before[0] },
      after: after && { ticked: Boolean(after[2] ?? after[3]), glued: after[1] === "", text: after[0] },
    });
  }
  return options;
}

/** Marks stand before the names or behind them; the glued ones decide. */
function markedSide(options: readonly Option[]): "before" | "after" {
  const before = options.filter((option) => option.before?.glued).length;
  const after = options.filter((option) => option.after?.glued).length;
  if (before !== after) return before > after ? "before" : "after";
  return options[0]?.before ? "before" : "after";
}

/** A single option must fill its block, and carry a sign that is no bullet and no number. */
function isUnmistakable(text: string, option: Option, mark: Mark): boolean {
  if (BULLETS.test(mark.text)) return false;
  const rest = text.slice(0, option.start) + text.slice(option.end);
  const label = rest.replace(mark.text, "").replace(/[（(【[].*$/, "");
  return label.trim().length <= 12 && !/[。；，]/.test(label);
}

function isQuoted(text: string, at: number): boolean {
  return /[“"‘「『][^”"’」』]{0,6}$/.test(text.slice(Math.max(0, at - 8), at));
}
