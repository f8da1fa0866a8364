import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import type { EditorAdapter, ParagraphSpan, Replacement } from "./adapter";
import { windowOf } from "./inputPaths";
import type { RichTextEditor } from "./richText";

/**
 * docx-editor: a ProseMirror far off the screen holds the text and takes the keys, and pages (版面) are painted from it as
 * ordinary elements. Text and fixes are those of the hidden editor; words are shown where they are painted.
 */
export class PaintedPagesEditor implements EditorAdapter {
  readonly hasRanges = true;
  readonly isPainted = true;
  private readonly typed: RichTextEditor;

  constructor(
    readonly element: HTMLElement,
    readonly shownIn: HTMLElement,
    typed: RichTextEditor,
  ) {
    this.typed = typed;
  }

  get family(): string {
    return this.typed.family;
  }

  paragraphs(): readonly Paragraph[] {
    return this.typed.paragraphs();
  }

  /** Null while the page is not yet painted as the text reads: the next painting brings the words. */
  range(span: ParagraphSpan): Range | null {
    const typed = this.typed.range(span);
    const block = typed?.startContainer.parentElement?.closest("[data-para-id]");
    const id = block?.getAttribute("data-para-id");
    if (!typed || !block || !id) return null;
    const painted = Array.from(
      this.shownIn.querySelectorAll(`${PAINTED}[data-para-id="${CSS.escape(id)}"] .layout-run`),
    ).flatMap((run) => textsIn(run));
    if (spaced(painted.map(({ data }) => data).join("")) !== spaced(block.textContent)) return null;
    const before = this.element.ownerDocument.createRange();
    before.setStart(block, 0);
    before.setEnd(typed.startContainer, typed.startOffset);
    const start = before.toString().length;
    const range = this.element.ownerDocument.createRange();
    const from = positionIn(painted, start, false);
    const to = positionIn(painted, start + typed.toString().length, true);
    if (!from || !to) return null;
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  rectangles(span: ParagraphSpan): DOMRect[] {
    const rectangles = Array.from(this.range(span)?.getClientRects() ?? []);
    return rectangles.filter(({ width, height }) => width > 0 && height > 0);
  }

  replace(edits: readonly ParagraphEdit[]): Promise<Replacement> {
    return this.typed.replace(edits);
  }

  reveal(span: ParagraphSpan): void {
    this.typed.reveal(span);
    const shown = this.range(span)?.startContainer.parentElement;
    shown?.scrollIntoView({ block: "center", inline: "nearest" });
  }

  caret(): { paragraph: string; offset: number } | null {
    return this.typed.caret();
  }

  onChange(listener: () => void): void {
    this.typed.onChange(listener);
  }

  dispose(): void {
    this.typed.dispose();
  }
}

const HIDDEN = ".paged-editor__hidden-pm > .ProseMirror";
const PAINTED = ".layout-paragraph";

/** The hidden editors to look at when something is painted in this tree. */
export function editorsPaintedIn(root: ParentNode): HTMLElement[] {
  const isPainted =
    root.querySelector(PAINTED) || (root.nodeType === 1 && (root as Element).matches(PAINTED));
  const page = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  return isPainted && page ? Array.from(page.querySelectorAll<HTMLElement>(HIDDEN)) : [];
}

/** Where the text of an editor is seen: the element itself, or what scrolls its pages; null until they are painted. */
export function shownPlaceOf(element: HTMLElement): HTMLElement | null {
  if (!element.matches(HIDDEN)) return element;
  const first = element.querySelector("[data-para-id]")?.getAttribute("data-para-id");
  if (!first) return null;
  const painted = element.ownerDocument.querySelector(
    `.paged-editor__pages ${PAINTED}[data-para-id="${CSS.escape(first)}"]`,
  );
  return painted?.closest<HTMLElement>(".docx-editor__scroll-container") ?? null;
}

/** A tab is painted as a space of its width. */
function spaced(text: string): string {
  return text.replace(/[\t\u00a0]/g, " ");
}

function textsIn(run: Element): Text[] {
  const { NodeFilter } = windowOf(run);
  const walker = run.ownerDocument.createTreeWalker(run, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function positionIn(
  texts: readonly Text[],
  offset: number,
  atEnd: boolean,
): { node: Text; offset: number } | null {
  let start = 0;
  for (const node of texts) {
    const end = start + node.length;
    if (atEnd ? offset <= end : offset < end) return { node, offset: offset - start };
    start = end;
  }
  return null;
}
