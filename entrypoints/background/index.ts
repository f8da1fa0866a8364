import { type Browser, browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { type Notice, type Request, type Response, request } from "../shared/messages";
import { DraftDesk, type Owner } from "./draftDesk";
import { registerSites, startInOpenTabs, startPageBridge } from "./sites";

export default defineBackground(() => {
  const desk = new DraftDesk();

  browser.runtime.onInstalled.addListener(() => void registerSites());
  browser.runtime.onStartup.addListener(() => void registerSites());
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await registerSites();
    await startInOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await registerSites();
    await notify({ kind: "switched-off", origins });
  });

  browser.tabs.onRemoved.addListener((tab) => desk.forgetTab(tab));
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (status === "loading") desk.forgetTab(tab);
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "local" || area === "managed") void notify({ kind: "ask-again" });
  });

  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const checked = request.safeParse(message);
    const owner = ownerOf(sender);
    if (!checked.success || !owner) return false;
    answer(desk, owner, checked.data).then(respond, (error: unknown) => {
      respond({
        kind: "failed",
        reason: error instanceof Error ? error.message : String(error),
      } satisfies Response);
    });
    return true;
  });
});

async function answer(desk: DraftDesk, owner: Owner, message: Request): Promise<Response> {
  switch (message.kind) {
    case "apply":
      return desk.apply(owner, message);
    case "ignore":
      return desk.ignore(owner, message);
    case "close":
      desk.close(owner, message.editor);
      return { kind: "done" };
    case "need-page-bridge":
      await startPageBridge(owner.tab);
      return { kind: "done" };
  }
}

/** Only pages of this extension's own content script ask; who they are the browser says, not the message. */
function ownerOf({ tab, frameId, url }: Browser.runtime.MessageSender): Owner | null {
  if (tab?.id === undefined || frameId === undefined) return null;
  return { tab: tab.id, frame: frameId, url: url ?? "" };
}

async function notify(notice: Notice): Promise<void> {
  const tabs = await browser.tabs.query({});
  for (const { id } of tabs) {
    // Tabs without a script have no one to hear it.
    if (id !== undefined) browser.tabs.sendMessage(id, notice).catch(() => {});
  }
}
