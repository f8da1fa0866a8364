import { type Box, insideOf } from "../drawing/geometry";
import type { Stretch } from "../typing/stretch";
import { windowOf } from "./inputPaths";
import { MirrorRows } from "./mirrorRows";

/** What decides where a field's characters stand. */
const COPIED = [
  "border-bottom-width",
  "border-left-width",
  "border-right-width",
  "border-top-width",
  "direction",
  "font-family",
  "font-feature-settings",
  "font-kerning",
  "font-optical-sizing",
  "font-size",
  "font-size-adjust",
  "font-stretch",
  "font-style",
  "font-variant",
  "font-variation-settings",
  "font-weight",
  "hyphens",
  "letter-spacing",
  "line-break",
  "line-height",
  "overflow-wrap",
  "padding-bottom",
  "padding-left",
  "padding-right",
  "padding-top",
  "scrollbar-width",
  "tab-size",
  "text-align",
  "text-autospace",
  "text-indent",
  "text-rendering",
  "text-spacing-trim",
  "text-transform",
  "word-break",
  "word-spacing",
] as const;

interface Geometry {
  /** The field's inside, in its window. */
  inside: Box;
  /** Where the copy's corner stands, and where the field's would without its scrolling. */
  copy: { left: number; top: number };
  field: { left: number; top: number };
  /** How many pixels of the field's one of the copy's takes. */
  x: number;
  y: number;
  /** The lines of which anything can be in sight: of a long field, few. */
  seen: { first: number; last: number };
}

/** The field's size with its borders, the copy's width, and what of the field is left beside its scroll bar: in own pixels. */
interface Style {
  width: number;
  height: number;
  copyWidth: number;
  clientWidth: number;
}

/**
 * An unseen copy of a text field, laid out alike, that says where the field's words stand. One `div` a line: a
 * keystroke changes one of them, and the browser lays out that one alone. It lives in a closed shadow tree beside the page's body.
 */
export class TextMirror {
  private readonly host: HTMLElement;
  private readonly box: HTMLElement;
  private readonly rows: MirrorRows;
  /** The text changed since the last look, and nothing is known to have happened to the field's style. */
  private isOnlyTyped = false;
  private style: Style | null = null;
  private known: Geometry | null = null;

  constructor(private readonly element: HTMLTextAreaElement | HTMLInputElement) {
    const { ownerDocument } = element;
    this.host = ownerDocument.createElement("gongwen-lint-mirror");
    this.host.setAttribute("aria-hidden", "true");
    this.host.style.cssText =
      "all:initial;position:fixed;left:0;top:0;width:0;height:0;overflow:hidden;visibility:hidden;contain:strict;pointer-events:none";
    this.box = ownerDocument.createElement("div");
    // The language decides which fonts the generic families are, and so the height of the lines.
    this.box.lang = languageOf(element);
    this.rows = new MirrorRows(this.box);
    this.host.attachShadow({ mode: "closed" }).append(this.box);
    ownerDocument.documentElement.append(this.host);
  }

  /** `change` says which lines are others than before; left out: all are. */
  setLines(lines: readonly string[], change?: Stretch): void {
    this.rows.set(lines, change ?? { head: 0, oldEnd: this.rows.count, newEnd: lines.length });
    this.known = null;
    this.isOnlyTyped = true;
  }

  /** In the coordinates of the field's window, clipped to the field's inside. */
  rectangles(line: number, start: number, end: number): DOMRect[] {
    const text = this.rows.textOf(line);
    if (!text) return [];
    const { element } = this;
    const { inside, copy, field, x, y, seen } = this.geometry();
    if (line < seen.first || line > seen.last) return [];
    const down = (at: number) => field.top + (at - copy.top) * y;
    const along = (at: number) => field.left + (at - copy.left) * x;
    const range = element.ownerDocument.createRange();
    range.setStart(text, Math.min(start, text.length));
    range.setEnd(text, Math.min(end, text.length));
    const rectangles: DOMRect[] = [];
    for (const rect of range.getClientRects()) {
      const left = Math.max(along(rect.left), inside.left);
      const top = Math.max(down(rect.top), inside.top);
      const right = Math.min(along(rect.right), inside.right);
      const bottom = Math.min(down(rect.bottom), inside.bottom);
      if (right > left && bottom > top) rectangles.push(new DOMRect(left, top, right - left, bottom - top));
    }
    return rectangles;
  }

