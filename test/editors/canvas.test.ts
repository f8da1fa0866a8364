import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { openExtensionPage, tabOf } from "./harness/extensionPage";
import { OverlayView, type Rectangle } from "./harness/overlay";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");
/** As the browser's language has it. */
const VISIBLE_PART = /仅可见部分|visible part only/;
const SUCCESSOR = "《中华人民共和国民法典》";

let server: PagesServer;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await servePages();
});

afterAll(() => server?.close());

interface CanvasPage {
  page: Page;
  overlay: OverlayView;
  modelText(): Promise<string>;
}

async function open(browser: Browser, query = ""): Promise<CanvasPage> {
  const page = await browser.context.newPage();
  await page.goto(server.url("canvas") + query);
  await page.waitForFunction("window.editorUnderTest !== undefined");
  const overlay = await OverlayView.of(page);
  return { page, overlay, modelText: () => page.evaluate("window.editorUnderTest.text()") };
}

function whereTheEditorSays(page: Page, words: string): Promise<Rectangle[]> {
  return page.evaluate((wanted) => {
    const { rectanglesOf } = window as unknown as { rectanglesOf(words: string): Rectangle[] };
    return rectanglesOf(wanted);
  }, words);
}

/** Each of these words has a box of its own, within its row and exactly as wide; and no other box is red. */
async function waitForBoxes({ page, overlay }: CanvasPage, words: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const boxes = await overlay.find(".mark.error");
        const misplaced: string[] = boxes.length === words.length ? [] : [`${boxes.length} boxes`];
        for (const one of words) {
          const [wanted] = await whereTheEditorSays(page, one);
          if (!wanted || !boxes.some((box) => isUnder(box, wanted))) {
            misplaced.push(`${one} ${JSON.stringify(wanted)} ${JSON.stringify(boxes)}`);
          }
        }
        return misplaced;
      },
      { timeout: 6_000 },
    )
    .toEqual([]);
}

function isUnder(box: Rectangle, row: Rectangle): boolean {
  const isWide = Math.abs(box.left - row.left) < 1.5 && Math.abs(box.right - row.right) < 1.5;
  const middle = (box.top + box.bottom) / 2;
  return isWide && middle > row.top && middle < row.bottom && box.bottom <= row.bottom + 4;
}

describe.each([1, 1.5, 2])("canvas-editor at %s device pixels", (scale) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium({ scale, chinese: true });
  });

  afterAll(() => browser?.close());

  beforeEach(() => browser.worker.evaluate("chrome.storage.local.clear()"));

  test("findings appear under the painted words, marked as of the visible part", async () => {
    const editor = await open(browser);
    await waitForBoxes(editor, [REPEALED, OTHER_REPEALED]);
    expect((await editor.overlay.wait(".badge")).text).toMatch(VISIBLE_PART);
    await editor.page.screenshot({ path: join(SCREENSHOTS, `canvas-editor@${scale}.png`) });
    await editor.page.close();
  });

  test("a fix is applied by the editor's own input, and undone", async () => {
    const editor = await open(browser);
    const { page, overlay } = editor;
    await waitForBoxes(editor, [REPEALED, OTHER_REPEALED]);
    const before = await editor.modelText();
    await openCard(editor, REPEALED);
    await page.screenshot({ path: join(SCREENSHOTS, `canvas-editor-card@${scale}.png`) });
    await overlay.click(".card .fix");
    await waitForBoxes(editor, [OTHER_REPEALED]);
    expect(await editor.modelText()).toBe(before.replace(REPEALED, SUCCESSOR));
    await page.keyboard.press("Control+z");
    await waitForBoxes(editor, [REPEALED, OTHER_REPEALED]);
    expect(await editor.modelText()).toBe(before);
    await page.close();
  });

  test("boxes follow scrolling and typing; pages come in as they are shown", async () => {
    const editor = await open(browser, "?long");
    const { page } = editor;
    await waitForBoxes(editor, [REPEALED]);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 90);
    await waitForBoxes(editor, [REPEALED]);
    await page.mouse.wheel(0, -90);
    await page.waitForTimeout(100);
    const [words] = await whereTheEditorSays(page, "为规范合同管理");
    if (!words) throw new Error("the page shows no draft");
    await page.mouse.click(words.left + 1, (words.top + words.bottom) / 2);
    await page.keyboard.insertText("现");
    await waitForBoxes(editor, [REPEALED]);
    for (let step = 0; step < 20; step++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(80);
    }
    await waitForBoxes(editor, [REPEALED, OTHER_REPEALED]);
    await page.screenshot({ path: join(SCREENSHOTS, `canvas-editor-long@${scale}.png`) });
    await page.close();
  });
});

describe("canvas-editor with its editor in a global name", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium({ chinese: true });
  });

  afterAll(() => browser?.close());

  test("of the visible part the side panel says what it cannot see, and that nothing is missing", async () => {
    const editor = await open(browser, "?long");
    await waitForBoxes(editor, [REPEALED]);
    const tab = await tabOf(browser, editor.page.url());
    const { page: panel } = await openExtensionPage(browser, `sidepanel.html?tab=${tab}`);
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.locator("#about .part").waitFor();
    const states = await panel
      .locator("#checklist li")
      .evaluateAll((items) => items.map((item) => `${item.getAttribute("data-item")} ${item.className}`));
    expect(states).toEqual([
      "interpretation unseen",
      "legality-review unseen",
      "disclosure unseen",
      "citations attention",
    ]);
    expect(await panel.locator("#checklist").textContent()).toContain("可能写在看不到的地方");
    expect(await panel.locator('#findings [data-rule^="missing-"]').count()).toBe(0);
    await panel.screenshot({ path: join(SCREENSHOTS, "sidepanel-part.png") });
    await panel.close();
    await editor.page.close();
  });

  test("the whole text is checked, also of pages not painted yet", async () => {
    const editor = await open(browser, "?long&api");
    await waitForCount(editor, "2");
    expect((await editor.overlay.wait(".badge")).text).not.toMatch(VISIBLE_PART);
    await waitForBoxes(editor, [REPEALED]);
    await openCard(editor, REPEALED);
    await editor.overlay.click(".card .fix");
    await expect.poll(() => editor.modelText()).toContain(SUCCESSOR);
    await waitForCount(editor, "1");
    await editor.page.close();
  });

  test("where the site is off, the page's canvas is the browser's own", async () => {
    const page = await browser.context.newPage();
    const isOwn = "String(CanvasRenderingContext2D.prototype.fillText).includes('[native code]')";
    await page.goto(server.urlWhereOff("canvas"));
    expect(await page.evaluate(isOwn)).toBe(true);
    await page.goto(server.url("canvas"));
    expect(await page.evaluate(isOwn)).toBe(false);
    await page.close();
  });
});

function waitForCount({ overlay }: CanvasPage, count: string): Promise<void> {
  return expect
    .poll(async () => (await overlay.find(".badge .error"))[0]?.text, { timeout: 6_000 })
    .toBe(count);
}

async function openCard({ page, overlay }: CanvasPage, words: string): Promise<void> {
  const [at] = await whereTheEditorSays(page, words);
  if (!at) throw new Error(`no ${words} in the editor`);
  const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  await overlay.wait(".card");
}
