import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { cmapPdf } from "../support/cmapPdf";
import { type Browser, startChromium } from "./harness/chromium";
import { openExtensionPage } from "./harness/extensionPage";

const ROOT = resolve(import.meta.dirname, "../..");
const EXAMPLES = join(ROOT, "examples");
const SCREENSHOTS = resolve(import.meta.dirname, "../.screenshots");

let browser: Browser;
let page: Page;
let troubles: string[];
let requests: string[];

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  browser = await startChromium({ chinese: true });
});

afterAll(() => browser?.close());

beforeEach(async () => {
  await browser.worker.evaluate("chrome.storage.local.clear()");
  requests = [];
  browser.context.on("request", (request) => requests.push(request.url()));
  ({ page, troubles } = await openExtensionPage(browser, "workbench.html"));
});

afterEach(async () => {
  expect(troubles).toEqual([]);
  // Nothing is uploaded, nothing fetched but the extension's own files.
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((url) => !/^(?:chrome-extension|blob|data):/.test(url))).toEqual([]);
  browser.context.removeAllListeners("request");
  await page.close();
});

async function resultsShown(): Promise<void> {
  await page.locator("#results").waitFor({ timeout: 60_000 });
}

async function download(button: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFileSync(await saved.path(), "utf8");
}

async function take(button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const waiting = page.waitForEvent("download", { timeout: 15_000 }).catch(async () => {
    throw new Error(`no download: ${await page.locator("#download-state").textContent()}`);
  });
  const [saved] = await Promise.all([waiting, button.click()]);
  return { name: saved.suggestedFilename(), bytes: new Uint8Array(readFileSync(await saved.path())) };
}

test("findings are grouped by file and by rule, filtered, and exported as a table", async () => {
  await page.locator("#folder").setInputFiles(EXAMPLES);
  await resultsShown();
  const rows = page.locator("#groups tr[data-rule]");
  const all = await rows.count();
  expect(await page.locator("#groups").textContent()).toContain("云溪县机动车停放服务收费管理办法");
  expect(await page.locator("#configs").textContent()).toContain("examples/gongwen.config.yaml");
  await page.screenshot({ path: join(SCREENSHOTS, "workbench.png") });

  await page.locator("#group").selectOption("rule");
  expect(await rows.count()).toBe(all);
  await page.screenshot({ path: join(SCREENSHOTS, "workbench-rules.png"), fullPage: true });

  await page.locator("#severities label", { hasText: "错误" }).click();
  await page.locator("#severities label", { hasText: "警告" }).click();
  const reminders = await rows.count();
  expect(reminders).toBeLessThan(all);
  expect(await page.locator("#groups .severity.error").count()).toBe(0);
  await page.locator("#words").fill("没有这样的字");
  expect(await page.locator("#none").textContent()).toContain("没有符合筛选条件的问题");
  await page.locator("#words").fill("");

  const csv = await download("#csv");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const table = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  expect(table.filter((row) => row["规则"] !== "")).toHaveLength(all);
});

test("files that cannot be read are shown with their reason, beside real .docx files", async () => {
  const parking = join(EXAMPLES, "送审/停车收费办法");
  const docx = readdirSync(parking).find((name) => name.includes("送审稿")) ?? "";
  await page.locator("#files").setInputFiles([
    { name: docx, mimeType: "application/zip", buffer: readFileSync(join(parking, docx)) },
    { name: "坏的.docx", mimeType: "application/zip", buffer: Buffer.from("不是压缩包") },
    { name: "表.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK") },
  ]);
  await resultsShown();
  expect(await page.locator("#counts").textContent()).toContain("2 个未能校核");
  const text = await page.locator("#groups").textContent();
  expect(text).toContain("未能校核：名称是 .docx");
  expect(text).toContain("不支持 .xlsx 文件");
  expect(await page.locator("#groups tr[data-rule]").count()).toBeGreaterThan(0);
  await page.screenshot({ path: join(SCREENSHOTS, "workbench-unreadable.png"), fullPage: true });
});

