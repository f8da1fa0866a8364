import { browser } from "wxt/browser";
import { ownFile } from "./ownFile";

/** The side panel, as far as the browser has one; asked for by its name, since older browsers lack it. */
interface WithSidePanel {
  sidePanel?: { open?(options: { tabId: number }): Promise<void> };
}

/** Opens the checklist of the tab in front: beside it, or as a page of its own where browsers have no side panel. */
export async function openPanel(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  const { sidePanel } = browser as unknown as WithSidePanel;
  if (sidePanel?.open) await sidePanel.open({ tabId: tab.id });
  else await browser.tabs.create({ url: `${ownFile("/sidepanel.html")}?tab=${tab.id}` });
}

export async function openWorkbench(): Promise<void> {
  await browser.tabs.create({ url: ownFile("/workbench.html") });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
