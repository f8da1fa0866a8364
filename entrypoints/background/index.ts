import { type Browser, browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { BASELINES_KEY } from "../settings/baselines";
import { FORMS_KEY } from "../settings/forms";
import { forgetManaged } from "../settings/managed";
import { OWN_LAWS_KEY } from "../settings/ownLaws";
import { type Notice, type PanelNotice, type Request, type Response, request } from "../shared/messages";
import { ownFile } from "../shared/ownFile";
import { DraftDesk, type Owner } from "./draftDesk";
import { forgetEngine } from "./engine";
import { overviewOf } from "./overview";
import { registerSites, startInOpenTabs, startPageBridge } from "./sites";

export default defineBackground(() => {
  const desk = new DraftDesk(({ owner }) => tellPanel(owner.tab));

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
    if (status !== "loading") return;
    desk.forgetTab(tab);
    tellPanel(tab);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== "local" && area !== "managed") return;
    if (area === "managed") forgetManaged();
    if (area === "managed" || OWN_LAWS_KEY in changes || BASELINES_KEY in changes) forgetEngine();
    if (FORMS_KEY in changes) desk.forgetForms();
    void notify({ kind: "ask-again" });
  });

  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const checked = request.safeParse(message);
    const owner = ownerOf(sender);
    if (!checked.success) return false;
    const answering = isPanel(sender)
      ? answerPanel(desk, checked.data)
      : owner && answer(desk, owner, checked.data);
    if (!answering) return false;
    answering.then(respond, (error: unknown) => {
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
      tellPanel(owner.tab);
      return { kind: "done" };
    case "need-page-bridge":
      await startPageBridge(owner.tab);
      return { kind: "done" };
    default:
      return { kind: "failed", reason: `${message.kind} is for the extension's own pages` };
  }
}

async function answerPanel(desk: DraftDesk, message: Request): Promise<Response> {
  switch (message.kind) {
    case "drafts": {
      const drafts = desk.draftsOf(message.tab);
      // The background may have been stopped since the draft was sent: the page then sends it again.
      if (drafts.length === 0) browser.tabs.sendMessage(message.tab, ASK_AGAIN).catch(() => {});
      return overviewOf(drafts);
    }
    case "fill-in":
      return desk.fillIn(message);
    default:
      return { kind: "failed", reason: `${message.kind} is for pages with drafts` };
  }
}

const ASK_AGAIN = { kind: "ask-again" } satisfies Notice;

/** A page of this extension, as the browser says; no content script can pass for one. */
function isPanel({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(ownFile("/")) === true;
}

function tellPanel(tab: number): void {
  // Without an open panel there is no one to hear it.
  browser.runtime.sendMessage({ kind: "drafts-changed", tab } satisfies PanelNotice).catch(() => {});
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
