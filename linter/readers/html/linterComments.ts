import type { Nodes, Root } from "hast";
import type { Block } from "../../document/block";
import type { DocumentComment } from "../../document/document";
import { childrenOf } from "./pageElements";

/** The comments of a page that are addressed to the linter, each before the first block behind it. */
export function linterComments(root: Root, blocks: readonly Block[]): DocumentComment[] {
  const comments: DocumentComment[] = [];
  const visit = (node: Nodes): void => {
    for (const child of childrenOf(node)) visit(child);
    const source = node.position?.start.offset;
    if (node.type !== "comment" || source === undefined) return;
    const text = node.value.trim();
    if (!text.startsWith("gongwen-lint-")) return;
    const block = blocks.findIndex((one) => startOf(one) > source);
    comments.push({ text, block: block < 0 ? blocks.length : block, source });
  };
  visit(root);
  return comments;
}

function startOf({ origin }: Block): number {
  return (origin.kind === "text" ? origin.segments[0]?.source : undefined) ?? -1;
}
