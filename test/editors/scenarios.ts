import { expect } from "vitest";
import type { Drawn, OpenEditor } from "./harness/editor";
import type { Rectangle } from "./harness/overlay";

/** What the drafts of all pages show; see pages/src/draft.ts. */
export const REPEALED = "《中华人民共和国合同法》";
export const OTHER_REPEALED = "《中华人民共和国担保法》";
export const SUCCESSOR = "《中华人民共和国民法典》";
export const QUIET_WORDS = "二、各单位要明确专人负责，按时报送情况";

/** The marks that the untouched page has. */
export function marksOf({ kind }: OpenEditor): string[] {
  return kind.oneLine ? [REPEALED] : [REPEALED, OTHER_REPEALED];
}

export async function findingsAppearUnderTheRightWords(editor: OpenEditor): Promise<void> {
  const drawn = await editor.waitForMarks(marksOf(editor));
  for (const one of drawn) await expectUnderWords(editor, one);
}

/** By the card: pointed at, fixed by a click, taken back by the keyboard; the caret stays where it was. */
export async function fixIsAppliedAndUndone(editor: OpenEditor): Promise<void> {
  const { page, overlay } = editor;
  const before = await editor.modelText();
  const shown = await editor.shownText();
  await editor.waitForMarks(marksOf(editor));
  const caretWords = editor.kind.oneLine ? "现就有关事项通知如下" : QUIET_WORDS;
  await editor.putCaret(caretWords, "behind");
  await openCard(editor, REPEALED);
  await overlay.click(".card .fix");
  const rest = marksOf(editor).filter((words) => words !== REPEALED);
  await editor.waitForMarks(rest);
  expect(await editor.modelText()).toContain(SUCCESSOR);
  expect(await editor.modelText()).not.toContain(REPEALED);
  expect(await editor.shownText()).toBe(shown.replace(REPEALED, SUCCESSOR));

  await page.keyboard.press("Control+z");
  await editor.waitForMarks(marksOf(editor));
  expect(await editor.modelText()).toBe(before);
  expect(await editor.shownText()).toBe(shown);
}

/** What is typed after a fix goes on where the drafter had been. */
export async function caretStaysThroughFix(editor: OpenEditor): Promise<void> {
  const { page, overlay } = editor;
  await editor.waitForMarks(marksOf(editor));
  const caretWords = editor.kind.oneLine ? "现就有关事项通知如下" : QUIET_WORDS;
  await editor.putCaret(caretWords, "behind");
  await page.waitForTimeout(200);
  await openCard(editor, REPEALED);
  await overlay.click(".card .fix");
  await editor.waitForMarks(marksOf(editor).filter((words) => words !== REPEALED));
  // Slate and its kin notice a caret set from outside within 150 ms; no hand is back on the keys sooner.
  await page.waitForTimeout(300);
  await page.keyboard.insertText("完");
  await expectSoon(async () => {
    expect(await editor.modelText()).toContain(`${caretWords}完`);
  });
}

export async function ignoredFindingStaysAway(editor: OpenEditor): Promise<void> {
  const { overlay, page } = editor;
  await editor.waitForMarks(marksOf(editor));
  await openCard(editor, REPEALED);
  await overlay.click(".card .ignore.one");
  const rest = marksOf(editor).filter((words) => words !== REPEALED);
  await editor.waitForMarks(rest);
  // The next check says the same.
  await editor.putCaret(editor.kind.oneLine ? "现就有关事项通知如下" : QUIET_WORDS, "behind");
  await page.keyboard.insertText("完");
  await page.waitForTimeout(400);
  await editor.waitForMarks(rest);
}

/** Marks move with the text at once and go when their own words are touched, before any answer can have come. */
export async function marksFollowTyping(editor: OpenEditor): Promise<void> {
  const { page } = editor;
  await editor.waitForMarks(marksOf(editor));
  await editor.putCaret("为规范合同管理", "before");
  await page.waitForTimeout(200);
  await page.keyboard.insertText("现");
  await nextFrame(editor);
  const moved = (await editor.drawn()).find(({ words }) => words === REPEALED);
  if (!moved) throw new Error("the mark did not move with its words");
  await expectUnderWords(editor, moved);

  await editor.putCaret("华人民共和国合同法》", "before");
  await page.waitForTimeout(200);
  await page.keyboard.insertText("某");
  await nextFrame(editor);
  const drawn = await editor.drawn();
  expect(drawn.filter(({ words }) => words.includes("合同法"))).toEqual([]);
}

