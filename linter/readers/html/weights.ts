import type { Element, Nodes, Root } from "hast";
import { childrenOf, isInvisible } from "./pageElements";

/** How much there is to read in an element: characters without blanks. */
export interface Weight {
  text: number;
  /** Of these, characters in links. */
  linked: number;
  links: number;
}

export type Weights = ReadonlyMap<Nodes, Weight>;

/** Characters that are no link: what tells a text from a menu. */
export function proseOf(weight: Weight | undefined): number {
  return weight ? weight.text - weight.linked : 0;
}

/** Links to files belong to the document (its annexes), never to a menu. */
const FILE = /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|jpe?g|png)(?:[?#].*)?$/i;

/** Weighs every element of the page in one pass; what is invisible weighs nothing. */
export function weighElements(root: Root): Weights {
  const weights = new Map<Nodes, Weight>();
  const weigh = (node: Nodes): Weight => {
    const weight: Weight = { text: 0, linked: 0, links: 0 };
    if (node.type === "text") weight.text = node.value.replace(/\s+/g, "").length;
    if (node.type === "element" && isInvisible(node)) return weight;
    for (const child of childrenOf(node)) {
      const inner = weigh(child);
      weight.text += inner.text;
      weight.linked += inner.linked;
      weight.links += inner.links;
    }
    if (node.type === "element" && isMenuLink(node) && weight.text > 0) {
      weight.linked = weight.text;
      weight.links = 1;
    }
    if (node.type !== "text") weights.set(node, weight);
    return weight;
  };
  weigh(root);
  return weights;
}

function isMenuLink({ tagName, properties }: Element): boolean {
  return tagName === "a" && typeof properties.href === "string" && !FILE.test(properties.href);
}
