import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stopBackground } from "./harness/background";
import { type Browser, startChromium } from "./harness/chromium";
import { openEditor } from "./harness/editor";
import { OverlayView } from "./harness/overlay";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { setSiteAccess } from "./harness/siteAccess";
import { marksOf, OTHER_REPEALED, REPEALED } from "./scenarios";

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

const several = { name: "several", editable: "#first" };
const both = [REPEALED, REPEALED, OTHER_REPEALED, OTHER_REPEALED];

test("two editors on one page are two drafts, each with its badge", async () => {
  const editor = await openEditor(browser, server, several);
  await editor.waitForMarks(both);
  expect((await editor.overlay.find(".badge")).map(({ text }) => text)).toEqual(["2", "2"]);
  await editor.page.close();
});

test("an editor created late is found, a destroyed one is forgotten", async () => {
  const editor = await openEditor(browser, server, several);
  const { page } = editor;
  await editor.waitForMarks(both);
  await page.evaluate("window.addEditor('third').scrollIntoView()");
  await editor.waitForMarks([...both, REPEALED, OTHER_REPEALED]);
  await page.evaluate("document.getElementById('first').remove()");
  await editor.waitForMarks(both);
  await expect.poll(async () => (await editor.overlay.find(".badge")).length).toBe(2);
  await page.evaluate("document.getElementById('second').contentEditable = 'false'");
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await page.close();
});

test("an editor shown late is found when it is shown", async () => {
  const editor = await openEditor(browser, server, several);
  const { page } = editor;
  await page.evaluate("Object.assign(window.addEditor('hidden').style, { display: 'none' })");
  await editor.waitForMarks(both);
  await page.waitForTimeout(300);
  expect(await editor.overlay.find(".badge")).toHaveLength(2);
  await page.evaluate("document.getElementById('hidden').style.display = 'block'");
  await page.evaluate("document.getElementById('hidden').scrollIntoView()");
  await editor.waitForMarks([...both, REPEALED, OTHER_REPEALED]);
  await page.close();
});

test("the background may be stopped at any moment", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks(marksOf(editor));
  await stopBackground(browser);
  await editor.putCaret("二、各单位要明确专人负责", "before");
  await editor.page.keyboard.insertText("《中华人民共和国婚姻法》");
  await editor.waitForMarks([...marksOf(editor), "《中华人民共和国婚姻法》"]);
  await editor.page.close();
});

test("where the site is off there is no script in the page", async () => {
  const page = await browser.context.newPage();
  await page.goto(server.urlWhereOff("contenteditable"));
  await page.waitForTimeout(600);
  expect(await isPresent(page)).toBe(false);
  expect(await contentScriptWorlds(page)).toEqual([]);
  await page.close();
});

test("a site is switched off and on again while its page is open", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  const { page } = editor;
  await editor.waitForMarks(marksOf(editor));
  await setSiteAccess(browser, false);
  await editor.waitForMarks([]);
  expect(await isPresent(page)).toBe(false);
  await page.reload();
  await page.waitForTimeout(400);
  expect(await isPresent(page)).toBe(false);
  await setSiteAccess(browser, true);
  await page.bringToFront();
  await editor.waitForMarks(marksOf(editor));
  await page.close();
});

/** Whether the extension's overlay stands in the page. */
function isPresent(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector("gongwen-lint") !== null);
}

/** Names of the extensions whose content scripts run in the page. */
async function contentScriptWorlds(page: Page): Promise<string[]> {
  const { protocol } = await OverlayView.of(page);
  const worlds: string[] = [];
  protocol.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context.name);
  });
  await protocol.send("Runtime.enable");
  return worlds;
}
