import type { OfficialDocument } from "./document/document";
import { locate } from "./document/locate";
import type { DocumentMetadata } from "./document/metadata";
import { citedLaw } from "./facts/citedLaw";
import type { Citation, DocumentFacts, Elements } from "./facts/documentFacts";
import type { LawRegistry } from "./facts/laws";
import type { InspectedFile } from "./reporters/contract";

type Source = InspectedFile["disclosure"]["source"];
type Evidence = InspectedFile["legalityReview"];

const NONE: Evidence = { present: false, quote: null, source: null };

/**
 * 识别结果: what was recognised in one document, as the contract has it. The state of each cited act is that on
 * `asOf` (ISO). Evidence is given from its most believed source: metadata, then the text.
 */
export function inspect(
  document: OfficialDocument,
  facts: DocumentFacts,
  laws: LawRegistry,
  asOf: string,
): InspectedFile {
  return {
    path: document.path,
    kind: facts.kind,
    normative: { value: facts.normative.value, because: [...facts.normative.because] },
    policy: { value: facts.policy.value, because: [...facts.policy.because] },
    elements: plainElements(facts.elements),
    disclosure: disclosureOf(document, facts),
    legalityReview: reviewOf(document, facts),
    interpretation: interpretationOf(document, facts),
    citations: facts.citations
      .filter(namesAnotherText)
      .map((citation) => inspectCitation(citation, document, laws, asOf)),
  };
}

function plainElements(elements: Elements): InspectedFile["elements"] {
  const value = (element: { value: string } | null) => element?.value ?? null;
  return {
    docNumber: value(elements.docNumber),
    issuer: value(elements.issuer),
    title: value(elements.title),
    addressees: value(elements.addressees),
    signatory: value(elements.signatory),
    date: value(elements.date),
    securityClass: value(elements.securityClass),
    urgency: value(elements.urgency),
    note: value(elements.note),
    attachments: elements.attachments.map((element) => element.value),
  };
}

function disclosureOf(document: OfficialDocument, facts: DocumentFacts): InspectedFile["disclosure"] {
  const stated = facts.metadata.disclosure;
  if (stated) return { value: stated, quote: stated, source: sourceOf(facts, "disclosure") };
  const evidence = facts.disclosure.filter(({ standing }) => standing === "evidence");
  const found = evidence.find(({ value }) => value !== null) ?? evidence[0];
  if (!found) return { value: null, quote: null, source: null };
  return { value: found.value, quote: quoteAt(document, found), source: "text" };
}

function reviewOf(document: OfficialDocument, facts: DocumentFacts): Evidence {
  const record = facts.metadata.legalityReview;
  if (record) {
    const quote = [record.organ, record.number, record.date, record.result].filter(Boolean).join(" ");
    return { present: true, quote: quote || null, source: sourceOf(facts, "legalityReview") };
  }
  const found = facts.review.find(({ standing }) => standing === "evidence");
  return found ? { present: true, quote: quoteAt(document, found), source: "text" } : NONE;
}

function interpretationOf(document: OfficialDocument, facts: DocumentFacts): Evidence {
  const links = facts.metadata.interpretation ?? [];
  if (links.length > 0) {
    return { present: true, quote: links.join("；"), source: sourceOf(facts, "interpretation") };
  }
  const found = facts.interpretation.find(({ standing }) => standing === "evidence");
  return found ? { present: true, quote: quoteAt(document, found), source: "text" } : NONE;
}

/** 本办法第三条 cites nothing else, and books, forms and courses are no acts. */
function namesAnotherText({ form, self, purpose, refersTo }: Citation): boolean {
  if (self || form === "self" || purpose === "other") return false;
  return form !== "previous" || refersTo !== null;
}

function inspectCitation(
  citation: Citation,
  document: OfficialDocument,
  laws: LawRegistry,
  asOf: string,
): InspectedFile["citations"][number] {
  const { line, column } = locate(document, citation);
  const law = citation.draft ? null : citedLaw(citation, laws, asOf);
  const state = law ? laws.state(law, asOf) : null;
  return {
    quote: quoteAt(document, citation) ?? "",
    title: citation.refersTo ?? citation.title,
    articles: citation.articles.map(({ text }) => text),
    versionNote: citation.versionNote?.text ?? citation.refersToVersion,
    number: citation.number?.standard ?? citation.refersToNumber,
    resolved: law &&
      state && { title: law.title, status: state.status, replacedBy: state.successor?.title ?? null },
    location: { line, column },
  };
}

function quoteAt(
  document: OfficialDocument,
  place: { block: number; start: number; end: number },
): string | null {
  return document.blocks[place.block]?.text.slice(place.start, place.end) ?? null;
}

function sourceOf(facts: DocumentFacts, key: keyof DocumentMetadata): Source {
  return facts.metadataSource[key]?.source ?? null;
}
