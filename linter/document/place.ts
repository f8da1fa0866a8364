/** Part of one block's text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A place (位置) in a document: a span inside the block with this index. The engine's only coordinate. */
export interface Place extends Span {
  block: number;
}

/**
 * Where a person finds a place: line and column (1-based, UTF-16 columns) in text formats, paragraph (1-based,
 * counted as the block order) everywhere, page (1-based) in paged formats. What a format does not have is null.
 */
export interface Location {
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  paragraph: number | null;
  page: number | null;
}
