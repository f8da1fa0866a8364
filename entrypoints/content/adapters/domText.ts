import { type Stretch, splice } from "../typing/stretch";
import type { FreshParagraph } from "./paragraphIdentity";

/** A run of paragraph text that stands in one text node. */
export interface Piece {
  node: Text;
  /** Where the run starts in the node. */
  offset: number;
  /** Where it starts in the paragraph. */
  start: number;
  length: number;
}

/** A paragraph with what leads its text back into the DOM. `block` is the nearest block element around it. */
export interface DomParagraph extends FreshParagraph {
  block: Element;
  pieces: readonly Piece[];
}

const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);
const NOT_TEXT = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT SELECT TEXTAREA INPUT BUTTON SVG IFRAME OBJECT VIDEO".split(" "),
);

/** Marks that editors put into their own DOM and no reader sees: caret fillers, placeholders, list ornaments, what a tracked change deleted. */
const NOT_CONTENT =
  "[data-slate-placeholder],[aria-hidden=true],[hidden],.ql-ui,.ck-fake-selection-container,.docx-deletion";
const FILLER = /[\u200b\u200c\u2060\ufeff]/;

/**
 * Reads an editable element into paragraphs. What was read of a block is kept until `forget` says that it changed, so
 * that a keystroke in a long document costs the one block that was typed in, and a walk over the blocks where more changed.
 */
export class DomReader {
  private kept = new WeakMap<Element, readonly DomParagraph[]>();
  private paragraphs: readonly DomParagraph[] = [];
  /** The blocks, without blocks in them, in which something changed. */
  private readonly changed = new Set<Element>();
  /** More changed than what stands in those. */
  private isOtherwise = true;

  constructor(private readonly root: Element) {}

  /** All paragraphs, and which of them were read anew. */
  read(): { paragraphs: readonly DomParagraph[]; stretch: Stretch } {
    const stretch = this.readChanged() ?? this.readAll();
    this.changed.clear();
    this.isOtherwise = false;
    return { paragraphs: this.paragraphs, stretch };
  }

  /** Something at or below this node changed. */
  forget(node: Node): void {
    for (let one: Node | null = node; one; one = one.parentNode) {
      if (this.kept.has(one as Element)) {
        this.changed.add(one as Element);
        return;
      }
      if (one === this.root) break;
    }
    this.isOtherwise = true;
  }

  private readAll(): Stretch {
    for (const block of this.changed) this.kept.delete(block);
    const oldEnd = this.paragraphs.length;
    const paragraphs: DomParagraph[] = [];
    this.readBlock(this.root, paragraphs);
    this.paragraphs = paragraphs;
    return { head: 0, oldEnd, newEnd: paragraphs.length };
  }

  /** Reads the one block that changed; null when there are more, or it is not known where it stands. */
  private readChanged(): Stretch | null {
    const [block] = this.changed;
    const before = block && this.kept.get(block);
    if (!block || !before || this.changed.size > 1 || this.isOtherwise) return null;
    const head = before[0] ? this.paragraphs.indexOf(before[0]) : -1;
    if (head < 0) return null;
    const fresh: DomParagraph[] = [];
    this.kept.delete(block);
    this.readBlock(block, fresh);
    const stretch = { head, oldEnd: head + before.length, newEnd: head + fresh.length };
    this.paragraphs = splice(this.paragraphs, stretch, fresh);
    return stretch;
  }

  private readBlock(block: Element, into: DomParagraph[]): void {
    const first = into.length;
    const line = new Line(block, this.root);
    const hasBlocks = this.readInline(block, line, into);
    line.end(into);
    if (!hasBlocks) this.kept.set(block, into.slice(first));
  }

