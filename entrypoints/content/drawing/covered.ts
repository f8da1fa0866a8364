import { type Box, parentOf } from "./geometry";

/**
 * Whether something of the page that can be seen lies over the middle of a box: a header that stays at the top, a bar, a menu. The
 * box is in the coordinates of the element's window; words in the element are not covered by it, nor by what holds it.
 */
export function isCovered(
  { left, top, right, bottom }: Box,
  element: HTMLElement,
  overlay: Element,
): boolean {
  const { ownerDocument } = element;
  const view = ownerDocument.defaultView;
  if (!view) return false;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  let hit = ownerDocument.elementFromPoint(x, y);
  for (let inner = hit?.shadowRoot; inner && hit !== element; inner = hit?.shadowRoot) {
    const deeper: Element | null = inner.elementFromPoint(x, y);
    if (!deeper || deeper === hit) break;
    hit = deeper;
  }
  if (!hit || hit === overlay || holds(element, hit)) return false;
  // Layers without a ground of their own, as many an editor lays over its text, cover nothing.
  for (let one: Element | null = hit; one && !holds(one, element); one = parentOf(one)) {
    const { backgroundColor, backgroundImage, opacity } = view.getComputedStyle(one);
    if (opacity === "0") return false;
    if (backgroundImage !== "none" || !/^transparent$|, 0\)$/.test(backgroundColor)) return true;
  }
  return false;
}

function holds(outer: Element, inner: Element): boolean {
  for (let one: Element | null = inner; one; one = parentOf(one)) if (one === outer) return true;
  return false;
}
