import fc from "fast-check";
import { expect, test } from "vitest";
import { FieldLines } from "../../entrypoints/content/adapters/fieldLines";

/** Short texts over few letters, so that edits meet repetitions and line ends. */
const text = fc.string({ unit: fc.constantFrom("甲", "乙", "\n"), maxLength: 30 });

const edit = fc.record({
  from: fc.nat(40),
  length: fc.nat(6),
  put: fc.string({ unit: fc.constantFrom("甲", "乙", "\n"), maxLength: 5 }),
  /** Where the caret is said to be; a page may set it anywhere, and the text with it. */
  caret: fc.option(fc.nat(45)),
});

test("lines after any edits, wherever the caret is, are those of the text", () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 8 }), (first, edits) => {
      const lines = new FieldLines();
      let value = first;
      lines.update(value, 0);
      let known = [...lines.texts];
      for (const { from, length, put, caret } of edits) {
        const at = Math.min(from, value.length);
        value = value.slice(0, at) + put + value.slice(at + length);
        const change = lines.update(value, Math.min(caret ?? at + put.length, value.length));
        // What the change tells is enough for one who keeps the lines, as the copy of the field does.
        if (change) {
          known = [
            ...known.slice(0, change.head),
            ...lines.texts.slice(change.head, change.newEnd),
            ...known.slice(change.oldEnd),
          ];
        }
        expect(lines.texts).toEqual(value.split("\n"));
        expect(known).toEqual(value.split("\n"));
        for (const [line, start] of lines.starts.entries()) {
          expect(value.slice(start, start + (lines.texts[line] ?? "").length)).toBe(lines.texts[line]);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a keystroke in a long text changes one line", () => {
  const paragraphs = Array.from({ length: 1_000 }, (_, index) => `第${index}项，按时报送情况。`);
  const lines = new FieldLines();
  lines.update(paragraphs.join("\n"), 0);
  const at = paragraphs.slice(0, 500).join("\n").length + 1;
  const value = paragraphs.join("\n");
  expect(lines.update(`${value.slice(0, at)}新${value.slice(at)}`, at + 1)).toEqual({
    head: 500,
    oldEnd: 501,
    newEnd: 501,
  });
  expect(lines.texts[500]).toBe("新第500项，按时报送情况。");
  expect(lines.texts[499]).toBe(paragraphs[499]);
});
