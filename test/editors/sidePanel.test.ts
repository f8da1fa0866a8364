import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { stopBackground } from "./harness/background";
import { type Browser, startChromium } from "./harness/chromium";
import { ContentWorld } from "./harness/contentWorld";
import { type OpenEditor, openEditor } from "./harness/editor";
import { openExtensionPage, tabOf } from "./harness/extensionPage";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");

let browser: Browser;
let server: PagesServer;
let editor: OpenEditor;
let panel: Page;
let troubles: string[];

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await servePages();
  browser = await startChromium({ chinese: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  await browser.worker.evaluate("chrome.storage.local.clear()");
  editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  const tab = await tabOf(browser, editor.page.url());
  ({ page: panel, troubles } = await openExtensionPage(browser, `sidepanel.html?tab=${tab}`));
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.locator("#checklist li").first().waitFor();
});

afterEach(async () => {
  expect(troubles).toEqual([]);
  await panel.close();
  await editor.page.close();
});

/** Takes a line of the draft's text out, as the drafter would. */
async function replaceLine(line: string, text: string): Promise<void> {
  await editor.frame.evaluate(
    ([wanted, replacement]) => {
      const found = [...document.querySelectorAll("#editor p")].find(
        ({ textContent }) => textContent === wanted,
      );
      if (!found) throw new Error(`no line ${wanted}`);
      found.textContent = replacement;
    },
    [line, text] as const,
  );
}

function item(name: string) {
  return panel.locator(`#checklist li[data-item="${name}"]`);
}

test("the checklist says of each core item what it rests on", async () => {
  expect(await panel.locator("#about h2").textContent()).toBe("云溪县人民政府办公室关于加强合同管理的通知");
  expect(await panel.locator("#about").textContent()).toContain("文种：通知");
  expect(await panel.locator("#about li").first().textContent()).toContain("写明是通知");
  expect(await item("disclosure").getAttribute("class")).toBe("ok");
  expect(await item("disclosure").textContent()).toContain("此件公开发布");
  expect(await item("citations").getAttribute("class")).toBe("attention");
  expect(await item("citations").textContent()).toContain("合同法");
  expect(await panel.locator("#checklist li").count()).toBe(4);
  expect(await panel.locator("#elements").textContent()).toContain("2026-11-20");
  const isWide = await panel.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWide).toBe(false);
  await panel.screenshot({ path: join(SCREENSHOTS, "sidepanel.png") });
  await panel.emulateMedia({ colorScheme: "dark" });
  await panel.screenshot({ path: join(SCREENSHOTS, "sidepanel-dark.png") });
});

test("findings stand in the document's order, are filtered, and lead to their words", async () => {
  const messages = panel.locator("#findings .quote");
  const quotes = await messages.allTextContents();
  expect(quotes.indexOf(REPEALED)).toBeLessThan(quotes.indexOf(OTHER_REPEALED));
  expect(quotes).toContain(OTHER_REPEALED);

  await panel.locator("#filters label", { hasText: "错误" }).click();
  expect(await messages.allTextContents()).not.toContain(REPEALED);
  await panel.locator("#filters label", { hasText: "错误" }).click();

  await panel.locator("#findings button", { hasText: OTHER_REPEALED }).click();
  const card = await editor.overlay.wait(".card");
  expect(card.text).toContain("担保法");
});

test("the panel follows the draft", async () => {
  await replaceLine("一、依法办理《中华人民共和国担保法》规定的事项，防范风险。", "一、防范风险。");
  await expect
    .poll(async () => (await panel.locator("#findings .quote").allTextContents()).join())
    .not.toContain("担保法");
  await expect.poll(() => item("citations").textContent()).not.toContain("担保法");
});

test("what is filled in counts as metadata, is kept for this draft, and can be erased", async () => {
  await replaceLine("（此件公开发布）", "（联系人：张三）");
  const missing = panel.locator('#findings [data-rule="missing-disclosure"]');
  await missing.waitFor();
  expect(await item("disclosure").getAttribute("class")).toBe("unseen");

  await panel.locator('[name="disclosure"]').selectOption("主动公开");
  await panel.locator('[name="organ"]').fill("云溪县司法局");
  await panel.locator('[name="number"]').fill("合审〔2026〕5号");
  await panel.locator('[name="date"]').fill("2026-11-01");
  await panel.getByRole("button", { name: "保存" }).click();
  await expect.poll(() => missing.count()).toBe(0);
  await expect.poll(() => item("disclosure").getAttribute("class")).toBe("ok");
  expect(await item("disclosure").textContent()).toContain("填写的信息");
  await panel.screenshot({ path: join(SCREENSHOTS, "sidepanel-form.png"), fullPage: true });

  const kept = JSON.stringify(await browser.worker.evaluate("chrome.storage.local.get(null)"));
  expect(kept).toContain("云溪县司法局");
  expect(kept).not.toContain("合同管理");
  expect(kept).not.toContain("127.0.0.1");

  // The same draft, opened anew, has what was filled in; another title does not.
  await editor.page.reload();
  await panel.reload();
  await expect.poll(() => panel.locator('[name="number"]').inputValue()).toBe("合审〔2026〕5号");
  // While the title is edited it stays, however fast one types.
  const title = "云溪县人民政府办公室关于加强合同管理的通知";
  const edited = "云溪县人民政府办公室关于进一步加强合同管理工作的通知";
  await replaceLine(title, "云溪县人民政府办公室关于进一步加强合同管理的通知");
  await panel.waitForTimeout(150);
  await replaceLine("云溪县人民政府办公室关于进一步加强合同管理的通知", edited);
  await expect.poll(() => panel.locator("#about h2").textContent()).toBe(edited);
  await panel.waitForTimeout(500);
  expect(await panel.locator('[name="number"]').inputValue()).toBe("合审〔2026〕5号");
  await replaceLine(edited, "松河镇关于召开春季植树动员会议的函");
  await expect.poll(() => panel.locator('[name="number"]').inputValue()).toBe("");

  const { page: options } = await openExtensionPage(browser, "options.html");
  await options.locator("#kept-forms button").click();
  await expect.poll(() => options.locator("#kept-forms").textContent()).toContain("无");
  expect(JSON.stringify(await browser.worker.evaluate("chrome.storage.local.get(null)"))).not.toContain(
    "司法局",
  );
  await options.close();
});

test("a panel opened after the background was stopped gets the draft from the page", async () => {
  await stopBackground(browser);
  await panel.reload();
  await item("citations").waitFor();
  expect(await item("citations").textContent()).toContain("合同法");
});

test("a page with a draft cannot ask for what the panel shows", async () => {
  // The content script's own world sends as a page does; only addresses of the extension are answered.
  const world = await ContentWorld.of(editor.page);
  const answer = await world.evaluate("chrome.runtime.sendMessage({ kind: 'drafts', tab: 1 })");
  expect(answer).toMatchObject({ kind: "failed" });
});
