import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { formatBaseline } from "../../linter/engine/baseline";
import { fingerprints } from "../../linter/engine/fingerprint";
import { type Browser, GRANTED, startChromium } from "./harness/chromium";
import { openEditor } from "./harness/editor";
import { openExtensionPage } from "./harness/extensionPage";
import { type PagesServer, servePages } from "./harness/pagesServer";
import { OTHER_REPEALED, REPEALED } from "./scenarios";

const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");

let browser: Browser;
let server: PagesServer;
let options: Page;
let troubles: string[];

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await servePages();
  browser = await startChromium({ chinese: true });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  await browser.worker.evaluate("chrome.storage.local.clear()");
  ({ page: options, troubles } = await openExtensionPage(browser, "options.html"));
  await options.locator("#rules select").first().waitFor();
});

afterEach(async () => {
  expect(troubles).toEqual([]);
  await options.close();
});

function upload(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

async function exported(): Promise<{ extends: string; rules: Record<string, unknown> }> {
  const [download] = await Promise.all([
    options.waitForEvent("download"),
    options.locator("#export-config").click(),
  ]);
  expect(download.suggestedFilename()).toBe("gongwen.config.yaml");
  return parse(readFileSync(await download.path(), "utf8"));
}

test("a rule's level is kept and changes what an open draft shows", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await options.locator("#level-repealed-law").selectOption("info");
  await editor.waitForMarks([]);
  await expect
    .poll(async () => (await editor.drawn()).filter(({ severity }) => severity === "info").length)
    .toBeGreaterThanOrEqual(2);
  await options.reload();
  await expect.poll(() => options.locator("#level-repealed-law").inputValue()).toBe("info");
  await options.locator("#level-repealed-law").selectOption("");
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await editor.page.close();
  await options.screenshot({ path: join(SCREENSHOTS, "options.png"), fullPage: true });
});

test("the configuration goes out and comes in as the command line has it", async () => {
  const config =
    "extends: strict\nrules:\n  law-title: off\n  interpretation-quality: [warning, { leastLength: 150 }]\nignore: [README.md]\n";
  await options.locator("#import-config").setInputFiles(upload("gongwen.config.yaml", config));
  await expect.poll(() => options.locator("#config-said").textContent()).toContain("ignore");
  await expect.poll(() => options.locator("#preset").inputValue()).toBe("strict");
  expect(await exported()).toEqual({
    extends: "strict",
    rules: { "law-title": "off", "interpretation-quality": ["warning", { leastLength: 150 }] },
  });
  // Options that came with the configuration are shown, and stay when the level is changed, also back to the usual one.
  const row = options.locator(".rule", { has: options.locator("#level-interpretation-quality") });
  await expect.poll(() => row.locator(".options").textContent()).toContain("leastLength: 150");
  await options.locator("#level-interpretation-quality").selectOption("error");
  await expect
    .poll(async () => (await exported()).rules["interpretation-quality"])
    .toEqual(["error", { leastLength: 150 }]);
  await options.locator("#level-interpretation-quality").selectOption("warning");
  await options.locator("#level-interpretation-quality").selectOption("");
  await expect
    .poll(async () => (await exported()).rules["interpretation-quality"])
    .toEqual(["error", { leastLength: 150 }]);
  expect(await row.locator(".options").textContent()).toContain("leastLength: 150");
});

test("a wrong configuration is refused with its mistakes", async () => {
  const config = "rules:\n  no-such-rule: error\n";
  await options.locator("#import-config").setInputFiles(upload("gongwen.config.yaml", config));
  await expect.poll(() => options.locator("#config-said").textContent()).toContain("rules.no-such-rule");
  expect(await exported()).toEqual({ extends: "recommended", rules: {} });
});

const OWN_RULES = `patterns:
  - { id: local/person, title: 专人, basis: [本县规定], severity: error, words: { 专人负责: 专人办理 }, fix: safe }
  - { id: local/office, title: 旧名, basis: [本县规定], severity: error, words: [法制办], boundaries: true }
terms: [法制办公会]
`;

test("own rules of an imported configuration run in an editor, are listed, set, exported and removed", async () => {
  const editor = await openEditor(browser, server, { name: "textarea", editable: "textarea", boxes: true });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  const underlined = async (words: string) => {
    const places = await editor.wordsAt(words);
    const boxes = await editor.overlay.find(".mark.error");
    return places.every(({ left, right, bottom }) =>
      boxes.some(
        (box) =>
          Math.abs(box.left - left) < 2 &&
          Math.abs(box.right - right) < 2 &&
          Math.abs(box.bottom - bottom) < 6,
      ),
    );
  };
  expect(await underlined("专人负责")).toBe(false);
  await options.locator("#import-config").setInputFiles(upload("gongwen.config.yaml", OWN_RULES));
  await expect.poll(() => options.locator("#config-said li").allTextContents()).toHaveLength(1);
  await expect.poll(() => underlined("专人负责"), { timeout: 5_000 }).toBe(true);

  const row = options.locator(".rule", { hasText: "专人" });
  await expect.poll(() => row.textContent()).toContain("本县规定");
  expect(await options.locator("#rules h3").last().textContent()).toContain("自定规则");
  await row.locator("select").selectOption("off");
  await expect.poll(() => underlined("专人负责")).toBe(false);
  await row.locator("select").selectOption("");
  await expect.poll(() => underlined("专人负责")).toBe(true);
  const { checkConfig } = await import("../../linter/engine/configSchema");
  const { allRules } = await import("../../rules/index");
  const { config, problems } = checkConfig(await exported(), allRules);
  expect(problems).toEqual([]);
  expect(config).toMatchObject({
    patterns: [{ id: "local/person" }, { id: "local/office" }],
    terms: ["法制办公会"],
  });
  await options.screenshot({ path: join(SCREENSHOTS, "options-own-rules.png"), fullPage: true });
  await row.locator("button").click();
  await expect.poll(() => underlined("专人负责")).toBe(false);
  await expect.poll(() => row.count()).toBe(0);
  await editor.page.close();
});

