import type { EditorAdapter } from "../adapters/adapter";
import { familyOf } from "../adapters/families/choose";
import { windowOf } from "../adapters/inputPaths";
import { editorsPaintedIn, PaintedPagesEditor, shownPlaceOf } from "../adapters/paintedPages";
import { RichTextEditor } from "../adapters/richText";
import { isTextField, TextField } from "../adapters/textField";

const CANDIDATES = 'textarea,input[type="text"],input:not([type]),[contenteditable]';

/** Fields that hold no draft: search boxes, pick lists, what asks to be left alone. */
const NOT_A_DRAFT =
  '[role="searchbox"],[role="combobox"],[type="search"],[list],[aria-autocomplete],[data-gongwen-lint="off"],.ce-inputarea,[role="toolbar"] input,.univer-toolbar-selector-root input,[data-u-comp="editor"]';

/** Smaller fields hold a name or a number. */
const LEAST_WIDTH = 120;
const LEAST_HEIGHT = 16;

/** Elements in this tree (shadow trees and frames apart) in which a draft could be typed. */
export function candidatesIn(root: ParentNode): HTMLElement[] {
  const found = Array.from(root.querySelectorAll<HTMLElement>(CANDIDATES));
  if (root.nodeType === 1 && (root as Element).matches(CANDIDATES)) found.unshift(root as HTMLElement);
  const { designMode, body } = root.nodeType === 9 ? (root as Document) : (root.ownerDocument ?? document);
  if (designMode === "on" && body && root.contains(body) && !found.includes(body)) found.push(body);
  return [...found, ...editorsPaintedIn(root)].filter(isEditorRoot);
}

/** Whether the element is the outermost editable one, open to typing and meant for text. */
export function isEditorRoot(element: HTMLElement): boolean {
  if (!element.isConnected || element.matches(NOT_A_DRAFT)) return false;
  if (isTextField(element)) return !element.readOnly && !element.disabled;
  if (element.ownerDocument.designMode === "on") return element.nodeName === "BODY";
  return element.isContentEditable && !element.parentElement?.isContentEditable;
}

/** Hidden helpers of canvas editors, and editors not yet shown, have no size or stand far off the page. */
export function isShown(element: HTMLElement): boolean {
  const view = windowOf(element);
  const { width, height, left, bottom } = element.getBoundingClientRect();
  if (width < LEAST_WIDTH || (height < LEAST_HEIGHT && element.nodeName !== "BODY")) return false;
  if (left + width + view.scrollX < 0 || bottom + view.scrollY < 0) return false;
  const { visibility, opacity } = view.getComputedStyle(element);
  return visibility === "visible" && opacity !== "0";
}

export function adapterFor(element: HTMLElement): EditorAdapter {
  if (isTextField(element)) return new TextField(element);
  const typed = new RichTextEditor(element, familyOf(element));
  const place = shownPlaceOf(element);
  return place && place !== element ? new PaintedPagesEditor(element, place, typed) : typed;
}
