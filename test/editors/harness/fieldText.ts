import type { CDPSession, JSHandle } from "playwright-core";
import type { Rectangle } from "./overlay";

/** Runs with the field's own inner element, where the browser lays its text out. */
const MEASURE = `function (wanted) {
  const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 3) nodes.push({ node, start: text.length });
    text += node.nodeType === 3 ? node.data : node.nodeName === "BR" ? "\\n" : "";
  }
  const at = text.indexOf(wanted);
  if (at < 0) return [];
  const position = (offset, atEnd) => {
    const { node, start } = nodes.findLast(({ start }) => (atEnd ? start < offset : start <= offset));
    return [node, offset - start];
  };
  const range = document.createRange();
  range.setStart(...position(at, false));
  range.setEnd(...position(at + wanted.length, true));
  return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}`;

const MARK = "data-measured";

/**
 * Where words stand in a text field: the rectangles of a Range in the field's own hidden tree, which the debugging protocol
 * reaches. In the coordinates of the field's window; what the field does not show is not cut off.
 */
export async function wordsInField(
  protocol: CDPSession,
  field: JSHandle,
  words: string,
): Promise<Rectangle[]> {
  await field.evaluate((element, name) => (element as Element).setAttribute(name, ""), MARK);
  try {
    const { root } = await protocol.send("DOM.getDocument", { depth: -1, pierce: true });
    const marked = find(root, ({ attributes }) => attributes?.includes(MARK) ?? false);
    const tree = marked?.shadowRoots?.find(({ shadowRootType }) => shadowRootType === "user-agent");
    const inside = tree && innermost(tree);
    if (!inside) throw new Error("the field has no tree of its own");
    const { object } = await protocol.send("DOM.resolveNode", { backendNodeId: inside.backendNodeId });
    const { result, exceptionDetails } = await protocol.send("Runtime.callFunctionOn", {
      objectId: object.objectId ?? "",
      functionDeclaration: MEASURE,
      arguments: [{ value: words }],
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Rectangle[];
  } finally {
    await field.evaluate((element, name) => (element as Element).removeAttribute(name), MARK);
  }
}

interface DomNode {
  nodeType: number;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
  contentDocument?: DomNode;
}

function find(node: DomNode, isWanted: (node: DomNode) => boolean): DomNode | null {
  if (isWanted(node)) return node;
  const inside = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  if (node.contentDocument) inside.push(node.contentDocument);
  for (const one of inside) {
    const found = find(one, isWanted);
    if (found) return found;
  }
  return null;
}

/** The element that holds the text itself. */
function innermost(tree: DomNode): DomNode | null {
  return find(tree, ({ children }) => children?.some(({ nodeType }) => nodeType === 3) ?? false);
}
