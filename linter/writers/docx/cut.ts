import { contentEnd, type Element, elementStart, openingTag } from "./elements";
import { rawName } from "./markup";
import type { Holder, Paragraph, TextNode } from "./partMap";
import type { Splices } from "./splices";

/** 切口: a point between two runs, or one at which a run can be parted in two. */
export interface Cut {
  at: number;
  /** What ends the run in front of the point, and what begins it again behind; empty between runs. */
  close: string;
  open: string;
  /** Length of what is taken out at the point: the end of a tag that has to be opened. */
  removes: number;
  /** Where the paragraph goes on behind all that is around the point (tracked changes, hyperlinks …). */
  behind: number;
  /** Characters of all text nodes before the point. */
  before: number;
  /** The node that is parted by the cut, if its text is. */
  parted: TextNode | null;
}

/** The point before a character of a node; a node that cannot be parted is taken whole. */
export function cutBefore(xml: string, node: TextNode, offset: number): Cut {
  const { holder, before, text } = node;
  if (!holder.simple) return between(elementStart(xml, holder.unit), holder, before);
  const inside = isInPair(text, offset) ? offset - 1 : offset;
  if (node.divisible && inside > leadingBlanks(node)) return partText(xml, node, inside);
  const at = elementStart(xml, node);
  if (xml.slice(holder.unit.contentStart, at).trim() === "")
    return between(elementStart(xml, holder.unit), holder, before);
  return partRun(xml, at, holder, before);
}

/** The point behind so many characters of a node. */
export function cutAfter(xml: string, node: TextNode, offset: number): Cut {
  const { holder, text } = node;
  const before = node.before + Math.max(text.length, 1);
  if (!holder.simple) return between(holder.unit.end, holder, before);
  const inside = isInPair(text, offset) ? offset + 1 : offset;
  if (node.divisible && inside < text.length - trailingBlanks(node)) return partText(xml, node, inside);
  if (xml.slice(node.end, contentEnd(xml, holder.unit)).trim() === "")
    return between(holder.unit.end, holder, before);
  return partRun(xml, node.end, holder, before);
}

/** Both points around a run or formula, whatever it shows. */
export function cutAround(xml: string, holder: Holder, before: number): [Cut, Cut] {
  return [between(elementStart(xml, holder.unit), holder, before), between(holder.unit.end, holder, before)];
}

/** A point at the beginning of a paragraph; without any paragraph, one in a new paragraph of the body. */
export function cutInParagraph(xml: string, paragraph: Paragraph | null, body: Element | null): Cut {
  const element = paragraph?.element ?? body;
  if (!element) throw new RangeError("the part has no body");
  const [close, open] = paragraph ? ["", ""] : ["<w:p>", "</w:p>"];
  const before = paragraph?.before ?? 0;
  if (element.end > element.openEnd) {
    const at = element.contentStart;
    return { at, close, open, removes: 0, behind: at, before, parted: null };
  }
  const at = element.openEnd - 2;
  const end = open + closingTag(xml, element);
  return { at, close: `>${close}`, open: end, removes: 2, behind: at, before, parted: null };
}

function between(at: number, holder: Holder, before: number): Cut {
  return { at, close: "", open: "", removes: 0, behind: behind(holder, at), before, parted: null };
}

function partRun(xml: string, at: number, holder: Holder, before: number): Cut {
  const [close, open] = [closingTag(xml, holder.unit), reopened(xml, holder.unit)];
  return { at, close, open, removes: 0, behind: behind(holder, at), before, parted: null };
}

function partText(xml: string, node: TextNode, offset: number): Cut {
  const { unit } = node.holder;
  const at = rawPosition(xml, node, offset);
  return {
    at,
    close: closingTag(xml, node) + closingTag(xml, unit),
    open: reopened(xml, unit) + preservingTag(xml, node),
    removes: 0,
    behind: behind(node.holder, at),
    before: node.before + offset,
    parted: node,
  };
}

function behind({ containers }: Holder, at: number): number {
  return containers[0]?.end ?? at;
}

/** A run's opening tag with its properties, to begin a second run of the same formatting. */
export function reopened(xml: string, run: Element): string {
  return openingTag(xml, run) + xml.slice(run.openEnd, run.contentStart);
}

export function closingTag(xml: string, element: Element): string {
  return `</${rawName(xml, element.openEnd)}>`;
}

const SPACE = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/;

/** A node's opening tag, to begin a part of its text. */
export function preservingTag(xml: string, node: Element): string {
  return openingTag(xml, node).replace(SPACE, "").replace(/>$/, ' xml:space="preserve">');
}

/**
 * Makes a node keep the blanks at its ends, as a part of its text may now begin or end with one. Blanks that did not
 * show so far are taken out.
 */
export function preserveBlanks(xml: string, node: TextNode, splices: Splices): void {
  if (node.keepsBlanks) return;
  const start = elementStart(xml, node);
  const end = contentEnd(xml, node);
  const raw = xml.slice(node.openEnd, end);
  const leading = /^[ \t\r\n]*/.exec(raw)?.[0].length ?? 0;
  const trailing = leading === raw.length ? 0 : (/[ \t\r\n]*$/.exec(raw)?.[0].length ?? 0);
  splices.replace(start, node.openEnd + leading, preservingTag(xml, node));
  if (trailing > 0) splices.replace(end - trailing, end, "");
}

/** Blanks that do not show, as the node does not keep them. */
export function leadingBlanks({ keepsBlanks, text }: TextNode): number {
  return keepsBlanks ? 0 : (/^[ \t\r\n]*/.exec(text)?.[0].length ?? 0);
}

export function trailingBlanks({ keepsBlanks, text }: TextNode): number {
  return keepsBlanks ? 0 : (/[ \t\r\n]*$/.exec(text)?.[0].length ?? 0);
}

function isInPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

/** Where in the XML a character of a node's text stands: entities and line ends are longer there. */
export function rawPosition(xml: string, node: TextNode, offset: number): number {
  let at = node.openEnd;
  for (let left = offset; left > 0; ) {
    const character = xml.charAt(at);
    if (character === "&") {
      const end = xml.indexOf(";", at) + 1;
      left -= isBeyondBmp(xml.slice(at, end)) ? 2 : 1;
      at = end;
    } else {
      at += character === "\r" && xml.charAt(at + 1) === "\n" ? 2 : 1;
      left--;
    }
  }
  return at;
}

function isBeyondBmp(entity: string): boolean {
  const code = /^&#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(entity);
  if (!code) return false;
  return (code[1] ? Number.parseInt(code[1], 16) : Number(code[2])) > 0xffff;
}