test("own rules ask where words begin and end, also in an editor", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await options.locator("#import-config").setInputFiles(upload("gongwen.config.yaml", OWN_RULES));
  await editor.waitForMarks([REPEALED, OTHER_REPEALED, "专人负责"]);
  await editor.frame.evaluate(() => {
    const line = document.querySelectorAll("#editor p")[4];
    if (line) line.textContent = "二、法制办公会按照法制办法研究，由法制办负责。";
  });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED, "法制办"]);
  await editor.page.close();
});

test("a rule whose expression could run for hours is refused", async () => {
  const config = "patterns: [{ id: local/slow, title: 慢, basis: [本县规定], regex: (甲+)+乙 }]\n";
  await options.locator("#import-config").setInputFiles(upload("gongwen.config.yaml", config));
  await expect.poll(() => options.locator("#config-said").textContent()).toContain("patterns[0].regex");
  expect(await exported()).toEqual({ extends: "recommended", rules: {} });
});

test("own laws are imported, used, and removed", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await editor.frame.evaluate(() => {
    const line = document.querySelectorAll("#editor p")[4];
    if (line) line.textContent = "二、按照《云溪县犬只管理暂行办法》办理，按时报送情况。";
  });
  const csv =
    "题名,层级,机关,施行日期,状态,废止日期\n云溪县犬只管理暂行办法,规范性文件,云溪县人民政府,2018-01-01,已废止,2024-01-01\n";
  await options.locator("#import-laws").setInputFiles(upload("本县文件.csv", csv));
  await expect.poll(() => options.locator("#laws").textContent()).toContain("本县文件.csv：1 部");
  await editor.waitForMarks([REPEALED, OTHER_REPEALED, "《云溪县犬只管理暂行办法》"]);
  await options.locator("#laws button").click();
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);

  await options.locator("#import-laws").setInputFiles(upload("错的.csv", "题名,状态\n某办法,也许\n"));
  await expect.poll(() => options.locator("#laws-said").textContent()).toContain("也许");
  expect(await options.locator("#laws").textContent()).toContain("无");
  await editor.page.close();
});

test("a baseline of the command line silences what it knows; no word of it is kept", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  const sentence =
    "为规范合同管理，根据《中华人民共和国合同法》和《中华人民共和国安全生产法》，现就有关事项通知如下。";
  const [mark = ""] = fingerprints([
    { ruleId: "repealed-law", quote: REPEALED, sentence: { text: sentence, start: 0, end: sentence.length } },
  ]);
  const entry = {
    path: "旧稿/合同管理.docx",
    ruleId: "repealed-law",
    fingerprint: mark,
    words: sentence.slice(0, 30),
  };
  await options
    .locator("#import-baseline")
    .setInputFiles(upload("gongwen.baseline", formatBaseline([entry])));
  await expect
    .poll(() => options.locator("#baselines").textContent())
    .toContain("gongwen.baseline：1 个已知问题");
  await editor.waitForMarks([OTHER_REPEALED]);
  const kept = JSON.stringify(await browser.worker.evaluate("chrome.storage.local.get(null)"));
  expect(kept).toContain(mark);
  expect(kept).not.toMatch(/规范|合同|旧稿/);

  await options.locator("#import-baseline").setInputFiles(upload("错的", "不是基线\n"));
  await expect.poll(() => options.locator("#baseline-said").textContent()).toContain("第1行");
  await options.locator("#baselines button").click();
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await editor.page.close();
});

test("ignored findings are listed by rule and day, and can be erased", async () => {
  const editor = await openEditor(browser, server, { name: "contenteditable", editable: "#editor" });
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await editor.page.keyboard.press("Alt+F8");
  await editor.putCaret("为规范合同管理", "before");
  await editor.page.keyboard.press("Alt+F8");
  await editor.overlay.click(".card .ignore.one");
  await editor.waitForMarks([OTHER_REPEALED]);
  const kept = options.locator("#kept-findings");
  await expect.poll(() => kept.textContent()).toMatch(/\d{4}-\d{2}-\d{2} 忽略/);
  expect(await kept.textContent()).not.toContain("合同法");
  await kept.locator("button").click();
  await editor.waitForMarks([REPEALED, OTHER_REPEALED]);
  await editor.page.close();
});

test("sites are listed as the browser grants them", async () => {
  expect(await options.locator("#sites").textContent()).toContain(GRANTED);
});
