import type { OfficialDocument } from "../document/document";
import type { ReviewStatement } from "./blockFacts";
import type { DocumentFacts, Placed } from "./documentFacts";
import { recogniseNumbers } from "./documentNumbers";
import { reviewOrgan } from "./review/organ";
import { reviewResult } from "./review/result";

/** 合法性审核意见书 as a whole: what an opinion document of a package says. */
export interface ReviewOpinion {
  /** The reviewing organ: who signed, else who is named. */
  organ: string | null;
  number: string | null;
  /** ISO */
  date: string | null;
  result: ReviewStatement["result"];
  /** The title of the reviewed draft as the opinion's own title names it. */
  subject: string | null;
  /** The words the result rests on. */
  verdict: Placed<{ start: number; end: number }> | null;
  /** Han characters of the text without its title: an opinion of none is an empty form. */
  length: number;
}

/** From here on an opinion speaks its verdict; before it stand the draft's name, the law and the questions asked. */
const VERDICT_BEGINS =
  /(?:审核|审查)(?:意见|结论|结果|认为)|经(?:我局|本局|我办|依法|认真)*(?:审核|审查|研究)|综上|我局认为|(?:意见|结论)(?:如下|[：:])/;
const TITLE = /(?:合法合规性|合法性|法制|法律)(?:审核|审查)(?:意见书?|报告|结论)/;

/** Reads an opinion that stands in a file of its own; the caller knows that it is one. */
export function readReviewOpinion(document: OfficialDocument, facts: DocumentFacts): ReviewOpinion {
  const texts = document.blocks.map(({ text }) => text);
  const title = facts.elements.title?.value ?? texts.find((text) => TITLE.test(text)) ?? "";
  let begun = false;
  let result: ReviewStatement["result"] = null;
  let verdict: ReviewOpinion["verdict"] = null;
  texts.forEach((text, block) => {
    const isTitle = TITLE.test(text) && text.trim().length < 60 && !/[。：:]/.test(text);
    const at = begun ? 0 : isTitle ? -1 : text.search(VERDICT_BEGINS);
    if (at < 0) return;
    begun = true;
    const found = reviewResult(text.slice(at));
    if (found === null || graver(result, found) === result) return;
    result = found;
    verdict = { block, start: at, end: text.length };
  });
  const named = facts.review.find(({ standing }) => standing === "evidence");
  const numbers = facts.elements.docNumber?.value ?? texts.slice(0, 6).join("\n");
  return {
    organ:
      facts.elements.signatory?.value ??
      facts.elements.issuer?.value ??
      named?.organ ??
      reviewOrgan(texts.join("\n")),
    number: recogniseNumbers(numbers)[0]?.standard ?? named?.number ?? null,
    date: facts.elements.date?.value ?? facts.metadata.date ?? named?.date ?? null,
    result,
    subject:
      /《([^》]+)》/.exec(title)?.[1] ??
      /^关于(.+?)的?(?:合法合规性|合法性|法制|法律)(?:审核|审查)/.exec(title)?.[1] ??
      null,
    verdict,
    length: texts
      .filter((text) => text.trim() !== title.trim())
      .join("")
      .replace(/[^\p{Script=Han}]/gu, "").length,
  };
}

const GRAVITY = { lawful: 1, conditional: 2, unlawful: 3 } as const;

function graver(a: ReviewStatement["result"], b: ReviewStatement["result"]): ReviewStatement["result"] {
  return (b ? GRAVITY[b] : 0) > (a ? GRAVITY[a] : 0) ? b : a;
}
