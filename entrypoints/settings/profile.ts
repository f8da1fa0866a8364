import { type Preferences, ruleSettings } from "../background/preferences";
import type { Profile } from "./configText";
import { readManaged } from "./managed";

/** The configuration in effect: the organisation's, and over it the user's own. */
export async function profileInEffect(preferences: Preferences): Promise<Profile> {
  const { profile } = await readManaged();
  const { patterns = [], ownWords = [] } = preferences;
  const localProfile = preferences.localProfile ?? profile?.localProfile;
  const own = new Set(patterns.map(({ id }) => id));
  return {
    preset: preferences.preset ?? profile?.preset ?? "recommended",
    rules: { ...profile?.rules, ...ruleSettings(preferences) },
    patterns: [...(profile?.patterns ?? []).filter(({ id }) => !own.has(id)), ...patterns],
    ownWords: [...new Set([...(profile?.ownWords ?? []), ...ownWords])],
    ...(localProfile === undefined ? {} : { localProfile }),
  };
}
