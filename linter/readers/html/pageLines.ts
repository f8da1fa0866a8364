import type { Element, Nodes, Text } from "hast";
import type { Block } from "../../document/block";
import type { BlockTraits, TextLine } from "../lines";
import { CollapsedText } from "./collapsedText";
import { isLayoutTable } from "./layoutTable";
import { type ListNumbers, numbersOf } from "./listNumbers";
import {
  attributeOf,
  childrenOf,
  headingLevel,
  isBlockElement,
  isInvisible,
  namesOf,
  styleOf,
} from "./pageElements";
import { placeText } from "./placeText";

/** A line of the page with what its element says of it. */
export interface PageLine {
  line: TextLine;
  traits: BlockTraits;
}

interface Context {
  traits: BlockTraits;
  /** Line ends and blanks of the source are shown. */
  preformatted: boolean;
  /** Where the next row and cell of the table around stand; null outside tables and in tables made for layout. */
  table: { table: number; row: number; column: number } | null;
  /** Depth of the list around, -1 outside. */
  listDepth: number;
  numbers: ListNumbers | null;
}

/**
 * The visible lines of elements in the order of the page. Block elements and `<br>` end lines; `skip` leaves out
 * elements with all they hold.
 */
export function gatherLines(
  nodes: readonly Nodes[],
  source: string,
  skip: (element: Element) => boolean,
): PageLine[] {
  const lines: PageLine[] = [];
  const gathered = new CollapsedText();
  let tables = 0;
  /** The number of a list item, put before its first text. */
  let label: { text: string; source: number; sourceEnd: number } | null = null;
  let traits: BlockTraits = { role: "paragraph" };

  const endLine = () => {
    const cut = gathered.cut();
    if (cut.text !== "") lines.push({ line: { ...cut, afterGap: false }, traits });
  };

  const addText = (node: Text, context: Context) => {
    if (label && node.value.trim() !== "") {
      gathered.addFor(label.text, label.source, label.sourceEnd);
      label = null;
    }
    traits = context.traits;
    gathered.onLineEnd = context.preformatted ? endLine : null;
    placeText(node, source, gathered);
  };

  const enter = (element: Element, context: Context) => {
    if (isInvisible(element) || skip(element)) return;
    if (element.tagName === "br") return endLine();
    if (element.tagName === "input") return addTick(element, context);
    const isBlock = isBlockElement(element);
    if (isBlock) endLine();
    const inner = isBlock ? contextIn(element, context, () => tables++) : context;
    if (element.tagName === "li" && context.numbers) label = labelOf(element, context.numbers);
    for (const child of element.children) visit(child, inner);
    if (isBlock) endLine();
    if (element.tagName === "li") label = null;
  };

  /** A box of a form shows what was chosen: the text holds it as the sign of it. */
  const addTick = (element: Element, context: Context) => {
    const type = attributeOf(element, "type").toLowerCase();
    const start = element.position?.start.offset;
    const end = element.position?.end.offset;
    if ((type !== "checkbox" && type !== "radio") || start === undefined || end === undefined) return;
    traits = context.traits;
    gathered.addFor(element.properties.checked ? "☑" : "□", start, end);
  };

  const visit = (node: Nodes, context: Context) => {
    if (node.type === "text") addText(node, context);
    else if (node.type === "element") enter(node, context);
    else for (const child of childrenOf(node)) visit(child, context);
  };

  for (const node of nodes) {
    visit(node, {
      traits: { role: "paragraph" },
      preformatted: false,
      table: null,
      listDepth: -1,
      numbers: null,
    });
    endLine();
  }
  return lines;
}

function contextIn(element: Element, outer: Context, nextTable: () => number): Context {
  const align = alignOf(element, outer.traits.align);
  const { align: _, ...rest } = outer.traits;
  const traits: BlockTraits = align ? { ...rest, align } : rest;
  const context = { ...outer, traits };
  const heading = headingLevel(element);
  if (heading > 0) return { ...context, traits: { ...traits, role: "heading", level: heading } };
  switch (element.tagName) {
    case "table":
      return isLayoutTable(element)
        ? { ...context, table: null }
        : { ...context, table: { table: nextTable(), row: -1, column: -1 } };
    case "tr":
      if (context.table) {
        context.table.row++;
        context.table.column = -1;
      }
      return context;
    case "td":
    case "th":
      if (!context.table) return context;
      context.table.column++;
      return { ...context, traits: { ...traits, role: "table-cell", cell: { ...context.table } } };
    case "ul":
    case "ol":
      return { ...context, listDepth: outer.listDepth + 1, numbers: numbersOf(element) };
    case "li":
      if (traits.role === "table-cell") return context;
      return { ...context, traits: { ...traits, role: "list-item", level: Math.max(outer.listDepth, 0) } };
    case "blockquote":
      // Editors indent with it; only a paragraph becomes a quote.
      return traits.role === "paragraph" ? { ...context, traits: { ...traits, role: "quote" } } : context;
    case "pre":
    case "xmp":
    case "listing":
    case "plaintext":
      return { ...context, preformatted: true };
    default:
      return context;
  }
}

function labelOf(item: Element, numbers: ListNumbers) {
  const text = numbers.next(item);
  const source = item.position?.start.offset;
  if (text === "" || source === undefined) return null;
  const sourceEnd = item.children[0]?.position?.start.offset ?? source;
  return { text, source, sourceEnd };
}

/** Classes by which editors align without a style: ql-align-center (Quill), text-align-right, text-center. */
const ALIGNING_CLASS = /^(?:ql-align|align|text-align|text|has-text-align)-?(left|center|right)$/;

function alignOf(element: Element, inherited: Block["align"]): Block["align"] {
  if (element.tagName === "center") return "center";
  const styled = /(?:^|[;\s])text-align\s*:\s*([a-z-]+)/i.exec(styleOf(element))?.[1];
  const classed = namesOf(element).map((name) => ALIGNING_CLASS.exec(name)?.[1]);
  const value = (styled || attributeOf(element, "align") || classed.find(Boolean) || "").toLowerCase();
  switch (value) {
    case "left":
    case "start":
      return "left";
    case "center":
    case "-webkit-center":
      return "center";
    case "right":
    case "end":
      return "right";
    case "justify":
      return undefined;
    default:
      return inherited;
  }
}
