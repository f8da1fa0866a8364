import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import type { EditorAdapter, ParagraphSpan, Replacement } from "./adapter";
import { type DomParagraph, DomReader, domPosition, paragraphOffset } from "./domText";
import type { EditorFamily } from "./families/family";
import { windowOf } from "./inputPaths";
import { type MergedEdit, mergeEdits } from "./mergeEdits";
import { replaceThroughPage } from "./pageBridge";
import { ParagraphIdentity } from "./paragraphIdentity";

/** How long an editor may take to put a fix into its DOM. */
const SETTLES_WITHIN_MS = 500;

/** An editor whose text stands in the DOM: plain contenteditable, or one with a model behind it. */
export class RichTextEditor implements EditorAdapter {
  readonly family: string;
  readonly hasRanges = true;
  private readonly view: Window & typeof globalThis;
  private readonly reader: DomReader;
  private readonly identity = new ParagraphIdentity();
  private readonly observer: MutationObserver;
  private current: readonly Paragraph[] = [];
  private byId = new Map<string, DomParagraph>();
  private isStale = true;
  private readonly stop = new AbortController();
  private lastFocus: { node: Node; offset: number } | null = null;
  private listener: () => void = () => {};

  constructor(
    readonly element: HTMLElement,
    private readonly make: EditorFamily,
  ) {
    this.family = make.name;
    this.view = windowOf(element);
    this.reader = new DomReader(element);
    this.observer = new this.view.MutationObserver((records) => {
      this.take(records);
      this.listener();
    });
    // Some editors give their selection up when they lose the focus, to the card for one.
    element.ownerDocument.addEventListener("selectionchange", () => this.rememberFocus(), {
      signal: this.stop.signal,
    });
    this.observer.observe(element, { childList: true, characterData: true, subtree: true });
  }

  paragraphs(): readonly Paragraph[] {
    this.take(this.observer.takeRecords());
    if (!this.isStale) return this.current;
    const before = this.current;
    const { paragraphs: read, stretch } = this.reader.read();
    const { head, oldEnd, newEnd } = stretch;
    this.current = this.identity.replace(stretch, read.slice(head, newEnd));
    for (const { id } of before.slice(head, oldEnd)) this.byId.delete(id);
    for (let index = head; index < newEnd; index++) {
      const paragraph = read[index];
      if (paragraph) this.byId.set(this.current[index]?.id ?? "", paragraph);
    }
    this.isStale = false;
    return this.current;
  }

  range({ paragraph, start, end }: ParagraphSpan): Range | null {
    this.paragraphs();
    const read = this.byId.get(paragraph);
    if (!read) return null;
    const from = domPosition(read, start, false);
    const to = domPosition(read, end, true);
    if (!from?.node.isConnected || !to?.node.isConnected) return null;
    const range = this.element.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  rectangles(span: ParagraphSpan): DOMRect[] {
    const range = this.range(span);
    return range
      ? Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0)
      : [];
  }

  async replace(edits: readonly ParagraphEdit[]): Promise<Replacement> {
    const merged = mergeEdits(edits, this.paragraphs());
    if (!merged) return "failed";
    let done = 0;
    for (const edit of merged) {
      const result = await this.replaceOne(edit);
      if (result === "damaged" || (result === "failed" && done > 0)) return "damaged";
      if (result === "failed") return "failed";
      done++;
    }
    return "done";
  }

  reveal(span: ParagraphSpan): void {
    const range = this.range(span);
    if (!range) return;
    this.element.focus({ preventScroll: true });
    range.startContainer.parentElement?.scrollIntoView({ block: "center", inline: "nearest" });
    range.collapse(true);
    this.select(range);
  }

  caret(): Caret | null {
    this.rememberFocus();
    return this.lastFocus?.node.isConnected ? this.placeOf(this.lastFocus.node, this.lastFocus.offset) : null;
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }

  dispose(): void {
    this.stop.abort();
    this.observer.disconnect();
    this.listener = () => {};
  }

