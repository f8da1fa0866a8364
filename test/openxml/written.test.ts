import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { configureRules } from "../../linter/engine/configure";
import type { Finding } from "../../linter/engine/finding";
import { lint } from "../../linter/lint";
import { readDocx } from "../../linter/readers/docx/readDocx";
import { docx as report } from "../../linter/reporters/docx/index";
import { xlsx } from "../../linter/reporters/xlsx/index";
import { annotateDocx } from "../../linter/writers/docx/annotateDocx";
import { fixDocument } from "../../linter/writers/fixDocument";
import { layoutRules } from "../../rules/layout/index";
import { results, settings } from "../reporters/results";
import { findingAt, fixOf } from "../support/finding";
import { testRegistry } from "../support/registry";
import { DRAFTS } from "./drafts";
import { sdkProblems } from "./validate";
import { markupProblems } from "./wordMarkup";

const DATE = new Date(2026, 10, 24, 9, 30);
const problems = async (bytes: Uint8Array) => [...(await sdkProblems(bytes)), ...markupProblems(bytes)];

/** A comment on part of every block, and one over all of it. */
function annotated(bytes: Uint8Array): Uint8Array {
  const document = readDocx(bytes, "草稿.docx");
  const findings = document.blocks.flatMap(({ text }, block) => [
    findingAt(document, { block, start: 0, end: text.length }),
    findingAt(document, { block, start: 1, end: Math.min(3, text.length) }, { message: "有误 <&>。" }),
  ]);
  const title = { block: 0, start: 0, end: document.blocks[0]?.text.length ?? 0 };
  return annotateDocx(bytes, document, findings, { author: "公文校核", initials: "校", date: DATE, title });
}

async function fixed(bytes: Uint8Array, tracked: boolean, of: (bytes: Uint8Array) => readonly Finding[]) {
  const how = { safety: "safe", author: "公文校核", date: DATE, tracked } as const;
  return fixDocument(bytes, readDocx(bytes, "草稿.docx"), of(bytes), how);
}

/** Two characters of every block replaced, one put in and one taken out. */
function words(bytes: Uint8Array): Finding[] {
  const document = readDocx(bytes, "草稿.docx");
  return document.blocks.flatMap(({ text }, block) =>
    [
      { block, start: 0, end: 2 },
      { block, start: 3, end: 3 },
      { block, start: 4, end: 5 },
    ].flatMap((place, index) =>
      place.end > text.length
        ? []
        : [findingAt(document, place, { fix: fixOf(place, ["改 ", "<补>", ""][index] ?? "") })],
    ),
  );
}

function layout(bytes: Uint8Array): readonly Finding[] {
  const rules = configureRules(layoutRules, "strict");
  return lint(readDocx(bytes, "草稿.docx"), { rules, laws: testRegistry(), asOf: "2026-11-24" }).findings;
}

describe.each(DRAFTS)("a draft %s", (_, draft) => {
  it("is valid itself", async () => {
    expect(await problems(draft)).toEqual([]);
  });

  it("is valid with comments, and when a second run adds to them", async () => {
    const once = annotated(draft);
    expect(once).not.toEqual(draft);
    expect(await problems(once)).toEqual([]);
    const document = readDocx(once, "草稿.docx");
    const more = [findingAt(document, { block: 0, start: 0, end: 1 }, { message: "再看。" })];
    const options = { author: "公文校核", initials: "校", date: DATE };
    expect(await problems(annotateDocx(once, document, more, options))).toEqual([]);
  });

  it.each([true, false])("is valid with words fixed (tracked: %s), then with comments", async (tracked) => {
    const { bytes, applied } = await fixed(draft, tracked, words);
    expect(applied.length).toBeGreaterThan(0);
    expect(await problems(bytes)).toEqual([]);
    expect(await problems(annotated(bytes))).toEqual([]);
  });

  it.each([true, false])("is valid set anew (tracked: %s)", async (tracked) => {
    const { bytes } = await fixed(draft, tracked, layout);
    expect(await problems(bytes)).toEqual([]);
    const { bytes: both } = await fixed(bytes, tracked, words);
    expect(await problems(both)).toEqual([]);
    expect(await problems(annotated(both))).toEqual([]);
  });
});

describe("reports", () => {
  it("of opinions (.docx) are valid", async () => {
    expect(await problems(await report(results, settings))).toEqual([]);
    expect(await problems(await report({ ...results, files: [] }, settings))).toEqual([]);
  });

  it("in tables (.xlsx) are valid", async () => {
    expect(await sdkProblems(await xlsx(results, settings), "xlsx")).toEqual([]);
    expect(await sdkProblems(await xlsx({ ...results, files: [] }, settings), "xlsx")).toEqual([]);
  });
});

describe("what is wrong is seen", () => {
  const draft = DRAFTS[1]?.[1] as Uint8Array;
  const DOCUMENT = "word/document.xml";
  const COMMENTS = "word/comments.xml";

  it.each([
    ["a number given twice", COMMENTS, 'w:id="1"', 'w:id="0"'],
    [
      "a comment that is not there",
      DOCUMENT,
      '<w:commentReference w:id="0"',
      '<w:commentReference w:id="700"',
    ],
    ["no author", COMMENTS, / w:author="[^"]*"/, ""],
    ["no initials", COMMENTS, / w:initials="[^"]*"/, ""],
    ["a local time", COMMENTS, /(w:date="[^"]*)Z"/, '$1"'],
    ["no end of a range", DOCUMENT, '<w:commentRangeEnd w:id="0"/>', ""],
    ["a range in a run", DOCUMENT, /((?:<w:commentRangeStart [^>]*>)+)(<w:r>)/, "$2$1"],
    ["no content type", "[Content_Types].xml", /<Override PartName="\/word\/comments.xml"[^>]*>/, ""],
    ["no relationship", "word/_rels/document.xml.rels", /<Relationship [^>]*comments[^>]*>/, ""],
  ] as const)("in comments: %s", async (_, name, from, to) => {
    expect(await problems(spoil(annotated(draft), name, from, to))).not.toEqual([]);
  });

  it.each([
    ["text that is none in a deletion", /w:delText/g, "w:t"],
    ["ids given twice", /(<w:(?:ins|del) w:id=")\d+/g, "$19"],
    ["a paragraph inside an insertion", /(<w:ins [^>]*>)(<w:r>.*?<\/w:r>)(<\/w:ins>)/, "$1<w:p>$2</w:p>$3"],
    ["blanks that go", / xml:space="preserve">改 /, ">改 "],
  ] as const)("in tracked words: %s", async (_, from, to) => {
    const { bytes } = await fixed(draft, true, words);
    expect(await problems(spoil(bytes, DOCUMENT, from, to))).not.toEqual([]);
  });

  it.each([
    ["the old letters first", /(<w:rPr>)((?:(?!<\/w:rPr>).)*?)(<w:rPrChange.*?<\/w:rPrChange>)/],
    ["the old paragraph first", /(<w:pPr>)((?:(?!<\/w:pPr>).)*?)(<w:pPrChange.*?<\/w:pPrChange>)/],
    ["the size before the font", /(<w:rPr>)(<w:rFonts[^>]*>)(<w:sz [^>]*>)/],
  ] as const)("in tracked formatting: %s", async (_, from) => {
    const { bytes } = await fixed(draft, true, layout);
    expect(await problems(spoil(bytes, DOCUMENT, from, "$1$3$2"))).not.toEqual([]);
  });
});

function spoil(bytes: Uint8Array, name: string, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [name]: strToU8(after) });
}
