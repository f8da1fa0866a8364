import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configureRules } from "../../linter/engine/configure";
import { today } from "../../linter/engine/judgementDate";
import { createSession } from "../../linter/engine/session";
import { allRules } from "../../rules/index";
import { type Browser, startChromium } from "./harness/chromium";
import { ContentWorld } from "./harness/contentWorld";
import { openEditor } from "./harness/editor";
import { openExtensionPage, tabOf } from "./harness/extensionPage";
import { builtRegistry } from "./harness/inNode";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");

/** Text drafts typed into a page, a line a paragraph. */
const DRAFTS = [
  "松河镇人民政府关于做好防汛工作的通知\n各村：\n根据《中华人民共和国合同法》，现通知如下。\n松河镇人民政府\n2026年2月30日",
  "云溪县人民政府办公室关于加强合同管理的通知\n各乡镇人民政府：\n依照《中华人民共和国担保法》第三百条办理。\n本通知自印发之日起施行，《中华人民共和国民法通则》同时执行。",
  "关于拨付经费的请示报告\n县人民政府：\n现将有关情况报告如下，请批示。\n云溪县教育局\n2026年11月20日",
  "云溪县水利局关于做好冬修水利工作的通知\n云水〔26〕8号\n各乡镇：\n（一）抓好落实。\n一、加强领导。\n云溪县水利局\n2026年11月20日\n（此件公开发布）",
  "今天天气很好。",
];

const SOON = { timeout: 10_000 };

let older: Browser;
let server: PagesServer;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await servePages();
  older = await startChromium({ chinese: true, older: true });
});

afterAll(async () => {
  await older?.close();
  server?.close();
});

test("without highlights, boxes are drawn under the words and follow them", async () => {
  const editor = await openEditor(older, server, { name: "contenteditable", editable: "#editor" });
  const world = await ContentWorld.of(editor.page);
  expect(await world.evaluate("'highlights' in CSS || 'Highlight' in globalThis")).toBe(false);
  await expect.poll(async () => (await editor.overlay.find(".mark.error")).length, SOON).toBe(2);
  for (const words of [REPEALED, OTHER_REPEALED]) await expectBoxUnder(words);
  await editor.page.screenshot({ path: join(SCREENSHOTS, "without-highlights.png") });

  await editor.putCaret("为规范合同管理", "before");
  await editor.page.keyboard.insertText("现");
  await expect.poll(() => isBoxUnder(REPEALED), SOON).toBe(true);
  await editor.page.close();

  async function isBoxUnder(words: string): Promise<boolean> {
    const [place] = await editor.wordsAt(words);
    const boxes = await editor.overlay.find(".mark.error");
    return boxes.some(
      (box) =>
        place !== undefined &&
        Math.abs(box.left - place.left) < 2 &&
        Math.abs(box.right - place.right) < 2 &&
        box.bottom >= place.top &&
        box.top <= place.bottom + 6,
    );
  }

  async function expectBoxUnder(words: string): Promise<void> {
    expect(await isBoxUnder(words), words).toBe(true);
  }
});

test("without a side panel, the panel opens as a page in a tab of its own", async () => {
  const editor = await openEditor(older, server, { name: "contenteditable", editable: "#editor" });
  await expect.poll(async () => (await editor.overlay.find(".mark.error")).length, SOON).toBe(2);
  const tab = await tabOf(older, editor.page.url());
  const { page: popup } = await openExtensionPage(older, "popup.html");
  expect(await popup.evaluate("chrome.sidePanel === undefined")).toBe(true);
  // The pop-up lies over the draft's tab; opened as a page it would be the tab in front itself.
  await popup.evaluate(`chrome.tabs.update(${tab}, { active: true })`);
  const [panel] = await Promise.all([
    older.context.waitForEvent("page"),
    popup.evaluate("document.getElementById('open-panel').click()"),
  ]);
  await panel.waitForURL(new RegExp(`/sidepanel\\.html\\?tab=${tab}$`));
  await expect
    .poll(async () => (await panel.locator("#findings .quote").allTextContents()).join(), SOON)
    .toContain(REPEALED);
  await panel.close();
  await editor.page.close();
});

test.each([false, true])(
  "a draft typed into a page has the findings of a session in Node (older: %s)",
  async (isOlder) => {
    const browser = isOlder ? older : await startChromium({ chinese: true });
    const editor = await openEditor(browser, server, { name: "textarea", editable: "textarea", boxes: true });
    const tab = await tabOf(browser, editor.page.url());
    await editor.overlay.wait(".badge");
    const { page: panel, troubles } = await openExtensionPage(browser, `sidepanel.html?tab=${tab}`);
    let found = 0;
    for (const draft of DRAFTS) {
      await editor.page.locator("textarea").fill(draft);
      const expected = inNode(draft);
      found += expected.length;
      const shown = () =>
        panel
          .locator("#findings button")
          .evaluateAll((buttons) =>
            buttons.map((button) =>
              [
                (button as HTMLElement).dataset.rule,
                button.querySelector(".message")?.textContent,
                button.querySelector(".quote")?.textContent,
              ].join(" | "),
            ),
          );
      await expect.poll(shown, SOON).toEqual(expected);
    }
    expect(found).toBeGreaterThanOrEqual(6);
    expect(troubles).toEqual([]);
    await panel.close();
    await editor.page.close();
    if (!isOlder) await browser.close();
  },
);

function inNode(draft: string): string[] {
  const session = createSession({
    rules: configureRules(allRules),
    laws: builtRegistry(),
    asOf: { date: today(), from: "today" },
  });
  const changed = draft.split("\n").map((text, index) => ({ id: String(index), version: 1, text }));
  const { findings } = session.apply({ order: changed.map(({ id }) => id), changed });
  return findings.map(({ ruleId, message, quote }) => [ruleId, message, quote].join(" | "));
}
