import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { openExtensionPage } from "./harness/extensionPage";

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(() => browser?.close());

/** What is there once the page's own script has run. */
const PAGES = [
  ["workbench.html", "#words"],
  ["options.html", "#rules select"],
  ["sidepanel.html", "body *"],
  ["popup.html", "#name"],
] as const;

test.each(PAGES)("%s does nothing that its policy forbids", async (name, shown) => {
  const { page, troubles } = await openExtensionPage(browser, name);
  await page.locator(shown).first().waitFor({ state: "attached" });
  await page.waitForTimeout(500);
  expect(troubles).toEqual([]);
  // What libraries try in silence would have been heard.
  await page.evaluate(() => {
    setTimeout(() => {
      try {
        new Function("");
      } catch {}
    });
  });
  await expect.poll(() => troubles).toContain("policy: script-src eval");
  await page.close();
});
