import type { Block } from "../../document/block";
import { sentencesOf } from "../sentences";
import { tellsCorrection } from "./result";

const REVIEWER_SAID = /司法[局厅部所]|法制(?:办|机构|局)|审核意见|审查意见|审核机构|合法性/;

/** A sentence that tells how the review's objections were met, as drafting notes do: 县司法局提出的意见均已采纳. */
export function findCorrection(blocks: readonly Block[]): string | null {
  for (const { text } of blocks) {
    if (!REVIEWER_SAID.test(text)) continue;
    for (const sentence of sentencesOf(text)) {
      if (REVIEWER_SAID.test(sentence.text) && tellsCorrection(sentence.text)) return sentence.text;
    }
  }
  return null;
}
