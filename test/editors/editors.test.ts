import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { EVERY_EDITOR } from "./everyEditor";
import { type Browser, startChromium } from "./harness/chromium";
import { type OpenEditor, openEditor } from "./harness/editor";
import { EDITORS } from "./harness/editors";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { findingsAppearUnderTheRightWords, openCard, REPEALED } from "./scenarios";

/** The part of the page with the editor and its card: pictures for the guide. */
const CARD = { x: 0, y: 0, width: 960, height: 600 };
const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await servePages();
  browser = await startChromium({ chinese: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe.each(EDITORS.map((kind) => [kind.name, kind] as const))("%s", (name, kind) => {
  let editor: OpenEditor;

  beforeEach(async () => {
    await browser.worker.evaluate("chrome.storage.local.clear()");
    editor = await openEditor(browser, server, kind);
  });

  afterEach(async () => {
    await editor.page.close();
  });

  test.each(EVERY_EDITOR)("%s", async (_, scenario) => {
    await scenario(editor);
    if (scenario !== findingsAppearUnderTheRightWords) return;
    await editor.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    await openCard(editor, REPEALED);
    await editor.page.screenshot({ path: join(SCREENSHOTS, `${name}-card.png`), clip: CARD });
  });
});
