import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import type { TextScope } from "../../shared/pageText";

/** A span of a paragraph, UTF-16 code units, end exclusive. */
export interface ParagraphSpan {
  paragraph: string;
  start: number;
  end: number;
}

/** Where the pointer meets the words: the element, unless they are painted outside it. */
export function pointedAt({ element, shownIn }: EditorAdapter): HTMLElement {
  return !shownIn || element.contains(shownIn) ? element : shownIn;
}

/** What became of an asked-for fix. `failed` means that the text is as it was before; `damaged` that it is not. */
export type Replacement = "done" | "failed" | "damaged";

/**
 * One editor on a page, of whatever make. It reads paragraphs with stable ids and versions, says where words stand
 * and puts fixes in by the editor's own input path. It never changes the document otherwise.
 */
export interface EditorAdapter {
  /** Name of the family, for diagnosis and tests: textarea, quill, slate … */
  readonly family: string;
  /** The element the drafter types in; its window may be that of a same-origin frame. */
  readonly element: HTMLElement;
  /** What the words stand in, where the editor's element holds bars of its own too, or only takes the keys. Left out: the element. */
  readonly shownIn?: HTMLElement;
  /** Left out: the whole document. What is missing cannot be told from a visible part. */
  readonly scope?: TextScope;
  /** The words are painted, by the editor or on pages of its own, not shown in `element`. */
  readonly isPainted?: boolean;
  /** No fix can be put in here. */
  readonly isReadOnly?: boolean;
  /** All paragraphs in document order. Cheap when little changed: unchanged paragraphs are the same objects. */
  paragraphs(): readonly Paragraph[];
  /** Whether the editor shows its text in the DOM, so that `range` can answer. */
  readonly hasRanges: boolean;
  /** The words as a live Range; null where the text is not in the DOM or the words are gone. */
  range(span: ParagraphSpan): Range | null;
  /** Where the words stand, in the coordinates of the editor's own window; empty when they cannot be seen. */
  rectangles(span: ParagraphSpan): DOMRect[];
  /** Puts edits in as one step of the editor's undo, and reads them back. */
  replace(edits: readonly ParagraphEdit[]): Promise<Replacement>;
  /** Scrolls the words into view and puts the caret before them. */
  reveal(span: ParagraphSpan): void;
  /** The paragraph and offset of the caret, when it stands in this editor. */
  caret(): { paragraph: string; offset: number } | null;
  /** Calls back after each change of the text, in the same task as the change was seen. */
  onChange(listener: () => void): void;
  dispose(): void;
}
