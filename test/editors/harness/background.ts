import type { Browser } from "./chromium";

/** Stops the extension's background, as the browser does when it is idle, and makes sure that it is gone. */
export async function stopBackground({ context, extensionId }: Browser): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  const protocol = await context.newCDPSession(page);
  await protocol.send("ServiceWorker.enable");
  await protocol.send("ServiceWorker.stopAllWorkers");
  const left = () => page.evaluate<unknown[]>("chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })");
  for (const until = Date.now() + 5_000; (await left()).length > 0; ) {
    if (Date.now() > until) throw new Error("the extension's background does not stop");
    await page.waitForTimeout(20);
  }
  await page.close();
}
