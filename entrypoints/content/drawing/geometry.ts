/** A rectangle in the coordinates of the window this script runs in. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Moves rectangles of a same-origin frame's window into this one, frame by frame, and cuts them to what each frame shows.
 * Frames that are themselves turned or scaled by CSS are not followed.
 */
export function toTopWindow(rectangles: readonly DOMRect[], view: Window): Box[] {
  let boxes: Box[] = rectangles.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  for (let inner = view; inner !== window; ) {
    const frame = inner.frameElement as HTMLElement | null;
    const outer = frame?.ownerDocument.defaultView;
    if (!frame || !outer) return [];
    const edge = frame.getBoundingClientRect();
    const style = outer.getComputedStyle(frame);
    const left = edge.left + frame.clientLeft + Number.parseFloat(style.paddingLeft);
    const top = edge.top + frame.clientTop + Number.parseFloat(style.paddingTop);
    const shown = { left, top, right: left + inner.innerWidth, bottom: top + inner.innerHeight };
    boxes = cut(
      boxes.map((box) => ({
        left: box.left + left,
        top: box.top + top,
        right: box.right + left,
        bottom: box.bottom + top,
      })),
      shown,
    );
    inner = outer;
  }
  return boxes;
}

/** What each scrolling ancestor of an element leaves visible, in the coordinates of the element's window. */
export function cutToScrollers(rectangles: readonly DOMRect[], element: HTMLElement): DOMRect[] {
  const view = element.ownerDocument.defaultView;
  if (!view || rectangles.length === 0) return [...rectangles];
  let boxes: Box[] = [...rectangles];
  for (
    let one: Element | null = element;
    one && one !== one.ownerDocument.documentElement;
    one = parentOf(one)
  ) {
    if (one === one.ownerDocument.body) continue;
    const { overflowX, overflowY } = view.getComputedStyle(one);
    if (overflowX === "visible" && overflowY === "visible") continue;
    boxes = cut(boxes, one.getBoundingClientRect());
  }
  return boxes.map((box) => new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top));
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode() as { host?: Element };
  return root.host ?? null;
}

function cut(boxes: readonly Box[], to: Box): Box[] {
  return boxes
    .map((box) => ({
      left: Math.max(box.left, to.left),
      top: Math.max(box.top, to.top),
      right: Math.min(box.right, to.right),
      bottom: Math.min(box.bottom, to.bottom),
    }))
    .filter((box) => box.right > box.left && box.bottom > box.top);
}
