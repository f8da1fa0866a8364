import { hasCharacterData } from "../../readers/docx/textNodes";
import {
  closingTag,
  leadingBlanks,
  preserveBlanks,
  preservingTag,
  rawPosition,
  reopened,
  trailingBlanks,
} from "./cut";
import { contentEnd, type Element, elementStart, openingTag } from "./elements";
import { withFreshIds } from "./freshIds";
import { escapeXml } from "./markup";
import type { TextNode } from "./partMap";
import { Splices } from "./splices";
import { textXml } from "./textXml";

/** A stretch of one node of a run that goes, and the text that comes in its place. */
export interface RunEdit {
  node: TextNode;
  from: number;
  to: number;
  text: string;
}

/** Who changed the text, as attributes of w:ins and w:del; each call gives a new w:id. */
export type RevisionMark = () => string;

/** A part of the run as a run of its own. */
type Piece = (inner: string) => string;

/** A point in a run's XML; `node` when it stands in the text of that node. */
interface Point {
  at: number;
  node: TextNode | null;
}

/**
 * A run with tracked changes (修订) in it: runs with what stays, w:del with what goes, w:ins with what comes, all with the
 * run's own formatting. `edits` do not overlap.
 * @param declaration of the prefix `w`, where the file does not have it
 */
export function trackRun(
  xml: string,
  edits: readonly RunEdit[],
  mark: RevisionMark,
  declaration: string,
): string {
  const { holder } = (edits[0] as RunEdit).node;
  const { unit } = holder;
  const parent = holder.containers[holder.containers.length - 1];
  const around = parent?.name === "w:ins" ? parent : null;
  const sorted = [...edits].sort((a, b) => a.node.openEnd - b.node.openEnd || a.from - b.from);
  let copies = 0;
  const piece: Piece = (inner) => {
    const properties = reopened(xml, unit);
    const opening = copies++ === 0 ? properties : withFreshIds(properties, () => idOf(mark));
    return opening + inner + closingTag(xml, unit);
  };
  let result = "";
  let done: Point = { at: unit.contentStart, node: null };
  for (const edit of sorted) {
    const start = startPoint(xml, edit);
    const end = edit.to > edit.from ? endPoint(xml, edit) : start;
    result += kept(xml, piece, done, start) + deleted(xml, edit, piece, mark, declaration);
    if (edit.text !== "") {
      const inserted = `<w:ins${declaration}${mark()}>${piece(textXml(edit.text, ""))}</w:ins>`;
      result += around ? outside(xml, around, inserted, mark) : inserted;
    }
    done = end;
  }
  return result + kept(xml, piece, done, { at: contentEnd(xml, unit), node: null });
}

function startPoint(xml: string, { node, from }: RunEdit): Point {
  if (!hasCharacterData(node.name) || from <= leadingBlanks(node))
    return { at: elementStart(xml, node), node: null };
  if (from >= node.text.length - trailingBlanks(node)) return { at: node.end, node: null };
  return { at: rawPosition(xml, node, from), node };
}

function endPoint(xml: string, { node, to }: RunEdit): Point {
  const whole = !hasCharacterData(node.name) || to >= node.text.length - trailingBlanks(node);
  return whole ? { at: node.end, node: null } : { at: rawPosition(xml, node, to), node };
}

function kept(xml: string, piece: Piece, from: Point, to: Point): string {
  if (to.at <= from.at) return "";
  const blanks = new Splices();
  for (const node of new Set([from.node, to.node])) if (node) preserveBlanks(xml, node, blanks);
  const opening = from.node ? preservingTag(xml, from.node) : "";
  const closing = to.node ? closingTag(xml, to.node) : "";
  return piece(opening + blanks.apply(xml, from.at, to.at) + closing);
}

function deleted(
  xml: string,
  { node, from, to }: RunEdit,
  piece: Piece,
  mark: RevisionMark,
  declaration: string,
): string {
  if (to === from) return "";
  const inner = hasCharacterData(node.name)
    ? `<w:delText xml:space="preserve">${escapeXml(node.text.slice(from, to))}</w:delText>`
    : xml.slice(elementStart(xml, node), node.end);
  return `<w:del${declaration}${mark()}>${piece(inner)}</w:del>`;
}

/** The number alone of a new revision. */
function idOf(mark: RevisionMark): string {
  return /w:id="(\d+)"/.exec(mark())?.[1] ?? "";
}

/** Text that is put into somebody else's insertion stands between two parts of it, so that each keeps its author. */
function outside(xml: string, insertion: Element, inserted: string, mark: RevisionMark): string {
  const id = `w:id="${idOf(mark)}"`;
  const again = openingTag(xml, insertion).replace(/(\s)[\w.-]+:id\s*=\s*(?:"[^"]*"|'[^']*')/, `$1${id}`);
  return closingTag(xml, insertion) + inserted + again;
}