  private take(records: readonly MutationRecord[]): void {
    for (const { target } of records) this.reader.forget(target);
    if (records.length > 0) this.isStale = true;
  }

  private async replaceOne(edit: MergedEdit): Promise<Replacement> {
    const caret = this.caret();
    this.element.focus({ preventScroll: true });
    const ways = this.make.needsPageBridge ? [null] : this.make.paths;
    for (const way of ways) {
      const range = this.range(edit);
      if (!range) return "failed";
      this.select(range);
      await sleep(this.make.noticesSelectionIn);
      if (way) way(this.element, this.range(edit) ?? range, edit.text);
      else await this.throughPage(edit.text);
      const result = await this.readBack(edit);
      if (result === "failed") continue;
      if (result === "done" && caret) await this.restoreCaret(caret, edit);
      return result;
    }
    return "failed";
  }

  private async throughPage(text: string): Promise<void> {
    const frame = this.view.frameElement;
    if (frame) await replaceThroughPage(windowOf(frame), frame.id, text);
  }

  /** Editors put a change into the DOM at once or some frames later. */
  private async readBack({ paragraph, before, after }: MergedEdit): Promise<Replacement> {
    const index = this.paragraphs().findIndex(({ id }) => id === paragraph);
    const until = performance.now() + SETTLES_WITHIN_MS;
    let text: string | undefined = before;
    while (performance.now() < until) {
      const paragraphs = this.paragraphs();
      text = (paragraphs.find(({ id }) => id === paragraph) ?? paragraphs[index])?.text;
      if (text === after) return "done";
      await sleep(16);
    }
    return text === before ? "failed" : "damaged";
  }

  /** Back to where the drafter was. Some editors set their own caret once more some time after a paste. */
  private async restoreCaret(caret: Caret, edit: MergedEdit): Promise<void> {
    const wanted = moveCaret(caret, edit);
    const settled = this.paragraphs();
    for (let tries = 0; tries < 4; tries++) {
      // Whoever types on already has the caret where it should be.
      if (this.paragraphs() !== settled) return;
      const read = this.byId.get(wanted.paragraph);
      const position = read && domPosition(read, wanted.offset, true);
      if (!position) return;
      const range = this.element.ownerDocument.createRange();
      range.setStart(position.node, position.offset);
      this.select(range);
      await sleep(Math.max(60, this.make.noticesSelectionIn));
      const now = this.caret();
      if (now?.paragraph === wanted.paragraph && now.offset === wanted.offset) return;
    }
  }

  private rememberFocus(): void {
    const selection = this.selection();
    const node = selection?.focusNode;
    if (selection && node && this.element.contains(node))
      this.lastFocus = { node, offset: selection.focusOffset };
  }

  private placeOf(node: Node, offset: number): Caret | null {
    if (!this.element.contains(node)) return null;
    const at = node.nodeType === 3 ? node : (node.childNodes[offset] ?? node.lastChild);
    const text = at?.nodeType === 3 ? at : at?.firstChild;
    if (!text) return null;
    this.paragraphs();
    for (const [paragraph, read] of this.byId) {
      const found = paragraphOffset(read, text, node.nodeType === 3 ? offset : 0);
      if (found !== null) return { paragraph, offset: found };
    }
    return null;
  }

  private select(range: Range): void {
    const selection = this.selection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  /** In a shadow tree the selection is the tree's own, where the browser has one. */
  private selection(): Selection | null {
    const root = this.element.getRootNode() as { getSelection?: () => Selection | null };
    return root.getSelection ? root.getSelection() : this.element.ownerDocument.getSelection();
  }
}

interface Caret {
  paragraph: string;
  offset: number;
}

function moveCaret({ paragraph, offset }: Caret, edit: MergedEdit): Caret {
  if (paragraph !== edit.paragraph || offset <= edit.start) return { paragraph, offset };
  if (offset >= edit.end) return { paragraph, offset: offset + edit.after.length - edit.before.length };
  return { paragraph, offset: edit.start + edit.text.length };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
