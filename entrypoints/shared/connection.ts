import { browser } from "wxt/browser";
import type { Request, Response } from "./messages";

/** Sends a request to the background. Rejects when the extension was updated or removed under the page. */
export function send(message: Request): Promise<Response> {
  return browser.runtime.sendMessage(message);
}
