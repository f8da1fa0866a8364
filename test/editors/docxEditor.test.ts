import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { openEditor } from "./harness/editor";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { marksOf, OTHER_REPEALED } from "./scenarios";

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  server = await servePages();
  browser = await startChromium({ chinese: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const kind = { name: "docxeditor", editable: ".paged-editor__pages" };

test("docx-editor: when it is destroyed its marks and badge go, and one opened later is found", async () => {
  const editor = await openEditor(browser, server, kind);
  await editor.waitForMarks(marksOf(editor));
  await editor.page.evaluate("window.closeEditor()");
  await editor.waitForMarks([]);
  await expect.poll(() => editor.overlay.find(".badge")).toEqual([]);
  await editor.page.evaluate("window.openEditor()");
  await editor.waitForMarks(marksOf(editor));
  await expect.poll(async () => (await editor.overlay.find(".badge")).length).toBe(1);
  await editor.page.close();
});

test("docx-editor: words that a new paragraph moved down and its own scrolling moved up keep their mark", async () => {
  const editor = await openEditor(browser, server, kind);
  const { page } = editor;
  await editor.waitForMarks(marksOf(editor));
  await editor.putCaret("一、依法办理", "before");
  await page.waitForTimeout(200);
  await page.keyboard.insertText("新写的一段。");
  await page.keyboard.press("Enter");
  await page.locator(".docx-editor__scroll-container").evaluate((scroller) => scroller.scrollBy(0, 120));
  await expect
    .poll(async () => {
      const drawn = (await editor.drawn()).find(({ words }) => words === OTHER_REPEALED);
      const places = await editor.wordsAt(OTHER_REPEALED);
      return drawn && drawn.rectangles.length === places.length
        ? Math.max(...places.map(({ top }, index) => Math.abs(top - (drawn.rectangles[index]?.top ?? 0))))
        : Number.POSITIVE_INFINITY;
    })
    .toBeLessThan(1.5);
  expect(await editor.modelText()).toContain("新写的一段。\n一、依法办理");
  await page.close();
});
