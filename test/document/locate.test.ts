import { describe, expect, it } from "vitest";
import type { Block, TextSegment } from "../../linter/document/block";
import type { OfficialDocument } from "../../linter/document/document";
import { locate, sourceRange } from "../../linter/document/locate";

/** `国务院\n&lt;通知&gt;` shown as one line. */
const segments: TextSegment[] = [
  { start: 0, end: 3, source: 0 },
  { start: 3, end: 4, source: 4, sourceEnd: 8 },
  { start: 4, end: 6, source: 8 },
  { start: 6, end: 7, source: 10, sourceEnd: 14 },
];
const block: Block = {
  id: "b0",
  version: 1,
  text: "国务院<通知>",
  role: "paragraph",
  origin: { kind: "text", segments },
};

describe("places in the source", () => {
  it.each([
    ["plain text", 0, 2, [0, 2]],
    ["text over a break", 2, 6, [2, 10]],
    ["up to a break", 0, 3, [0, 3]],
    ["an entity as a whole", 3, 4, [4, 8]],
    ["text behind an entity", 4, 6, [8, 10]],
    ["from an entity to an entity", 3, 7, [4, 14]],
    ["a point before an entity", 6, 6, [10, 10]],
  ])("%s", (_, start, end, range) => {
    expect(sourceRange(block, { start, end })).toEqual(range);
  });

  it("are lines and columns from 1", () => {
    const document: OfficialDocument = {
      path: "a.html",
      format: "html",
      blocks: [block],
      metadata: [],
      lineStarts: [0, 4],
      readerNotes: [],
    };
    expect(locate(document, { block: 0, start: 1, end: 4 })).toMatchObject({
      line: 1,
      column: 2,
      endLine: 2,
      endColumn: 5,
      paragraph: 1,
    });
    expect(locate(document, { block: 3, start: 0, end: 1 })).toMatchObject({ line: null, paragraph: null });
  });
});
