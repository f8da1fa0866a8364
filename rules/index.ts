import type { Rule } from "../linter/engine/rule";
import { citationRules } from "./citations/index";
import { disclosureRules } from "./disclosure/index";
import { elementRules } from "./elements/index";
import { interpretationRules } from "./interpretation/index";
import { layoutRules } from "./layout/index";
import { legalityReviewRules } from "./legality-review/index";
import { repositoryRules } from "./repository/index";

export { openRegistry } from "./laws/registry";

/** Every rule of the linter, in the order of the reference. */
export const allRules: readonly Rule[] = [
  ...disclosureRules,
  ...legalityReviewRules,
  ...interpretationRules,
  ...citationRules,
  ...elementRules,
  ...repositoryRules,
  ...layoutRules,
];
