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
    const heading = block.role === "heading" || block.align === "center";
    const { text } = block;
    if (!text.includes("\n")) {
      const line = trimmed(text, 0, text.length);
      const shape = facts[index]?.shape;
      if (line && shape) lines.push({ block: index, ...line, shape, heading });
      return;
    }
    let from = 0;
    for (const part of text.split("\n")) {
      const line = trimmed(text, from, from + part.length);
      if (line) lines.push({ block: index, ...line, shape: recogniseShape(line.text), heading });
      from += part.length + 1;
    }
  });
  return lines;
}

/** An element that rests on a whole line, or on a part of it. */
export function elementAt<T>(value: T, line: Line, start = line.start, end = line.end): Element<T> {
  const quote = line.text.slice(start - line.start, end - line.start);
  return { value, quote, place: { block: line.block, start, end }, source: "text" };
}

function trimmed(text: string, from: number, to: number): Pick<Line, "start" | "end" | "text"> | null {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const line = part.trim();
  return line === "" ? null : { start, end: start + line.length, text: line };
}
