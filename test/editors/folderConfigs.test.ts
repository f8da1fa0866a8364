import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { type Browser, startChromium } from "./harness/chromium";
import { openExtensionPage } from "./harness/extensionPage";

const CLI = resolve(import.meta.dirname, "../../dist/cli.js");

const notice = (...sentences: string[]) =>
  `# 云溪县人民政府办公室关于开展检查的通知\n\n各乡镇人民政府：\n\n　　${sentences.join("")}\n`;
const REPEALED = "根据《中华人民共和国合同法》办理。";
const OWN_LAW = "按照《云溪县犬只管理暂行办法》执行。";
const WORDS = "请有关单位适时办理，由法制办负责，法制办公会按法制办法研究。";

const TREE: Record<string, string> = {
  "gongwen.config.yaml": `extends: [recommended, 公用/全县.yaml]
rules: { repealed-law: warning, local/vague: info }
overrides:
  - { files: ["旧/**"], rules: { repealed-law: "off", local/vague: warning } }
  - { files: ["**/*.txt"], rules: { local/office: "off" } }
patterns:
  - { id: local/office, title: 旧名, basis: [机构改革方案], words: { 法制办: 司法局 }, boundaries: true, fix: safe }
  - { id: local/contact, title: 要有联系人, basis: [本县规定], absent: [联系人] }
laws: [公用/本县文件.csv]
ignore: ["草稿/**"]
`,
  "公用/全县.yaml": `terms: [法制办公会]
patterns:
  - { id: local/vague, title: 含糊用语, basis: [本县规定], words: [有关单位] }
overrides: [{ files: ["../一.md"], rules: { repealed-law: info } }]
`,
  "公用/本县文件.csv":
    "题名,级别,制定机关,状态,废止日期\n云溪县犬只管理暂行办法,规范性文件,云溪县人民政府,已废止,2024-01-01\n",
  "一.md": notice(REPEALED, OWN_LAW, WORDS),
  "旧/二.md": notice(REPEALED, OWN_LAW, WORDS),
  "旧/三.txt": "云溪县人民政府关于做好防汛工作的通知\n\n请有关单位办理，由法制办负责。\n",
  "草稿/四.md": notice(REPEALED, WORDS),
  "例外.md": `<!-- gongwen-lint-disable local/vague: 引用原文 -->\n<!-- gongwen-lint-disable local/nothing: 写错了 -->\n\n${notice(WORDS)}`,
  "独立/gongwen.config.json": JSON.stringify({
    extends: "minimal",
    rules: { "repealed-law": "info" },
    patterns: [{ id: "local/soon", title: "适时", basis: ["本局规定"], regex: "适时(?=办理)" }],
  }),
  "独立/五.md": notice(REPEALED, WORDS),
  "独立/深/六.html": `<h1>云溪县水务局关于检查的通知</h1><p>${REPEALED}${OWN_LAW}${WORDS}</p>`,
};

let browser: Browser;
let page: Page;
let troubles: string[];
let folder: string;

beforeAll(async () => {
  browser = await startChromium({ chinese: true });
});

afterAll(() => browser?.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongwen-lint-folder-"));
  await browser.worker.evaluate("chrome.storage.local.clear()");
  ({ page, troubles } = await openExtensionPage(browser, "workbench.html"));
});

afterEach(async () => {
  expect(troubles).toEqual([]);
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "材料", path)), { recursive: true });
    writeFileSync(join(folder, "材料", path), text);
  }
}

async function inWorkbench() {
  await page.locator("#folder").setInputFiles(join(folder, "材料"));
  await page.locator("#results").waitFor({ timeout: 60_000 });
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#json").click()]);
  return lintOutputSchema.parse(JSON.parse(readFileSync(await saved.path(), "utf8")));
}

function onCommandLine(): { status: number | null; stdout: string; stderr: string } {
  const args = [CLI, "lint", "材料", "--format", "json", "--fail-on", "none"];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
}

/** What each configuration is shown to have been used for. */
async function usesShown(): Promise<Record<string, string[]>> {
  await page.locator("#configs > summary").click();
  const uses: Record<string, string[]> = {};
  for (const use of await page.locator("#config-uses > details").all()) {
    await use.locator("summary").click();
    await use.locator("li").first().waitFor();
    uses[(await use.locator("summary").textContent()) ?? ""] = await use.locator("li").allTextContents();
  }
  return uses;
}

