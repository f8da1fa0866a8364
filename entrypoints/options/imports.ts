import { today } from "../../linter/engine/judgementDate";
import { parseOwnEntries } from "../../rules/laws/ownEntries";
import { type Preferences, readPreferences, writePreferences } from "../background/preferences";
import { fingerprintsOf, readBaselines, writeBaselines } from "../settings/baselines";
import { readConfig, writeConfig } from "../settings/configText";
import { readOwnLawLists, writeOwnLawLists } from "../settings/ownLaws";
import { profileInEffect } from "../settings/profile";
import { part, saveFile } from "../shared/page";
import { word } from "../shared/words";
import { showLines, showList } from "./list";

/** Import and export of the configuration in the command line's own format. */
export function listenToConfig(saved: () => void): void {
  part("export-config", HTMLButtonElement).addEventListener("click", async () => {
    const text = await writeConfig(await profileInEffect(await readPreferences()));
    saveFile("gongwen.config.yaml", "application/yaml", text);
  });
  const input = part("import-config", HTMLInputElement);
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    const { profile, notes, problems } = await readConfig(await file.text());
    input.value = "";
    if (!profile) {
      showLines("config-said", [word("configRefused", file.name), ...problems]);
      return;
    }
    const { preset, rules, patterns, ownWords, localProfile } = profile;
    const own = {
      preset,
      rules: rules as Preferences["rules"],
      patterns: [...patterns],
      ownWords: [...ownWords],
      localProfile,
    };
    await writePreferences({ ...(await readPreferences()), ...own });
    showLines("config-said", [word("configImported", file.name), ...notes]);
    saved();
  });
}

export async function showOwnLaws(saved: () => void): Promise<void> {
  const lists = await readOwnLawLists();
  const rows = lists.map((list) => ({
    text: word("lawList", list.name, list.rows.length, list.importedOn),
    remove: async () => {
      await writeOwnLawLists((await readOwnLawLists()).filter(({ name }) => name !== list.name));
      saved();
    },
  }));
  showList("laws", rows, "remove");
}

/** A list with any mistake is refused whole, as on the command line; one of the same name takes the place of the old. */
export function listenToLaws(saved: () => void): void {
  const input = part("import-laws", HTMLInputElement);
  input.addEventListener("change", async () => {
    const said: string[] = [];
    for (const file of input.files ?? []) {
      const { rows, problems } = await parseOwnEntries(await file.text(), file.name);
      if (problems.length > 0) {
        said.push(word("lawsRefused", file.name), ...problems);
        continue;
      }
      const others = (await readOwnLawLists()).filter(({ name }) => name !== file.name);
      await writeOwnLawLists([...others, { name: file.name, importedOn: today(), rows }]);
      said.push(word("lawsImported", file.name, rows.length));
    }
    input.value = "";
    showLines("laws-said", said);
    saved();
  });
}

export async function showBaselines(saved: () => void): Promise<void> {
  const baselines = await readBaselines();
  const rows = baselines.map((one) => ({
    text: word("baselineKept", one.name, one.fingerprints.length, one.importedOn),
    remove: async () => {
      await writeBaselines((await readBaselines()).filter(({ name }) => name !== one.name));
      saved();
    },
  }));
  showList("baselines", rows, "remove");
}

/** One of the same name takes the place of the old. */
export function listenToBaselines(saved: () => void): void {
  const input = part("import-baseline", HTMLInputElement);
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    const { fingerprints, problems } = fingerprintsOf(await file.text());
    input.value = "";
    if (problems.length > 0) {
      showLines("baseline-said", [word("lawsRefused", file.name), ...problems]);
      return;
    }
    const others = (await readBaselines()).filter(({ name }) => name !== file.name);
    await writeBaselines([...others, { name: file.name, importedOn: today(), fingerprints }]);
    showLines("baseline-said", [word("baselineImported", file.name, fingerprints.length)]);
    saved();
  });
}
