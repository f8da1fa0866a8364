import fc from "fast-check";
import { expect, test } from "vitest";
import { ParagraphIdentity } from "../../entrypoints/content/adapters/paragraphIdentity";
import { changedStretch, splice } from "../../entrypoints/content/typing/stretch";

const items = fc.array(fc.nat(3), { maxLength: 12 });

test("a stretch put in where it belongs makes the one list of the other", () => {
  fc.assert(
    fc.property(items, items, (before, after) => {
      const change = changedStretch(before, after);
      if (!change) {
        expect(before).toEqual(after);
        return;
      }
      expect(splice(before, change, after.slice(change.head, change.newEnd))).toEqual(after);
      const isBothSides = change.oldEnd > change.head && change.newEnd > change.head;
      if (isBothSides) expect(before[change.head]).not.toBe(after[change.head]);
    }),
  );
});

test("a keystroke is a stretch of one", () => {
  const before = Array.from({ length: 1_000 }, (_, index) => ({ index }));
  const after = before.map((item, index) => (index === 500 ? { index } : item));
  expect(changedStretch(before, after)).toEqual({ head: 500, oldEnd: 501, newEnd: 501 });
  expect(changedStretch(before, [...before])).toBeNull();
});

test("paragraphs of which a stretch alone is read anew keep the text of all of them", () => {
  const texts = fc.array(fc.constantFrom("甲", "乙", "丙"), { maxLength: 8 });
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat(8), fc.nat(4), texts), { maxLength: 6 }), (first, edits) => {
      const identity = new ParagraphIdentity();
      let now = first;
      identity.update(now.map((text) => ({ text })));
      for (const [from, length, put] of edits) {
        const head = Math.min(from, now.length);
        const oldEnd = Math.min(head + length, now.length);
        const change = { head, oldEnd, newEnd: head + put.length };
        now = splice(now, change, put);
        const paragraphs = identity.replace(
          change,
          put.map((text) => ({ text })),
        );
        expect(paragraphs.map(({ text }) => text)).toEqual(now);
        expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(now.length);
      }
    }),
  );
});
