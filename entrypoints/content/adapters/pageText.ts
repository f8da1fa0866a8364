import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import type { PagePlace, TextScope } from "../../shared/pageText";
import { hiddenInput, replacePainted } from "../canvas/canvasInput";
import { type Located, locate } from "../canvas/locate";
import { type Painting, paintedParagraphs } from "../canvas/paintedText";
import { scrollIntoMiddle } from "../canvas/scrollIntoMiddle";
import { spotRectangles } from "../canvas/spotRectangles";
import type { EditorAdapter, ParagraphSpan, Replacement } from "./adapter";
import { type MergedEdit, mergeEdits } from "./mergeEdits";
import { type FreshParagraph, ParagraphIdentity } from "./paragraphIdentity";

const SETTLES_WITHIN_MS = 1_500;

/** What is known of a document whose text is not in the DOM. */
export interface PageText {
  /** From the editor's own API; null where only what is painted is known. */
  document: {
    family: string;
    scope: TextScope;
    isWritable: boolean;
    paragraphs: readonly string[];
  } | null;
  paintings: readonly Painting[];
}

/** How the page's own editor is asked to do something. */
export interface PageActions {
  replace(place: PagePlace, text: string): void;
  reveal(place: PagePlace): void;
}

/** An editor that paints its text or keeps it to itself: a canvas, or a hosted editor read through its own API. */
export class PageTextEditor implements EditorAdapter {
  readonly hasRanges = false;
  readonly isPainted = true;
  private readonly identity = new ParagraphIdentity();
  private current: readonly Paragraph[] = [];
  /** Which paragraph of the source each is, and where its characters are painted. */
  private places = new Map<string, { source: number; located: Located | null }>();
  private isStale = true;
  private listener: () => void = () => {};

  constructor(
    readonly element: HTMLElement,
    private text: PageText,
    private readonly page: PageActions,
  ) {}

  get family(): string {
    return this.text.document?.family ?? "canvas";
  }

  get scope(): TextScope {
    return this.text.document?.scope ?? "visible-part";
  }

  /** One canvas for all is a window on the document; bars stand around it. */
  get shownIn(): HTMLElement {
    const [first, ...others] = this.text.paintings;
    return first && others.length === 0 ? first.canvas : this.element;
  }

  get isReadOnly(): boolean {
    return !this.text.document?.isWritable && !hiddenInput(this.element);
  }

  update(text: PageText): void {
    this.text = text;
    this.isStale = true;
    this.listener();
  }

  paragraphs(): readonly Paragraph[] {
    if (!this.isStale) return this.current;
    this.isStale = false;
    const painted = paintedParagraphs(this.text.paintings);
    const { document } = this.text;
    const texts = document?.paragraphs ?? painted.map(({ text }) => text);
    const located = document ? locate(texts, painted) : painted.map(({ spots }) => spots);
    const filled = texts.flatMap((text, source) => (text.trim() === "" ? [] : [{ text, source }]));
    this.current = this.identity.update(
      filled.map(({ text, source }): FreshParagraph => {
        const role = document ? "paragraph" : painted[source]?.role;
        return { text, role: role ?? "paragraph" };
      }),
    );
    this.places = new Map(
      filled.map(({ source }, index) => [
        this.current[index]?.id ?? "",
        { source, located: located[source] ?? null },
      ]),
    );
    return this.current;
  }

  range(): null {
    return null;
  }

  rectangles({ paragraph, start, end }: ParagraphSpan): DOMRect[] {
    this.paragraphs();
    return spotRectangles(this.places.get(paragraph)?.located?.slice(start, end) ?? []);
  }

  async replace(edits: readonly ParagraphEdit[]): Promise<Replacement> {
    const merged = mergeEdits(edits, this.paragraphs());
    if (!merged || this.isReadOnly) return "failed";
    for (const [done, edit] of merged.entries()) {
      const result = await this.replaceOne(edit);
      if (result !== "done") return done > 0 ? "damaged" : result;
    }
    return "done";
  }

  reveal(span: ParagraphSpan): void {
    const [rectangle] = this.rectangles(span);
    const place = this.places.get(span.paragraph);
    if (rectangle) scrollIntoMiddle(this.element, rectangle);
    else if (place && this.text.document) this.page.reveal(this.placeInPage(span, place.source));
  }

  /** Only the editor itself knows. */
  caret(): null {
    return null;
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }

  dispose(): void {
    this.listener = () => {};
  }

  private async replaceOne(edit: MergedEdit): Promise<Replacement> {
    const place = this.places.get(edit.paragraph);
    if (!place) return "failed";
    const index = this.paragraphs().findIndex(({ id }) => id === edit.paragraph);
    if (this.text.document?.isWritable) this.page.replace(this.placeInPage(edit, place.source), edit.text);
    else {
      const spots = place.located?.slice(edit.start, edit.end) ?? [];
      if (!(await replacePainted(this.element, spots, edit.text))) return "failed";
    }
    return this.readBack(edit, index);
  }

  private async readBack({ before, after }: MergedEdit, index: number): Promise<Replacement> {
    const until = performance.now() + SETTLES_WITHIN_MS;
    let text: string | undefined = before;
    while (performance.now() < until) {
      text = this.paragraphs()[index]?.text;
      if (text === after) return "done";
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return text === before ? "failed" : "damaged";
  }

  private placeInPage({ paragraph, start, end }: ParagraphSpan, source: number): PagePlace {
    const before = this.current.find(({ id }) => id === paragraph)?.text ?? "";
    return { paragraph: source, start, end, before };
  }
}
