import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit, Finding, Fix } from "../../linter/engine/finding";
import { applyFixes } from "../../linter/writers/applyEdits";
import { editParts, narrowEdit } from "../../linter/writers/narrow";
import { readDraft } from "../support/draft";
import { findingAt } from "../support/finding";

const { document } = readDraft({ text: "甲乙丙丁戊己庚辛" });
const edit = (start: number, end: number, text = "新"): Edit => ({ place: { block: 0, start, end }, text });
const finding = (edits: readonly Edit[], safety: Fix["safety"] = "safe"): Finding =>
  findingAt(document, "甲", { fix: { safety, title: "改", edits } });
const chosen = (findings: readonly Finding[], safety: "safe" | "unsafe" = "safe") =>
  applyFixes(findings, { safety }).edits.map(({ place, text }) => `${place.start}-${place.end}${text}`);

describe("fixes that are made", () => {
  it.each<[string, Finding[], string[]]>([
    ["in the document's order", [finding([edit(4, 5)]), finding([edit(0, 1)])], ["0-1新", "4-5新"]],
    ["the first of two that overlap", [finding([edit(0, 3)]), finding([edit(2, 4)])], ["0-3新"]],
    ["both of two that meet", [finding([edit(0, 2)]), finding([edit(2, 4)])], ["0-2新", "2-4新"]],
    [
      "one of two insertions at one place",
      [finding([edit(2, 2, "a")]), finding([edit(2, 2, "b")])],
      ["2-2a"],
    ],
    ["no insertion at the edge of a change", [finding([edit(1, 2)]), finding([edit(2, 2, "b")])], ["1-2新"]],
    ["once what two say", [finding([edit(1, 2)]), finding([edit(1, 2)])], ["1-2新"]],
    [
      "none of a fix of which one edit is in the way",
      [finding([edit(1, 2)]), finding([edit(1, 3, "旧"), edit(5, 6)]), finding([edit(5, 6, "末")])],
      ["1-2新", "5-6末"],
    ],
    ["no suggestion", [finding([edit(1, 2)], "suggestion")], []],
    ["no unsafe one unless asked for", [finding([edit(1, 2)], "unsafe")], []],
  ])("%s", (_, findings, expected) => {
    expect(chosen(findings)).toEqual(expected);
  });

  it("unsafe ones when asked for, suggestions never", () => {
    const findings = [
      finding([edit(1, 2)], "unsafe"),
      finding([edit(3, 4)], "suggestion"),
      finding([edit(5, 6)]),
    ];
    expect(chosen(findings, "unsafe")).toEqual(["1-2新", "5-6新"]);
  });

  it("say which findings have to wait", () => {
    const findings = [finding([edit(0, 3)]), finding([edit(2, 4)])];
    const { applied, deferred } = applyFixes(findings, { safety: "safe" });
    expect([applied, deferred]).toEqual([[findings[0]], [findings[1]]]);
  });
});

describe("an edit without what it leaves", () => {
  it.each([
    ["国办发[2016]80号", "国办发〔2016〕80号", "[2016]", "〔2016〕"],
    ["甲甲甲", "甲甲", "甲", ""],
    ["甲", "甲甲", "", "甲"],
    ["甲", "甲", "", ""],
    ["2017年修正", "2021年修正", "2017", "2021"],
    ["第12条", "第1条", "12", "1"],
    ["𠮷", "𠮶", "𠮷", "𠮶"],
    ["a𠮷", "a𠮶b", "𠮷", "𠮶b"],
  ])("%s → %s", (old, text, narrowed, inserted) => {
    const { place, text: rest } = narrowEdit(`前${old}后`, {
      place: { block: 0, start: 1, end: 1 + old.length },
      text,
    });
    expect([`前${old}后`.slice(place.start, place.end), rest]).toEqual([narrowed, inserted]);
  });
});

describe("editParts", () => {
  it.each([
    [
      "[2018]",
      "〔2018〕",
      [
        ["[", "〔"],
        ["]", "〕"],
      ],
    ],
    [
      "(2018)第37号",
      "〔2018〕37号",
      [
        ["(", "〔"],
        [")第", "〕"],
      ],
    ],
    [
      "国发2018]09",
      "国发〔2018〕9",
      [
        ["", "〔"],
        ["]09", "〕9"],
      ],
    ],
    ["2017年修正", "2021年修订", [["2017年修正", "2021年修订"]]],
    ["甲", "甲", []],
  ] as const)("%s → %s", (old, text, expected) => {
    const parts = editParts(`前${old}后`, { place: { block: 0, start: 1, end: 1 + old.length }, text });
    expect(parts.map(({ place, text: rest }) => [`前${old}后`.slice(place.start, place.end), rest])).toEqual(
      expected,
    );
  });

  it("put together make the whole edit", () => {
    const words = fc.string({ unit: fc.constantFrom("1", "22", "甲", "[", "〔", "0") });
    fc.assert(
      fc.property(words, words, (old, text) => {
        const parts = editParts(old, { place: { block: 0, start: 0, end: old.length }, text });
        let [result, done] = ["", 0];
        for (const { place, text: rest } of parts) {
          expect(place.start).toBeGreaterThanOrEqual(done);
          result += old.slice(done, place.start) + rest;
          done = place.end;
        }
        expect(result + old.slice(done)).toBe(text);
      }),
    );
  });
});
