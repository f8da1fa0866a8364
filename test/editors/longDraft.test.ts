import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, startChromium } from "./harness/chromium";
import { OverlayView } from "./harness/overlay";
import { type PagesServer, servePages } from "./harness/pagesServer";

const KEYSTROKES = 40;

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  server = await servePages();
  browser = await startChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Milliseconds of the page's main thread for each keystroke in the middle of the 200,000 characters. */
async function costOfKeystroke(url: string, isField: boolean): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(isField ? `${url}?field` : url);
  const { protocol, ...overlay } = await OverlayView.of(page).then((view) => ({
    protocol: view.protocol,
    wait: () => view.wait(".badge .error", 20_000),
  }));
  if (url.includes("127.0.0.1")) expect((await overlay.wait()).text).toBe("50");
  const selector = isField ? "textarea" : "#editor div";
  await page.locator(selector).click();
  await page.waitForTimeout(500);
  // The thread's own time: what other processes take from this one is not counted.
  await protocol.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await protocol.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  const before = await busy();
  for (let count = 0; count < KEYSTROKES; count++) {
    await page.keyboard.press("a");
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(300);
  const after = await busy();
  await page.close();
  return ((after - before) * 1_000) / KEYSTROKES;
}

test.each([
  ["contenteditable", false],
  ["textarea", true],
])("typing in a draft of 200,000 characters stays fluent: %s", async (name, isField) => {
  const off = await costOfKeystroke(server.urlWhereOff("long"), isField);
  const on = await costOfKeystroke(server.url("long"), isField);
  console.info(`${name}: ${on.toFixed(1)} ms a keystroke, ${off.toFixed(1)} ms without the extension`);
  expect(on - off).toBeLessThan(16);
});
