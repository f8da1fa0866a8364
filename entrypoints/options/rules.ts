import type { Preset, RuleSetting } from "../../linter/engine/configure";
import { configureRules } from "../../linter/engine/configure";
import { isPatternId } from "../../linter/engine/patterns/compile";
import type { Rule } from "../../linter/engine/rule";
import { allRules } from "../../rules/index";
import { type Preferences, readPreferences, writePreferences } from "../background/preferences";
import { element } from "../content/card/element";
import { readManaged } from "../settings/managed";
import { profileInEffect } from "../settings/profile";
import { ownRules } from "../settings/profileRules";
import { part } from "../shared/page";
import { word } from "../shared/words";

const LEVELS = ["error", "warning", "info", "off"] as const;
const PRESETS = ["recommended", "strict", "minimal"] as const satisfies Preset[];

/** Shows every rule with its level, by group, and keeps what is chosen. */
export async function showRules(saved: () => void): Promise<void> {
  const preferences = await readPreferences();
  await showPreset(preferences, saved);
  const profile = await profileInEffect(preferences);
  const { profile: managed } = await readManaged();
  const all = [...allRules, ...ownRules(profile)];
  // What a rule has without the user's own setting.
  const defaults = new Map(
    configureRules(all, profile.preset, managed?.rules).map(({ rule, severity }) => [rule.id, severity]),
  );
  const groups = new Map<string, Rule[]>();
  for (const rule of all) {
    const group = isPatternId(rule.id) ? "local" : rule.group.replace("-", "_");
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  const imported = new Set(preferences.patterns?.map(({ id }) => id));
  const focused = document.activeElement?.id;
  part("rules", HTMLElement).replaceChildren(
    ...[...groups].flatMap(([group, rules]) => [
      element("h3", {}, word(`group_${group}`)),
      ...rules.map((rule) => {
        const level = levelOf(preferences.rules[rule.id]);
        const setting = profile.rules[rule.id];
        const row = ruleRow(rule, level, setting, defaults.get(rule.id) ?? "off", saved);
        if (imported.has(rule.id)) row.append(removeButton(rule, saved));
        return row;
      }),
    ]),
  );
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function showPreset(preferences: Preferences, saved: () => void): Promise<void> {
  const select = part("preset", HTMLSelectElement);
  select.replaceChildren(
    ...PRESETS.map((name) => element("option", { value: name }, word(`preset_${name}`))),
  );
  const { preset, localProfile } = await profileInEffect(preferences);
  select.value = preset;
  const local = part("local-profile", HTMLElement);
  local.hidden = localProfile === undefined;
  local.textContent = word(
    "localProfile",
    (typeof localProfile === "string" ? localProfile : localProfile?.name) ?? "",
  );
  select.onchange = async () => {
    const preset = PRESETS.find((name) => name === select.value);
    await writePreferences({ ...(await readPreferences()), preset });
    saved();
  };
}

function ruleRow(
  { id, title, basis }: Rule,
  level: (typeof LEVELS)[number] | "",
  setting: RuleSetting | undefined,
  usual: (typeof LEVELS)[number],
  saved: () => void,
): HTMLElement {
  const select = element(
    "select",
    { id: `level-${id}` },
    element("option", { value: "" }, word("levelUsual", word(usual))),
    ...LEVELS.map((name) => element("option", { value: name }, word(name))),
  );
  select.value = level;
  select.addEventListener("change", async () => {
    const preferences = await readPreferences();
    const { [id]: before, ...others } = preferences.rules;
    const chosen = LEVELS.find((name) => name === select.value);
    // Options that the user imported stay also when the level is as usual; the organisation's come back by themselves.
    const isKept = chosen !== undefined || (before !== undefined && optionsOf(before) !== null);
    const rules = isKept ? { ...others, [id]: withLevel(before ?? setting, chosen ?? usual) } : others;
    await writePreferences({ ...preferences, rules });
    saved();
  });
  const options = optionsOf(setting);
  return element(
    "div",
    { class: "rule" },
    element("label", { for: select.id }, title),
    element("span", { class: "soft" }, basis.join("；")),
    ...(options ? [element("span", { class: "soft options" }, word("ruleOptions", options))] : []),
    select,
  );
}

/** Takes away a rule that the user imported, with its level. */
function removeButton({ id, title }: Rule, saved: () => void): HTMLElement {
  const label = `${word("remove")}：${title}`;
  const button = element("button", { type: "button", "aria-label": label }, word("remove"));
  button.addEventListener("click", async () => {
    const preferences = await readPreferences();
    const { [id]: _, ...rules } = preferences.rules;
    const patterns = preferences.patterns?.filter((pattern) => pattern.id !== id);
    await writePreferences({ ...preferences, rules, patterns });
    saved();
  });
  return button;
}

function levelOf(setting: RuleSetting | undefined): (typeof LEVELS)[number] | "" {
  if (setting === undefined) return "";
  return typeof setting === "string" ? setting : setting[0];
}

/** As a configuration file has them. They are changed there, not here. */
function optionsOf(setting: RuleSetting | undefined): string | null {
  if (setting === undefined || typeof setting === "string") return null;
  const entries = Object.entries(setting[1]);
  return entries.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join("；") || null;
}

/** Options that came with an imported configuration stay. */
function withLevel(
  before: RuleSetting | undefined,
  level: (typeof LEVELS)[number],
): Preferences["rules"][string] {
  return before === undefined || typeof before === "string" ? level : [level, before[1]];
}
