import { OVERLAY_STYLE } from "./overlayStyle";

/** A width to measure by; without height the element covers nothing. */
const WIDTH = 100;

/**
 * The extension's own layer over the page: one element beside the page's body with a closed shadow tree, so that the page
 * neither sees nor styles what is in it. Boxes, badges and the card live here.
 */
export class Overlay {
  readonly host: HTMLElement;
  private readonly root: ShadowRoot;

  constructor() {
    this.host = document.createElement("gongwen-lint");
    this.host.style.cssText = `all:initial;position:fixed;left:0;top:0;width:${WIDTH}px;height:0;z-index:2147483647`;
    this.root = this.host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_STYLE);
    this.root.adoptedStyleSheets = [sheet];
    document.documentElement.append(this.host);
  }

  addLayer(className: string): HTMLElement {
    const layer = document.createElement("div");
    layer.className = className;
    this.root.append(layer);
    return layer;
  }

  /**
   * Puts the layer's origin and its pixels onto the window's, where the page zooms, scales or moves its root element with all
   * that is in it. Asked for whenever something moved, before anything is placed.
   */
  align(): void {
    const { host } = this;
    if (isInPlace(host.getBoundingClientRect())) return;
    host.style.transform = "";
    const { left, top, width } = host.getBoundingClientRect();
    const scale = width / WIDTH;
    if (scale === 0 || isInPlace({ left, top, width })) return;
    host.style.transformOrigin = "0 0";
    host.style.transform = `translate(${-left / scale}px,${-top / scale}px) scale(${1 / scale})`;
  }

  /** The element of the overlay that has the focus. */
  focused(): Element | null {
    return this.root.activeElement;
  }

  remove(): void {
    this.host.remove();
  }
}

function isInPlace({ left, top, width }: { left: number; top: number; width: number }): boolean {
  return [left, top, width - WIDTH].every((off) => Math.abs(off) < 0.1);
}
