import type { Block, TextSegment } from "./block";
import type { OfficialDocument } from "./document";
import type { Location, Place } from "./place";

const NOWHERE: Location = {
  line: null,
  column: null,
  endLine: null,
  endColumn: null,
  paragraph: null,
  page: null,
};

/** Turns a place into what a person can look up: line and column, paragraph, page. */
export function locate(document: OfficialDocument, place: Place): Location {
  const block = document.blocks[place.block];
  if (!block) return NOWHERE;
  const location = { ...NOWHERE, paragraph: place.block + 1 };
  switch (block.origin.kind) {
    case "page":
      return { ...location, page: block.origin.page };
    case "text": {
      if (!document.lineStarts) return location;
      const [start, end] = sourceRange(block, place);
      const from = lineAndColumn(document.lineStarts, start);
      const to = lineAndColumn(document.lineStarts, end);
      return { ...location, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    default:
      return location;
  }
}

/** The stretch of source text (UTF-16 offsets, end exclusive) under a span of a text block. */
export function sourceRange(block: Block, span: { start: number; end: number }): [number, number] {
  if (block.origin.kind !== "text") throw new TypeError(`block ${block.id} has no source text`);
  const { segments } = block.origin;
  const start = sourceOffset(segments, span.start, false);
  return [start, Math.max(start, sourceOffset(segments, span.end, true))];
}

/** `atEnd` asks for the position behind the last character instead of before the next one. */
function sourceOffset(segments: readonly TextSegment[], offset: number, atEnd: boolean): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { start } = segments[middle] as TextSegment;
    if (atEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (!segment) return 0;
  if (segment.sourceEnd !== undefined) {
    return offset > segment.start && (atEnd || offset >= segment.end) ? segment.sourceEnd : segment.source;
  }
  return segment.source + Math.min(Math.max(offset - segment.start, 0), segment.end - segment.start);
}

/** 1-based line and column (UTF-16) of an offset into the source. */
export function lineAndColumn(
  lineStarts: readonly number[],
  offset: number,
): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
