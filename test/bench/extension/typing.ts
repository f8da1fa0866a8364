import type { Browser } from "../../editors/harness/chromium";
import { OverlayView } from "../../editors/harness/overlay";
import type { PagesServer } from "../../editors/harness/pagesServer";

const KEYSTROKES = 40;

/** Milliseconds of the page's main thread for each keystroke in the middle of a draft of 200,000 characters. */
export interface TypingCost {
  /** With the extension. */
  on: number;
  /** The same page where the extension is off: the browser's and the page's own work. */
  off: number;
}

/** Runs with and without the extension take turns, since machines are noisy. */
export async function measureTyping(
  browser: Browser,
  server: PagesServer,
  isField: boolean,
  rounds: number,
): Promise<TypingCost[]> {
  const query = isField ? "?field" : "";
  const costs: TypingCost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const off = await costOfKeystroke(browser, server.urlWhereOff("long") + query, isField, false);
    const on = await costOfKeystroke(browser, server.url("long") + query, isField, true);
    costs.push({ on, off });
  }
  return costs;
}

async function costOfKeystroke(
  { context }: Browser,
  url: string,
  isField: boolean,
  isOn: boolean,
): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  const overlay = await OverlayView.of(page);
  if (isOn) {
    const { text } = await overlay.wait(".badge .error", 20_000);
    if (text !== "50") throw new Error(`the draft has ${text} errors`);
  }
  await page.locator(isField ? "textarea" : "#editor div").click();
  await page.waitForTimeout(500);
  // The thread's own time: what other processes take from this one is not counted.
  await overlay.protocol.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await overlay.protocol.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  };
  const before = await busy();
  for (let count = 0; count < KEYSTROKES; count += 1) {
    await page.keyboard.press("a");
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(300);
  const cost = (await busy()) - before;
  await page.close();
  return cost / KEYSTROKES;
}
