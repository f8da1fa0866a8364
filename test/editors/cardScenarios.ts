import { expect } from "vitest";
import type { OpenEditor } from "./harness/editor";
import { marksOf, QUIET_WORDS, REPEALED, SUCCESSOR } from "./scenarios";

/** A click on the words opens the card and leaves the focus in the draft: the fix, its undo, and what is typed then. */
export async function cardIsOpenedByClick(editor: OpenEditor): Promise<void> {
  const { page, overlay } = editor;
  const before = await editor.modelText();
  await editor.waitForMarks(marksOf(editor));
  const [at] = await editor.wordsAt(REPEALED);
  if (!at) throw new Error(`no ${REPEALED} in the editor`);
  // Down and up at once: the card of the pointer at rest opens later.
  await page.mouse.click((at.left + at.right) / 2, (at.top + at.bottom) / 2);
  const card = await overlay.wait(".card", 200);
  expect(card.text).toContain(SUCCESSOR);
  expect(card.top >= at.bottom || card.bottom <= at.top).toBe(true);
  await overlay.click(".card .fix");
  await editor.waitForMarks(marksOf(editor).filter((words) => words !== REPEALED));
  expect(await editor.modelText()).toContain(SUCCESSOR);
  await page.keyboard.press("Control+z");
  await editor.waitForMarks(marksOf(editor));
  expect(await editor.modelText()).toBe(before);
}

/** Keys alone: to the finding, to the button of the fix, and on with the text behind the words that were put in. */
export async function fixIsMadeByKeyboard(editor: OpenEditor): Promise<void> {
  const { page, overlay } = editor;
  const before = await editor.modelText();
  await editor.waitForMarks(marksOf(editor));
  await editor.putCaret(editor.kind.oneLine ? "现就有关事项通知如下" : QUIET_WORDS, "before");
  await page.waitForTimeout(200);
  // Behind the last finding the first comes round again; before it, the other way leads to the one before.
  await page.keyboard.press(editor.kind.oneLine ? "Alt+F8" : "Alt+Shift+F8");
  const words = editor.kind.oneLine ? REPEALED : (marksOf(editor).at(-1) ?? "");
  const card = await overlay.wait(".card");
  expect(card.text).toContain(words.slice(1, -1));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await editor.waitForMarks(marksOf(editor).filter((one) => one !== words));
  await expect.poll(() => overlay.find(".card")).toEqual([]);
  expect(await editor.modelText()).not.toContain(words);
  await page.waitForTimeout(300);
  await page.keyboard.press("Control+z");
  await editor.waitForMarks(marksOf(editor));
  expect(await editor.modelText()).toBe(before);
}
