import { interpretationQuality } from "./interpretation-quality";
import { missingInterpretation } from "./missing-interpretation";

/** 政策解读 */
export const interpretationRules = [missingInterpretation, interpretationQuality];
