import type { CitationMention } from "../blockFacts";
import { skipBlanks, skipBlanksBack, wordAt, wordBefore } from "./characters";

/** A mention while its block is being read, with what only its neighbours and its purpose need. */
export interface Reading {
  mention: CitationMention;
  /** Where the words begin that belong to it: date, issuer, number in front of the marks. */
  from: number;
  /** 2005年公布的《…》: its publication is told. */
  published: boolean;
  /** What a bracket behind says of it: （已废止）, （自2027年1月1日起施行）. */
  noted: "ended" | "commences" | null;
}

/** A mention that says nothing but where and what it is. */
export function plainMention(
  form: CitationMention["form"],
  title: string | null,
  titleSpan: { start: number; end: number },
): CitationMention {
  return {
    start: titleSpan.start,
    end: titleSpan.end,
    form,
    title,
    titleSpan,
    issuer: null,
    versionNote: null,
    draft: false,
    number: null,
    stated: null,
    articles: [],
    abbreviation: null,
    purpose: "reference",
  };
}

/** What joins the members of a list of acts: 、 和 与 及 以及 或 或者, or nothing at all between marks. */
const CONNECTORS = "以及 或者 、 和 与 及 或".split(" ");

/** Offset behind the connector that stands at `at`, blanks passed over; `at` itself when there is none. */
export function behindConnector(text: string, at: number): number {
  const start = skipBlanks(text, at);
  const word = wordAt(text, start, CONNECTORS);
  return word === "" ? at : skipBlanks(text, start + word.length);
}

/** Where the connector begins that ends at `end`; `end` itself when there is none. */
export function beforeConnector(text: string, end: number): number {
  const stop = skipBlanksBack(text, end);
  const word = wordBefore(text, stop, CONNECTORS);
  return word === "" ? end : skipBlanksBack(text, stop - word.length);
}
