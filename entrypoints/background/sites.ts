import { browser } from "wxt/browser";

const SCRIPT = { id: "drafts", js: ["content-scripts/content.js"] };
/** In the page's own world, before the page's first script: what is painted earlier cannot be read any more. */
const PAGE_READER = { id: "page-texts", js: ["page-reader.js"] };

/**
 * The sites that are switched on are those the drafter granted this extension access to: there is no second list.
 * The content script is registered for exactly these.
 */
export async function registerSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts({
    ids: [SCRIPT.id, PAGE_READER.id],
  });
  const ids = registered.map(({ id }) => id);
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  if (origins.length > 0) {
    await browser.scripting.registerContentScripts([
      { ...SCRIPT, matches: origins, allFrames: true, runAt: "document_idle" },
      { ...PAGE_READER, matches: origins, allFrames: true, runAt: "document_start", world: "MAIN" },
    ]);
  }
  return origins;
}

/** Starts in the pages of a newly granted site that are open already. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id, allFrames: true };
      // A page that shows an error or is about to be left takes no script; it gets one when it is loaded anew.
      await browser.scripting
        .executeScript({ target, world: "MAIN", files: ["/page-reader.js" as "/"] })
        .then(() =>
          browser.scripting.executeScript({ target, files: ["/content-scripts/content.js" as "/"] }),
        )
        .catch(() => {});
    }),
  );
}

/** Puts the bridge into the page's own world, on request of an editor that needs it. */
export async function startPageBridge(tab: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    world: "MAIN",
    files: ["/page-bridge.js" as "/"],
  });
}
