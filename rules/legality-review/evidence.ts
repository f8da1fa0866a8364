import type { OfficialDocument } from "../../linter/document/document";
import type { LegalityReviewRecord } from "../../linter/document/metadata";
import type { Place } from "../../linter/document/place";
import type { Companion } from "../../linter/engine/package";
import type { RuleContext } from "../../linter/engine/rule";
import type { DocumentFacts } from "../../linter/facts/documentFacts";
import { declaredMajorDecision } from "../../linter/facts/majorDecision";
import { reviewResult } from "../../linter/facts/review/result";
import { readReviewOpinion } from "../../linter/facts/reviewOpinion";
import { fileName } from "../sources";
import { isSameTitle, namesDocument, subjectOf, textOf, titlesOf } from "../titles";

/** One review as some source tells it. */
export interface Review {
  organ: string | null;
  number: string | null;
  /** ISO */
  date: string | null;
  result: "lawful" | "conditional" | "unlawful" | null;
  corrected: boolean;
  /** For messages: 元数据（gongwen.yaml）, 正文, 同包的“…”. */
  source: string;
  /** Place in the document being checked; null elsewhere. */
  place: Place | null;
  quote: string;
}

/** A statement that no review took place, or that something stood in for it. */
export interface Denial {
  substitute: string | null;
  source: string;
  place: Place | null;
  quote: string;
}

export interface ReviewEvidence {
  reviews: readonly Review[];
  denials: readonly Denial[];
  /** Opinion files of the package that say nothing. */
  empty: readonly Companion[];
  /** Opinion files that review another document. */
  foreign: readonly { companion: Companion; subject: string }[];
}

type Context = Pick<RuleContext<object>, "document" | "facts" | "package">;

/** Why the document owes a review, in Chinese; null when it owes none. */
export function owesReview({ document, facts }: Context): string | null {
  if (facts.scope !== "official") return null;
  if (facts.normative.value) return "行政规范性文件";
  return declaredMajorDecision(document.blocks) ? "重大行政决策" : null;
}

/** Everything that is told of the review, in the order of belief: metadata, text, companions. */
export function reviewEvidence(context: Context): ReviewEvidence {
  const reviews: Review[] = [];
  const denials: Denial[] = [];
  const empty: Companion[] = [];
  const foreign: { companion: Companion; subject: string }[] = [];
  for (const { label, values } of context.document.metadata) {
    if (values.legalityReview) addRecord(values.legalityReview, `元数据（${label}）`, reviews, denials);
  }
  addStatements(context, "正文", true, reviews, denials);
  for (const companion of context.package?.companions ?? []) {
    const source = `同包材料“${fileName(companion.document.path)}”`;
    if (companion.role !== "review-opinion") {
      if (companion.role === "drafting-note" || companion.role === "other")
        addStatements(companion, source, false, reviews, denials);
      continue;
    }
    const opinion = readReviewOpinion(companion.document, companion.facts);
    const subject = otherSubject(companion.document, companion.facts, context);
    if (opinion.length < 10 || (opinion.length < 40 && opinion.result === null)) empty.push(companion);
    else if (subject) foreign.push({ companion, subject });
    else {
      const { verdict } = opinion;
      const quote = verdict
        ? (companion.document.blocks[verdict.block]?.text.slice(verdict.start, verdict.end) ?? "")
        : "";
      const corrected = companion.facts.review.some((statement) => statement.corrected);
      reviews.push({
        ...opinion,
        corrected,
        source,
        place: null,
        quote: quote || fileName(companion.document.path),
      });
    }
  }
  return { reviews, denials, empty, foreign };
}

function addRecord(record: LegalityReviewRecord, source: string, reviews: Review[], denials: Denial[]): void {
  const { organ = null, number = null, date = null, result = "" } = record;
  const quote = [organ, number, date, result].filter(Boolean).join("，");
  if (/会签|征求[^，。]{0,12}意见|参加审议|列席/.test(result) && !/审核|审查|合法/.test(result)) {
    denials.push({ substitute: result, source, place: null, quote });
  } else if (/^(?:未|尚未|没有|无需|无须|不需|不涉及|否|无$)/.test(result) && reviewResult(result) === null) {
    denials.push({ substitute: null, source, place: null, quote });
  } else if (!/^(?:待|拟|将|正在)|审核中|审查中|办理中/.test(result) && (organ || number || date || result)) {
    reviews.push({
      organ,
      number,
      date,
      result: reviewResult(result),
      corrected: false,
      source,
      place: null,
      quote,
    });
  }
}

function addStatements(
  { document, facts }: { document: OfficialDocument; facts: DocumentFacts },
  source: string,
  own: boolean,
  reviews: Review[],
  denials: Denial[],
): void {
  for (const {
    block,
    start,
    end,
    standing,
    organ,
    number,
    date,
    result,
    corrected = false,
    substitute,
  } of facts.review) {
    const place = own ? { block, start, end } : null;
    const quote = document.blocks[block]?.text.slice(start, end) ?? "";
    if (standing === "evidence")
      reviews.push({ organ, number, date, result, corrected, source, place, quote });
    else if (standing === "negative") denials.push({ substitute, source, place, quote });
  }
}

/** The title an opinion names when that is surely not this document's. */
function otherSubject(opinion: OfficialDocument, facts: DocumentFacts, context: Context): string | null {
  const titles = titlesOf(context.facts);
  if (titles.length === 0) return null;
  const text = textOf(opinion);
  if (namesDocument(text, titles, context.facts.elements.docNumber?.value ?? null)) return null;
  const title = facts.elements.title?.value ?? "";
  const subject =
    subjectOf(title) ??
    /(?:送审|报送|审核|审查|提交)[^。《]{0,14}《([^》]{4,80})》[^。]{0,12}(?:收悉|进行)/.exec(text)?.[1] ??
    null;
  return subject && !isSameTitle(subject, titles) ? subject : null;
}
