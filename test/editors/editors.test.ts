import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { cardIsOpenedByClick, fixIsMadeByKeyboard } from "./cardScenarios";
import { type Browser, startChromium } from "./harness/chromium";
import { type OpenEditor, openEditor } from "./harness/editor";
import { EDITORS } from "./harness/editors";
import { type PagesServer, servePages } from "./harness/pagesServer";
import {
  cardIsReachedByKeyboard,
  caretStaysThroughFix,
  compositionIsLeftAlone,
  findingsAppearUnderTheRightWords,
  fixIsAppliedAndUndone,
  ignoredFindingStaysAway,
  marksFollowScrollingAndZoom,
  marksFollowTyping,
  openCard,
  REPEALED,
} from "./scenarios";

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

  test("findings appear under the right words", async () => {
    await findingsAppearUnderTheRightWords(editor);
    await editor.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    await openCard(editor, REPEALED);
    await editor.page.screenshot({ path: join(SCREENSHOTS, `${name}-card.png`), clip: CARD });
  });
  test("a fix is applied and undone", () => fixIsAppliedAndUndone(editor));
  test("the caret stays through a fix", () => caretStaysThroughFix(editor));
  test("the card is opened by a click", () => cardIsOpenedByClick(editor));
  test("a fix is made by keyboard", () => fixIsMadeByKeyboard(editor));
  test("an ignored finding stays away", () => ignoredFindingStaysAway(editor));
  test("marks follow typing", () => marksFollowTyping(editor));
  test("a composition is left alone", () => compositionIsLeftAlone(editor));
  test("marks follow scrolling and zoom", () => marksFollowScrollingAndZoom(editor));
  test("the card is reached by keyboard", () => cardIsReachedByKeyboard(editor));
});
