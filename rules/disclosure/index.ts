import { disclosureConflict } from "./disclosure-conflict";
import { disclosureReason } from "./disclosure-reason";
import { missingDisclosure } from "./missing-disclosure";

/** 公开属性 */
export const disclosureRules = [missingDisclosure, disclosureReason, disclosureConflict];
