import { describe, expect, it } from "vitest";
import { checkData } from "../../../rules/laws/build/validate";

const row = {
  title: "甲市某某办法",
  short: [],
  level: "部门规章",
  issuer: "某部",
  status: "in-force",
  versions: [{ adopted: "2020-01-01", effective: "2020-03-01", kind: "enacted", order: null, articles: 20 }],
  repealed: null,
  replacedBy: null,
  confidence: "high",
  asOf: "2024-01-01",
  source: "curated",
};
const none = { name: "moved.json", text: "[]" };
const check = (...rows: unknown[]) =>
  checkData([{ name: "a.jsonl", text: rows.map((entry) => JSON.stringify(entry)).join("\n") }], none).faults;

describe("checkData", () => {
  it("accepts a good row", () => {
    expect(check(row)).toEqual([]);
  });

  it.each([
    ["a field nobody knows", [{ ...row, colour: "red" }], /colour/],
    ["a day that does not exist", [{ ...row, asOf: "2024-02-30" }], /asOf.*没有这一天/],
    ["a title twice", [row, row], /题名重复/],
    [
      "a short name twice",
      [
        { ...row, short: ["办法甲"] },
        { ...row, title: "乙办法", short: ["办法甲"] },
      ],
      /简称重复/,
    ],
    ["an unknown successor", [{ ...row, replacedBy: "没有的办法" }], /取代者不在库中/],
    ["a repeal before the trust date of a row in force", [{ ...row, repealed: "2023-01-01" }], /废止日/],
    ["an official title that is not the title", [{ ...row, official: "乙市办法" }], /官方题名/],
  ])("reports %s with file and line", (_, rows, message) => {
    const faults = check(...rows);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "a.jsonl", line: rows.length });
    expect(faults[0]?.message).toMatch(message);
  });

  it("reports a line that is no JSON, and goes on", () => {
    const { faults, rows } = checkData(
      [{ name: "a.jsonl", text: `{"title":\n${JSON.stringify(row)}` }],
      none,
    );
    expect(faults).toMatchObject([{ file: "a.jsonl", line: 1 }]);
    expect(rows).toHaveLength(1);
  });

  it("reports a table of moved articles whose versions are not there", () => {
    const moved = {
      name: "moved.json",
      text: JSON.stringify([{ title: row.title, from: "2019-01-01", to: "2020-01-01", pairs: [[1, 2]] }]),
    };
    const { faults } = checkData([{ name: "a.jsonl", text: JSON.stringify(row) }], moved);
    expect(faults).toEqual([{ file: "moved.json", line: 1, message: "甲市某某办法 没有 2019-01-01 的版本" }]);
  });
});
