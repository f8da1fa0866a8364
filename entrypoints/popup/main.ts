import { browser } from "wxt/browser";
import { openOptions, openPanel, openWorkbench } from "../shared/pages";
import { sitePattern } from "../shared/sitePattern";
import { word } from "../shared/words";

/** The switch of the toolbar: one click grants this extension the site that is shown, another takes it back. */
const name = part("name", HTMLElement);
const site = part("site", HTMLElement);
const button = part("switch", HTMLButtonElement);
const note = part("note", HTMLElement);

document.documentElement.lang = browser.i18n.getUILanguage();
name.textContent = word("extensionName");
void start();
link("open-panel", "openPanel", openPanel);
link("open-workbench", "workbench", openWorkbench);
link("open-options", "settings", openOptions);

function link(id: string, name: string, open: () => Promise<void>): void {
  const control = part(id, HTMLButtonElement);
  control.textContent = word(name);
  control.addEventListener("click", () => void open().then(() => window.close()));
}

async function start(): Promise<void> {
  // Opened as an ordinary page, where there is no toolbar to click, the address stands in the page's own.
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const address = new URLSearchParams(location.search).get("url") ?? tab?.url;
  if (!address || !/^https?:/.test(address)) {
    site.textContent = word("noSite");
    button.hidden = true;
    return;
  }
  site.textContent = new URL(address).hostname;
  const origins = [sitePattern(new URL(address))];
  show(await browser.permissions.contains({ origins }));
  button.disabled = false;
  button.addEventListener("click", async () => {
    // The background hears of the change by itself: this window may be closed by the browser's question.
    if (button.getAttribute("aria-checked") === "true") await browser.permissions.remove({ origins });
    else await browser.permissions.request({ origins });
    show(await browser.permissions.contains({ origins }));
  });
}

function show(isOn: boolean): void {
  button.setAttribute("aria-checked", String(isOn));
  button.textContent = word(isOn ? "switchOff" : "switchOn");
  note.textContent = word(isOn ? "siteIsOn" : "siteIsOff");
}

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
