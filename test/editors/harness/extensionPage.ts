import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Browser } from "./chromium";

/** Opens a page of the extension and fails the test on any error it throws or is refused by its policy. */
export async function openExtensionPage(
  { context, extensionId }: Browser,
  path: string,
): Promise<{ page: Page; troubles: string[] }> {
  const page = await context.newPage();
  const troubles: string[] = [];
  await page.exposeFunction("reportViolation", (what: string) => troubles.push(`policy: ${what}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      const report = (window as unknown as { reportViolation(what: string): void }).reportViolation;
      report(`${effectiveDirective} ${blockedURI}`);
    });
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  expect(troubles).toEqual([]);
  return { page, troubles };
}

/** The number by which the browser knows the tab that shows this address. */
export async function tabOf({ worker }: Browser, url: string): Promise<number> {
  const id = await worker.evaluate<number | undefined>(
    `chrome.tabs.query({ url: ${JSON.stringify(url)} }).then(([tab]) => tab?.id)`,
  );
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}
