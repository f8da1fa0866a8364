import { pointedAt } from "../adapters/adapter";
import { windowOf } from "../adapters/inputPaths";
import type { Draft } from "../draft";
import { cutToScrollers, toTopWindow } from "./geometry";
import type { Overlay } from "./overlay";
import type { Painter } from "./painter";

/** Draws boxes with a lower edge over the page, where the text stands in no Range: text fields, older browsers, canvases. */
export class BoxPainter implements Painter {
  private readonly layer: HTMLElement;

  constructor(
    private readonly draft: Draft,
    overlay: Overlay,
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
      const visible = cutToScrollers(adapter.rectangles(mark), pointedAt(adapter));
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
      element.style.transform = `translate(${box.left}px,${box.top}px)`;
      element.style.width = `${box.right - box.left}px`;
      element.style.height = `${box.bottom - box.top}px`;
    }
  }

  dispose(): void {
    this.layer.remove();
  }
}
