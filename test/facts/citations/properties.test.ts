import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveCitations } from "../../../linter/facts/citations";
import { blocksOf, cite } from "./support";

const pieces = fc.constantFrom(
  ..."《》〈〉<>（）()第条款项号〔〕[]、，。和的本该一二十3 \n　“”",
  "刑法",
  "公司法",
  "条例",
  "办法",
  "以下简称",
  "同时废止",
  "国办发〔2018〕37号",
  "国务院令第711号",
  "2005年公布的",
  "（2014年修正）",
  "第三十八条",
  "根据",
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));

describe("every mention", () => {
  it("lies in the text, in order, apart from the others, and holds its own parts", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const mention of cite(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          last = mention.end;
          for (const inner of [mention.titleSpan, ...mention.articles]) {
            expect(inner.start).toBeGreaterThanOrEqual(mention.start);
            expect(inner.end).toBeLessThanOrEqual(mention.end);
            expect(inner.end).toBeGreaterThan(inner.start);
          }
          for (const reference of mention.articles)
            expect(text.slice(reference.start, reference.end)).toBe(reference.text);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("has a meaning, or none, without an exception", () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), (blocks) => {
        const facts = blocksOf(...blocks);
        const parts = [
          { role: "main" as const, title: blocks[0] ?? null, kind: null, start: 0, end: blocks.length },
        ];
        const citations = resolveCitations(facts, parts);
        expect(citations.length).toBe(facts.reduce((sum, block) => sum + block.citations.length, 0));
      }),
      { numRuns: 500 },
    );
  });
});

describe("time grows with the text", () => {
  it.each([
    "《（第",
    "《",
    "《甲〉",
    "《甲》（",
    "（以下简称《",
    "《刑法》第一条、",
    "刑法、",
    "刑法第",
    "“”第",
    "第 　",
    "国发〔2008〕3号、",
    "（国发〔2008〕3号",
    "《甲》自起",
  ])("%s", (piece) => {
    const timed = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const begin = performance.now();
      cite(text);
      return performance.now() - begin;
    };
    timed(20_000);
    // Quadratic time would take sixteen times as long; the floor keeps short times out of the comparison.
    expect(timed(100_000)).toBeLessThan(Math.max(400, 9 * timed(25_000)));
  });
});
