import type { DocumentFacts } from "../facts/documentFacts";
import type { JudgementDate } from "./rule";

/** `--as-of`: a date (ISO), today, or the document's own 成文日期. */
export type AsOf = "today" | "document" | (string & {});

/**
 * The date a document is judged on. `document` takes the 成文日期 (metadata, else the text's); a document without a
 * full date is judged today, which `from` then says.
 */
export function judgementDate(asOf: AsOf, facts: DocumentFacts, today: string): JudgementDate {
  if (asOf === "today") return { date: today, from: "today" };
  if (asOf !== "document") return { date: asOf, from: "given" };
  const own = facts.elements.date?.value;
  return own && /^\d{4}-\d{2}-\d{2}$/.test(own)
    ? { date: own, from: "document" }
    : { date: today, from: "today" };
}

/** Today in the user's own time zone, ISO. */
export function today(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
