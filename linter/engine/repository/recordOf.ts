import type { OfficialDocument } from "../../document/document";
import { locate } from "../../document/locate";
import type { Place } from "../../document/place";
import { citedLaw } from "../../facts/citedLaw";
import type { Citation, DocumentFacts } from "../../facts/documentFacts";
import { recogniseNumbers } from "../../facts/documentNumbers";
import type { LawRegistry } from "../../facts/laws";
import { lastDay, recogniseTerm, type TermStatement } from "../../facts/term";
import type { CompanionRole } from "../package";
import { sentenceAround } from "../sentence";
import { wholeDocument } from "../wholeDocument";
import { type Evidence, type NamedDocument, nameOf, type RepositoryRecord } from "./record";

/** How far down a mark such as （已废止） or 有效性：废止 is looked for: the head of the document. */
const HEAD_BLOCKS = 8;
const MARKED_ENDED =
  /[（(【［[]\s*(?:本文(?:件)?)?(?:已经?|全文)?(废止|失效|宣布失效)\s*[）)】］\]]|^\s*(?:有效性|时效性?|效力(?:状态)?|文件状态|是否有效)\s*[:：]\s*(已?废止|已?失效|宣布失效|全文废止|全文失效|无效|否)\s*$/;
/** 关于废止部分规范性文件的决定, 关于公布继续有效和废止失效文件目录的通知 is no list of repeals alone. */
const REPEALING_TITLE = /(?:废止|宣布失效)/;
const OTHER_LISTS = /继续有效|保留|修改|清理结果/;
/** A member of a list: a cell, or a line that begins with a number or the name itself. */
const LISTED = /^[\s　]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[《〈])/;

/**
 * Draws up the record of a document. Citations of acts that the registry holds are left to the rules on citations.
 * @param today ISO; on which the registry is asked.
 */
export function recordOf(
  { document, facts }: { document: OfficialDocument; facts: DocumentFacts },
  role: CompanionRole | null,
  laws: LawRegistry,
  today: string,
): RepositoryRecord {
  const { elements, metadata, parts } = facts;
  const evidence = (place: Place) => evidenceAt(document, place);
  const title = elements.title?.value ?? metadata.title ?? null;
  const whole = wholeDocument(document, facts);
  const own = parts.filter(({ role }) => role !== "annex").flatMap((part) => part.title ?? []);
  const names = [...(title ? [title] : []), ...own, ...issuedBy(title ?? "")].map(nameOf);
  const [number] = recogniseNumbers(elements.docNumber?.value ?? "");
  const date = fullDay(elements.date?.value ?? metadata.date);
  const ending = term(document, facts, date);
  return {
    path: document.path,
    title: { ...evidence(whole.place), quote: whole.quote },
    names: [...new Set(names)].filter((name) => name.length >= 4),
    role,
    scope: facts.scope,
    kind: facts.kind,
    normative: facts.normative.value,
    draft: metadata.status === "draft",
    number: number
      ? { standard: number.standard, organ: number.organ, year: number.year, serial: number.serial }
      : null,
    numberAt: elements.docNumber?.place ? evidence(elements.docNumber.place) : null,
    date,
    begins: ending.begins,
    until: ending.until,
    untilAt: ending.at && evidence(ending.at),
    ended: markedEnded(document, evidence),
    repeals: repeals(document, facts, title ?? "").map((citation) => named(citation, evidence)),
    cites: facts.citations
      .filter((citation) => isReference(citation, facts) && citedLaw(citation, laws, today) === null)
      .map((citation) => named(citation, evidence)),
  };
}

function evidenceAt(document: OfficialDocument, place: Place): Evidence {
  const text = document.blocks[place.block]?.text ?? "";
  return {
    place,
    location: locate(document, place),
    quote: text.slice(place.start, place.end),
    sentence: sentenceAround(text, place),
  };
}

/** 关于印发《…办法》的通知 goes by the name of what it issues, too. */
function issuedBy(title: string): string[] {
  const issued = /(?:印发|发布|公布|颁布)《(.+)》的(?:通知|公告|令|决定)$/.exec(
    title.replace(/\s/g, ""),
  )?.[1];
  return issued ? [issued] : [];
}

function fullDay(date: string | undefined): string | null {
  return date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

/** The term of the document or of what it issues; annexes have terms of their own. The last statement counts. */
function term({ blocks }: OfficialDocument, { parts, blocks: facts }: DocumentFacts, date: string | null) {
  let begins: string | null = null;
  let until: string | null = null;
  let at: Place | null = null;
  const days = (statement: TermStatement) => (statement.begins === "issue" ? date : statement.begins);
  for (const part of parts) {
    if (part.role === "annex") continue;
    for (let block = part.start; block < part.end; block++) {
      for (const statement of recogniseTerm(blocks[block]?.text ?? "", facts[block]?.dates ?? [])) {
        begins = days(statement) ?? begins;
        const start = begins ?? date;
        const last = statement.until ?? (statement.years && start ? lastDay(start, statement.years) : null);
        if (last === null) continue;
        until = last;
        at = { block, start: statement.start, end: statement.end };
      }
    }
  }
  return { begins, until, at };
}

function markedEnded({ blocks }: OfficialDocument, evidence: (place: Place) => Evidence) {
  for (const [block, { text }] of blocks.slice(0, HEAD_BLOCKS).entries()) {
    const match = MARKED_ENDED.exec(text);
    const word = match?.[1] ?? match?.[2];
    if (!match || !word) continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return { ...evidence({ block, start, end: match.index + match[0].trimEnd().length }), word };
  }
  return null;
}

/** What it ends: named in a clause of repeal, or listed by a document whose title says that it repeals. */
function repeals({ blocks }: OfficialDocument, facts: DocumentFacts, title: string): readonly Citation[] {
  const clauses = facts.citations.filter(({ purpose, self }) => purpose === "repeal" && !self);
  if (!REPEALING_TITLE.test(title) || OTHER_LISTS.test(title) || /清理的?(?:通知|意见|方案)$/.test(title))
    return clauses;
  const listed = facts.citations.filter(({ purpose, self, block }) => {
    const line = blocks[block];
    const inList = line?.role === "table-cell" || LISTED.test(line?.text ?? "");
    return purpose === "reference" && !self && inList;
  });
  return [...clauses, ...listed];
}

function isReference({ purpose, self, draft, form, titleSpan, block }: Citation, facts: DocumentFacts) {
  if (purpose !== "reference" || self || draft || (form !== "marked" && form !== "number")) return false;
  const heading = facts.elements.title?.place;
  return !(heading && heading.block === block && heading.start <= titleSpan.start);
}

function named(citation: Citation, evidence: (place: Place) => Evidence): NamedDocument {
  const { block, start, end, title, number } = citation;
  return {
    ...evidence({ block, start, end }),
    name: title === null ? null : nameOf(title),
    number: number?.standard ?? null,
  };
}
