import { stopBackground } from "../../editors/harness/background";
import type { Browser } from "../../editors/harness/chromium";
import { ContentWorld } from "../../editors/harness/contentWorld";
import type { PagesServer } from "../../editors/harness/pagesServer";

/** One fresh start, in milliseconds from the page's question. */
export interface Start {
  /** Until the background answers at all: the browser starts it and runs its script. */
  awake: number;
  /** Until the first paragraph is checked: engine, registry of laws and a session are there. */
  ready: number;
  /** The same paragraph once more, apart: what of it is not start-up. */
  again: number;
}

/** Asks as the content script does, first something that needs no engine. */
const ASK = `(async () => {
  const text = "为规范合同管理，根据《中华人民共和国合同法》，现就有关事项通知如下。";
  const check = async () => {
    const answer = await chrome.runtime.sendMessage({ kind: "apply", editor: crypto.randomUUID(), whole: true, isPartial: false,
      order: ["p1"], changed: [{ id: "p1", version: 1, text }] });
    if (!answer.paragraphs?.p1?.findings.length) throw new Error("no finding: " + JSON.stringify(answer));
  };
  const start = performance.now();
  await chrome.runtime.sendMessage({ kind: "close", editor: "none" });
  const awake = performance.now();
  await check();
  const ready = performance.now();
  await check();
  return { awake: awake - start, ready: ready - start, again: performance.now() - ready };
})()`;

/** Stops the background and asks it again, each time as after an idle half minute. */
export async function measureStarts(browser: Browser, server: PagesServer, times: number): Promise<Start[]> {
  // No draft is open in this page, so that nothing else wakes the background.
  const page = await browser.context.newPage();
  await page.goto(server.url("nothing"));
  const world = await ContentWorld.of(page);
  const starts: Start[] = [];
  for (let time = 0; time < times; time += 1) {
    await stopBackground(browser);
    starts.push(await world.evaluate<Start>(ASK));
  }
  await page.close();
  return starts;
}
