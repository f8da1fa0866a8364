import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { OverlayView, type Seen } from "./harness/overlay";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  server = await servePages();
  browser = await startChromium({ scale: 1.5, chinese: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(() => browser.worker.evaluate("chrome.storage.local.clear()"));

interface UniverPage {
  page: Page;
  overlay: OverlayView;
  modelText(): Promise<string>;
}

async function open(query = ""): Promise<UniverPage> {
  const page = await browser.context.newPage();
  await page.goto(server.url("univer") + query);
  await page.waitForFunction("window.editorUnderTest !== undefined");
  const overlay = await OverlayView.of(page);
  return { page, overlay, modelText: () => page.evaluate("window.editorUnderTest.text()") };
}

/** The red boxes, from above, once there are as many. */
async function boxes({ overlay }: UniverPage, count: number): Promise<Seen[]> {
  await expect.poll(async () => (await overlay.find(".mark.error")).length, { timeout: 8_000 }).toBe(count);
  return (await overlay.find(".mark.error")).sort((a, b) => a.top - b.top);
}

/** Univer says of no words where they stand; so a click at a box's end must put its caret at their end. */
async function typeAt({ page }: UniverPage, box: Seen, side: "left" | "right", text: string): Promise<void> {
  const x = side === "left" ? box.left + 2 : box.right - 2;
  await page.mouse.click(x, (box.top + box.bottom) / 2);
  await page.waitForTimeout(300);
  await page.keyboard.insertText(text);
}

test("Univer: boxes stand under the painted words, as the editor's own clicks prove", async () => {
  const editor = await open();
  const [first] = await boxes(editor, 2);
  if (!first) throw new Error("no box");
  const badge = await editor.overlay.wait(".badge");
  expect(badge.text).toMatch(/仅可见部分|visible part only/);
  // It keeps off the editor's own bar below the canvas.
  const canvas = await editor.page.locator('[data-u-comp="render-canvas"]').first().boundingBox();
  expect(badge.bottom).toBeLessThan((canvas?.y ?? 0) + (canvas?.height ?? 0));
  await editor.page.screenshot({ path: join(SCREENSHOTS, "univer.png") });
  await typeAt(editor, first, "left", "前");
  await expect.poll(() => editor.modelText()).toContain(`前${REPEALED}和`);
  await expect.poll(async () => (await boxes(editor, 2))[0]?.left).toBeGreaterThan(first.left + 5);
  const [moved] = await boxes(editor, 2);
  if (!moved) throw new Error("no box");
  await typeAt(editor, moved, "right", "后");
  await expect.poll(() => editor.modelText()).toContain(`前${REPEALED}后和`);
  await editor.page.close();
});

test("Univer: a fix is applied by the editor's own input, and undone", async () => {
  const editor = await open();
  const { page, overlay } = editor;
  const before = await editor.modelText();
  const [first] = await boxes(editor, 2);
  if (!first) throw new Error("no box");
  await page.mouse.move(first.left + 20, first.top + 8);
  await page.mouse.move(first.left + 24, first.top + 8);
  await overlay.wait(".card");
  await page.screenshot({ path: join(SCREENSHOTS, "univer-card.png") });
  await overlay.click(".card .fix");
  await boxes(editor, 1);
  expect(await editor.modelText()).toBe(before.replace(REPEALED, "《中华人民共和国民法典》"));
  await page.keyboard.press("Control+z");
  await boxes(editor, 2);
  expect(await editor.modelText()).toBe(before);
  await page.close();
});

test("Univer: by its page API the whole text is checked", async () => {
  const editor = await open("?api");
  await boxes(editor, 2);
  expect(await editor.modelText()).toContain(OTHER_REPEALED);
  await expect
    .poll(async () => (await editor.overlay.wait(".badge")).text, { timeout: 6_000 })
    .not.toMatch(/仅可见部分|visible part only/);
  await boxes(editor, 2);
  await editor.page.close();
});
