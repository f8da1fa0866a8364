import { type ConfiguredRule, configureRules } from "../../linter/engine/configure";
import { compilePattern, withOwnWords } from "../../linter/engine/patterns/compile";
import { resolveProfile } from "../../linter/engine/profiles/shipped";
import type { Rule } from "../../linter/engine/rule";
import { allRules } from "../../rules/index";
import type { Profile } from "./configText";

/** The rules that a profile brings (自定规则). */
export function ownRules({ patterns, ownWords }: Pick<Profile, "patterns" | "ownWords">): readonly Rule[] {
  return withOwnWords(patterns.map(compilePattern), ownWords);
}

/** The program's rules and the profile's own, as they will run. */
export function rulesOf(profile: Profile): ConfiguredRule[] {
  const { preset, rules, localProfile } = profile;
  const local = localProfile === undefined ? null : resolveProfile(localProfile);
  return configureRules([...allRules, ...ownRules(profile)], preset, rules, local);
}
