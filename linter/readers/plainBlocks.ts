import type { Block } from "../document/block";
import { splitLines } from "./docx/lines";
import type { BlockTraits } from "./lines";

/**
 * Gathers paragraphs of a format whose text cannot be written back. Soft breaks stand in their text as "\n", page breaks
 * as "\f"; they are read as in a .docx: some part elements, some only shape a title or a cell.
 */
export class PlainBlocks {
  readonly blocks: Block[] = [];

  /** Adds a paragraph: one block as a rule, none if nothing is to be seen. */
  add(text: string, traits: BlockTraits): void {
    const plain = text.replace(INVISIBLE, "");
    const centred = traits.align === "center" || traits.role === "heading";
    for (const line of splitLines(plain, [], { centred, cell: traits.cell !== undefined })) {
      const { length } = this.blocks;
      this.blocks.push({
        id: `p${length}`,
        version: 1,
        text: line.text,
        ...traits,
        origin: { kind: "plain" },
      });
    }
  }
}

/** Zero-width characters and controls: no reader sees them, and they hide words from recognition. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const INVISIBLE = /[\0-\x08\x0B\x0E-\x1F\u00AD\u200B-\u200F\u2060\uFEFF]/g;
