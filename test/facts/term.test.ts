import { describe, expect, it } from "vitest";
import { recogniseDates } from "../../linter/facts/dates";
import { lastDay, recogniseTerm } from "../../linter/facts/term";

const term = (text: string) =>
  recogniseTerm(text, recogniseDates(text)).map(({ begins, years, until }) => ({ begins, years, until }));

describe("recogniseTerm", () => {
  it.each([
    ["第二十条　本办法自2024年7月1日起施行，有效期5年。", "2024-07-01", 5, null],
    ["本通知自印发之日起施行，有效期为三年。", "issue", 3, null],
    ["本规定自发布之日起执行，有效期至2025年12月31日。", "issue", null, "2025-12-31"],
    ["自2020年1月1日起施行，试行2年。", "2020-01-01", 2, null],
    ["有效期自2021年3月1日至2026年2月28日。", null, null, "2026-02-28"],
    ["三、本措施自二〇二一年三月一日起实施。", "2021-03-01", null, null],
    ["本细则由县水利局负责解释，自公布之日起施行。", "issue", null, null],
  ])("%s", (text, begins, years, until) => {
    expect(term(text)).toEqual([{ begins, years, until }]);
  });

  it.each([
    "采砂许可证有效期为3年。",
    "合同有效期5年，期满续签。",
    "《云溪县犬只管理办法》自2020年1月1日起施行。",
    "有关部门应当组织实施，确保执行到位。",
    "本办法由县水利局负责解释。",
  ])("says nothing of the document's own term: %s", (text) => {
    expect(term(text)).toEqual([]);
  });
});

describe("lastDay", () => {
  it.each([
    ["2020-07-01", 5, "2025-06-30"],
    ["2024-01-01", 1, "2024-12-31"],
    ["2024-02-29", 1, "2025-02-28"],
  ])("%s and %d years", (begins, years, last) => {
    expect(lastDay(begins, years)).toBe(last);
  });
});
