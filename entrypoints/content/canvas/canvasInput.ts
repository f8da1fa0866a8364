import { paste, windowOf } from "../adapters/inputPaths";
import type { Spot } from "./paintedText";
import { spotRectangles } from "./spotRectangles";

/** Univer's field stands in its container, far from the canvas. */
const UNIVER_CANVAS = '[data-u-comp="render-canvas"]';
const UNIVER_FIELD = '[data-u-comp="editor"][contenteditable]';
/** How far above its canvases an editor's own element, which takes the keys, may be. */
const LEVELS = 4;

/** The unseen field that takes the keys of a canvas editor which is known to take a fix in this way. */
export function hiddenInput(editor: HTMLElement): HTMLElement | null {
  const field = editor.querySelector<HTMLElement>("textarea.ce-inputarea");
  return field ?? (editor.querySelector(UNIVER_CANVAS) && editor.querySelector<HTMLElement>(UNIVER_FIELD));
}

/** The nearest element around a canvas that also holds the field which takes its keys; else what the canvas stands in. */
export function editorAround(canvas: HTMLCanvasElement): HTMLElement {
  const { body, documentElement } = canvas.ownerDocument;
  const isUniver = canvas.matches(UNIVER_CANVAS);
  const field = isUniver ? UNIVER_FIELD : 'textarea,input,[contenteditable="true"]';
  let element = canvas.parentElement;
  for (let level = 0; element && element !== body && (isUniver || level < LEVELS); level++) {
    if (element.querySelector(field)) return element;
    element = element.parentElement;
  }
  return canvas.parentElement ?? documentElement;
}

/**
 * Selects painted words with the mouse, as the drafter would, and pastes text over them: so the editor's own model
 * and undo take it. Returns false, with nothing done, when the words or the field are not there.
 */
export async function replacePainted(
  editor: HTMLElement,
  spots: readonly (Spot | null)[],
  text: string,
): Promise<boolean> {
  const rectangles = spotRectangles(spots);
  const first = rectangles[0];
  const last = rectangles.at(-1);
  const canvas = spots.find((spot) => spot !== null)?.painting.canvas;
  const lastCanvas = spots.findLast((spot) => spot !== null)?.painting.canvas;
  if (!first || !last || !canvas || canvas !== lastCanvas || !hiddenInput(editor)) return false;
  const begin = { clientX: first.left + 1, clientY: first.top + first.height / 2 };
  const end = { clientX: last.right - 1, clientY: last.top + last.height / 2 };
  press(canvas, "down", begin, 1);
  press(canvas, "move", end, 1);
  press(canvas, "up", end, 0);
  // The editor moves the focus to its field in the next task.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const input = hiddenInput(editor);
  if (!input) return false;
  input.focus({ preventScroll: true });
  const range = input.ownerDocument.createRange();
  range.selectNodeContents(input);
  paste(input, range, text);
  return true;
}

function press(
  canvas: HTMLCanvasElement,
  what: "down" | "move" | "up",
  at: { clientX: number; clientY: number },
  buttons: number,
): void {
  const view = windowOf(canvas);
  const init = {
    ...at,
    view,
    button: 0,
    buttons,
    detail: 1,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  canvas.dispatchEvent(
    new view.PointerEvent(`pointer${what}`, { ...init, pointerId: 1, pointerType: "mouse", isPrimary: true }),
  );
  canvas.dispatchEvent(new view.MouseEvent(`mouse${what}`, init));
}
