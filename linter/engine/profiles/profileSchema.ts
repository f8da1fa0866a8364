import { z } from "zod";
import type { LocalProfile } from "./localProfile";
import { SHIPPED_PROFILES, type ShippedProfileName } from "./shipped";

const basis = z.string().min(1, "应为本地规定的名称和文号");
const years = z.number().int().min(1);

const writtenOut: z.ZodType<LocalProfile> = z.strictObject({
  name: z.string().min(1),
  validity: z
    .strictObject({
      basis,
      years: years.optional(),
      trialYears: years.optional(),
      required: z.boolean().optional(),
      reviewMonths: z.number().int().min(1).max(24).optional(),
    })
    .optional(),
  interpretation: z.strictObject({ basis, daysAfterRelease: z.number().int().min(0).optional() }).optional(),
});

/** 地区口径 as a configuration has it: the name of a shipped one, or one of the same shape written out. */
export const profileSchema = z.union([
  z.enum(Object.keys(SHIPPED_PROFILES) as [ShippedProfileName, ...ShippedProfileName[]]),
  writtenOut,
]);
