import { allRules } from "../../rules/index";
import { readPreferences, writePreferences } from "../background/preferences";
import { readForms, writeForms } from "../settings/forms";
import { profileInEffect } from "../settings/profile";
import type { DraftForm } from "../shared/messages";
import { part } from "../shared/page";
import { word } from "../shared/words";
import { showList } from "./list";

/** Lists what forms and ignore lists keep, each with a button that erases it. Drafts are known by fingerprints alone. */
export async function showKept(saved: () => void): Promise<void> {
  const forms = await readForms();
  const preferences = await readPreferences();
  const { patterns } = await profileInEffect(preferences);
  const titles = new Map([...allRules, ...patterns].map(({ id, title }) => [id, title]));
  showList(
    "kept-forms",
    Object.entries(forms).map(([key, { on, values }]) => ({
      text: word("keptForm", on, filledIn(values), key.slice(0, 8)),
      remove: async () => {
        const { [key]: _, ...others } = await readForms();
        await writeForms(others);
        saved();
      },
    })),
    "erase",
  );
  showList(
    "kept-findings",
    Object.entries(preferences.ignoredFindings).map(([key, { ruleId, on }]) => ({
      text: word("keptFinding", on, titles.get(ruleId) ?? ruleId, key.slice(0, 8)),
      remove: async () => {
        const known = await readPreferences();
        const { [key]: _, ...ignoredFindings } = known.ignoredFindings;
        await writePreferences({ ...known, ignoredFindings });
        saved();
      },
    })),
    "erase",
  );
  showList(
    "kept-rules",
    Object.entries(preferences.ignoredRules).map(([key, rules]) => ({
      text: word("keptRule", rules.map((id) => titles.get(id) ?? id).join("、"), key.slice(0, 8)),
      remove: async () => {
        const known = await readPreferences();
        const { [key]: _, ...ignoredRules } = known.ignoredRules;
        await writePreferences({ ...known, ignoredRules });
        saved();
      },
    })),
    "erase",
  );
  part("erase-all", HTMLButtonElement).onclick = async () => {
    await writeForms({});
    await writePreferences({ ...(await readPreferences()), ignoredFindings: {}, ignoredRules: {} });
    saved();
  };
}

function filledIn({ disclosure, disclosureReason, legalityReview, interpretation }: DraftForm): string {
  const review = Object.values(legalityReview ?? {})
    .filter(Boolean)
    .join(" ");
  return [disclosure, disclosureReason, review, interpretation?.join("；")].filter(Boolean).join("；");
}
