import { describe, expect, it } from "vitest";
import { lawArticle } from "../../../rules/citations/law-article";
import { brief, judge, mended } from "./judge";

describe("law-article", () => {
  it.each([
    ["the last one", "依照《中华人民共和国行政复议法》第九十条办理。", []],
    ["behind the last one", "依照《中华人民共和国行政复议法》第九十一条办理。", ["error 第九十一条"]],
    [
      "a range that ends behind it",
      "依照《中华人民共和国行政复议法》第八十八条至第九十二条办理。",
      ["error 第八十八条至第九十二条"],
    ],
    [
      "of a list the one that is wrong",
      "依照《中华人民共和国行政复议法》第三条、第九十五条办理。",
      ["error 第九十五条"],
    ],
    ["bare", "依照行政复议法第95条办理。", ["error 第95条"]],
    ["an inserted article", "依照刑法第四百五十二条、第一百二十条之一处罚。", []],
    ["behind the last of the criminal law", "依照刑法第四百五十三条处罚。", ["error 第四百五十三条"]],
    [
      "the older text's count binds a note of it",
      "依照《中华人民共和国公司法》（2018年修正）第二百一十九条办理。",
      ["error 第二百一十九条"],
    ],
    ["the older text's count suffices", "依照《中华人民共和国公司法》（2018年修正）第二百一十八条办理。", []],
    [
      "an abbreviation",
      "根据《中华人民共和国行政复议法》（以下简称《复议法》），制定本规定。\n依照《复议法》第九十五条办理。",
      ["error 第九十五条"],
    ],
    ["the document's own", "违反本办法第九百条的，依法处理。", []],
    ["a repealed act", "依照《中华人民共和国合同法》第九百条办理。", []],
    ["a count nobody knows", "依照《松河县供水办法》第九百条办理。", []],
    ["a historical text", "原《中华人民共和国行政复议法》第九十五条。", []],
  ])("%s", (_, text, found) => expect(brief(lawArticle, text)).toEqual(found));

  it("judges on the date", () => {
    const text = "依照《中华人民共和国行政复议法》第六十条办理。";
    expect(brief(lawArticle, text)).toEqual([]);
    expect(brief(lawArticle, text, { asOf: "2023-12-31" })).toEqual(["error 第六十条"]);
  });

  it("shows where an article beyond the last one went", () => {
    const text = "依照《中华人民共和国保守国家秘密法》（2024年修订）第六十九条办理。";
    expect(judge(lawArticle, text)[0]?.message).toContain("共65条，没有第六十九条");
  });

  it("tells of a text to come that has the article", () => {
    expect(judge(lawArticle, "依照《中华人民共和国农业法》第一百一十条办理。")[0]?.message).toContain(
      "2027年1月1日起施行的新文本才有",
    );
  });

  describe("a renumbering since the document was written", () => {
    const text = "依照《中华人民共和国行政复议法》第五条、第六条第二款办理。";
    const metadata = { date: "2019-05-20" };

    it("names the new number of each article that surely moved", () => {
      const [finding] = judge(lawArticle, text, { metadata });
      expect(finding).toMatchObject({ severity: "warning", quote: "第五条" });
      expect(finding?.message).toContain("2017年修正的第五条现为第十条");
      expect(mended(lawArticle, text, { metadata })).toBe(
        "依照《中华人民共和国行政复议法》第十条、第六条第二款办理。",
      );
    });

    it.each([
      ["judged on its own date", { metadata, asOf: "2019-05-20" }],
      ["written on the new text", { metadata: { date: "2024-05-20" } }],
      ["without a date", {}],
    ])("is none: %s", (_, setting) => expect(brief(lawArticle, text, setting)).toEqual([]));

    it("is none where a version note says which text is meant", () => {
      const noted = "依照《中华人民共和国行政复议法》（2017年修正）第五条办理。";
      expect(brief(lawArticle, noted, { metadata })).toEqual([]);
    });
  });
});
