import type { FindingsResponse, Paragraph, Request, Response } from "../../shared/messages";
import { changedStretch } from "./stretch";

/** How long typing must pause before the draft is checked. */
export const PAUSE_MS = 80;
/** Editors take the text of a finished composition in over in the next tasks. */
const AFTER_COMPOSITION_MS = 20;

type Apply = Extract<Request, { kind: "apply" }>;

export interface ExchangeHooks {
  paragraphs(): readonly Paragraph[];
  /** Whether only what is on show can be read. */
  isPartial(): boolean;
  send(message: Apply): Promise<Response>;
  /** `whole`: the answer covers the document; otherwise only what changed. */
  answer(response: FindingsResponse, whole: boolean): void;
  failed(reason: string): void;
}

/**
 * Sends a draft to the background, changed paragraphs only, one request at a time, never during a composition. When the
 * background does not know the draft (any more), the whole of it is sent again.
 */
export class Exchange {
  private sent: Map<string, number> | null = null;
  private sentOrder: readonly string[] = [];
  private sentParagraphs: readonly Paragraph[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;
  private isWanted = false;
  private isComposing = false;
  private isClosed = false;

  constructor(
    private readonly editor: string,
    private readonly hooks: ExchangeHooks,
  ) {}

  /** The text changed, or may be judged otherwise than before. */
  want(afterMs: number = PAUSE_MS): void {
    this.isWanted = true;
    clearTimeout(this.timer);
    if (this.isComposing || this.isClosed) return;
    this.timer = setTimeout(() => void this.ask(), afterMs);
  }

  composing(isComposing: boolean): void {
    this.isComposing = isComposing;
    if (isComposing) clearTimeout(this.timer);
    else if (this.isWanted) this.want(AFTER_COMPOSITION_MS);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    if (this.isAsking || this.isComposing || this.isClosed) return;
    this.isAsking = true;
    this.isWanted = false;
    try {
      await this.askOnce();
    } catch (error) {
      this.sent = null;
      if (!this.isClosed) this.hooks.failed(error instanceof Error ? error.message : String(error));
    }
    this.isAsking = false;
    if (this.isWanted) this.want();
  }

  private async askOnce(): Promise<void> {
    const whole = this.sent === null;
    const message = this.message(whole);
    const response = await this.hooks.send(message);
    if (this.isClosed) return;
    if (response.kind === "session-unknown" && !whole) {
      this.sent = null;
      return this.askOnce();
    }
    if (response.kind !== "findings") {
      this.sent = null;
      this.hooks.failed(response.kind === "failed" ? response.reason : response.kind);
      return;
    }
    this.hooks.answer(response, whole);
  }

  private message(whole: boolean): Apply {
    const paragraphs = this.hooks.paragraphs();
    const sent = this.sent ?? new Map<string, number>();
    // Unchanged paragraphs are the same objects: of a long draft only the few others are looked up.
    const { head, oldEnd, newEnd } = whole
      ? { head: 0, oldEnd: 0, newEnd: paragraphs.length }
      : (changedStretch(this.sentParagraphs, paragraphs) ?? { head: 0, oldEnd: 0, newEnd: 0 });
    const others = paragraphs.slice(head, newEnd);
    const changed = others.filter(({ id, version }) => whole || sent.get(id) !== version);
    this.sentParagraphs = paragraphs;
    const isReordered =
      whole || oldEnd !== newEnd || others.some(({ id }, at) => id !== this.sentOrder[head + at]);
    if (isReordered) {
      this.sentOrder = paragraphs.map(({ id }) => id);
      this.sent = new Map(paragraphs.map(({ id, version }) => [id, version]));
    } else for (const { id, version } of changed) sent.set(id, version);
    return {
      kind: "apply",
      editor: this.editor,
      whole,
      isPartial: this.hooks.isPartial(),
      ...(isReordered ? { order: [...this.sentOrder] } : {}),
      // Paragraphs of an editor hold nodes of the page beside this, which no message can carry in Firefox.
      changed: changed.map(({ id, version, text, role, level }) => ({
        id,
        version,
        text,
        ...(role && { role }),
        ...(level !== undefined && { level }),
      })),
    };
  }
}
