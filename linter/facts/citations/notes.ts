import type { Span } from "../../document/place";
import type { DocumentNumber } from "../blockFacts";
import { recogniseDates } from "../dates";
import { parseNumber } from "../numerals";
import { type Abbreviation, readAbbreviation } from "./abbreviation";
import { isOneOf, skipBlanks } from "./characters";
import { numberWithin } from "./numberIndex";
import { classifyNote, type VersionNote } from "./title";

/** What stands right behind the marks: （2014年修正）, （国务院令第711号公布，以下简称《条例》）, （征求意见稿）. */
export interface Notes {
  version: VersionNote | null;
  draft: boolean;
  /** 试行, 暂行 behind the marks: part of the name all the same. */
  trial: string;
  number: DocumentNumber | null;
  stated: string | null;
  abbreviation: Abbreviation | null;
  noted: "ended" | "commences" | null;
  end: number;
}

const LONGEST_BRACKET = 200;
const MOST_BRACKETS = 4;

/** Reads the brackets, and a number without a bracket, that follow a name from `start`. */
export function readNotes(text: string, start: number, numbers: readonly DocumentNumber[]): Notes {
  const notes: Notes = {
    version: null,
    draft: false,
    trial: "",
    number: null,
    stated: null,
    abbreviation: null,
    noted: null,
    end: start,
  };
  for (let count = 0; count < MOST_BRACKETS; count++) {
    const at = skipBlanks(text, notes.end);
    const bracket = isOneOf("（(", text, at) ? readBracket(text, at) : null;
    if (bracket === null || !readContent(text, bracket, numbers, notes)) break;
    notes.end = bracket.end;
  }
  readWithoutBracket(text, numbers, notes);
  return notes;
}

/** The round brackets that open at `open`, brackets inside counted; null when they do not close soon. */
export function readBracket(text: string, open: number): Span | null {
  const last = Math.min(text.length, open + LONGEST_BRACKET);
  let depth = 0;
  for (let at = open; at < last; at++) {
    const character = text[at];
    if (character === "（" || character === "(") depth++;
    else if ((character === "）" || character === ")") && --depth === 0) return { start: open, end: at + 1 };
  }
  return null;
}

/** True when the bracket says something of the act named before it. */
function readContent(text: string, bracket: Span, numbers: readonly DocumentNumber[], notes: Notes): boolean {
  const start = bracket.start + 1;
  const end = bracket.end - 1;
  const note = classifyNote(text, start, end);
  if (note !== null) {
    if (note.kind === "version") notes.version ??= note.version;
    else if (note.kind === "trial") notes.trial += `（${note.word}）`;
    else notes.draft ||= note.draft;
    return true;
  }
  const content = text.slice(start, end);
  const abbreviation = content.includes("称") ? readAbbreviation(text, start, end) : null;
  // Another act is named in the bracket: that one is read for itself.
  const marks = text.indexOf("《", start);
  if (marks >= 0 && marks < end && !(abbreviation && marks === abbreviation.span.start - 1)) return false;
  const facts = abbreviation ? text.slice(start, abbreviation.span.start) : content;
  const number = numberWithin(numbers, start, end);
  const dates = facts.includes("年") ? recogniseDates(facts) : [];
  const amended = facts.includes("修") ? laterVersion(facts, start) : null;
  const life = number !== null || /公布|发布|通过|印发|颁布|制定/.test(facts);
  const noted = standing(facts, life);
  const stated = life ? dates.find((date) => date.complete) : undefined;
  if (!number && !abbreviation && !amended && !noted && !stated) return isBareYear(facts);
  notes.number ??= number;
  notes.abbreviation ??= abbreviation;
  notes.version ??= amended;
  notes.stated ??= stated?.iso ?? null;
  notes.noted ??= noted;
  return true;
}

/** （1993年）: the year of an act, no version. */
function isBareYear(content: string): boolean {
  return /^\s*(?:19|20)\d{2}\s*年?\s*$/.test(content);
}

/** The last 修订 or 修正 of a bracket that tells an act's life: 国务院令第711号公布，2019年4月3日修订. */
function laterVersion(content: string, offset: number): VersionNote | null {
  let found: VersionNote | null = null;
  for (const match of content.matchAll(/(\d{4})\s*年[^，,；;、年]{0,40}?(?:修正|修订)/g)) {
    const start = offset + match.index;
    const year = parseNumber(match[1] as string);
    if (year === null || year < 1949 || year > 2100) continue;
    found = { text: match[0], year, span: { start, end: start + match[0].length } };
  }
  return found;
}

/** `life`: the bracket tells when and by what the act was made; its date of effect is then no more than that. */
function standing(content: string, life: boolean): Notes["noted"] {
  if (/(?:已|现已|已经)[^，。]{0,12}(?:废止|失效)/.test(content)) return "ended";
  return !life && /(?:自|于|从)\d{4}年[^，。]{2,8}(?:施行|实施|生效)/.test(content) ? "commences" : null;
}

/** 《…》国发〔2008〕3号 and 《…》，以下简称《条例》. */
function readWithoutBracket(text: string, numbers: readonly DocumentNumber[], notes: Notes): void {
  const at = skipBlanks(text, notes.end);
  if (notes.number === null) {
    const number = numberWithin(numbers, at, at + LONGEST_BRACKET);
    if (number?.start === at && at < text.length) {
      notes.number = number;
      notes.end = number.end;
      return;
    }
  }
  if (notes.abbreviation !== null || !isOneOf("，,", text, at)) return;
  const word = skipBlanks(text, at + 1);
  if (!text.startsWith("以下简称", word) && !text.startsWith("下称", word) && !text.startsWith("简称", word))
    return;
  const abbreviation = readAbbreviation(text, word, Math.min(text.length, word + 40));
  if (abbreviation === null) return;
  notes.abbreviation = abbreviation;
  notes.end = abbreviation.end;
}