  /** Where the field and its copy stand: asked for once a task, for all words that are looked up in it. */
  private geometry(): Geometry {
    if (this.known) return this.known;
    const { element, box } = this;
    const known = this.isOnlyTyped && this.style?.clientWidth === element.clientWidth ? this.style : null;
    // Asking for a style costs more than all else of a keystroke; the next look asks again.
    this.isOnlyTyped = false;
    const own = known ?? this.layOut();
    this.style = own;
    const field = element.getBoundingClientRect();
    const copy = box.getBoundingClientRect();
    const x = own.width > 0 ? field.width / own.width : 1;
    const y = own.height > 0 ? field.height / own.height : 1;
    const copyScale = own.copyWidth > 0 ? copy.width / own.copyWidth : 1;
    const drop = element.nodeName === "INPUT" ? (field.height - (copy.height / copyScale) * y) / 2 : 0;
    const inside = insideOf(element);
    // A one-line input shows its line in the middle of its height.
    const top = field.top - element.scrollTop * y + drop;
    const ownY = y / copyScale;
    const up = (at: number) => copy.top + (at - top) / ownY;
    this.known = {
      inside,
      copy,
      field: { left: field.left - element.scrollLeft * x, top },
      x: x / copyScale,
      y: ownY,
      seen: this.rows.between(up(inside.top), up(inside.bottom)),
    };
    queueMicrotask(() => {
      this.known = null;
    });
    return this.known;
  }

  dispose(): void {
    this.host.remove();
  }

  /** Gives the copy the field's style and width, and returns the field's size in its own pixels. */
  private layOut(): Style {
    const { element, box } = this;
    const style = windowOf(element).getComputedStyle(element);
    const width = ownLength(style, "width", element.offsetWidth);
    let copyWidth = width;
    const isScrolled =
      element.offsetWidth - element.clientWidth - lengthOf(style, "border-left-width") >
      lengthOf(style, "border-right-width") + 1;
    const set = (name: string, value: string) => {
      if (box.style.getPropertyValue(name) !== value) box.style.setProperty(name, value);
    };
    for (const name of COPIED) set(name, style.getPropertyValue(name));
    set("border-style", "solid");
    set("border-color", "transparent");
    set("box-sizing", "border-box");
    set("zoom", String(zoomOf(element) / zoomOf(this.host)));
    set("white-space", element.nodeName === "INPUT" ? "pre" : style.whiteSpace);
    // Its own scroll bar takes the same fraction of a pixel from the lines.
    set("overflow-y", isScrolled ? "scroll" : "visible");
    set("width", `${width}px`);
    // Unless the page has drawn a scroll bar of its own on the field.
    if (isScrolled && box.clientWidth !== element.clientWidth) {
      set("overflow-y", "visible");
      const borders = lengthOf(style, "border-left-width") + lengthOf(style, "border-right-width");
      copyWidth = element.clientWidth + borders;
      set("width", `${copyWidth}px`);
    }
    const height = ownLength(style, "height", element.offsetHeight);
    return { width, height, copyWidth, clientWidth: element.clientWidth };
  }
}

/** An element's width or height with its borders, in its own pixels and with their fractions, which the DOM rounds off. */
function ownLength(style: CSSStyleDeclaration, side: "width" | "height", rounded: number): number {
  const edges = side === "width" ? (["left", "right"] as const) : (["top", "bottom"] as const);
  let length = lengthOf(style, side);
  if (style.boxSizing !== "border-box") {
    for (const edge of edges)
      length += lengthOf(style, `padding-${edge}`) + lengthOf(style, `border-${edge}-width`);
  }
  return Math.abs(length - rounded) <= 0.5 ? length : rounded;
}

function lengthOf(style: CSSStyleDeclaration, name: string): number {
  return Number.parseFloat(style.getPropertyValue(name)) || 0;
}

/** The CSS zoom an element stands under, where the browser tells it (since Chromium 128). */
function zoomOf(element: HTMLElement): number {
  return (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
}

function languageOf(element: HTMLElement): string {
  for (let one: Element | undefined = element; one; one = (one.getRootNode() as { host?: Element }).host) {
    const named = one.closest<HTMLElement>("[lang]");
    if (named) return named.lang;
  }
  return "";
}
