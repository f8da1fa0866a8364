import { OVERLAY_STYLE } from "./overlayStyle";

/**
 * The extension's own layer over the page: one element beside the page's body with a closed shadow tree, so that the page
 * neither sees nor styles what is in it. Boxes, badges and the card live here.
 */
export class Overlay {
  readonly host: HTMLElement;
  private readonly root: ShadowRoot;

  constructor() {
    this.host = document.createElement("gongwen-lint");
    this.host.style.cssText = "all:initial;position:fixed;left:0;top:0;width:0;height:0;z-index:2147483647";
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

  /** The element of the overlay that has the focus. */
  focused(): Element | null {
    return this.root.activeElement;
  }

  remove(): void {
    this.host.remove();
  }
}
