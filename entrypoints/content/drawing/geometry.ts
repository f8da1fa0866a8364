/** A rectangle in the coordinates of the window this script runs in. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Moves rectangles of a same-origin frame's window into this one, frame by frame, and cuts them to what each frame shows.
 * Frames that are zoomed or scaled by CSS are followed, those that are turned are not.
 */
export function toTopWindow(rectangles: readonly DOMRect[], view: Window): Box[] {
  let boxes: Box[] = rectangles.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  for (let inner = view; inner !== window; ) {
    const frame = inner.frameElement as HTMLElement | null;
    const outer = frame?.ownerDocument.defaultView;
    if (!frame || !outer) return [];
    const edge = frame.getBoundingClientRect();
    const { x, y } = scaleOf(frame, edge);
    const style = outer.getComputedStyle(frame);
    const left = edge.left + (frame.clientLeft + Number.parseFloat(style.paddingLeft)) * x;
    const top = edge.top + (frame.clientTop + Number.parseFloat(style.paddingTop)) * y;
    const shown = {
      left,
      top,
      right: left + inner.innerWidth * x,
      bottom: top + inner.innerHeight * y,
    };
    boxes = cut(
      boxes.map((box) => ({
        left: left + box.left * x,
        top: top + box.top * y,
        right: left + box.right * x,
        bottom: top + box.bottom * y,
      })),
      shown,
    );
    inner = outer;
  }
  return boxes;
}

/** How many pixels of its window one of an element's own takes, by CSS zoom and by transforms that scale. */
export function scaleOf(element: HTMLElement, { width, height }: DOMRect): { x: number; y: number } {
  return { x: ratio(width, element.offsetWidth), y: ratio(height, element.offsetHeight) };
}

/** Lengths of the DOM are whole numbers: what differs by less than their rounding is the same. */
function ratio(shown: number, own: number): number {
  return own === 0 || Math.abs(shown - own) <= 0.5 ? 1 : shown / own;
}

/**
 * What the elements that clip an element leave visible of it, in the coordinates of the element's window. An element that is
 * positioned against one farther out is not clipped by what lies between.
 */
export function cutToScrollers(rectangles: readonly DOMRect[], element: HTMLElement): DOMRect[] {
  const view = element.ownerDocument.defaultView;
  if (!view || rectangles.length === 0) return [...rectangles];
  const { documentElement, body } = element.ownerDocument;
  let boxes: Box[] = [...rectangles];
  let position = "static";
  for (let one: Element | null = element; one && one !== documentElement; one = parentOf(one)) {
    const style = view.getComputedStyle(one);
    if (!holds(style, position)) continue;
    position = style.position;
    const isForWindow = one === body && view.getComputedStyle(documentElement).overflow === "visible";
    if (isForWindow || style.display === "inline" || style.display === "contents") continue;
    const cutsX = style.overflowX !== "visible";
    const cutsY = style.overflowY !== "visible";
    if (!cutsX && !cutsY) continue;
    const inside = insideOf(one as HTMLElement);
    boxes = cut(boxes, {
      left: cutsX ? inside.left : Number.NEGATIVE_INFINITY,
      right: cutsX ? inside.right : Number.POSITIVE_INFINITY,
      top: cutsY ? inside.top : Number.NEGATIVE_INFINITY,
      bottom: cutsY ? inside.bottom : Number.POSITIVE_INFINITY,
    });
  }
  return boxes.map((box) => new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top));
}

/** What lies within an element's borders and scroll bars. */
export function insideOf(element: HTMLElement): Box {
  const edge = element.getBoundingClientRect();
  const { x, y } = scaleOf(element, edge);
  const left = edge.left + element.clientLeft * x;
  const top = edge.top + element.clientTop * y;
  return { left, top, right: left + element.clientWidth * x, bottom: top + element.clientHeight * y };
}

/** Whether an element with this style clips and scrolls what stands in it with that position. */
function holds(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== "absolute" && position !== "fixed") return true;
  if (position === "absolute" && style.position !== "static") return true;
  return (
    style.transform !== "none" ||
    style.filter !== "none" ||
    style.perspective !== "none" ||
    /\b(?:paint|layout|strict|content)\b/.test(style.contain) ||
    /\b(?:transform|filter|perspective)\b/.test(style.willChange)
  );
}

/** The parent as it is shown: out of slots and shadow trees. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
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