  /** Returns whether a block element stood inside: then nothing is kept here, the inner blocks keep their own. */
  private readInline(parent: Element, line: Line, into: DomParagraph[]): boolean {
    let hasBlocks = false;
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) line.add(node as Text);
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const kept = this.kept.get(element);
      if (kept) {
        hasBlocks = true;
        line.end(into);
        for (const paragraph of kept) into.push(paragraph);
      } else if (element.nodeName === "BR") line.end(into);
      else if (NOT_TEXT.has(element.nodeName.toUpperCase()) || element.matches(NOT_CONTENT)) continue;
      else if (BLOCKS.has(element.nodeName)) {
        hasBlocks = true;
        line.end(into);
        this.readBlock(element, into);
      } else if (this.readInline(element, line, into)) hasBlocks = true;
    }
    return hasBlocks;
  }
}

/** Collects the text of one line of a block, up to the next block or line break. */
class Line {
  private text = "";
  private pieces: Piece[] = [];
  private keepsSpace: boolean | null = null;

  constructor(
    private readonly block: Element,
    private readonly root: Element,
  ) {}

  add(node: Text): void {
    const { data } = node;
    const collapses = /[\t\n\r]| {2}/.test(data) && !this.spaceIsKept();
    if (!collapses && !FILLER.test(data)) {
      this.push(node, 0, data);
      return;
    }
    let from = 0;
    for (let at = 0; at <= data.length; at++) {
      const char = data[at];
      const blank = char === " " || char === "\t" || char === "\n" || char === "\r";
      const before = at > from ? data[at - 1] : this.text[this.text.length - 1];
      const skip =
        char === undefined ||
        FILLER.test(char) ||
        (collapses && blank && (before === undefined || /[ \t\n\r]/.test(before)));
      if (!skip) continue;
      this.push(node, from, data.slice(from, at));
      from = at + 1;
    }
  }

  end(into: DomParagraph[]): void {
    if (this.text.trim() !== "") {
      into.push({
        text: this.text,
        pieces: this.pieces,
        block: this.block,
        ...roleOf(this.block, this.root),
      });
    }
    this.text = "";
    this.pieces = [];
  }

  private push(node: Text, offset: number, data: string): void {
    if (data === "") return;
    this.pieces.push({ node, offset, start: this.text.length, length: data.length });
    this.text += data.replace(/[\t\n\r\u00a0]/g, " ");
  }

  private spaceIsKept(): boolean {
    this.keepsSpace ??=
      this.block.ownerDocument.defaultView?.getComputedStyle(this.block).whiteSpace.startsWith("pre") ??
      false;
    return this.keepsSpace;
  }
}

/** A form around the editor is often a table: what stands outside the root says nothing of the paragraph. */
function roleOf(block: Element, root: Element): Pick<FreshParagraph, "role" | "level"> {
  const container = block.closest("h1,h2,h3,h4,h5,h6,li,td,th,blockquote,pre");
  if (!container || container === root || !root.contains(container)) return { role: "paragraph" };
  switch (container.nodeName) {
    case "LI":
      return { role: "list-item" };
    case "TD":
    case "TH":
      return { role: "table-cell" };
    case "BLOCKQUOTE":
      return { role: "quote" };
    case "PRE":
      return { role: "code" };
    default:
      return { role: "heading", level: Number(container.nodeName[1]) };
  }
}

/** The DOM position of a paragraph offset. `atEnd` prefers the node before a border to the one behind it. */
export function domPosition(
  { pieces }: DomParagraph,
  offset: number,
  atEnd: boolean,
): { node: Text; offset: number } | null {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = pieces[middle]?.start ?? 0;
    if (atEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return null;
  const within = Math.min(Math.max(offset - piece.start, 0), piece.length);
  return { node: piece.node, offset: Math.min(piece.offset + within, piece.node.length) };
}

/** The paragraph offset of a DOM position, or null when it stands in none of the paragraph's text nodes. */
export function paragraphOffset({ pieces }: DomParagraph, node: Node, offset: number): number | null {
  for (const piece of pieces) {
    if (piece.node !== node) continue;
    if (offset <= piece.offset + piece.length) return piece.start + Math.max(0, offset - piece.offset);
  }
  const last = pieces.findLast((piece) => piece.node === node);
  return last ? last.start + last.length : null;
}
