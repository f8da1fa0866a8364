import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDictionary } from "../../linter/words/build/compile";
import { openSegmenter } from "../../linter/words/segmenter";
import { testSegmenter } from "../support/segmenter";

const cut = (text: string) => testSegmenter().cut(text).join("/");

describe("cut", () => {
  it.each([
    ["公司法人应当依照公司章程", "公司法人/应当/依照/公司章程"],
    ["合同法律关系", "合同/法律/关系"],
    ["行政法规和法制办法", "行政/法规/和/法制/办法"],
    ["第12条第（三）项", "第/12/条/第/（/三/）/项"],
    ["GB18352.5—2013", "GB18352/./5/—/2013"],
    ["２０１８年Ａ类", "２０１８/年/Ａ/类"],
    ["龘䶮𠀀鿿", "龘/䶮/𠀀/鿿"],
    ["二〇二四", "二/〇/二四"],
    ["", ""],
  ])("%s", (text, words) => expect(cut(text)).toBe(words));

  it("loses and adds nothing, and agrees with boundaries and isBoundary", () => {
    const alphabet = [..."依法行政机关规范性文件审核第一条12ab，。 \n〔２〕𠀀龘"];
    const texts = fc
      .array(fc.constantFrom(...alphabet), { maxLength: 60 })
      .map((characters) => characters.join(""));
    const segmenter = testSegmenter();
    fc.assert(
      fc.property(texts, (text) => {
        const words = segmenter.cut(text);
        expect(words.join("")).toBe(text);
        const boundaries = segmenter.boundaries(text);
        expect(words).toEqual(boundaries.slice(1).map((end, index) => text.slice(boundaries[index], end)));
        const asked = Array.from(text, (_, index) => index).filter((offset) =>
          segmenter.isBoundary(text, offset),
        );
        const inside = boundaries.filter((offset) => offset < Array.from(text).length);
        expect(asked).toEqual(inside);
      }),
    );
  });

  it("cuts a run of 200,000 characters", () => {
    const text = "行政机关公务员".repeat(28_572);
    const segmenter = testSegmenter();
    expect(segmenter.cut(text)).toHaveLength(3 * 28_572);
    expect(segmenter.isBoundary(text, 7 * 20_000)).toBe(true);
    expect(segmenter.isBoundary(text, 7 * 20_000 + 1)).toBe(false);
  });
});

describe("withWords", () => {
  it("knows the words of the user and leaves the first segmenter as it was", () => {
    const text = "健全双重预防机制";
    expect(cut(text)).toBe("健全/双重/预防/机制");
    const own = testSegmenter().withWords(["双重预防机制"]);
    expect(own.cut(text).join("/")).toBe("健全/双重预防机制");
    expect(own.withWords(["健全双重预防机制"]).cut(text)).toHaveLength(1);
    expect(own.cut(text)).toHaveLength(2);
    expect(cut(text)).toBe("健全/双重/预防/机制");
  });

  it.each(["互联网+监管", "", "GB"])("refuses %j, which no run of Han characters can hold", (word) => {
    expect(() => testSegmenter().withWords([word])).toThrow(RangeError);
  });
});

describe("the compiled dictionary", () => {
  const small = compileDictionary(
    new Map([...Object.entries({ 中国: 8, 国人: 7, 人: 2, c盘: 9 })]),
    new Map(),
  );

  it("is the same for the same words, whatever their order", () => {
    const again = compileDictionary(
      new Map([...Object.entries({ c盘: 9, 人: 2, 国人: 7, 中国: 8 })]),
      new Map(),
    );
    expect(again).toEqual(small);
  });

  it("is read at any offset of its buffer", () => {
    const shifted = new Uint8Array(small.length + 3);
    shifted.set(small, 3);
    expect(openSegmenter(shifted.subarray(3)).cut("中国人")).toEqual(["中国", "人"]);
  });

  it("is refused when it is cut short or something else", () => {
    expect(() => openSegmenter(new Uint8Array(0))).toThrow("不是分词词典文件");
    expect(() => openSegmenter(new TextEncoder().encode("词典 3 n\n".repeat(9)))).toThrow("不是分词词典文件");
    for (let length = 16; length < small.length; length++) {
      expect(() => openSegmenter(small.subarray(0, length))).toThrow();
    }
    expect(() => openSegmenter(Uint8Array.of(...small, 0))).toThrow("不完整");
  });
});
