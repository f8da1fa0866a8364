/**
 * What the content script and the bridge in the page's world say to each other, as JSON text in custom events on the
 * window that holds the editor. The page can hear and forge these events; so they carry nothing but the text that is about
 * to stand in the page anyway, a request does nothing the page could not do itself, and an answer is never
 * believed: the content script reads the text back.
 */
export const BRIDGE_VERSION = 1;
export const TO_PAGE = "gongwen-lint:to-page";
export const FROM_PAGE = "gongwen-lint:from-page";

export interface BridgeRequest {
  version: typeof BRIDGE_VERSION;
  id: string;
  kind: "replace-selection";
  /** The editor's frame, by the id of its frame element. */
  frame: string;
  text: string;
}

export interface BridgeAnswer {
  version: typeof BRIDGE_VERSION;
  id: string;
  done: boolean;
}

/** Reads an event's detail; null for anything that is not a message of this version. */
export function readBridgeMessage(event: Event): Record<string, unknown> | null {
  const { detail } = event as CustomEvent<unknown>;
  if (typeof detail !== "string" || detail.length > 100_000) return null;
  try {
    const message: unknown = JSON.parse(detail);
    if (typeof message !== "object" || message === null) return null;
    const { version } = message as Record<string, unknown>;
    return version === BRIDGE_VERSION ? (message as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
