/**
 * `npm run bench:extension`: sizes of the built extension, and what it costs in a real Chromium, as a table. Figures are
 * medians. Always ends well, since machines differ; with `--check` a missed target is an error.
 */
import { PAUSE_MS } from "../../entrypoints/content/typing/exchange";
import { buildForBrowser } from "../editors/harness/build";
import { builtExtension } from "../editors/harness/built";
import { type Browser, startChromium } from "../editors/harness/chromium";
import { type PagesServer, servePages } from "../editors/harness/pagesServer";
import { measureStarts } from "./extension/engineReady";
import { measureSizes } from "./extension/sizes";
import { measureTyping } from "./extension/typing";
import { measureUnderlines } from "./extension/underline";

interface Row {
  name: string;
  value: number;
  unit: string;
  most: number;
  note: string;
}

let isAnyMissed = false;

const remove = await buildForBrowser();
const server = await servePages();
console.log("| 项目 | 实测 | 目标 | 达到 | 说明 |\n| --- | --- | --- | --- | --- |");
try {
  sizes();
  const browser = await startChromium();
  try {
    await starts(browser, server);
    for (const [name, isField] of [
      ["contenteditable", false],
      ["textarea", true],
    ] as const) {
      await underlines(browser, server, name, isField);
      await typing(browser, server, name, isField);
    }
  } finally {
    await browser.close();
  }
} finally {
  server.close();
  remove();
}
if (process.argv.includes("--check") && isAnyMissed) process.exitCode = 1;

function sizes(): void {
  const { page, engine, words } = measureSizes(builtExtension());
  print({ name: "网页脚本（找到编辑器之前），gzip", value: page, unit: "KB", most: 40, note: "" });
  const note = words > 0 ? `分词词典另有 ${words.toFixed(0)} KB，用到才装入` : "不含分词词典";
  print({ name: "校核引擎与法规库，gzip", value: engine, unit: "KB", most: 1024, note });
}

async function starts(browser: Browser, server: PagesServer): Promise<void> {
  const all = await measureStarts(browser, server, 9);
  const awake = median(all.map((one) => one.awake));
  const again = median(all.map((one) => one.again));
  print({
    name: "引擎与法规库就绪，到第一次答复",
    value: median(all.map((one) => one.ready - one.awake)),
    unit: "毫秒",
    most: 150,
    note: `浏览器启动后台另需 ${ms(awake)}；就绪以后每次答复 ${ms(again)}`,
  });
}

async function underlines(
  browser: Browser,
  server: PagesServer,
  name: string,
  isField: boolean,
): Promise<void> {
  const { keystroke, compositionEnd } = await measureUnderlines(browser, server, isField, 15);
  const beyond = keystroke.map((time) => time - PAUSE_MS);
  print({
    name: `按键到下划线，2 万字，${name}`,
    value: median(beyond),
    unit: "毫秒",
    most: 50,
    note: `已减去等待停顿的 ${PAUSE_MS} 毫秒；p95 ${ms(percentile(beyond, 0.95))}`,
  });
  print({
    name: `输入法上屏到下划线，2 万字，${name}`,
    value: median(compositionEnd),
    unit: "毫秒",
    most: 150,
    note: `p95 ${ms(percentile(compositionEnd, 0.95))}`,
  });
}

async function typing(browser: Browser, server: PagesServer, name: string, isField: boolean): Promise<void> {
  const costs = await measureTyping(browser, server, isField, 5);
  const off = median(costs.map((one) => one.off));
  const ours = median(costs.map((one) => one.on - one.off));
  print({
    name: `每次按键的主线程时间，20 万字，${name}`,
    value: median(costs.map((one) => one.on)),
    unit: "毫秒",
    most: 16,
    note: `不用扩展时 ${ms(off)}，扩展占 ${ms(ours)}`,
  });
}

function print({ name, value, unit, most, note }: Row): void {
  const isMissed = value > most;
  isAnyMissed ||= isMissed;
  const measured = `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
  console.log(`| ${name} | ${measured} | ≤ ${most} ${unit} | ${isMissed ? "否" : "是"} | ${note} |`);
}

function ms(value: number): string {
  return `${value.toFixed(1)} 毫秒`;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
}