test("a folder with nested configurations, own rules and own laws gets what the command line gives it", async () => {
  write(TREE);
  const { status, stdout, stderr } = onCommandLine();
  expect([status, stderr]).toEqual([0, ""]);
  const expected = lintOutputSchema.parse(JSON.parse(stdout));
  const found = new Map(
    expected.files.map(({ path, findings }) => [
      path,
      findings.map(({ ruleId, severity, quote }) => `${ruleId} ${severity} ${quote}`),
    ]),
  );
  // Every part of the configurations has its effect somewhere.
  expect([...found.keys()]).not.toContain("材料/草稿/四.md");
  expect(found.get("材料/一.md")).toEqual(
    expect.arrayContaining([
      "repealed-law info 《中华人民共和国合同法》",
      "repealed-law info 《云溪县犬只管理暂行办法》",
      "local/vague info 有关单位",
      "local/office warning 法制办",
    ]),
  );
  expect(found.get("材料/一.md")?.filter((finding) => finding.startsWith("local/office"))).toHaveLength(1);
  expect(found.get("材料/旧/二.md")?.filter((finding) => finding.startsWith("repealed-law"))).toEqual([]);
  expect(found.get("材料/旧/二.md")).toContain("local/vague warning 有关单位");
  expect(found.get("材料/旧/三.txt")?.join()).not.toContain("local/office");
  expect(found.get("材料/例外.md")?.join()).toMatch(/unused-suppression info [^,]*local\/nothing/);
  expect(found.get("材料/例外.md")?.join()).not.toContain("local/vague");
  expect(found.get("材料/旧/三.txt")).toContain("local/vague warning 有关单位");
  expect(found.get("材料/独立/五.md")).toContain("local/soon warning 适时");
  expect(found.get("材料/独立/深/六.html")).toContain("repealed-law info 《云溪县犬只管理暂行办法》");

  const output = await inWorkbench();
  const sorted = [...expected.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  expect(output).toEqual({ ...expected, files: sorted });

  expect(await page.locator("#groups").textContent()).toContain("配置：材料/独立/gongwen.config.json");
  expect(await page.locator("#groups").textContent()).toContain("含糊用语");
  expect(await usesShown()).toEqual({
    "材料/gongwen.config.yaml：5 个文件 · 其中 1 个在 ignore 里，没有校核": [
      "材料/一.md",
      "材料/例外.md",
      "材料/旧/三.txt",
      "材料/旧/二.md",
      "材料/草稿/四.md（ignore，没有校核）",
    ],
    "材料/独立/gongwen.config.json：2 个文件": ["材料/独立/五.md", "材料/独立/深/六.html"],
  });
  expect(await page.locator("#config-notes").isVisible()).toBe(false);
  expect(await page.locator("#skipped").isVisible()).toBe(false);
});

test("a wrong configuration is told with file and place on its own files; the others are checked", async () => {
  write({
    "好/一.md": notice(REPEALED),
    "坏/gongwen.config.yaml": "rules: { no-such-rule: error }\n",
    "坏/二.md": notice(REPEALED),
    "缺/gongwen.config.yaml": "laws: [没有.csv]\n",
    "缺/三.md": notice(REPEALED),
    "错/gongwen.config.yaml": "laws: [错的.csv]\n",
    "错/错的.csv": "题名,状态\n某办法,也许\n",
    "错/四.md": notice(REPEALED),
    "包/办法.md":
      "# 云溪县停车管理办法\n\n第一条　为规范停车秩序，制定本办法。\n\n第二条　任何单位和个人不得擅自占用道路停车。违反规定的，由县公安局依法处罚。\n\n第三条　本办法自2027年1月1日起施行，有效期5年。\n",
    "包/材料/gongwen.config.yaml": "rule: {}\n",
    "包/材料/政策解读.md": `# 《云溪县停车管理办法》政策解读\n\n　　制定背景如下。${REPEALED}\n`,
  });
  const { status, stdout } = onCommandLine();
  expect(status).toBe(2);
  const { files, ...output } = await inWorkbench();
  // Only that the command line names files from the top of the disk.
  const expected = lintOutputSchema.parse(JSON.parse(stdout.replaceAll(`${folder}/`, "")));
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  expect({ ...output, files }).toEqual({ ...expected, files: [...expected.files].sort(byPath) });
  const errors = Object.fromEntries(files.map(({ path, error }) => [path, error]));
  expect(errors).toEqual({
    "材料/好/一.md": null,
    "材料/坏/二.md": expect.stringContaining("配置有误：材料/坏/gongwen.config.yaml：rules.no-such-rule："),
    "材料/缺/三.md": expect.stringContaining("材料/缺/没有.csv：没有这个法律法规文件"),
    "材料/错/四.md": expect.stringMatching(/材料\/错\/错的\.csv：.*也许/),
    "材料/包/办法.md": null,
    "材料/包/材料/政策解读.md": expect.stringContaining("配置有误：材料/包/材料/gongwen.config.yaml："),
  });
  const good = files.find(({ path }) => path === "材料/好/一.md");
  expect(good?.findings.map(({ ruleId }) => ruleId)).toContain("repealed-law");
  // A companion that is not checked is there all the same.
  const draft = files.find(({ path }) => path === "材料/包/办法.md")?.findings.map(({ ruleId }) => ruleId);
  expect(draft).toContain("missing-legality-review");
  expect(draft).not.toContain("missing-interpretation");
  expect(Object.keys(await usesShown())).toContain("材料/坏/gongwen.config.yaml：1 个文件 · 有误，没有校核");
});

test("what cannot be read or run here is named; the settings speak where no configuration does", async () => {
  const { page: options } = await openExtensionPage(browser, "options.html");
  await options.locator("#level-repealed-law").selectOption("off");
  await expect.poll(() => options.locator("#said").textContent()).toBe("已保存");
  await options.close();
  write({
    "程序/gongwen.config.ts": "export default { rules: {} };\n",
    "程序/一.md": notice(REPEALED),
    "配置/gongwen.config.yaml": "extends: ../../全市.yaml\nlaws: [../../外面.csv]\n",
    "配置/二.md": notice(REPEALED),
    "没有/三.md": notice(REPEALED),
  });
  const { files } = await inWorkbench();
  const repealed = files
    .filter(({ findings }) => findings.some(({ ruleId }) => ruleId === "repealed-law"))
    .map(({ path }) => path);
  expect(repealed).toEqual(["材料/配置/二.md"]);
  expect(await page.locator("#config-notes li").allTextContents()).toEqual([
    "材料/程序/gongwen.config.ts：是程序，这里不能运行，没有用上；它管的文件按设置页的规则检查",
    "材料/配置/gongwen.config.yaml：extends 的“../../全市.yaml”不在拖入的文件里，这里读不到，没有用上",
    "材料/配置/gongwen.config.yaml：laws 的“../../外面.csv”不在拖入的文件里，这里读不到，没有用上",
  ]);
  expect(await usesShown()).toEqual({
    "设置页的规则：2 个文件": ["材料/没有/三.md", "材料/程序/一.md"],
    "材料/配置/gongwen.config.yaml：1 个文件": ["材料/配置/二.md"],
  });
});

test("files chosen by themselves are judged by the configuration chosen with them", async () => {
  const mine = ["gongwen.config.yaml", "本县文件.csv", "一.md"].map((name) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(
      {
        "gongwen.config.yaml": "rules: { repealed-law: info }\nlaws: [本县文件.csv]\n",
        "本县文件.csv": TREE["公用/本县文件.csv"],
        "一.md": notice(OWN_LAW),
      }[name] ?? "",
    ),
  }));
  await page.locator("#files").setInputFiles(mine);
  await page.locator("#results").waitFor({ timeout: 60_000 });
  expect(await page.locator("#counts").textContent()).toMatch(/^1 个文件 · 错误 0 · /);
  expect(await page.locator("#groups tr[data-rule='repealed-law'] .severity").textContent()).toBe("提示");
  expect(await usesShown()).toEqual({ "gongwen.config.yaml：1 个文件": ["一.md"] });
  expect(await page.locator("#skipped").isVisible()).toBe(false);
});

test("fixed copies keep to the folder's own rules", async () => {
  const shared = Object.entries(TREE).filter(([path]) => /^(?:公用|gongwen|一)/.test(path));
  write(Object.fromEntries(shared));
  await inWorkbench();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#downloads [data-product=fixed]").click(),
  ]);
  const text = readFileSync(await saved.path(), "utf8");
  expect(text).toContain("由司法局负责，法制办公会按法制办法研究");
});
