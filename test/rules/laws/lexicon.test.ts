import { describe, expect, it } from "vitest";
import { testRegistry } from "../../support/registry";

const { lexicon } = testRegistry();

describe("lexicon", () => {
  it.each([
    ["依照刑法", "刑法"],
    ["根据《中华人民共和国公司法》", null],
    ["根据中华人民共和国公司法", "中华人民共和国公司法"],
    ["违反民事诉讼法", "民事诉讼法"],
    ["依据安全生产法", "安全生产法"],
    ["民法典", "民法典"],
    ["根据宪法", "宪法"],
    ["按照生态环境法典", "生态环境法典"],
    ["依照政府信息公开条例", "政府信息公开条例"],
    ["原合同法", "合同法"],
    ["按照劳动合同法", "劳动合同法"],
    ["违反土地承包法", "土地承包法"],
    ["根据信访条例", "信访条例"],
    ["根据本办法", null],
    ["以合理方法", null],
    ["依照监督法", null],
    ["", null],
  ])("in %s finds %s", (text, name) => {
    const start = lexicon.nameEndingAt(text, text.length);
    expect(start < 0 ? null : text.slice(start)).toBe(name);
  });

  it("judges names inside a text by where they end", () => {
    const text = "刑法第一百九十六条和公司法第三条";
    expect(lexicon.nameEndingAt(text, 2)).toBe(0);
    expect(lexicon.nameEndingAt(text, text.indexOf("公司法") + 3)).toBe(text.indexOf("公司法"));
    expect(lexicon.nameEndingAt(text, 5)).toBe(-1);
  });
});
