/**
 * The ways in which an editor takes text as if the drafter had typed or pasted it. Each puts `text` in place of the
 * current selection, which equals `range`; none of them reports success: the caller reads the text back.
 */
export type InputPath = (element: HTMLElement, range: Range, text: string) => void;

/** A paste of plain text. Taken by every editor with a model of its own. */
export const paste: InputPath = (element, range, text) => {
  const page = pageSide(element);
  const init = new page.Object() as ClipboardEventInit;
  Object.assign(init, {
    clipboardData: plainText(page, text),
    // Firefox passes the transfer over and makes one of these two.
    dataType: "text/plain",
    data: text,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  targetOf(range, element).dispatchEvent(new page.ClipboardEvent("paste", init));
};

/** What the browser's own spelling correction sends. */
export const correction: InputPath = (element, range, text) => {
  const page = pageSide(element);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const place = new page.Object() as StaticRangeInit;
  Object.assign(place, { startContainer, startOffset, endContainer, endOffset });
  const targetRanges = new page.Array<StaticRange>();
  targetRanges.push(new page.StaticRange(place));
  const init = new page.Object() as InputEventInit;
  Object.assign(init, {
    inputType: "insertReplacementText",
    dataTransfer: plainText(page, text),
    targetRanges,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  targetOf(range, element).dispatchEvent(new page.InputEvent("beforeinput", init));
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

/**
 * The editor's window as its page has it. Firefox hides from a page what a content script made, the text of a transfer above
 * all: what the editor is to read is made there with the page's own constructors, out of the page's own objects.
 */
function pageSide(element: HTMLElement): Window & typeof globalThis {
  const view = windowOf(element);
  return (view as { wrappedJSObject?: Window & typeof globalThis }).wrappedJSObject ?? view;
}

function plainText(page: Window & typeof globalThis, text: string): DataTransfer {
  const data = new page.DataTransfer();
  data.setData("text/plain", text);
  return data;
}

/** Events start where the caret is, as real ones do. */
function targetOf(range: Range, element: HTMLElement): Element {
  const { startContainer } = range;
  return (
    (startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement) ?? element
  );
}
