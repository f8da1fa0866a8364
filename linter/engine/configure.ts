import type { Severity } from "./finding";
import { isPatternId } from "./patterns/compile";
import type { LocalProfile } from "./profiles/localProfile";
import type { Rule } from "./rule";

/** What a configuration says of one rule: a level, or a level with options. */
export type RuleSetting = Severity | "off" | readonly [Severity | "off", Readonly<Record<string, unknown>>];

/** A rule as it will run: `severity` caps what the rule reports with. */
export interface ConfiguredRule {
  rule: Rule;
  severity: Severity;
  options: object;
}

export type Preset = "recommended" | "strict" | "minimal";

/** The rules a drafter cannot do without: the four core checks, without reminders on style or layout. */
const MINIMAL_GROUPS: ReadonlySet<Rule["group"]> = new Set([
  "disclosure",
  "legality-review",
  "interpretation",
  "citations",
]);

/** Joins the rules with preset, settings and local profile (地区口径); options that are set go before the profile's. Unknown ids are the caller's to report (see checkRuleSettings). */
export function configureRules(
  rules: readonly Rule[],
  preset: Preset = "recommended",
  settings: Readonly<Record<string, RuleSetting>> = {},
  profile: LocalProfile | null = null,
): ConfiguredRule[] {
  const configured: ConfiguredRule[] = [];
  for (const rule of rules) {
    const setting = settings[rule.id];
    const [level, options] =
      typeof setting === "string" ? [setting, {}] : (setting ?? [presetLevel(rule, preset), {}]);
    if (level === "off") continue;
    const local = profile && rule.fromProfile ? rule.fromProfile(profile) : {};
    configured.push({ rule, severity: level, options: { ...rule.defaults, ...local, ...options } });
  }
  return configured;
}

function presetLevel(rule: Rule, preset: Preset): Severity | "off" {
  // Who writes a rule wants it.
  if (preset === "strict" || isPatternId(rule.id)) return rule.severity;
  if (rule.recommended === false) return "off";
  if (preset === "minimal" && !MINIMAL_GROUPS.has(rule.group)) return "off";
  return rule.severity;
}
