/**
 * Calls back once a frame after anything that can move text: scrolling anywhere, resizing, zoom, fonts, transitions, and
 * changes that the page makes around the editor. Frames' documents are added as they are met.
 */
export class LayoutWatch {
  private readonly stop = new AbortController();
  private readonly sizes = new ResizeObserver(() => this.later());
  private readonly seen = new WeakSet<Document>();
  private isDue = false;

  constructor(private readonly moved: () => void) {
    this.watchDocument(document);
  }

  watchEditor(element: HTMLElement): void {
    this.watchDocument(element.ownerDocument);
    this.sizes.observe(element);
  }

  unwatchEditor(element: HTMLElement): void {
    this.sizes.unobserve(element);
  }

  later(): void {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      this.moved();
    });
  }

  dispose(): void {
    this.stop.abort();
    this.sizes.disconnect();
  }

  private watchDocument(watched: Document): void {
    if (this.seen.has(watched)) return;
    this.seen.add(watched);
    const options = { capture: true, passive: true, signal: this.stop.signal };
    for (const type of ["scroll", "transitionend", "animationend", "load", "toggle"]) {
      watched.addEventListener(type, () => this.later(), options);
    }
    watched.defaultView?.addEventListener("resize", () => this.later(), options);
    watched.defaultView?.visualViewport?.addEventListener("resize", () => this.later(), options);
    watched.fonts.addEventListener("loadingdone", () => this.later(), options);
    if (watched.body) this.sizes.observe(watched.body);
  }
}
