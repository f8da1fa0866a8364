import { windowOf } from "../adapters/inputPaths";

/** Scrolls everything around an element that scrolls until a place in it is seen, innermost first. */
export function scrollIntoMiddle(element: HTMLElement, place: DOMRect): void {
  const view = windowOf(element);
  let { top } = place;
  for (let one: HTMLElement | null = element; one; one = one.parentElement) {
    if (one.scrollHeight <= one.clientHeight) continue;
    const { overflowY } = view.getComputedStyle(one);
    if (overflowY !== "auto" && overflowY !== "scroll") continue;
    const box = one.getBoundingClientRect();
    if (top >= box.top && top + place.height <= box.bottom) continue;
    const before = one.scrollTop;
    one.scrollTop += top - box.top - box.height / 2;
    top -= one.scrollTop - before;
  }
  if (top < 0 || top + place.height > view.innerHeight) view.scrollBy(0, top - view.innerHeight / 2);
}
