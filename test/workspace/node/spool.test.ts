import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { openStore, Spool } from "../../../linter/workspace/node/spool";
import { MemoryStore, StoredList } from "../../../linter/workspace/store";

const open: Spool[] = [];
function spool(): Spool {
  const made = new Spool();
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

describe("a spool", () => {
  it("gives back what was put, in any order, while more is put", () => {
    const value = fc.record({
      text: fc.string({ unit: "binary", maxLength: 40 }),
      list: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.nat()), { maxLength: 60 }), (steps) => {
        const store = spool();
        const keys: number[] = [];
        const put: unknown[] = [];
        for (const [value, pick] of steps) {
          keys.push(store.put(value));
          put.push(JSON.parse(JSON.stringify(value)));
          const index = pick % keys.length;
          expect(store.get(keys[index] as number)).toEqual(put[index]);
        }
        expect(keys.map((key) => store.get(key))).toEqual(put);
      }),
      { numRuns: 30 },
    );
  });

  it("holds values longer than what it reads at a time, and many of them", () => {
    const list = new StoredList<string>(spool());
    const texts = Array.from({ length: 300 }, (_, index) =>
      "政策解读".repeat(index * (index % 50 === 0 ? 400 : 9)),
    );
    for (const text of texts) list.push(text);
    expect([...list]).toEqual(texts);
    expect(list.at(250)).toBe(texts[250]);
    expect(list.at(300)).toBeUndefined();
    expect([...list]).toEqual(texts);
  });

  it("is used for many files only", () => {
    expect(openStore(10)).toBeInstanceOf(MemoryStore);
    const many = openStore(100_000);
    expect(many).toBeInstanceOf(Spool);
    (many as Spool).close();
  });
});
