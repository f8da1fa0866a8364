import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import type { EditorAdapter, ParagraphSpan, Replacement } from "./adapter";
import { mergeEdits } from "./mergeEdits";
import { ParagraphIdentity } from "./paragraphIdentity";
import { TextMirror } from "./textMirror";

/** A `textarea` or a one-line text input: a line is a paragraph. */
export class TextField implements EditorAdapter {
  readonly family: string;
  readonly hasRanges = false;
  private readonly identity = new ParagraphIdentity();
  private readonly stop = new AbortController();
  private mirror: TextMirror | null = null;
  private value: string | null = null;
  private current: readonly Paragraph[] = [];
  /** Where each paragraph starts in the value, and in which line it stands. */
  private starts = new Map<string, { offset: number; line: number }>();
  private listener: () => void = () => {};

  constructor(readonly element: HTMLTextAreaElement | HTMLInputElement) {
    this.family = element.nodeName === "TEXTAREA" ? "textarea" : "input";
    // A value set by the page itself fires nothing; it is seen when the drafter comes back to the field.
    for (const type of ["input", "change", "focus", "pointerenter"]) {
      element.addEventListener(type, () => this.notice(), { signal: this.stop.signal });
    }
    element.form?.addEventListener("reset", () => setTimeout(() => this.notice()), {
      signal: this.stop.signal,
    });
  }

  paragraphs(): readonly Paragraph[] {
    const { value } = this.element;
    if (value === this.value) return this.current;
    this.value = value;
    const lines = value.split("\n");
    const filled: { text: string; offset: number; line: number }[] = [];
    let offset = 0;
    for (const [line, text] of lines.entries()) {
      if (text.trim() !== "") filled.push({ text, offset, line });
      offset += text.length + 1;
    }
    this.current = this.identity.update(filled.map(({ text }) => ({ text, role: "paragraph" })));
    this.starts = new Map(
      filled.map((place, index) => [
        this.current[index]?.id ?? "",
        { offset: place.offset, line: place.line },
      ]),
    );
    this.mirror?.setLines(lines);
    return this.current;
  }

  range(): null {
    return null;
  }

  rectangles({ paragraph, start, end }: ParagraphSpan): DOMRect[] {
    this.paragraphs();
    const place = this.starts.get(paragraph);
    if (!place) return [];
    if (!this.mirror) {
      this.mirror = new TextMirror(this.element);
      this.mirror.setLines(this.element.value.split("\n"));
    }
    return this.mirror.rectangles(place.line, start, end);
  }

  async replace(edits: readonly ParagraphEdit[]): Promise<Replacement> {
    const merged = mergeEdits(edits, this.paragraphs());
    if (!merged) return "failed";
    const { element } = this;
    const before = element.value;
    let { selectionStart, selectionEnd } = element;
    element.focus({ preventScroll: true });
    for (const edit of merged) {
      const line = this.starts.get(edit.paragraph);
      if (!line) return element.value === before ? "failed" : "damaged";
      const start = line.offset + edit.start;
      const end = line.offset + edit.end;
      const expected = element.value.slice(0, start) + edit.text + element.value.slice(end);
      element.setSelectionRange(start, end);
      // The one way that leaves the field's own undo whole; deprecated, with nothing in its place.
      element.ownerDocument.execCommand("insertText", false, edit.text);
      if (element.value !== expected) return element.value === before ? "failed" : "damaged";
      const by = edit.text.length - (end - start);
      if (selectionStart !== null && selectionStart > start)
        selectionStart = Math.max(start, selectionStart + by);
      if (selectionEnd !== null && selectionEnd > start) selectionEnd = Math.max(start, selectionEnd + by);
      this.paragraphs();
    }
    element.setSelectionRange(selectionStart, selectionEnd);
    return "done";
  }

  reveal(span: ParagraphSpan): void {
    const offset = (this.starts.get(span.paragraph)?.offset ?? 0) + span.start;
    this.element.scrollIntoView({ block: "nearest" });
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(offset, offset);
    const rect = this.rectangles(span)[0];
    const box = this.element.getBoundingClientRect();
    if (rect) this.element.scrollTop += rect.top - box.top - box.height / 2;
  }

  caret(): { paragraph: string; offset: number } | null {
    const offset = this.element.selectionStart;
    if (offset === null) return null;
    for (const { id, text } of this.paragraphs()) {
      const start = this.starts.get(id)?.offset ?? 0;
      if (offset >= start && offset <= start + text.length) return { paragraph: id, offset: offset - start };
    }
    return null;
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }

  dispose(): void {
    this.stop.abort();
    this.mirror?.dispose();
    this.listener = () => {};
  }

  private notice(): void {
    if (this.element.value !== this.value) this.listener();
  }
}

export function isTextField(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.nodeName === "TEXTAREA" || element.nodeName === "INPUT";
}
