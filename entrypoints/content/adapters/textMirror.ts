import { windowOf } from "./inputPaths";

/** What decides where a field's characters stand. */
const COPIED = [
  "direction",
  "fontFamily",
  "fontFeatureSettings",
  "fontKerning",
  "fontSize",
  "fontStretch",
  "fontStyle",
  "fontVariant",
  "fontWeight",
  "letterSpacing",
  "lineHeight",
  "overflowWrap",
  "paddingBottom",
  "paddingLeft",
  "paddingRight",
  "paddingTop",
  "tabSize",
  "textAlign",
  "textIndent",
  "textTransform",
  "wordBreak",
  "wordSpacing",
] as const;

interface Geometry {
  /** The field's inside, in its window. */
  inside: { left: number; top: number; right: number; bottom: number };
  /** From the copy's coordinates to the field's. */
  dx: number;
  dy: number;
}

/**
 * An unseen copy of a text field, laid out alike, that says where the field's words stand. One `div` a line: a
 * keystroke changes one of them, and the browser lays out that one alone. It lives in a closed shadow tree beside the page's body.
 */
export class TextMirror {
  private readonly host: HTMLElement;
  private readonly box: HTMLElement;
  private lines: string[] = [];
  private known: Geometry | null = null;

  constructor(private readonly element: HTMLTextAreaElement | HTMLInputElement) {
    const { ownerDocument } = element;
    this.host = ownerDocument.createElement("gongwen-lint-mirror");
    this.host.setAttribute("aria-hidden", "true");
    this.host.style.cssText =
      "all:initial;position:fixed;left:0;top:0;width:0;height:0;overflow:hidden;visibility:hidden;contain:strict;pointer-events:none";
    this.box = ownerDocument.createElement("div");
    // The language decides which fonts the generic families are, and so the height of the lines.
    this.box.lang = element.closest<HTMLElement>("[lang]")?.lang ?? "";
    this.host.attachShadow({ mode: "closed" }).append(this.box);
    ownerDocument.documentElement.append(this.host);
  }

  setLines(lines: readonly string[]): void {
    const { box } = this;
    const shorter = Math.min(lines.length, this.lines.length);
    let head = 0;
    while (head < shorter && lines[head] === this.lines[head]) head++;
    let tail = 0;
    while (
      tail < shorter - head &&
      lines[lines.length - 1 - tail] === this.lines[this.lines.length - 1 - tail]
    ) {
      tail++;
    }
    const end = this.lines.length - tail;
    for (let index = end - 1; index >= head + Math.max(0, lines.length - tail - head); index--) {
      box.children[index]?.remove();
    }
    for (let index = head; index < lines.length - tail; index++) {
      // A line without text still takes its height.
      const text = lines[index] || "\u200b";
      const row = index < end ? box.children[index] : null;
      if (row) row.textContent = text;
      else {
        const added = this.element.ownerDocument.createElement("div");
        added.textContent = text;
        box.insertBefore(added, box.children[index] ?? null);
      }
    }
    this.lines = [...lines];
  }

  /** In the coordinates of the field's window, clipped to the field's inside. */
  rectangles(line: number, start: number, end: number): DOMRect[] {
    const row = this.box.children[line];
    const text = row?.firstChild;
    if (!row || !text) return [];
    const { element } = this;
    const { inside, dx, dy } = this.geometry();
    // In a long field most lines are out of sight, and a Range costs more than its line's box.
    const { top: rowTop, bottom: rowBottom } = row.getBoundingClientRect();
    if (rowBottom + dy < inside.top || rowTop + dy > inside.bottom) return [];
    const range = element.ownerDocument.createRange();
    range.setStart(text, Math.min(start, (text as Text).length));
    range.setEnd(text, Math.min(end, (text as Text).length));
    const rectangles: DOMRect[] = [];
    for (const rect of range.getClientRects()) {
      const left = Math.max(rect.left + dx, inside.left);
      const top = Math.max(rect.top + dy, inside.top);
      const right = Math.min(rect.right + dx, inside.right);
      const bottom = Math.min(rect.bottom + dy, inside.bottom);
      if (right > left && bottom > top) rectangles.push(new DOMRect(left, top, right - left, bottom - top));
    }
    return rectangles;
  }

  /** Where the field and its copy stand: asked for once a task, for all words that are looked up in it. */
  private geometry(): Geometry {
    if (this.known) return this.known;
    this.layOut();
    const { element } = this;
    const field = element.getBoundingClientRect();
    const mirror = this.box.getBoundingClientRect();
    const left = field.left + element.clientLeft;
    const top = field.top + element.clientTop;
    this.known = {
      inside: { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight },
      dx: left - mirror.left - element.scrollLeft,
      dy: top - mirror.top - element.scrollTop + this.dropOfOneLine(mirror.height),
    };
    queueMicrotask(() => {
      this.known = null;
    });
    return this.known;
  }

  dispose(): void {
    this.host.remove();
  }

  private layOut(): void {
    const { element, box } = this;
    const style = windowOf(element).getComputedStyle(element);
    const wanted: Record<string, string> = {
      boxSizing: "border-box",
      width: `${element.clientWidth}px`,
      whiteSpace: element.nodeName === "INPUT" ? "pre" : "pre-wrap",
    };
    for (const name of COPIED) wanted[name] = style[name];
    for (const [name, value] of Object.entries(wanted)) {
      const key = name as (typeof COPIED)[number];
      if (box.style[key] !== value) box.style[key] = value;
    }
  }

  /** A one-line input shows its line in the middle of its height. */
  private dropOfOneLine(mirrorHeight: number): number {
    return this.element.nodeName === "INPUT" ? (this.element.clientHeight - mirrorHeight) / 2 : 0;
  }
}
