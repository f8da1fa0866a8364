import type { Block } from "../../document/block";
import type { BlockFacts, LineShape } from "../blockFacts";
import type { Element } from "../documentFacts";
import { recogniseShape } from "../lineShape";

/** A line (行) of a document with its place: a block, or a part of one that breaks its lines itself. Never blank. */
export interface Line {
  block: number;
  /** Without the blanks around; text is block.text.slice(start, end). */
  start: number;
  end: number;
  text: string;
  shape: LineShape;
  /** The block's own word that this is a heading or stands in the middle. */
  heading: boolean;
}

const NO_BODY = new Set<Block["role"]>(["header", "footer", "footnote", "code", "table-cell"]);

/** The document's lines in order, page headers, notes and tables left out (unless there is nothing but tables). */
export function readLines(blocks: readonly Block[], facts: readonly BlockFacts[]): Line[] {
  const lines: Line[] = [];
  const onlyTables = blocks.every(({ role }) => NO_BODY.has(role));
  blocks.forEach((block, index) => {
    if (NO_BODY.has(block.role) && !(onlyTables && block.role === "table-cell")) return;
    const { text } = block;
    const heading = block.role === "heading" || block.align === "center";
    if (!text.includes("\n")) {
      const shape = facts[index]?.shape;
      if (shape) addLine(lines, { block: index, start: 0, end: text.length, text, shape, heading });
      return;
    }
    let start = 0;
    for (const part of text.split("\n")) {
      const end = start + part.length;
      addLine(lines, { block: index, start, end, text: part, shape: recogniseShape(part), heading });
      start = end + 1;
    }
  });
  return lines;
}

/** Adds a line without the blanks around it; a blank one not at all. */
function addLine(lines: Line[], line: Line): void {
  const { text } = line;
  const trimmed = text.trim();
  if (trimmed === "") return;
  if (trimmed.length < text.length) {
    line.start += text.length - text.trimStart().length;
    line.end = line.start + trimmed.length;
    line.text = trimmed;
  }
  lines.push(line);
}

/** An element that rests on a whole line, or on a part of it. */
export function elementAt<T>(value: T, line: Line, start = line.start, end = line.end): Element<T> {
  const quote = line.text.slice(start - line.start, end - line.start);
  return { value, quote, place: { block: line.block, start, end }, source: "text" };
}
