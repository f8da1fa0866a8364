import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import type { Stretch } from "../typing/stretch";
import type { EditorAdapter, ParagraphSpan, Replacement } from "./adapter";
import { FieldLines } from "./fieldLines";
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
  private readonly lines = new FieldLines();
  private current: readonly Paragraph[] = [];
  /** The lines that are paragraphs, in order: those with text in them. */
  private filled: readonly number[] = [];
  /** In which line each paragraph stands. */
  private lineOf = new Map<string, number>();
  private listener: () => void = () => {};
  /** What the listener was last told of; whoever asks where words stand may have read a later value. */
  private noticed: string;

  constructor(readonly element: HTMLTextAreaElement | HTMLInputElement) {
    this.noticed = element.value;
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
    const change = this.lines.update(value, this.element.selectionEnd);
    if (!change) return this.current;
    this.take(change);
    this.mirror?.setLines(this.lines.texts, change);
    return this.current;
  }

  /** Reads the lines of a stretch; on a keystroke that is one, and the lines behind it stay where they are. */
  private take({ head, oldEnd, newEnd }: Stretch): void {
    const { texts } = this.lines;
    const fresh: number[] = [];
    for (let line = head; line < newEnd; line++) if (texts[line]?.trim() !== "") fresh.push(line);
    const from = firstAtLeast(this.filled, head);
    const to = firstAtLeast(this.filled, oldEnd);
    const moved = newEnd - oldEnd;
    const behind = this.filled.slice(to);
    this.filled = this.filled
      .slice(0, from)
      .concat(fresh, moved === 0 ? behind : behind.map((line) => line + moved));
    this.current = this.identity.replace(
      { head: from, oldEnd: to, newEnd: from + fresh.length },
      fresh.map((line) => ({ text: texts[line] as string, role: "paragraph" as const })),
    );
    const { current, filled } = this;
    if (moved === 0 && to - from === fresh.length) {
      for (const [index, line] of fresh.entries()) this.lineOf.set(current[from + index]?.id ?? "", line);
    } else this.lineOf = new Map(current.map(({ id }, index) => [id, filled[index] ?? 0]));
  }

  range(): null {
    return null;
  }

  rectangles({ paragraph, start, end }: ParagraphSpan): DOMRect[] {
    this.paragraphs();
    const line = this.lineOf.get(paragraph);
    if (line === undefined) return [];
    if (!this.mirror) {
      this.mirror = new TextMirror(this.element);
      this.mirror.setLines(this.lines.texts);
    }
    return this.mirror.rectangles(line, start, end);
  }

  async replace(edits: readonly ParagraphEdit[]): Promise<Replacement> {
    const merged = mergeEdits(edits, this.paragraphs());
    if (!merged) return "failed";
    const { element } = this;
    const before = element.value;
    let { selectionStart, selectionEnd } = element;
    element.focus({ preventScroll: true });
    for (const edit of merged) {
      const offset = this.offsetOf(edit.paragraph);
      if (offset === null) return element.value === before ? "failed" : "damaged";
      const start = offset + edit.start;
      const end = offset + edit.end;
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
    const offset = (this.offsetOf(span.paragraph) ?? 0) + span.start;
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
      const start = this.offsetOf(id) ?? 0;
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
    const { value } = this.element;
    if (value === this.noticed) return;
    this.noticed = value;
    this.listener();
  }

  private offsetOf(paragraph: string): number | null {
    const line = this.lineOf.get(paragraph);
    return line === undefined ? null : (this.lines.starts[line] ?? null);
  }
}

/** How many of the lines, which ascend, stand before this one. */
function firstAtLeast(lines: readonly number[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isTextField(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.nodeName === "TEXTAREA" || element.nodeName === "INPUT";
}
