import { expect } from "vitest";
import type { Browser } from "./chromium";

/** Stops the extension's background, as the browser does when it is idle, and makes sure that it is gone. */
export async function stopBackground({ context, extensionId }: Browser): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  const protocol = await context.newCDPSession(page);
  await protocol.send("ServiceWorker.enable");
  await protocol.send("ServiceWorker.stopAllWorkers");
  await expect
    .poll(() => page.evaluate("chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })"))
    .toEqual([]);
  await page.close();
}
