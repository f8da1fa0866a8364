import type { Span } from "./place";

/** What a block is in its document, as far as the format says. */
export type BlockRole =
  | "paragraph"
  | "heading"
  | "list-item"
  | "table-cell"
  | "text-box"
  | "header"
  | "footer"
  | "footnote"
  | "quote"
  | "code";

/**
 * A run of block text that stands at one stretch of the source text. `source` is an offset in UTF-16 units.
 * Where the source writes the run otherwise than the reader shows it (an entity, an escape, a line break shown as a
 * blank, a computed list number), `sourceEnd` closes the stretch, and the segment is located as a whole.
 */
export interface TextSegment extends Span {
  source: number;
  sourceEnd?: number;
}

/**
 * A run of block text that stands in one `w:t` (or tab, break …) of a .docx part.
 * `node` counts text-bearing nodes of the part in document order; `offset` is where the segment starts in that node.
 * Text that the format computes (automatic numbers, list marks) has `node: null`: it can be shown, never edited.
 */
export interface RunSegment extends Span {
  node: number | null;
  offset: number;
}

/** What leads a span of a block back into the reader's own world. Plain data, so that it crosses threads. */
export type Origin =
  | { kind: "text"; segments: readonly TextSegment[] }
  | { kind: "docx"; part: string; paragraph: number; segments: readonly RunSegment[] }
  | { kind: "page"; page: number }
  | { kind: "plain" };

/** A paragraph (段落) of a draft: the unit of reading, caching and finding. */
export interface Block {
  /** Stable while the paragraph lives: editors keep it over keystrokes. */
  id: string;
  /** Grows with every change of the text; an answer to an older version is thrown away. */
  version: number;
  /** What a reader of the page sees, automatic numbers included, without line-break artefacts. */
  text: string;
  role: BlockRole;
  /** Heading level (1–6) or list depth (from 0), where the format has one. */
  level?: number;
  align?: "left" | "center" | "right";
  /** The cell's position, for `table-cell`: table counted in the document, row and column from 0. */
  cell?: { table: number; row: number; column: number };
  origin: Origin;
}
