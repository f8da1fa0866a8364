import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { OverlayView } from "./harness/overlay";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  server = await servePages();
  browser = await startChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test("a hosted editor's text is checked and mended through its own API, nothing of it being in the page", async () => {
  const page = await browser.context.newPage();
  await page.goto(server.url("hosted"));
  const overlay = await OverlayView.of(page);
  const count = () => overlay.find(".badge .error").then(([error]) => error?.text);
  const text = () => page.evaluate<string>("window.editorUnderTest.text()");
  await expect.poll(count, { timeout: 6_000 }).toBe("2");
  const before = await text();
  await overlay.click(".badge");
  expect((await overlay.wait(".card")).text).toContain("2021年1月1日废止");
  await overlay.click(".card .fix");
  await expect.poll(count, { timeout: 6_000 }).toBe("1");
  expect(await text()).toBe(before.replace(REPEALED, "《中华人民共和国民法典》"));
  expect(await text()).toContain(OTHER_REPEALED);
  await page.close();
});

test("a page that forges answers tells nothing: no nonce, no draft", async () => {
  const page = await browser.context.newPage();
  await page.goto(server.url("input"));
  const overlay = await OverlayView.of(page);
  await overlay.wait(".badge", 6_000);
  await page.evaluate(() => {
    const said = { kind: "document", family: "wps", scope: "whole", isWritable: true };
    const paragraphs = ["根据《中华人民共和国担保法》办理。"];
    for (const nonce of ["", "guess", undefined]) {
      const detail = JSON.stringify({ ...said, paragraphs, version: 1, origin: location.origin, nonce });
      document.body.dispatchEvent(new CustomEvent("gongwen-lint:page-text", { detail, bubbles: true }));
    }
  });
  await page.waitForTimeout(800);
  expect(await overlay.find(".badge")).toHaveLength(1);
  await page.close();
});
