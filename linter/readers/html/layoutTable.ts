import type { Element, Nodes } from "hast";
import { childrenOf, headingLevel, plainText } from "./pageElements";

/** Cells of data are short; a longer one holds the running text of a page. */
const LONGEST_DATA_CELL = 600;

/** The table only places things on the page: it holds another table, a heading, a single cell or running text. */
export function isLayoutTable(table: Element): boolean {
  let cells = 0;
  let lays = false;
  const visit = (node: Nodes): void => {
    if (lays) return;
    if (node.type === "element") {
      if (node.tagName === "table" || headingLevel(node) > 0) lays = true;
      if (node.tagName === "td" || node.tagName === "th") {
        cells++;
        if (holdsRunningText(node)) lays = true;
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const child of table.children) visit(child);
  return lays || cells <= 1;
}

function holdsRunningText(cell: Element): boolean {
  const paragraphs = cell.children.filter(
    (child) => child.type === "element" && /^(?:p|div)$/.test(child.tagName),
  );
  return paragraphs.length >= 3 && plainText(cell).length > LONGEST_DATA_CELL;
}
