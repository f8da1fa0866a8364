/** How far beyond what is in view words still count as near it, in heights and widths of the view. */
const MARGIN = "100%";

/**
 * Tells which paragraphs stand in view or near it (视野附近). On each change of a document the browser lays out anew all ranges that it
 * highlights: those far off are not worth it. A paragraph is near until the browser says otherwise.
 */
export class NearView {
  private readonly observer: IntersectionObserver;
  private readonly elements = new Map<string, Element>();
  private readonly paragraphs = new Map<Element, Set<string>>();
  private readonly far = new Set<Element>();

  /** `changed` is told of paragraphs that came near or went far. */
  constructor(view: Window & typeof globalThis, changed: (paragraphs: readonly string[]) => void) {
    const options = { rootMargin: MARGIN, scrollMargin: MARGIN };
    this.observer = new view.IntersectionObserver((entries) => changed(this.take(entries)), options);
  }

  isNear(paragraph: string): boolean {
    const element = this.elements.get(paragraph);
    return !element || !this.far.has(element);
  }

  watch(paragraph: string, element: Element): void {
    if (this.elements.get(paragraph) === element) return;
    this.forget(paragraph);
    this.elements.set(paragraph, element);
    const others = this.paragraphs.get(element);
    if (others) others.add(paragraph);
    else {
      this.paragraphs.set(element, new Set([paragraph]));
      this.observer.observe(element);
    }
  }

  forget(paragraph: string): void {
    const element = this.elements.get(paragraph);
    if (!element) return;
    this.elements.delete(paragraph);
    const others = this.paragraphs.get(element);
    others?.delete(paragraph);
    if (others && others.size > 0) return;
    this.paragraphs.delete(element);
    this.far.delete(element);
    this.observer.unobserve(element);
  }

  dispose(): void {
    this.observer.disconnect();
  }

  private take(entries: readonly IntersectionObserverEntry[]): string[] {
    const changed: string[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const paragraphs = this.paragraphs.get(target);
      if (!paragraphs) continue;
      // An element without a box of its own says nothing of where its words stand.
      const isFar = !isIntersecting && (boundingClientRect.width > 0 || boundingClientRect.height > 0);
      if (isFar === this.far.has(target)) continue;
      if (isFar) this.far.add(target);
      else this.far.delete(target);
      changed.push(...paragraphs);
    }
    return changed;
  }
}
