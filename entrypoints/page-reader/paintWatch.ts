import { PAGE_SAYS, type PageSays, sendPageText } from "../shared/pageText";
import { runsOf } from "./measurePaint";
import type { AnyCanvas, PaintRecord } from "./paintRecord";

/** Editors paint many times in a row; the last of it counts. */
const SETTLES_MS = 40;

/** Tells the content script what text each canvas in the document shows, whenever that changes (画布可见文字). */
export class PaintWatch {
  private readonly changed = new Set<HTMLCanvasElement>();
  private readonly painted = new Set<HTMLCanvasElement>();
  private readonly said = new WeakMap<HTMLCanvasElement, string>();
  private nonce: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Called for each paint, heard or not: the first question then finds what was painted before it. */
  note(canvas: AnyCanvas): void {
    if (!(canvas instanceof HTMLCanvasElement)) return;
    this.painted.add(canvas);
    this.changed.add(canvas);
    if (this.nonce !== null) this.later();
  }

  start(nonce: string, record: PaintRecord): void {
    this.nonce = nonce;
    this.tell = () => this.tellAll(nonce, record);
    for (const canvas of this.painted) {
      this.said.delete(canvas);
      this.changed.add(canvas);
    }
    this.later();
  }

  stop(): void {
    this.nonce = null;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private tell: () => void = () => {};

  private later(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tell();
    }, SETTLES_MS);
  }

  private tellAll(nonce: string, record: PaintRecord): void {
    const now = [...this.changed];
    this.changed.clear();
    for (const canvas of now) {
      if (!canvas.isConnected) {
        // Kept by the page for painting on another one, or gone.
        this.painted.delete(canvas);
        continue;
      }
      const { width, height } = canvas;
      if (width === 0 || height === 0) continue;
      const message: PageSays = {
        kind: "painted",
        width,
        height,
        runs: runsOf(record.of(canvas), width, height),
      };
      const telling = JSON.stringify(message);
      if (telling === this.said.get(canvas)) continue;
      this.said.set(canvas, telling);
      sendPageText(canvas, PAGE_SAYS, nonce, message);
    }
  }
}
