import type { Rule } from "../../linter/engine/rule";
import { validityPeriod } from "./validity-period";

/** 公文要素: what a document has to say of itself. */
export const elementRules: readonly Rule[] = [validityPeriod];
