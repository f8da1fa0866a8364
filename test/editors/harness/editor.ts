import type { Frame, Page } from "playwright-core";
import type { Browser } from "./chromium";
import { wordsInField } from "./fieldText";
import { OverlayView, type Rectangle } from "./overlay";
import type { PagesServer } from "./pagesServer";

/** One editor's page: how its test finds the place where one types. */
export interface EditorPage {
  /** Name of the page. */
  name: string;
  /** The frame the editor types in, for editors in frames. */
  frame?: string;
  /** The editable element, in that frame. */
  editable: string;
  /** Marks are boxes over the words, not highlights of ranges: in text fields, and in older browsers everywhere. */
  boxes?: boolean;
  /** The page shows one line. */
  oneLine?: boolean;
}

/** Marked words as they are drawn, in the page's coordinates. */
export interface Drawn {
  words: string;
  severity: string;
  rectangles: Rectangle[];
}

export interface OpenEditor {
  kind: EditorPage;
  page: Page;
  frame: Frame;
  overlay: OverlayView;
  /** The text as the editor's own model has it. */
  modelText(): Promise<string>;
  /** The text as a reader sees it. */
  shownText(): Promise<string>;
  drawn(): Promise<Drawn[]>;
  /** Waits until exactly these words are marked with this severity. */
  waitForMarks(words: readonly string[], within?: number): Promise<Drawn[]>;
  /** Where words stand, measured by the test itself. */
  wordsAt(words: string): Promise<Rectangle[]>;
  /** Puts the caret before or behind words, with the mouse. */
  putCaret(words: string, side: "before" | "behind"): Promise<void>;
}

export async function openEditor(
  browser: Browser,
  server: PagesServer,
  kind: EditorPage,
): Promise<OpenEditor> {
  const page = await browser.context.newPage();
  await page.goto(server.url(kind.name));
  await page.waitForFunction("window.editorUnderTest !== undefined", undefined, { timeout: 20_000 });
  const frame = kind.frame ? await frameOf(page, kind.frame) : page.mainFrame();
  await frame.waitForSelector(kind.editable);
  const overlay = await OverlayView.of(page);
  const editor: OpenEditor = {
    kind,
    page,
    frame,
    overlay,
    modelText: () => page.evaluate("window.editorUnderTest.text()"),
    shownText: () =>
      frame.locator(kind.editable).evaluate((element) => {
        const { value } = element as HTMLTextAreaElement;
        return value ?? element.textContent;
      }),
    drawn: () => (kind.boxes ? drawnBoxes(editor) : drawnHighlights(frame)),
    async waitForMarks(words, within = 5_000) {
      const until = Date.now() + within;
      for (;;) {
        const drawn = (await editor.drawn()).filter(({ severity }) => severity === "error");
        const found = drawn.map((one) => one.words).sort();
        if (found.join("|") === [...words].sort().join("|")) return drawn;
        if (Date.now() > until) throw new Error(`marked: ${found.join("、")}; expected: ${words.join("、")}`);
        await page.waitForTimeout(20);
      }
    },
    async wordsAt(words) {
      const field = await frame.locator(kind.editable).evaluateHandle((element) => element);
      const isField = await field.evaluate(({ nodeName }) => nodeName === "TEXTAREA" || nodeName === "INPUT");
      return isField ? wordsInField(overlay.protocol, field, words) : wordsInDom(frame, kind.editable, words);
    },
    async putCaret(words, side) {
      const [first] = await editor.wordsAt(words);
      const last = (await editor.wordsAt(words)).at(-1);
      if (!first || !last) throw new Error(`no ${words} in the editor`);
      if (side === "before") await page.mouse.click(first.left + 1, (first.top + first.bottom) / 2);
      else await page.mouse.click(last.right - 1, (last.top + last.bottom) / 2);
    },
  };
  return editor;
}

async function frameOf(page: Page, selector: string): Promise<Frame> {
  const handle = await page.waitForSelector(selector);
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`${selector} is no frame`);
  return frame;
}

/** Where the frame's window begins in the page. */
async function originOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (!frame.parentFrame()) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  return element.evaluate((node) => {
    const frameElement = node as HTMLElement;
    const { left, top } = frameElement.getBoundingClientRect();
    return { x: left + frameElement.clientLeft, y: top + frameElement.clientTop };
  });
}

function shift(rectangles: readonly Rectangle[], { x, y }: { x: number; y: number }): Rectangle[] {
  return rectangles.map(({ left, top, right, bottom }) => ({
    left: left + x,
    top: top + y,
    right: right + x,
    bottom: bottom + y,
  }));
}

async function drawnHighlights(frame: Frame): Promise<Drawn[]> {
  const drawn = await frame.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].flatMap((range) => {
        if (range.collapsed || !range.startContainer.isConnected) return [];
        const live = range as Range;
        const rectangles = [...live.getClientRects()].map(({ left, top, right, bottom }) => ({
          left,
          top,
          right,
          bottom,
        }));
        return [{ words: live.toString(), severity: name.replace("gongwen-lint-", ""), rectangles }];
      }),
    ),
  );
  const origin = await originOf(frame);
  return drawn.map((one) => ({ ...one, rectangles: shift(one.rectangles, origin) }));
}

/** A box tells no words: they are those of the text the test finds under it. */
async function drawnBoxes(editor: OpenEditor): Promise<Drawn[]> {
  const boxes = await editor.overlay.find(".mark");
  const quotes = [...new Set((await editor.shownText()).match(/《[^》]*》/g) ?? [])];
  const drawn: Drawn[] = [];
  for (const box of boxes) {
    const severity = box.className.replace("mark ", "");
    let words = "";
    for (const quote of quotes) {
      const places = await editor.wordsAt(quote);
      if (places.some((place) => overlaps(place, box))) words = quote;
    }
    const known = drawn.find((one) => one.words === words);
    if (known) known.rectangles.push(box);
    else drawn.push({ words, severity, rectangles: [box] });
  }
  return drawn;
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
}

async function wordsInDom(frame: Frame, editable: string, words: string): Promise<Rectangle[]> {
  const found = await frame.locator(editable).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = "";
    const nodes: { node: Text; start: number }[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const at = text.indexOf(wanted);
    if (at < 0) return [];
    const position = (offset: number, atEnd: boolean): [Node, number] => {
      const found = nodes.findLast(({ start }) => (atEnd ? start < offset : start <= offset));
      return found ? [found.node, offset - found.start] : [root, 0];
    };
    const range = document.createRange();
    range.setStart(...position(at, false));
    range.setEnd(...position(at + wanted.length, true));
    return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }, words);
  return shift(found, await originOf(frame));
}
