import { pointedAt } from "../adapters/adapter";
import { windowOf } from "../adapters/inputPaths";
import type { Draft } from "../draft";
import { isCovered } from "./covered";
import { cutToScrollers, toTopWindow } from "./geometry";
import type { Overlay } from "./overlay";
import type { Painter } from "./painter";

/** Draws boxes with a lower edge over the page, where the text stands in no Range: text fields, older browsers, canvases. */
export class BoxPainter implements Painter {
  private readonly layer: HTMLElement;
  private readonly placed = new WeakMap<HTMLElement, string>();

  constructor(
    private readonly draft: Draft,
    private readonly overlay: Overlay,
  ) {
    this.layer = overlay.addLayer("marks");
  }

  marksChanged(): void {
    this.layoutChanged();
  }

  layoutChanged(): void {
    const { adapter } = this.draft;
    const view = windowOf(adapter.element);
    const wanted = this.draft.allMarks().flatMap((mark) => {
      const shown = cutToScrollers(adapter.rectangles(mark), pointedAt(adapter));
      // Editors that paint their words lay layers of their own over them.
      const visible = adapter.isPainted
        ? shown
        : shown.filter((box) => !isCovered(box, adapter.element, this.overlay.host));
      return toTopWindow(visible, view).map((box) => ({ box, severity: mark.finding.severity }));
    });
    while (this.layer.children.length > wanted.length) this.layer.lastElementChild?.remove();
    for (const [index, { box, severity }] of wanted.entries()) {
      let element = this.layer.children[index] as HTMLElement | undefined;
      if (!element) {
        element = document.createElement("div");
        this.layer.append(element);
      }
      const name = `mark ${severity}`;
      if (element.className !== name) element.className = name;
      const place = `transform:translate(${box.left}px,${box.top}px);width:${box.right - box.left}px;height:${box.bottom - box.top}px`;
      if (this.placed.get(element) === place) continue;
      this.placed.set(element, place);
      element.style.cssText = place;
    }
  }

  dispose(): void {
    this.layer.remove();
  }
}