/** Nothing is checked while an input method composes; what it leaves is marked within 150 ms of its end. */
export async function compositionIsLeftAlone(editor: OpenEditor): Promise<void> {
  const { page, overlay, frame } = editor;
  await editor.waitForMarks(marksOf(editor));
  await editor.putCaret("为规范合同管理", "before");
  await page.waitForTimeout(200);
  const words = "《中华人民共和国婚姻法》";
  for (const length of [1, 5, words.length]) {
    const text = words.slice(0, length);
    await overlay.protocol.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(250);
  const during = (await editor.drawn()).map((one) => one.words);
  expect(during).not.toContain(words);
  await frame.evaluate(() => {
    document.addEventListener(
      "compositionend",
      () => Object.assign(window, { compositionEnded: performance.now() }),
      { capture: true, once: true },
    );
  });
  if (!editor.kind.boxes) await frame.evaluate(watchForMark, words);
  await overlay.protocol.send("Input.insertText", { text: words });
  await editor.waitForMarks([words, ...marksOf(editor)]);
  if (editor.kind.boxes) return;
  const took = await frame.waitForFunction(() => {
    const { markSeen, compositionEnded } = window as unknown as Record<string, number | undefined>;
    return markSeen !== undefined && compositionEnded !== undefined ? markSeen - compositionEnded : null;
  });
  expect(await took.jsonValue()).toBeLessThan(150);
}

/** Notes the frame in which the words are first highlighted; runs in the page. */
function watchForMark(words: string): void {
  const look = () => {
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        if ((range as Range).toString() !== words) continue;
        Object.assign(window, { markSeen: performance.now() });
        return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
}

export async function marksFollowScrollingAndZoom(editor: OpenEditor): Promise<void> {
  const { page } = editor;
  await page.evaluate(() => {
    document.body.style.paddingTop = "300px";
    document.body.style.paddingBottom = "2000px";
  });
  await expectAllUnderWords(editor);
  await page.mouse.move(1100, 700);
  await page.mouse.wheel(0, 180);
  await page.waitForTimeout(200);
  await expectAllUnderWords(editor);
  await page.setViewportSize({ width: 620, height: 700 });
  await expectAllUnderWords(editor);
  await page.setViewportSize({ width: 1200, height: 800 });
}

/** Keys alone: to the finding, through the card, and back to the text. */
export async function cardIsReachedByKeyboard(editor: OpenEditor): Promise<void> {
  const { page, overlay } = editor;
  await editor.waitForMarks(marksOf(editor));
  await editor.putCaret("为规范合同管理", "before");
  await page.waitForTimeout(200);
  await page.keyboard.press("Alt+F8");
  const card = await overlay.wait(".card");
  expect(card.text).toContain("2021年1月1日废止");
  const [mark] = await editor.wordsAt(REPEALED);
  expect(Math.abs(card.top - (mark?.bottom ?? 0))).toBeLessThan(20);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expectSoon(async () => expect(await overlay.find(".card")).toEqual([]));
  await page.keyboard.insertText("回");
  await expectSoon(async () => expect(await editor.modelText()).toContain("回"));
}

export async function openCard(editor: OpenEditor, words: string): Promise<void> {
  const [at] = await editor.wordsAt(words);
  if (!at) throw new Error(`no ${words} in the editor`);
  const x = (at.left + at.right) / 2;
  const y = (at.top + at.bottom) / 2;
  await editor.page.mouse.move(x - 3, y);
  await editor.page.mouse.move(x, y);
  await editor.overlay.wait(".card");
}

async function expectAllUnderWords(editor: OpenEditor): Promise<void> {
  await expectSoon(async () => {
    const drawn = await editor.waitForMarks(marksOf(editor));
    for (const one of drawn) await expectUnderWords(editor, one);
  });
}

async function expectUnderWords(editor: OpenEditor, { words, rectangles }: Drawn): Promise<void> {
  const expected = await editor.wordsAt(words);
  expect(expected.length, words).toBeGreaterThan(0);
  expect(rectangles.length, words).toBe(expected.length);
  for (const [index, rectangle] of rectangles.entries()) {
    for (const side of ["left", "top", "right", "bottom"] as const) {
      expect(
        Math.abs(rectangle[side] - (expected[index] as Rectangle)[side]),
        `${words} ${side}`,
      ).toBeLessThan(1.5);
    }
  }
}

async function nextFrame({ page }: OpenEditor): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

async function expectSoon(check: () => Promise<void>, within = 2_000): Promise<void> {
  const until = Date.now() + within;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 30));
    }
  }
}
