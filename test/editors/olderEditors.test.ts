import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { EVERY_EDITOR } from "./everyEditor";
import { type Browser, startChromium } from "./harness/chromium";
import { type EditorPage, type OpenEditor, openEditor } from "./harness/editor";
import { type PagesServer, servePages } from "./harness/pagesServer";

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

  test.each(EVERY_EDITOR)("%s", (_, scenario) => scenario(editor));
});
