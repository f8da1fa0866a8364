import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { openEditor } from "./harness/editor";
import { HiddenPage } from "./harness/hiddenPage";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

const SOON = { timeout: 10_000 };

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  server = await servePages();
  browser = await startChromium({ chinese: true, hasOwnSize: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** As the drafter does it: the toolbar's pop-up, a click in it, and the browser's own panel beside the page. */
test("the pop-up opens the browser's side panel, which shows the draft in front and follows the tabs", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  const widthAlone = await editor.page.evaluate(() => innerWidth);

  await browser.worker.evaluate("chrome.action.openPopup()");
  const popup = await HiddenPage.of(browser, "popup.html");
  await expect.poll(() => popup.texts("#site"), SOON).toEqual(["127.0.0.1"]);
  await popup.click("#open-panel");

  const panel = await HiddenPage.of(browser, "sidepanel.html");
  // The browser counts a page among its contexts a little after it can be seen.
  const contexts = () =>
    browser.worker.evaluate<string[]>(
      "chrome.runtime.getContexts({}).then((all) => all.map(({ contextType }) => contextType))",
    );
  await expect.poll(contexts, SOON).toContain("SIDE_PANEL");
  expect(await contexts()).not.toContain("TAB");
  // It stands beside the page and takes its room; the pop-up has gone.
  await expect.poll(() => editor.page.evaluate(() => innerWidth), SOON).toBeLessThan(widthAlone - 200);
  await expect
    .poll(() => browser.worker.evaluate("chrome.runtime.getContexts({ contextTypes: ['POPUP'] })"), SOON)
    .toEqual([]);

  const quotes = async () => (await panel.texts("#findings .quote")).join();
  await expect.poll(quotes, SOON).toContain(REPEALED);
  expect(await quotes()).toContain(OTHER_REPEALED);

  // A finding leads to its words.
  await panel.click("#findings button");
  const card = await editor.overlay.wait(".card");
  expect(card.text.length).toBeGreaterThan(0);

  // A tab without a draft, then another draft, then the first again.
  const nothing = await browser.context.newPage();
  await nothing.goto(server.url("nothing"));
  await expect.poll(async () => (await panel.texts("#status")).join(), SOON).toContain("没有正在校核的文稿");
  const second = await openEditor(browser, server, { name: "textarea", editable: "textarea", boxes: true });
  await second.page
    .locator("textarea")
    .fill("松河镇人民政府关于春耕的通知\n根据《中华人民共和国婚姻法》，通知如下。");
  await expect.poll(quotes, SOON).toContain("《中华人民共和国婚姻法》");
  expect(await quotes()).not.toContain(REPEALED);
  await editor.page.bringToFront();
  await expect.poll(quotes, SOON).toContain(REPEALED);
});
