import { legalityReviewInvalid } from "./legality-review-invalid";
import { missingLegalityReview } from "./missing-legality-review";

/** 合法性审核 */
export const legalityReviewRules = [missingLegalityReview, legalityReviewInvalid];
