import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate, recogniseDates } from "../../linter/facts/dates";

const FULL: [string, string, string][] = [
  ["2024年3月5日", "2024-03-05", "arabic"],
  ["２０２４年３月５日", "2024-03-05", "arabic"],
  ["2024 年 3 月 5 日", "2024-03-05", "arabic"],
  ["2024年\n3月5日", "2024-03-05", "arabic"],
  ["2024年3月5", "2024-03-05", "arabic"],
  ["2024年3月5号", "2024-03-05", "arabic"],
  ["二〇〇四年八月十二日", "2004-08-12", "chinese"],
  ["二○○四年八月十二日", "2004-08-12", "chinese"],
  ["二ООО年十二月三十一日", "2000-12-31", "chinese"],
  ["二OO四年八月二十日", "2004-08-20", "chinese"],
  ["二零零四年八月三十日", "2004-08-30", "chinese"],
  ["二０二四年三月五日", "2024-03-05", "mixed"],
  ["二 ○ 二 四 年 三 月 五 日", "2024-03-05", "chinese"],
  ["一九九六年六月二十九日", "1996-06-29", "chinese"],
  ["二O一一年5月16日", "2011-05-16", "mixed"],
  ["二○一一年十月十", "2011-10-10", "chinese"],
  ["2024-03-05", "2024-03-05", "arabic"],
  ["2024.3.5", "2024-03-05", "arabic"],
  ["2024/3/5", "2024-03-05", "arabic"],
];

const NONE = [
  "2024年13月5日",
  "2023年2月29日",
  "2024年4月31日",
  "12024年",
  "今年3月5日",
  "5000年历史",
  "三年行动",
  "2024年0月5日",
];

describe("recogniseDates", () => {
  it.each(FULL)("reads %j as %s", (text, iso, style) => {
    expect(recogniseDates(text)).toMatchObject([{ iso, style, complete: true, start: 0, end: text.length }]);
  });

  it.each(NONE)("finds no date in %j", (text) => {
    expect(recogniseDates(text)).toEqual([]);
  });

  it("reads months and years alone as incomplete", () => {
    expect(recogniseDates("2024年3月至2025年")).toMatchObject([
      { iso: "2024-03", complete: false },
      { iso: "2025", complete: false },
    ]);
  });

  it("finds a date on the signature's line and before a glued note", () => {
    const text = "云溪县人民政府2024年3月5日（此件公开发布）";
    expect(recogniseDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(["2024年3月5日"]);
  });

  it("keeps a 29 February of a leap year", () => {
    expect(recogniseDates("2024年2月29日")).toHaveLength(1);
  });

  it("gives spans inside the text and never throws", () => {
    const piece = fc.constantFrom(
      "2024",
      "二〇",
      "○",
      "年",
      "月",
      "日",
      " ",
      "\n",
      "3",
      "十",
      "一",
      "-",
      "号",
      "县",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end, iso } of recogniseDates(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(iso).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
          last = end;
        }
      }),
    );
  });
});

describe("parseDate", () => {
  it.each([
    ["2024-03-05", "2024-03-05"],
    ["2024/3/5", "2024-03-05"],
    ["20240305", "2024-03-05"],
    ["2024年03月05日", "2024-03-05"],
    ["2024-03-05 10:20", "2024-03-05"],
    ["二〇二四年三月五日", "2024-03-05"],
    ["2024-13-05", null],
    ["2024年3月", null],
    ["", null],
  ])("reads the metadata value %j", (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });
});
