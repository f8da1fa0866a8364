import { windowOf } from "../adapters/inputPaths";
import type { Draft } from "../draft";
import { NearView } from "./nearView";
import type { Painter } from "./painter";

const SEVERITIES = ["error", "warning", "info"] as const;
const NAME = "gongwen-lint-";

const STYLE = `
::highlight(${NAME}info){text-decoration:underline dotted #2563eb 2px;text-underline-offset:3px}
::highlight(${NAME}warning){text-decoration:underline wavy #b45309 1.5px;text-underline-offset:3px}
::highlight(${NAME}error){text-decoration:underline wavy #dc2626 1.5px;text-underline-offset:3px}`;

/**
 * Draws with the CSS Custom Highlight API: the browser underlines live ranges, and nothing in the page is touched. Scrolling,
 * zoom and re-flow are the browser's business.
 */
export class HighlightPainter implements Painter {
  private readonly ranges = new Map<string, { range: Range; severity: (typeof SEVERITIES)[number] }[]>();
  private readonly view: Window & typeof globalThis;
  private readonly near: NearView;

  constructor(private readonly draft: Draft) {
    const { element } = draft.adapter;
    this.view = windowOf(element);
    this.near = new NearView(this.view, (ids) => {
      for (const id of ids) this.draw(id);
    });
    addStyle(element.getRootNode() as Document | ShadowRoot, this.view);
    for (const [priority, severity] of [...SEVERITIES].reverse().entries()) {
      const name = NAME + severity;
      if (this.view.CSS.highlights.has(name)) continue;
      const highlight = new this.view.Highlight();
      highlight.priority = priority;
      this.view.CSS.highlights.set(name, highlight);
    }
  }

  marksChanged(paragraphs: ReadonlySet<string>): void {
    const { adapter } = this.draft;
    for (const id of paragraphs) {
      this.erase(id);
      const drawn = this.draft.marksOf(id).flatMap((mark) => {
        const range = adapter.range(mark);
        return range ? [{ range, severity: mark.finding.severity }] : [];
      });
      if (this.draft.marksOf(id).length > 0) this.ranges.set(id, drawn);
      else this.ranges.delete(id);
      const beside = drawn[0]?.range.startContainer.parentElement;
      if (beside) this.near.watch(id, beside);
      else this.near.forget(id);
      this.draw(id);
    }
  }

  /** Some editors put new text nodes in for the same text, or paint it later than they have it: ranges are made anew. */
  layoutChanged(): void {
    const lost = new Set<string>();
    for (const [id, drawn] of this.ranges) {
      const isWhole = drawn.length === this.draft.marksOf(id).length;
      const isGone = drawn.some(({ range }) => range.collapsed || !range.startContainer.isConnected);
      if (isGone || !isWhole) lost.add(id);
    }
    if (lost.size > 0) this.marksChanged(lost);
  }

  dispose(): void {
    this.near.dispose();
    for (const id of this.ranges.keys()) this.erase(id);
    this.ranges.clear();
  }

  private draw(paragraph: string): void {
    if (!this.near.isNear(paragraph)) {
      this.erase(paragraph);
      return;
    }
    for (const { range, severity } of this.ranges.get(paragraph) ?? []) {
      this.view.CSS.highlights.get(NAME + severity)?.add(range);
    }
  }

  private erase(paragraph: string): void {
    for (const { range, severity } of this.ranges.get(paragraph) ?? []) {
      this.view.CSS.highlights.get(NAME + severity)?.delete(range);
    }
  }
}

/** Chromium 105 and Firefox 140 have it; older offices' browsers get boxes. Firefox draws in this script's own document only. */
export function canHighlight(element: HTMLElement): boolean {
  const view = windowOf(element);
  if (!("highlights" in view.CSS) || !("Highlight" in view)) return false;
  return import.meta.env.BROWSER !== "firefox" || view === window;
}

const styled = new WeakSet<Document | ShadowRoot>();

function addStyle(root: Document | ShadowRoot, view: Window & typeof globalThis): void {
  if (styled.has(root)) return;
  styled.add(root);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