test("files can be dropped, text can be pasted", async () => {
  const text = "松河镇人民政府关于做好防汛工作的通知\n\n根据《中华人民共和国合同法》，现通知如下。\n";
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "通知.txt"));
    return transfer;
  }, text);
  await page.dispatchEvent("#drop", "drop", { dataTransfer: data });
  await resultsShown();
  expect(await page.locator("#groups").textContent()).toContain("通知.txt");

  await page.locator("details summary", { hasText: "粘贴文字" }).click();
  await page.locator("#pasted").fill(text);
  await page.locator("#check-pasted").click();
  await expect
    .poll(() => page.locator("#groups").textContent(), { timeout: 20_000 })
    .toContain("粘贴的文字.txt");
  expect(await page.locator("#groups tr[data-rule='repealed-law']").count()).toBe(1);
});

/** Lets go of a folder over the page, as from the file manager. */
async function dropFolder(folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
  await session.detach();
}

test("of a folder that is dropped, what ignore files exclude is left out as on the command line, and said", async () => {
  const text = "# 松河镇人民政府关于做好防汛工作的通知\n\n根据《中华人民共和国合同法》，现通知如下。\n";
  const files: Record<string, string> = {
    "材料/.gitignore": "*.txt\n输出/\n",
    "材料/.gongwenignore": "!公告.txt\n外来.md\n",
    "材料/一.md": text,
    "材料/公告.txt": text,
    "材料/笔记.txt": text,
    "材料/深/.gitignore": "!笔记.txt\n",
    "材料/深/笔记.txt": text,
    "材料/深/外来.md": text,
    "材料/输出/二.md": text,
    "材料/输出/图.png": "",
    "材料/图.png": "",
    "材料/.git/HEAD": "ref: refs/heads/main\n",
    "材料/.git/说明.md": text,
  };
  const root = mkdtempSync(join(tmpdir(), "gongwen-drop-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const args = [join(ROOT, "dist/cli.js"), "lint", "材料", "--format", "json", "--fail-on", "none"];
  const expected = lintOutputSchema.parse(
    JSON.parse(spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" }).stdout),
  );
  expect(expected.files.map(({ path }) => path)).toEqual(["材料/一.md", "材料/公告.txt", "材料/深/笔记.txt"]);

  // Which folders are looked into: git's own is not.
  await page.evaluate(() => {
    const seen: string[] = [];
    const { webkitGetAsEntry } = DataTransferItem.prototype;
    DataTransferItem.prototype.webkitGetAsEntry = function () {
      const entry = webkitGetAsEntry.call(this) as FileSystemDirectoryEntry;
      const folders = Object.getPrototypeOf(entry) as FileSystemDirectoryEntry;
      const { createReader } = folders;
      folders.createReader = function () {
        seen.push(this.fullPath);
        return createReader.call(this);
      };
      return entry;
    };
    Object.assign(window, { seen });
  });
  await dropFolder(join(root, "材料"));
  await resultsShown();
  const output = lintOutputSchema.parse(JSON.parse(await download("#json")));
  const sorted = [...expected.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  expect(output).toEqual({ ...expected, files: sorted });
  expect(await page.locator("#ignored-title").textContent()).toBe(
    "按 .gitignore、.gongwenignore 略过 4 个文件",
  );
  await page.locator("#ignored-title").click();
  expect(await page.locator("#ignored-files li").allTextContents()).toEqual([
    "材料/深/外来.md",
    "材料/笔记.txt",
    "材料/输出/二.md",
    "材料/输出/图.png",
  ]);
  expect(await page.locator("#skipped-files li").allTextContents()).toEqual(["材料/图.png"]);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.sort())).toEqual([
    "/材料",
    "/材料/深",
    "/材料/输出",
  ]);
  // Chosen with the button, the same folder gets the same.
  await page.locator("#folder").setInputFiles(join(root, "材料"));
  await page.locator("#results").waitFor({ state: "hidden" });
  await resultsShown();
  expect(lintOutputSchema.parse(JSON.parse(await download("#json")))).toEqual(output);
  expect(await page.locator("#ignored-title").textContent()).toContain("略过 4 个文件");
  rmSync(root, { recursive: true });
});

test("printed, the whole table stands on paper without the controls", async () => {
  await page.locator("#folder").setInputFiles(EXAMPLES);
  await resultsShown();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#tools").isVisible()).toBe(false);
  expect(await page.locator("#drop").isVisible()).toBe(false);
  expect(await page.locator("#groups table").first().isVisible()).toBe(true);
  await page.screenshot({ path: join(SCREENSHOTS, "workbench-print.png"), fullPage: true });
});

test("files can be taken away: with comments, fixed, as reports, for one document and for all", async () => {
  await page.locator("#folder").setInputFiles(EXAMPLES);
  await resultsShown();
  const summary = page.locator("summary", { hasText: "云溪县机动车停放服务收费管理办法（送审稿）.docx" });
  const main = page.locator("#groups details").filter({ has: summary });
  await page.screenshot({ path: join(SCREENSHOTS, "workbench-downloads.png") });
  const annotated = await take(main.locator("[data-product=annotated]"));
  expect(annotated.name).toBe("云溪县机动车停放服务收费管理办法（送审稿）（批注）.docx");
  const comments = strFromU8(unzipSync(annotated.bytes)["word/comments.xml"] ?? new Uint8Array());
  expect(comments).toContain("公文校核");
  expect(comments).toContain("物权法");

  const form = await take(main.locator("[data-product=docx]"));
  expect(form.name).toBe("云溪县机动车停放服务收费管理办法（送审稿）-审核意见表.docx");
  expect(strFromU8(unzipSync(form.bytes)["word/document.xml"] ?? new Uint8Array())).toContain(
    "公文审核意见表",
  );

  const all = await take(page.locator("#downloads [data-product=annotated]"));
  const files = unzipSync(all.bytes);
  expect(all.name).toBe("带批注的文件.zip");
  expect(Object.keys(files).length).toBeGreaterThan(1);
  expect(Object.keys(files).every((name) => /^examples\/.+（批注）\.docx$/.test(name))).toBe(true);

  const fixed = await take(page.locator("#downloads [data-product=fixed]"));
  const mended = fixed.name.endsWith(".zip") ? unzipSync(fixed.bytes) : { [fixed.name]: fixed.bytes };
  for (const [name, bytes] of Object.entries(mended)) {
    expect(name).toMatch(/（修改）\.[a-z]+$/);
    if (name.endsWith(".docx"))
      expect(strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array())).toMatch(
        /<w:(?:ins|rPrChange|pPrChange|sectPrChange) /,
      );
  }

  const sheets = unzipSync((await take(page.locator("#downloads [data-product=xlsx]"))).bytes);
  expect(strFromU8(sheets["xl/workbook.xml"] ?? new Uint8Array())).toContain("问题清单");
  const report = await take(page.locator("#downloads [data-product=html]"));
  expect(report.name).toBe("校核结果.html");
  expect(new TextDecoder().decode(report.bytes)).toContain("云溪县机动车停放服务收费管理办法");
  expect(await page.locator("#download-state").textContent()).toBe("已下载：校核结果.html");
  await page.screenshot({ path: join(SCREENSHOTS, "workbench-downloads.png") });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: join(SCREENSHOTS, "workbench-dark.png") });
});

test("a PDF in an older Chinese encoding is read", async () => {
  const bytes = cmapPdf([
    "云溪县人民政府关于做好防汛工作的通知",
    "根据《中华人民共和国合同法》，现通知如下。",
  ]);
  await page
    .locator("#files")
    .setInputFiles({ name: "通知.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) });
  await resultsShown();
  expect(await page.locator("#groups tr[data-rule='repealed-law']").count()).toBe(1);
});

test("the user's rules hold here too", async () => {
  const { page: options } = await openExtensionPage(browser, "options.html");
  await options.locator("#level-repealed-law").selectOption("off");
  await expect.poll(() => options.locator("#said").textContent()).toBe("已保存");
  await options.close();
  await page.locator("details summary", { hasText: "粘贴文字" }).click();
  await page.locator("#pasted").fill("根据《中华人民共和国合同法》，现通知如下。");
  await page.locator("#check-pasted").click();
  await resultsShown();
  expect(await page.locator("#groups tr[data-rule='repealed-law']").count()).toBe(0);
});
