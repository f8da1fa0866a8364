import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { cardIsOpenedByClick, fixIsMadeByKeyboard } from "./cardScenarios";
import { type Browser, startChromium } from "./harness/chromium";
import { type EditorPage, type OpenEditor, openEditor } from "./harness/editor";
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
} from "./scenarios";

/** Editors with their text in the DOM, where the browser has no highlights and boxes are drawn. */
const OLDER: readonly EditorPage[] = [
  { name: "contenteditable", editable: "#editor", boxes: true },
  { name: "srcdoc", frame: "#editor iframe", editable: "body", boxes: true },
  { name: "quill", editable: ".ql-editor", boxes: true },
  { name: "tinymce", frame: "iframe.tox-edit-area__iframe", editable: "body", boxes: true },
];

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  server = await servePages();
  browser = await startChromium({ chinese: true, older: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe.each(OLDER.map((kind) => [kind.name, kind] as const))("boxes in %s", (_, kind) => {
  let editor: OpenEditor;

  beforeEach(async () => {
    await browser.worker.evaluate("chrome.storage.local.clear()");
    editor = await openEditor(browser, server, kind);
  });

  afterEach(async () => {
    await editor.page.close();
  });

  test("findings appear under the right words", () => findingsAppearUnderTheRightWords(editor));
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
