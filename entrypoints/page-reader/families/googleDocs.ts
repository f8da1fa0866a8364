import type { PagePlace } from "../../shared/pageText";
import type { PageFamily, PageWorld } from "./pageFamily";
import { call, hasMethod, member } from "./pageObject";

const TEXT = "_docs_annotate_getAnnotatedText";

/**
 * Google Docs: the annotated text, which it offers to extensions that may draw on its canvas. One paragraph a line; other
 * control characters stand for what is no text. Fixes: `setSelection`, then a paste into the frame that takes its keys.
 */
export const googleDocs: PageFamily = {
  name: "google-docs",
  find(world) {
    if (!hasMethod(world.globals, TEXT)) return null;
    return {
      scope: "whole",
      element: world.document.querySelector(".kix-appview-editor") ?? world.document.documentElement,
      read: async () => (await textOf(world))?.split("\n").map(withoutControls) ?? null,
      async replace(place, text) {
        if ((await select(world, place)) === false) return;
        const target = keyTarget(world);
        if (!target) return;
        const data = new DataTransfer();
        data.setData("text/plain", text);
        target.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      async reveal(place) {
        await select(world, place);
      },
    };
  },
};

/** The snapshot is made anew at each call: a kept one goes stale while typing. */
async function textOf({ globals }: PageWorld): Promise<string | null> {
  const text = call(await call(globals, TEXT), "getText");
  return typeof text === "string" ? text : null;
}

async function select({ globals }: PageWorld, place: PagePlace): Promise<boolean> {
  const annotated = await call(globals, TEXT);
  const text = call(annotated, "getText");
  if (typeof text !== "string") return false;
  const lines = text.split("\n");
  const line = lines[place.paragraph];
  if (line === undefined || withoutControls(line) !== place.before) return false;
  const lineStart = lines.slice(0, place.paragraph).reduce((sum, one) => sum + one.length + 1, 0);
  call(
    annotated,
    "setSelection",
    lineStart + rawOffset(line, place.start, true),
    lineStart + rawOffset(line, place.end, false),
  );
  return true;
}

function keyTarget({ document }: PageWorld): Element | null {
  const frame = document.querySelector(".docs-texteventtarget-iframe");
  const inner = member(frame, "contentDocument") as Document | null | undefined;
  return inner?.querySelector("[contenteditable]") ?? null;
}

function isControl(char: string): boolean {
  return char < " " && char !== "\t";
}

function withoutControls(line: string): string {
  return [...line].filter((char) => !isControl(char)).join("");
}

/** Where an offset into the text without control characters lies in the line that has them. */
function rawOffset(line: string, offset: number, isStart: boolean): number {
  let seen = 0;
  for (let at = 0; at < line.length; at++) {
    if (isControl(line[at] ?? "")) continue;
    if (seen === offset && isStart) return at;
    seen++;
    if (seen === offset && !isStart) return at + 1;
  }
  return line.length;
}
