import { type EditorAdapter, pointedAt } from "./adapters/adapter";
import { Badge } from "./card/badge";
import { Card, type CardContent } from "./card/card";
import { boxesOf, Pointing } from "./card/pointing";
import { Draft } from "./draft";
import { BoxPainter } from "./drawing/boxPainter";
import { toTopWindow } from "./drawing/geometry";
import { canHighlight, HighlightPainter } from "./drawing/highlightPainter";
import { LayoutWatch } from "./drawing/layoutWatch";
import { Overlay } from "./drawing/overlay";
import type { Painter } from "./drawing/painter";
import { EditorWatch } from "./editors/editorWatch";
import type { Mark } from "./typing/marks";

/** How long the pointer rests on marked words before the card opens, and how long it may be off them. */
const OPENS_AFTER_MS = 250;
const CLOSES_AFTER_MS = 300;

interface OpenDraft {
  draft: Draft;
  painter: Painter;
  badge: Badge;
  pointing: Pointing;
  stop: AbortController;
}

/** Everything the extension does in one page: its drafts, what is drawn on them, and the one card. */
export class Page {
  private readonly drafts = new Map<EditorAdapter, OpenDraft>();
  private overlay: Overlay | null = null;
  private card: Card | null = null;
  private readonly layout = new LayoutWatch(
    () => this.layoutChanged(),
    () => this.places(),
  );
  private readonly watch: EditorWatch;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.watch = new EditorWatch({
      found: (adapter) => this.open(adapter),
      lost: (adapter) => this.close(adapter),
      pageChanged: () => {
        if (this.drafts.size > 0) this.layout.later();
      },
    });
  }

  askAgain(): void {
    for (const { draft } of this.drafts.values()) draft.askAgain();
  }

  /** Asked for by the side panel. */
  goToFinding(place: { editor: string; finding: string; paragraph: string }): void {
    for (const { draft } of this.drafts.values()) {
      if (draft.id !== place.editor) continue;
      const mark = draft.marksOf(place.paragraph).find(({ finding }) => finding.key === place.finding);
      if (mark) this.goTo(draft, mark);
    }
  }

  dispose(): void {
    this.watch.dispose();
    this.layout.dispose();
    clearTimeout(this.timer);
    this.overlay?.remove();
  }

  private open(adapter: EditorAdapter): void {
    this.overlay ??= new Overlay();
    this.overlay.align();
    this.card ??= new Card(this.overlay, {
      step: (from, by) => this.step(from, by),
      closed: (draft) => draft.adapter.element.focus({ preventScroll: true }),
    });
    const { overlay } = this;
    const draft: Draft = new Draft(adapter, {
      marksChanged: (paragraphs) => {
        painter.marksChanged(paragraphs);
        pointing.forget();
        badge.update();
        this.dropStaleCard(draft);
      },
      textChanged: () => {
        pointing.forget();
        this.layout.typed();
        // What is highlighted moves with its words, boxes do not.
        if (painter instanceof BoxPainter) this.layout.later();
      },
      stateChanged: () => badge.update(),
    });
    const painter: Painter =
      adapter.hasRanges && canHighlight(adapter.element)
        ? new HighlightPainter(draft)
        : new BoxPainter(draft, overlay);
    const pointing = new Pointing(draft);
    const badge = new Badge(draft, overlay, () => this.openFirst(draft));
    const stop = new AbortController();
    this.drafts.set(adapter, { draft, painter, badge, pointing, stop });
    this.layout.watchEditor(pointedAt(adapter));
    this.listen(draft, pointing, stop.signal);
  }

  private close(adapter: EditorAdapter): void {
    const open = this.drafts.get(adapter);
    if (!open) return;
    this.drafts.delete(adapter);
    if (this.card?.shown?.draft === open.draft) this.card.hide();
    open.stop.abort();
    open.painter.dispose();
    open.badge.remove();
    open.draft.dispose();
    this.layout.unwatchEditor(pointedAt(adapter));
  }

  private listen(draft: Draft, pointing: Pointing, signal: AbortSignal): void {
    const { element } = draft.adapter;
    const pointed = pointedAt(draft.adapter);
    const view = element.ownerDocument.defaultView ?? window;
    const hit = (event: MouseEvent) => {
      const point = toTopWindow([new DOMRect(event.clientX, event.clientY, 1, 1)], view)[0];
      return point ? pointing.at(point.left, point.top) : null;
    };
    pointed.addEventListener(
      "pointermove",
      (event) => {
        clearTimeout(this.timer);
        if (event.buttons !== 0) return;
        const found = hit(event);
        if (found) {
          if (found.mark.finding.key === this.card?.shown?.mark.finding.key) return;
          this.timer = setTimeout(() => this.show(draft, found.mark, found.box, false), OPENS_AFTER_MS);
        } else this.closeSoon();
      },
      { signal, passive: true },
    );
    pointed.addEventListener("pointerleave", () => this.closeSoon(), { signal });
    this.card?.element.addEventListener("pointerenter", () => clearTimeout(this.timer), { signal });
    pointed.addEventListener(
      "click",
      (event) => {
        const found = hit(event);
        if (found) this.show(draft, found.mark, found.box, false);
      },
      { signal },
    );
    element.addEventListener("keydown", (event) => this.key(event, draft), { signal, capture: true });
  }

  /** Alt+F8 and Shift+Alt+F8 go from finding to finding, Alt+Enter opens the card at the caret, Escape closes it. */
  private key(event: KeyboardEvent, draft: Draft): void {
    if (event.isComposing) return;
    if (event.key === "Escape") this.card?.hide();
    const isStep = event.altKey && event.key === "F8";
    if (!isStep && !(event.altKey && event.key === "Enter")) return;
    const marks = draft.allMarks();
    const caret = draft.adapter.caret();
    const mark = isStep
      ? nextMark(draft, marks, caret, event.shiftKey ? -1 : 1)
      : marks.find(
          ({ paragraph, start, end }) =>
            paragraph === caret?.paragraph && start <= caret.offset && caret.offset <= end,
        );
    if (!mark) return;
    event.preventDefault();
    event.stopPropagation();
    this.goTo(draft, mark);
  }

  private openFirst(draft: Draft): void {
    const [first] = draft.allMarks();
    if (first) this.goTo(draft, first);
  }

  private step({ draft, mark }: CardContent, by: 1 | -1): void {
    const marks = draft.allMarks();
    const at = marks.findIndex(({ finding }) => finding.key === mark.finding.key);
    const next = marks[(at + by + marks.length) % marks.length];
    if (next) this.goTo(draft, next);
  }

  /** Brings the words into view and opens the card on them, with the focus in the card. */
  private goTo(draft: Draft, mark: Mark): void {
    draft.adapter.reveal(mark);
    requestAnimationFrame(() => {
      const [box] = boxesOf(draft, mark);
      this.show(draft, mark, box ?? { left: 8, top: 8, right: 8, bottom: 8 }, true);
    });
  }

  private show(draft: Draft, mark: Mark, at: CardContent["at"], takesFocus: boolean): void {
    clearTimeout(this.timer);
    this.card?.show({ draft, mark, at }, takesFocus);
  }

  private closeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.overlay?.focused()) this.card?.hide();
    }, CLOSES_AFTER_MS);
  }

  /** The card goes when its finding does. */
  private dropStaleCard(draft: Draft): void {
    const shown = this.card?.shown;
    if (shown?.draft !== draft) return;
    if (!draft.allMarks().some(({ finding }) => finding.key === shown.mark.finding.key)) this.card?.hide();
  }

  /** Where the drafts stand and, where boxes are drawn, the first and the last of the marked words. */
  private places(): string {
    const places: number[] = [];
    for (const { draft, painter } of this.drafts.values()) {
      const { left, top, width, height } = pointedAt(draft.adapter).getBoundingClientRect();
      places.push(left, top, width, height);
      if (!(painter instanceof BoxPainter)) continue;
      const marks = draft.allMarks();
      for (const mark of [marks[0], marks.length > 1 ? marks[marks.length - 1] : undefined]) {
        for (const box of mark ? boxesOf(draft, mark) : []) {
          places.push(box.left, box.top, box.right, box.bottom);
        }
      }
    }
    return places.map((place) => Math.round(place * 4)).join();
  }

  private layoutChanged(): void {
    this.overlay?.align();
    for (const { painter, badge, pointing } of this.drafts.values()) {
      painter.layoutChanged();
      badge.place();
      pointing.forget();
    }
    const shown = this.card?.shown;
    const [box] = shown ? boxesOf(shown.draft, shown.mark) : [];
    if (box) this.card?.place(box);
  }
}

function nextMark(
  draft: Draft,
  marks: readonly Mark[],
  caret: { paragraph: string; offset: number } | null,
  by: 1 | -1,
): Mark | undefined {
  const order = draft.adapter.paragraphs().map(({ id }) => id);
  const at = caret ? order.indexOf(caret.paragraph) : -1;
  const compare = (mark: Mark) => order.indexOf(mark.paragraph) - at || mark.start - (caret?.offset ?? 0);
  if (by === 1) return marks.find((mark) => compare(mark) > 0) ?? marks[0];
  return marks.findLast((mark) => compare(mark) < 0) ?? marks[marks.length - 1];
}
