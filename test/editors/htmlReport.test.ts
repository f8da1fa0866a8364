import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { html } from "../../linter/reporters/html/index";
import { results, settings } from "../reporters/results";
import { type Browser, startChromium } from "./harness/chromium";

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});

afterAll(() => browser?.close());

/** The report as a reader opens it: a file on the disk, and no network. */
async function openReport() {
  const path = join(mkdtempSync(join(tmpdir(), "gongwen-report-")), "报告.html");
  writeFileSync(path, html(results, settings));
  const page = await browser.context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await browser.context.setOffline(true);
  await page.goto(pathToFileURL(path).href);
  const shown = () => page.locator("article:visible");
  return { page, requests, shown };
}

test("the report opens offline and asks for nothing else", async () => {
  const { page, requests, shown } = await openReport();
  // Two findings and a file that could not be read.
  expect(await shown().count()).toBe(3);
  expect(requests).toEqual([page.url()]);
  await page.close();
});

test("it is filtered by level, rule and words, and shown whole again", async () => {
  const { page, shown } = await openReport();
  await page.locator("#filter [value=error]").uncheck();
  expect(await shown().count()).toBe(2);
  expect(await page.locator("#shown").textContent()).toBe("已筛选：共 3 条，显示 2 条。");
  await page.locator("#filter [type=reset]").click();
  await expect.poll(() => shown().count(), { timeout: 10_000 }).toBe(3);

  await page.locator("#filter [name=rule]").selectOption("law-number");
  expect(await shown().count()).toBe(1);
  await page.locator("#filter [name=rule]").selectOption("");
  await page.locator("#filter [name=words]").fill("办法 没有找到");
  expect(await shown().count()).toBe(1);
  expect(await shown().first().textContent()).toContain("没有找到政策解读");
  await page.locator("#filter [name=words]").fill("没有这样的字");
  expect(await shown().count()).toBe(0);
  await page.close();
});

test("printed, it stands without its controls", async () => {
  const { page, shown } = await openReport();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#filter").isVisible()).toBe(false);
  expect(await shown().count()).toBe(3);
  await page.close();
});
