import type { PageFamily } from "./pageFamily";
import { call, hasMethod, member } from "./pageObject";

interface Block {
  text: string;
  recordId: string | null;
}

/**
 * 飞书: the tree of blocks, which knows also what is scrolled out of the page. Used where the page is for reading only; in
 * an open editor the text stands in the DOM, where fixes can be put in. Read only.
 */
export const feishu: PageFamily = {
  name: "feishu",
  find({ globals, document }) {
    const manager = member(globals.PageMain, "blockManager");
    const root = () => member(manager, "rootBlockModel") ?? member(manager, "model", "rootBlockModel");
    if (!root() || document.querySelector('[contenteditable="true"]')) return null;
    return {
      scope: "whole",
      element: document.querySelector(".bear-web-x-container") ?? document.documentElement,
      read: async () => [...blocksIn(root())].map(({ text }) => text),
      async reveal({ paragraph, before }) {
        const block = [...blocksIn(root())][paragraph];
        if (!block?.recordId || block.text !== before) return;
        const { PageMain } = globals;
        if (hasMethod(PageMain, "locateBlockWithRecordIdImpl"))
          await call(PageMain, "locateBlockWithRecordIdImpl", block.recordId);
      },
    };
  },
};

function* blocksIn(block: unknown, depth = 0): Generator<Block> {
  if (depth > 60) return;
  const text = textOf(block);
  const recordId = member(block, "record", "id");
  if (text !== null) yield { text, recordId: typeof recordId === "string" ? recordId : null };
  const children = member(block, "children");
  if (Array.isArray(children)) for (const child of children) yield* blocksIn(child, depth + 1);
}

/** A block ends with a line feed of its own. */
function textOf(block: unknown): string | null {
  const zone = member(block, "zoneState");
  const all = member(zone, "allText");
  if (typeof all === "string") return all.replace(/\n$/, "");
  const operations = member(zone, "content", "ops");
  if (!Array.isArray(operations)) return null;
  const texts = operations.map((operation) => member(operation, "insert"));
  return texts
    .filter((text) => typeof text === "string")
    .join("")
    .replace(/\n$/, "");
}
