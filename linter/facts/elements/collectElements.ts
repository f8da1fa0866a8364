import type { BlockFacts } from "../blockFacts";
import type { Element, Elements } from "../documentFacts";
import type { Division, PartLines } from "../parts";
import type { Head } from "./head";
import { findHeadNoteDate, findHeadNoteOrder } from "./headNotes";
import { findIssuer } from "./issuer";
import { elementAt, type Line } from "./lines";
import { readNote } from "./note";
import type { Signature } from "./signature";

/** 公文要素 as the text itself shows them (GB/T 9704—2012); metadata is put over them by the caller. */
export function collectElements(
  lines: readonly Line[],
  facts: readonly BlockFacts[],
  head: Head,
  division: Division,
): Elements {
  const { signature } = division;
  const main = division.parts[0] as PartLines;
  const carried = division.parts.find(({ role }) => role === "issued");
  return {
    docNumber: numberElement(head) ?? findHeadNoteOrder(head, facts),
    issuer: findIssuer(lines, facts, head, signature),
    title: titleElement(lines, head, carried),
    addressees: addresseeElement(lines, head),
    signatory: signature?.signatory
      ? elementAt(signature.signatory.value, signature.signatory.line, undefined, signature.signatory.end)
      : null,
    date: dateElement(signature) ?? findHeadNoteDate(head, facts),
    securityClass: wordElement(head.securityClass, /绝\s*密|机\s*密|秘\s*密/, /[★☆*\s].*?(?=\s+\S*急|$)/),
    urgency: wordElement(head.urgency, /特\s*急|加\s*急|特\s*提|平\s*急|急\s*件/),
    note: readNote(lines, facts, main, signature),
    attachments: division.attachments,
  };
}

function dateElement(signature: Signature | null): Element | null {
  if (!signature?.date?.iso) return null;
  const { iso, line, start, end } = signature.date;
  return elementAt(iso, line, start, end);
}

function numberElement({ number }: Head): Element | null {
  if (!number) return null;
  const { line, value } = number;
  return elementAt(value.replace(/\s/g, ""), line, number.number.start, number.number.end);
}

/** An order has no title of its own: it is known by the text it carries. */
function titleElement(lines: readonly Line[], head: Head, carried: PartLines | undefined): Element | null {
  if (head.title) {
    const line = lines[head.title.from];
    return line ? elementAt(head.title.value, line) : null;
  }
  if (!head.order || !carried?.title) return null;
  const line = lines
    .slice(carried.from, carried.to)
    .find(({ text }) => carried.title?.startsWith(text.replace(/\s/g, "")));
  return line ? elementAt(carried.title, line) : null;
}

function addresseeElement(lines: readonly Line[], { addressee }: Head): Element | null {
  const first = addressee ? lines[addressee.from] : undefined;
  if (!addressee || !first) return null;
  const value = lines
    .slice(addressee.from, addressee.to)
    .map(({ text }) => text)
    .join("");
  return elementAt(value.replace(/^主\s*送(?:机关)?\s*[：:]\s*/, "").replace(/[：:]$/, ""), first);
}

function wordElement(line: Line | null, word: RegExp, behind?: RegExp): Element | null {
  const match = line ? word.exec(line.text) : null;
  if (!line || !match) return null;
  const start = line.start + match.index;
  const term = behind?.exec(line.text.slice(match.index + match[0].length))?.[0] ?? "";
  const end = start + match[0].length + term.length;
  return elementAt((match[0] + term).replace(/\s/g, ""), line, start, end);
}
