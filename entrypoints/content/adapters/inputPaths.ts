/**
 * The ways in which an editor takes text as if the drafter had typed or pasted it. Each puts `text` in place of the
 * current selection, which equals `range`; none of them reports success: the caller reads the text back.
 */
export type InputPath = (element: HTMLElement, range: Range, text: string) => void;

/** A paste of plain text. Taken by every editor with a model of its own. */
export const paste: InputPath = (element, range, text) => {
  const view = windowOf(element);
  const data = new view.DataTransfer();
  data.setData("text/plain", text);
  targetOf(range, element).dispatchEvent(
    new view.ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
};

/** What the browser's own spelling correction sends. */
export const correction: InputPath = (element, range, text) => {
  const view = windowOf(element);
  const data = new view.DataTransfer();
  data.setData("text/plain", text);
  targetOf(range, element).dispatchEvent(
    new view.InputEvent("beforeinput", {
      inputType: "insertReplacementText",
      dataTransfer: data,
      targetRanges: [new view.StaticRange(range)],
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
};

/** The browser's own editing. Right where the DOM is the document; it would leave a model behind its DOM. */
export const browserEditing: InputPath = (element, _range, text) => {
  element.ownerDocument.execCommand("insertText", false, text);
};

export function windowOf(element: Element): Window & typeof globalThis {
  const view = element.ownerDocument.defaultView;
  if (!view) throw new Error("the editor's document has no window");
  return view;
}

/** Events start where the caret is, as real ones do. */
function targetOf(range: Range, element: HTMLElement): Element {
  const { startContainer } = range;
  return (
    (startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement) ?? element
  );
}
