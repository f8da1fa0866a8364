import { word } from "../../shared/words";
import type { Draft, DraftState } from "../draft";
import { toTopWindow } from "../drawing/geometry";
import type { Overlay } from "../drawing/overlay";
import type { Mark } from "../typing/marks";
import { element } from "./element";

const SEVERITIES = ["error", "warning", "info"] as const;

const LOW_PX = 80;

/** The badge (角标) in the corner of an editor: how many findings, or that the check failed. A click leads to the first. */
export class Badge {
  private readonly element: HTMLElement;
  private shown = { label: "", title: "" };
  private known: Shown | null = null;
  private isHidden = false;
  private transform = "";

  constructor(
    private readonly draft: Draft,
    overlay: Overlay,
    open: () => void,
  ) {
    this.element = overlay.addLayer("badge");
    this.element.setAttribute("role", "button");
    this.element.tabIndex = 0;
    // The editor keeps the focus and the selection until the card takes it.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", open);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    });
    this.update();
  }

  update(): void {
    const { state } = this.draft;
    const marks = this.draft.allMarks();
    const isPart = this.draft.adapter.scope === "visible-part";
    if (this.known && isSame(this.known, { state, marks, isPart })) return;
    this.known = { state, marks, isPart };
    const counts = SEVERITIES.map((severity) => ({
      severity,
      count: marks.filter(({ finding }) => finding.severity === severity).length,
    })).filter(({ count }) => count > 0);
    const said = this.label(counts);
    const label = isPart ? `${word("visiblePart")} · ${said}` : said;
    const title = state.kind === "failed" ? state.reason : label;
    if (label === this.shown.label && title === this.shown.title) return;
    this.shown = { label, title };
    this.element.setAttribute("aria-label", label);
    this.element.title = title;
    this.element.replaceChildren(
      ...(state.kind === "checked" && state.failures === 0 && counts.length > 0
        ? counts.map(({ severity, count }) => element("i", { class: severity }, String(count)))
        : [said]),
      ...(isPart ? [element("span", {}, word("visiblePart"))] : []),
    );
    this.place();
  }

  place(): void {
    const { element, shownIn: editor = element } = this.draft.adapter;
    const view = editor.ownerDocument.defaultView;
    const inner =
      editor.nodeName === "BODY" && view ? new DOMRect(0, 0, view.innerWidth, view.innerHeight) : null;
    const box = view && toTopWindow([inner ?? editor.getBoundingClientRect()], view)[0];
    const isSeen = box && box.bottom > 0 && box.top < window.innerHeight && box.right > 0;
    if (this.isHidden === Boolean(isSeen)) {
      this.isHidden = !isSeen;
      this.element.hidden = this.isHidden;
    }
    if (!isSeen) return;
    const left = Math.min(box.right, window.innerWidth) - this.element.offsetWidth - 12;
    // Inside a low field it would lie on the text.
    const isLow = box.bottom - box.top < LOW_PX;
    const top = isLow
      ? box.bottom + 2
      : Math.min(box.bottom, window.innerHeight) - this.element.offsetHeight - 8;
    const transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
    if (transform === this.transform) return;
    this.transform = transform;
    this.element.style.transform = transform;
  }

  remove(): void {
    this.element.remove();
  }

  private label(counts: readonly { severity: string; count: number }[]): string {
    const { state } = this.draft;
    if (state.kind === "checking") return word("checking");
    if (state.kind === "failed") return word("checkFailed");
    if (state.failures > 0) return word("checkIncomplete", state.failures);
    if (counts.length === 0) return word("noFindings");
    return counts.map(({ severity, count }) => `${word(severity)} ${count}`).join(" · ");
  }
}

interface Shown {
  state: DraftState;
  marks: readonly Mark[];
  isPart: boolean;
}

/** On most keystrokes neither the list of marks nor the state is another. */
function isSame(a: Shown, b: Shown): boolean {
  return a.marks === b.marks && a.isPart === b.isPart && JSON.stringify(a.state) === JSON.stringify(b.state);
}
