import type { Rule } from "../../linter/engine/rule";
import { lawArticle } from "./law-article";
import { lawNumber } from "./law-number";
import { lawTitle } from "./law-title";
import { notYetInForce } from "./not-yet-in-force";
import { repealedLaw } from "./repealed-law";
import { supersededSoon } from "./superseded-soon";
import { supersededVersion } from "./superseded-version";

/** 引用: laws, regulations and documents as a draft cites them, judged on a date. */
export const citationRules: readonly Rule[] = [
  repealedLaw,
  supersededVersion,
  supersededSoon,
  notYetInForce,
  lawTitle,
  lawNumber,
  lawArticle,
];
