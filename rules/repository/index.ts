import type { Rule } from "../../linter/engine/rule";
import { annexMismatch } from "./annex-mismatch";
import { duplicateNumber } from "./duplicate-number";
import { endedCitation } from "./ended-citation";
import { orphanInterpretation } from "./orphan-interpretation";
import { repealedWithoutMark } from "./repealed-without-mark";
import { skippedNumber } from "./skipped-number";
import { validityExpired } from "./validity-expired";

/** 文件库: what documents show only beside each other. */
export const repositoryRules: readonly Rule[] = [
  endedCitation,
  repealedWithoutMark,
  validityExpired,
  duplicateNumber,
  skippedNumber,
  orphanInterpretation,
  annexMismatch,
];
