import {
  ASK_PAGE,
  asPageSays,
  PAGE_SAYS,
  type PagePlace,
  readPageText,
  sendPageText,
} from "../../shared/pageText";
import type { EditorAdapter } from "../adapters/adapter";
import { type PageText, PageTextEditor } from "../adapters/pageText";
import { editorAround } from "../canvas/canvasInput";
import type { Painting } from "../canvas/paintedText";

export interface PageTextHooks {
  found(adapter: EditorAdapter): void;
  lost(adapter: EditorAdapter): void;
  /** What is painted moved. */
  pageChanged(): void;
}

/** Fewer painted characters are labels of a chart or a toolbar, not a draft. */
const LEAST_HAN = 20;
const HAN = /[\u4e00-\u9fff]/g;
/** The documents of one window whose text is not in the DOM, as the reader in the page's world tells of them. */
export class PageTexts {
  private readonly nonce = crypto.randomUUID();
  private readonly paintings = new Map<HTMLCanvasElement, Painting>();
  private readonly editors = new Map<HTMLElement, PageTextEditor>();
  private document: { element: HTMLElement; text: NonNullable<PageText["document"]> } | null = null;
  private readonly watched: Document[] = [];
  private readonly stop = new AbortController();

  constructor(private readonly hooks: PageTextHooks) {}

  watch(root: Document): void {
    if (this.watched.includes(root)) return;
    this.watched.push(root);
    root.addEventListener(PAGE_SAYS, (event) => this.hear(event), { signal: this.stop.signal });
    sendPageText(root.documentElement, ASK_PAGE, this.nonce, { kind: "watch" });
  }

  /** Elements came or went. */
  pageChanged(): void {
    const gone = [...this.paintings.keys()].filter((canvas) => !canvas.isConnected);
    for (const canvas of gone) this.paintings.delete(canvas);
    if (this.document && !this.document.element.isConnected) this.document = null;
    else if (gone.length === 0) return;
    this.settle();
  }

  dispose(): void {
    for (const root of this.watched) {
      if (root.documentElement) sendPageText(root.documentElement, ASK_PAGE, this.nonce, { kind: "stop" });
    }
    this.stop.abort();
    for (const element of [...this.editors.keys()]) this.lose(element);
  }

  private hear(event: Event): void {
    const message = readPageText(event);
    const says = message?.nonce === this.nonce ? asPageSays(message) : null;
    const element = event.composedPath()[0] as HTMLElement | undefined;
    if (!says || element?.nodeType !== 1) return;
    if (says.kind === "painted") {
      if (element.nodeName !== "CANVAS") return;
      const canvas = element as HTMLCanvasElement;
      this.paintings.set(canvas, { canvas, width: says.width, height: says.height, runs: says.runs });
    } else {
      const { family, scope, isWritable, paragraphs } = says;
      this.document = paragraphs && { element, text: { family, scope, isWritable, paragraphs } };
    }
    this.settle();
  }

  /** An editor's own API knows best; without one, canvases with enough text are the editors. */
  private settle(): void {
    const wanted = new Map<HTMLElement, PageText>();
    if (this.document) {
      const { element, text } = this.document;
      wanted.set(element, { document: text, paintings: this.inOrder([...this.paintings.values()]) });
    } else {
      const groups = new Map<HTMLElement, Painting[]>();
      for (const painting of this.paintings.values()) {
        const element = editorAround(painting.canvas);
        groups.set(element, [...(groups.get(element) ?? []), painting]);
      }
      for (const [element, paintings] of groups) {
        const han = paintings.flatMap(({ runs }) => runs.flatMap(({ text }) => text.match(HAN) ?? []));
        if (han.length >= LEAST_HAN)
          wanted.set(element, { document: null, paintings: this.inOrder(paintings) });
      }
    }
    for (const element of [...this.editors.keys()]) if (!wanted.has(element)) this.lose(element);
    for (const [element, text] of wanted) {
      const known = this.editors.get(element);
      if (known) known.update(text);
      else this.find(element, text);
    }
    this.hooks.pageChanged();
  }

  private find(element: HTMLElement, text: PageText): void {
    const ask = (kind: "replace" | "reveal", place: PagePlace, put = "") =>
      sendPageText(
        element,
        ASK_PAGE,
        this.nonce,
        kind === "reveal" ? { kind, place } : { kind, place, text: put },
      );
    const editor = new PageTextEditor(element, text, {
      replace: (place, put) => ask("replace", place, put),
      reveal: (place) => ask("reveal", place),
    });
    this.editors.set(element, editor);
    this.hooks.found(editor);
  }

  private lose(element: HTMLElement): void {
    const editor = this.editors.get(element);
    this.editors.delete(element);
    if (editor) this.hooks.lost(editor);
  }

  private inOrder(paintings: readonly Painting[]): Painting[] {
    return [...paintings].sort(({ canvas: a }, { canvas: b }) =>
      a.compareDocumentPosition(b) & 4 /* FOLLOWING */ ? -1 : 1,
    );
  }
}
