import { browser } from "wxt/browser";
import { z } from "zod/mini";
import type { RuleSetting } from "../../linter/engine/configure";
import type { Pattern } from "../../linter/engine/patterns/patternSchema";
import type { LocalProfile } from "../../linter/engine/profiles/localProfile";
import type { IgnoreScope } from "../shared/messages";
import { draftFingerprint } from "./fingerprint";

const level = z.enum(["error", "warning", "info", "off"]);
/** Only an import that found nothing wrong with them writes patterns. */
const pattern = z.custom<Pattern>((value) => typeof (value as Partial<Pattern> | null)?.id === "string");
const localProfile = z.custom<string | LocalProfile>(
  (value) => typeof (typeof value === "string" ? value : (value as LocalProfile | null)?.name) === "string",
);
const preferences = z.object({
  /** Keeps fingerprints of one installation from telling anything to another. */
  salt: z.string(),
  /** Left out: the organisation's, else the recommended one. */
  preset: z.optional(z.enum(["recommended", "strict", "minimal"])),
  /** Severity and options by rule, as in the configuration file. */
  rules: z.record(z.string(), z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])])),
  /** 自定规则 that the user imported, and the organs and terms that came with them. */
  patterns: z.optional(z.array(pattern)),
  ownWords: z.optional(z.array(z.string())),
  /** 地区口径, as the configuration that the user imported has it. */
  localProfile: z.optional(localProfile),
  /** Ignored findings by fingerprint, with the rule and day for the list in the settings. */
  ignoredFindings: z.record(z.string(), z.object({ ruleId: z.string(), on: z.string() })),
  /** Rules ignored in one draft, by the draft's fingerprint. */
  ignoredRules: z.record(z.string(), z.array(z.string())),
});

/** What the drafter has set (设置): kept on this computer, never synchronised, holding no text of any draft. */
export type Preferences = z.infer<typeof preferences>;

const KEY = "preferences";

/** Reads them; what is missing or unreadable is as on the first day. */
export async function readPreferences(): Promise<Preferences> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  const read = preferences.safeParse(stored);
  if (read.success) return read.data;
  const fresh: Preferences = { salt: crypto.randomUUID(), rules: {}, ignoredFindings: {}, ignoredRules: {} };
  await writePreferences(fresh);
  return fresh;
}

export async function writePreferences(changed: Preferences): Promise<void> {
  await browser.storage.local.set({ [KEY]: changed });
}

/** With one more thing ignored. */
export function withIgnored(
  known: Preferences,
  scope: IgnoreScope,
  finding: { key: string; ruleId: string },
  url: string,
): Preferences {
  const { key, ruleId } = finding;
  switch (scope) {
    case "one": {
      const on = new Date().toISOString().slice(0, 10);
      return { ...known, ignoredFindings: { ...known.ignoredFindings, [key]: { ruleId, on } } };
    }
    case "rule-here": {
      const draft = draftFingerprint(known.salt, url);
      const rules = [...new Set([...(known.ignoredRules[draft] ?? []), ruleId])];
      return { ...known, ignoredRules: { ...known.ignoredRules, [draft]: rules } };
    }
    case "rule-everywhere":
      return { ...known, rules: { ...known.rules, [ruleId]: "off" } };
  }
}

/** The rule settings in the engine's own terms. */
export function ruleSettings({ rules }: Preferences): Readonly<Record<string, RuleSetting>> {
  return rules;
}
