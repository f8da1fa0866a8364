import type { Law, LawVersion } from "../../linter/facts/laws";

/** 2022-05-01 → 2022年5月1日 */
export function inWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 《中华人民共和国公司法》 */
export function inMarks(law: Pick<Law, "title">): string {
  return `《${law.title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}

/** A version by its year, as a note behind a title names it: 2021年修正. */
export function versionInWords(version: LawVersion): string {
  const year = (version.adopted ?? version.effective ?? "").slice(0, 4);
  return `${year}年${{ enacted: "公布", revised: "修订", amended: "修正" }[version.kind]}`;
}

/** “截至2026年9月30日所知，” where the date of judgement lies behind the day up to which the row is trusted. */
export function asKnown(law: Law, date: string): string {
  return date > law.asOf ? `截至${inWords(law.asOf)}所知，` : "";
}

const DIGITS = "零一二三四五六七八九";

/** 第一百二十条, as laws number their articles. */
export function articleInWords(article: number): string {
  return `第${numberInWords(article)}条`;
}

function numberInWords(value: number): string {
  let words = "";
  let gap = false;
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    const leadingTen = unit === 10 && digit === 1 && words === "";
    words += `${gap ? "零" : ""}${leadingTen ? "" : DIGITS[digit]}${name}`;
    gap = false;
  }
  return words;
}
