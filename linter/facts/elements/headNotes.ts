import type { BlockFacts } from "../blockFacts";
import type { Element } from "../documentFacts";
import type { Head } from "./head";
import { elementAt } from "./lines";

/**
 * 成文日期 of texts without a signature: the last date in the notes under the title (“2017年12月22日国务院令第695号修订”, the subtitle
 * of a speech), the day of taking effect left aside.
 */
export function findHeadNoteDate({ headNotes }: Head, facts: readonly BlockFacts[]): Element | null {
  let last: Element | null = null;
  for (const line of headNotes) {
    for (const date of facts[line.block]?.dates ?? []) {
      if (!date.complete || date.start < line.start || date.end > line.end) continue;
      if (/^\s*(?:起)?\s*(?:施行|实施|生效)/.test(line.text.slice(date.end - line.start))) continue;
      if (/[自的]\s*$/.test(line.text.slice(0, date.start - line.start))) continue;
      last = elementAt(date.iso, line, date.start, date.end);
    }
  }
  return last;
}

/** The order that published a text which carries its number only in the notes under the title; the last one. */
export function findHeadNoteOrder({ headNotes }: Head, facts: readonly BlockFacts[]): Element | null {
  let last: Element | null = null;
  for (const line of headNotes) {
    for (const number of facts[line.block]?.numbers ?? []) {
      if (number.start < line.start || number.end > line.end) continue;
      const written = line.text.slice(number.start - line.start, number.end - line.start);
      last = elementAt(written.replace(/\s/g, ""), line, number.start, number.end);
    }
  }
  return last;
}
