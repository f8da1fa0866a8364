import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyBaseline,
  type BaselinedFile,
  type BaselineEntry,
  formatBaseline,
  parseBaseline,
} from "../../linter/engine/baseline";
import type { Finding } from "../../linter/engine/finding";

function finding(ruleId: string, text: string): Finding {
  const place = { block: 0, start: 0, end: text.length };
  return {
    ruleId,
    severity: "error",
    message: "有误",
    quote: text,
    sentence: { text, start: 0, end: text.length },
    place,
    location: { line: 1, column: 1, endLine: 1, endColumn: 1, paragraph: 1, page: null },
    basis: [],
    suggestions: [],
    fix: null,
    url: "",
  };
}

function file(path: string, findings: readonly Finding[], error: string | null = null): BaselinedFile {
  return { path, findings, error };
}

const everything = { exists: () => true, ran: () => true };

/** The baseline of these results. */
function baselineOf(files: readonly BaselinedFile[]): BaselineEntry[] {
  return applyBaseline(files, [], everything).fresh;
}

const old = finding("repealed-law", "根据旧法，制定本办法。");
const other = finding("repealed-law", "依照另一旧法处理。");

describe("applyBaseline", () => {
  it("covers what was there, shows what is new", () => {
    const entries = baselineOf([file("a.md", [old])]);
    const result = applyBaseline([file("a.md", [old, other])], entries, everything);
    expect(result.files[0]?.findings).toEqual([other]);
    expect(result).toMatchObject({ covered: 1, unused: [] });
  });

  it("shows a finding that came while another went: the number is the same, the finding is not", () => {
    const entries = baselineOf([file("a.md", [old])]);
    const result = applyBaseline([file("a.md", [other])], entries, everything);
    expect(result.files[0]?.findings).toEqual([other]);
    expect(result.unused.map(({ words }) => words)).toEqual(["根据旧法，制定本办法。"]);
  });

  it("counts repetitions: a sentence copied once more is new", () => {
    const entries = baselineOf([file("a.md", [old])]);
    expect(applyBaseline([file("a.md", [old, old])], entries, everything).files[0]?.findings).toEqual([old]);
  });

  it("does not let one file's old finding excuse another file's", () => {
    const entries = baselineOf([file("a.md", [old])]);
    const result = applyBaseline([file("a.md", [old]), file("b.md", [old])], entries, everything);
    expect(result.files.map(({ findings }) => findings.length)).toEqual([0, 1]);
  });

  it("follows a file that was moved, once", () => {
    const entries = baselineOf([file("起草中/a.md", [old])]);
    const settings = { ...everything, exists: (path: string) => path !== "起草中/a.md" };
    const result = applyBaseline([file("已印发/a.md", [old]), file("b.md", [old])], entries, settings);
    expect(result.files.map(({ findings }) => findings.length)).toEqual([0, 1]);
    expect(result.kept.map(({ path }) => path)).toEqual(["已印发/a.md"]);
    expect(result.unused).toEqual([]);
  });

  it.each([
    ["of a file that was not looked at", [], everything, 0],
    ["of a file that could not be read", [file("a.md", [], "坏")], everything, 0],
    ["of a rule that was not run", [file("a.md", [])], { ...everything, ran: () => false }, 0],
    ["of a file without the finding", [file("a.md", [])], everything, 1],
    ["of a file that is gone", [], { ...everything, exists: () => false }, 1],
  ])("says what an entry %s is", (_, files, settings, unused) => {
    const result = applyBaseline(files, baselineOf([file("a.md", [old])]), settings);
    expect(result.unused).toHaveLength(unused);
    expect(result.kept).toHaveLength(1 - unused);
  });

  it("knows files by the baseline's own names", () => {
    const entries = baselineOf([file("a.md", [old])]);
    const nameOf = (path: string) => path.replace("公文/", "");
    const result = applyBaseline([file("公文/a.md", [old])], entries, { ...everything, nameOf });
    expect(result).toMatchObject({ covered: 1, fresh: [] });
  });
});

describe("the baseline file", () => {
  it("is sorted, one entry a line, the same whatever the order", () => {
    const entries = baselineOf([file("b.md", [old, other]), file("甲 乙.md", [old]), file("a.md", [old])]);
    const text = formatBaseline(entries);
    expect(formatBaseline([...entries].reverse())).toBe(text);
    expect(
      text
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split("\t")[0]),
    ).toEqual(["a.md", "b.md", "b.md", "甲 乙.md"]);
  });

  it("comes back as it was written", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "办", " ", "#", "/", ".", "—"), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (pairs) => {
        const entries = baselineOf(
          pairs.map(([path, text]) => file(`x${path}`, [finding("law-title", text)])),
        );
        const text = formatBaseline(entries);
        const read = parseBaseline(text);
        expect(read.problems).toEqual([]);
        expect(formatBaseline(read.entries)).toBe(text);
      }),
    );
  });

  it("reports lines that are no entries, such as a merge conflict", () => {
    const { entries, problems } = parseBaseline(
      "# 注\n<<<<<<< HEAD\na.md\tlaw-title\t0123456789abcdef\t原句\r\n",
    );
    expect(entries).toEqual([
      { path: "a.md", ruleId: "law-title", fingerprint: "0123456789abcdef", words: "原句" },
    ]);
    expect(problems).toEqual([expect.stringContaining("第2行")]);
  });
});
