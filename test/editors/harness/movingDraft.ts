import type { Page } from "playwright-core";
import { expect } from "vitest";
import { OTHER_REPEALED, REPEALED } from "../scenarios";
import type { Browser } from "./chromium";
import { wordsInField } from "./fieldText";
import { OverlayView, type Rectangle } from "./overlay";
import type { PagesServer } from "./pagesServer";

/** Pixels by which a box may miss its words. */
const NEAR = 1.5;
/** What is narrower or lower than this a box need not show. */
const SLIVER = 1;

const WORDS = [REPEALED, OTHER_REPEALED];

/** The page `moving` with its draft, and where boxes must stand in it. */
export class MovingDraft {
  private constructor(
    readonly page: Page,
    readonly overlay: OverlayView,
    private readonly query: URLSearchParams,
  ) {}

  static async open(browser: Browser, server: PagesServer, query: string): Promise<MovingDraft> {
    const page = await browser.context.newPage();
    await page.goto(`${server.url("moving")}?${query}`);
    const draft = new MovingDraft(page, await OverlayView.of(page), new URLSearchParams(query));
    await draft.overlay.wait(".mark.error", 10_000);
    await draft.expectBoxes();
    return draft;
  }

  /** Where the words stand, seen or not: the rectangles of their own Range. */
  async wordsAt(words: string): Promise<Rectangle[]> {
    if (this.query.has("field")) {
      const field = await this.page.locator("#draft").evaluateHandle((found) => found);
      return wordsInField(this.overlay.protocol, field, words);
    }
    return this.page.locator("#draft").evaluate(rangeOf, words);
  }

  /** What can be seen of the words: inside the draft's scrollers and the window. */
  async seen(): Promise<Rectangle[]> {
    const clips = await this.page.locator("#draft").evaluate(
      (draft, [isField, isModal]) => {
        const host = (draft.getRootNode() as ShadowRoot).host;
        const clipping = [
          ...(isField ? [draft] : []),
          draft.parentElement,
          isModal ? null : document.querySelector("#outer"),
        ];
        const boxes = clipping.flatMap((one) => {
          if (!one) return [];
          const { offsetWidth, offsetHeight } = one as HTMLElement;
          const { left, top, width, height } = one.getBoundingClientRect();
          const x = left + (one.clientLeft * width) / offsetWidth;
          const y = top + (one.clientTop * height) / offsetHeight;
          const right = x + (one.clientWidth * width) / offsetWidth;
          const bottom = y + (one.clientHeight * height) / offsetHeight;
          return [{ left: x, top: y, right, bottom }];
        });
        if (host && !document.querySelector("#outer")?.contains(host))
          throw new Error("the host is elsewhere");
        return boxes;
      },
      [this.query.has("field"), this.query.has("modal")] as const,
    );
    const all = await Promise.all(WORDS.map((words) => this.wordsAt(words)));
    return all.flat().flatMap((word) => {
      const left = Math.max(word.left, ...clips.map((clip) => clip.left));
      const top = Math.max(word.top, ...clips.map((clip) => clip.top));
      const right = Math.min(word.right, ...clips.map((clip) => clip.right));
      const bottom = Math.min(word.bottom, ...clips.map((clip) => clip.bottom));
      return right - left > SLIVER && bottom - top > SLIVER ? [{ left, top, right, bottom }] : [];
    });
  }

  /** Boxes stand where the words can be seen, each within a pixel or so, and nowhere else. */
  async expectBoxes(within = 2_000): Promise<Rectangle[]> {
    const until = Date.now() + within;
    for (;;) {
      const [seen, boxes] = [await this.seen(), await this.boxes()];
      if (misses(seen, boxes) === null) return seen;
      if (Date.now() > until) expect(misses(seen, boxes)).toBeNull();
      await this.page.waitForTimeout(30);
    }
  }

  /** As `expectBoxes`, after something that moves the words: that it does is asserted too. */
  async expectBoxesMovedBy(act: () => Promise<unknown>, within?: number): Promise<Rectangle[]> {
    const before = await this.seen();
    await act();
    const after = await this.expectBoxes(within);
    expect(misses(before, after), "the words moved").not.toBeNull();
    return after;
  }

  async boxes(): Promise<Rectangle[]> {
    const boxes = await this.overlay.find(".mark.error");
    return boxes.filter(({ left, top, right, bottom }) => right - left > SLIVER && bottom - top > SLIVER);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Says how boxes and words differ; null when they agree. */
function misses(words: readonly Rectangle[], boxes: readonly Rectangle[]): string | null {
  const say = (list: readonly Rectangle[]) =>
    list
      .map(({ left, top, right, bottom }) => [left, top, right, bottom].map((n) => n.toFixed(1)).join(","))
      .join(" | ");
  const isNear = (a: Rectangle, b: Rectangle) =>
    (["left", "top", "right", "bottom"] as const).every((side) => Math.abs(a[side] - b[side]) < NEAR);
  const agree =
    words.length === boxes.length && words.every((word) => boxes.some((box) => isNear(word, box)));
  return agree ? null : `words ${say(words)} ; boxes ${say(boxes)}`;
}

/** Runs in the page. */
function rangeOf(root: Element, wanted: string): Rectangle[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }
  return [];
}
