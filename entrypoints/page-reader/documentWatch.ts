import { type AskPage, PAGE_SAYS, type PageSays, sendPageText } from "../shared/pageText";
import { findDocuments } from "./families/choose";
import type { PageDocument, PageWorld } from "./families/pageFamily";

/** Editors come late, and none of them says when its text changes: it is read after use of the page, and now and then. */
const AFTER_USE_MS = 200;
const NOW_AND_THEN_MS = 2_000;
const USES = ["input", "keyup", "pointerup", "paste", "compositionend"] as const;

/** Tells the content script the text of the page's document, where an editor's own API gives it. */
export class DocumentWatch {
  private current: { family: string; document: PageDocument } | null = null;
  private said = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stop: AbortController | null = null;
  private isReading = false;

  constructor(private readonly world: PageWorld) {}

  start(nonce: string): void {
    this.end();
    this.said = "";
    this.stop = new AbortController();
    const { signal } = this.stop;
    for (const use of USES) {
      addEventListener(use, () => this.used(nonce), { signal, capture: true, passive: true });
    }
    this.later(nonce, 0);
  }

  end(): void {
    this.stop?.abort();
    this.stop = null;
    clearTimeout(this.timer);
  }

  async act(nonce: string, ask: Extract<AskPage, { kind: "reveal" | "replace" }>): Promise<void> {
    const { document } = this.current ?? {};
    if (ask.kind === "reveal") await document?.reveal?.(ask.place);
    else await document?.replace?.(ask.place, ask.text);
    this.later(nonce, 0);
  }

  /** Pages without such an editor are looked at now and then alone: a keystroke costs them nothing. */
  private used(nonce: string): void {
    if (this.current) this.later(nonce, AFTER_USE_MS);
  }

  private later(nonce: string, ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(nonce), ms);
  }

  private async read(nonce: string): Promise<void> {
    if (!this.isReading && document.visibilityState === "visible") {
      this.isReading = true;
      await this.readOnce(nonce);
      this.isReading = false;
    }
    if (this.stop) this.later(nonce, NOW_AND_THEN_MS);
  }

  private async readOnce(nonce: string): Promise<void> {
    for (const found of findDocuments(this.world)) {
      // A page's object that throws half-built is asked again later.
      const paragraphs = await found.document.read().catch(() => null);
      if (!paragraphs) continue;
      if (this.current && this.current.document.element !== found.document.element) this.say(nonce, null);
      this.current = found;
      this.say(nonce, paragraphs);
      return;
    }
    if (!this.current) return;
    this.say(nonce, null);
    this.current = null;
  }

  private say(nonce: string, paragraphs: readonly string[] | null): void {
    if (!this.current) return;
    const { family, document } = this.current;
    const { scope, element } = document;
    const isWritable = document.replace !== undefined;
    const message: PageSays = { kind: "document", family, scope, isWritable, paragraphs };
    const telling = JSON.stringify(message);
    if (telling === this.said) return;
    this.said = telling;
    sendPageText(
      element.isConnected ? element : this.world.document.documentElement,
      PAGE_SAYS,
      nonce,
      message,
    );
  }
}
