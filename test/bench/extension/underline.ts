import type { Browser } from "../../editors/harness/chromium";
import { ContentWorld } from "../../editors/harness/contentWorld";
import { OverlayView } from "../../editors/harness/overlay";
import type { PagesServer } from "../../editors/harness/pagesServer";

/** Milliseconds from an event to the frame that first shows the underline it leads to, debounce and all. */
export interface UnderlineTimes {
  keystroke: number[];
  compositionEnd: number[];
}

const WORDS = "《中华人民共和国婚姻法》";

/**
 * Runs in the content script's world, the only one that sees boxes in the overlay's closed tree: notes the event, then
 * looks in each frame whether there is one more error than before.
 */
const WATCH = `(() => {
  const host = document.querySelector("gongwen-lint");
  const count = () => (CSS.highlights.get("gongwen-lint-error")?.size ?? 0) +
    chrome.dom.openOrClosedShadowRoot(host).querySelectorAll(".mark.error").length;
  globalThis.watchFor = (type) => { globalThis.watched = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(type + ": no underline within 10 s")), 10_000);
    addEventListener(type, () => {
      const from = performance.now();
      const before = count();
      const look = () => {
        if (count() > before) resolve(performance.now() - from);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  }); };
})()`;

/** In the middle of a draft of 20,000 characters. */
export async function measureUnderlines(
  browser: Browser,
  server: PagesServer,
  isField: boolean,
  times: number,
): Promise<UnderlineTimes> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url("long")}?thousands=20${isField ? "&field" : ""}`);
  const overlay = await OverlayView.of(page);
  await overlay.wait(".badge .error", 20_000);
  const world = await ContentWorld.of(page);
  await world.evaluate(WATCH);
  await page.locator(isField ? "textarea" : "#editor div").click();
  const measured: UnderlineTimes = { keystroke: [], compositionEnd: [] };
  for (let time = 0; time < times; time += 1) {
    // The last mark makes the name of a law of it.
    await page.keyboard.insertText(WORDS.slice(0, -1));
    await page.waitForTimeout(500);
    measured.keystroke.push(await after("input", () => page.keyboard.insertText(WORDS.slice(-1))));
    await takeBack();

    await world.protocol.send("Input.imeSetComposition", {
      text: WORDS,
      selectionStart: WORDS.length,
      selectionEnd: WORDS.length,
    });
    await page.waitForTimeout(500);
    measured.compositionEnd.push(await after("compositionend", () => page.keyboard.insertText(WORDS)));
    await takeBack();
  }
  await page.close();
  return measured;

  async function after(type: string, act: () => Promise<void>): Promise<number> {
    await world.evaluate(`void watchFor("${type}")`);
    await act();
    return world.evaluate<number>("watched");
  }

  async function takeBack(): Promise<void> {
    for (let left = WORDS.length; left > 0; left -= 1) await page.keyboard.press("Backspace");
    await page.waitForTimeout(500);
  }
}
