import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChineseNumeral, parseChineseNumber, parseNumber } from "../../linter/facts/numerals";

describe("parseChineseNumber", () => {
  it.each([
    ["一", 1],
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["九十九", 99],
    ["一百", 100],
    ["一百零二", 102],
    ["一百二十", 120],
    ["一百十五", 115],
    ["一千二百六十", 1260],
    ["一千零五", 1005],
    ["一千零五十", 1050],
    ["一万", 10_000],
    ["一万零五", 10_005],
    ["九万九千九百九十九", 99_999],
    ["二〇〇四", 2004],
    ["二○一八", 2018],
    ["二O一一", 2011],
    ["二ＯО八", 2008],
    ["一五", 15],
    ["两百", 200],
  ])("reads %s as %i", (text, value) => expect(parseChineseNumber(text)).toBe(value));

  it.each(["", "十百", "三二百", "百", "一百五", "一百零", "零百", "一万万", "条", "二十条", "一 二"])(
    "does not read %j",
    (text) => expect(parseChineseNumber(text)).toBeNull(),
  );

  it("reads back every number up to 99 999", () => {
    for (let value = 1; value <= 99_999; value += value < 2000 ? 1 : 7) {
      expect(parseChineseNumber(spell(value))).toBe(value);
    }
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."一二十百千万零〇条0") }), (text) => {
        const value = parseChineseNumber(text);
        expect(value === null || Number.isSafeInteger(value)).toBe(true);
      }),
    );
  });
});

describe("parseNumber", () => {
  it("reads ASCII, full-width and Chinese digits", () => {
    expect(parseNumber("38")).toBe(38);
    expect(parseNumber("３８")).toBe(38);
    expect(parseNumber("三十八")).toBe(38);
    expect(parseNumber("三8百")).toBeNull();
  });
});

describe("isChineseNumeral", () => {
  it("knows the characters of a number", () => {
    expect([..."一十百千万〇零两"].every(isChineseNumeral)).toBe(true);
    expect([..."条款项第1"].some(isChineseNumeral)).toBe(false);
    expect(isChineseNumeral("")).toBe(false);
  });
});

/** 1–99 999 as a law writes it. */
function spell(value: number): string {
  const digits = "零一二三四五六七八九";
  const units = ["万", "千", "百", "十", ""];
  let text = "";
  let gap = false;
  [...String(value).padStart(5, "0")].forEach((character, position) => {
    if (character === "0") {
      gap = true;
      return;
    }
    if (gap && text !== "") text += "零";
    gap = false;
    text += `${digits[Number(character)]}${units[position]}`;
  });
  return text.startsWith("一十") ? text.slice(1) : text;
}
