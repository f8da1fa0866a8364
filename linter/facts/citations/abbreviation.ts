import type { Span } from "../../document/place";
import { isOneOf, skipBlanks, skipBlanksBack } from "./characters";
import { readMarks } from "./marks";
import { titleKey } from "./title";

/** 简称: a short name declared for the act before it. */
export interface Abbreviation {
  name: string;
  span: Span;
  /** 统称, 合称: stands for all acts of the list before it. */
  collective: boolean;
  /** Where the declaration ends. */
  end: number;
}

const DECLARES = /(?:以下|下文)?(?:统称|合称|简称)|(?:以)?下称/;
const LONGEST_NAME = 30;
const QUOTES: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "「": "」", "『": "』", '"': '"' };

/** Finds 以下简称《条例》, 以下简称“条例”, 以下简称条例, 下称…, 以下统称… between two offsets; null if there is none. */
export function readAbbreviation(text: string, start: number, end: number): Abbreviation | null {
  const match = DECLARES.exec(text.slice(start, end));
  if (!match) return null;
  let at = skipBlanks(text, start + match.index + match[0].length);
  if (text[at] === "为") at = skipBlanks(text, at + 1);
  if (isOneOf("：:", text, at)) at = skipBlanks(text, at + 1);
  const quote = QUOTES[text[at] ?? ""];
  const opening = quote === undefined ? at : at + 1;
  const span = text[opening] === "《" ? markedName(text, opening) : plainName(text, opening, end, quote);
  if (span === null || span.end > end || span.end - span.start > LONGEST_NAME) return null;
  const name = titleKey(text.slice(span.start, span.end));
  if (name === "") return null;
  const behind = text[span.end] === "》" ? span.end + 1 : span.end;
  return {
    name,
    span,
    collective: /[统合]称$/.test(match[0]),
    end: quote !== undefined && text[behind] === quote ? behind + 1 : behind,
  };
}

function markedName(text: string, open: number): Span | null {
  const marks = readMarks(text, open);
  return marks && { start: marks.innerStart, end: marks.innerEnd };
}

function plainName(text: string, start: number, limit: number, quote: string | undefined): Span | null {
  let end = start;
  while (end < limit && !(quote === undefined ? isOneOf("，,；;、。）)", text, end) : text[end] === quote))
    end++;
  if (quote !== undefined && end === limit) return null;
  return { start, end: skipBlanksBack(text, end) };
}
