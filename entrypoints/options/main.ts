import { browser } from "wxt/browser";
import { forgetManaged, readManaged } from "../settings/managed";
import { part, translatePage } from "../shared/page";
import { word } from "../shared/words";
import { listenToBaselines, listenToConfig, listenToLaws, showBaselines, showOwnLaws } from "./imports";
import { showKept } from "./kept";
import { showLines } from "./list";
import { showRules } from "./rules";
import { showSites } from "./sites";

/** The settings (设置): everything is kept at once, on this computer. */
translatePage();
void show();
listenToConfig(saved);
listenToLaws(saved);
listenToBaselines(saved);
browser.permissions.onAdded.addListener(() => void showSites());
browser.permissions.onRemoved.addListener(() => void showSites());
// Also what is ignored in an editor's card while this page is open.
browser.storage.onChanged.addListener((_changes, area) => {
  if (area === "managed") forgetManaged();
  void show();
});

async function show(): Promise<void> {
  const { problems } = await readManaged();
  part("policy-problems", HTMLUListElement).hidden = problems.length === 0;
  showLines("policy-problems", problems);
  await showSites();
  await showRules(saved);
  await showOwnLaws(saved);
  await showBaselines(saved);
  await showKept(saved);
}

function saved(): void {
  part("said", HTMLElement).textContent = word("saved");
}
