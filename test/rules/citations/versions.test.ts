import { describe, expect, it } from "vitest";
import { notYetInForce } from "../../../rules/citations/not-yet-in-force";
import { supersededSoon } from "../../../rules/citations/superseded-soon";
import { supersededVersion } from "../../../rules/citations/superseded-version";
import { brief, judge, mended } from "./judge";

describe("superseded-version", () => {
  it.each([
    ["behind the marks", "依照《中华人民共和国安全生产法》（2014年修正）办理。", ["error 2014年修正"]],
    ["inside the marks", "依照《中华人民共和国安全生产法（2014年修正）》办理。", ["error 2014年修正"]],
    ["修订 for 修正, the same year", "依照《中华人民共和国安全生产法》（2021年修订）办理。", []],
    ["the year it took effect", "依照《中华人民共和国公司法》（2024年修订）办理。", []],
    ["current", "依照《中华人民共和国公司法》（2023年修订）办理。", []],
    ["no note", "依照《中华人民共和国公司法》办理。", []],
    ["a year without a version", "依照《中华人民共和国公司法》（2020年修正）办理。", ["warning 2020年修正"]],
    ["a department rule's unknown year", "依照《公路水运工程安全生产监督管理办法》（2011年修正）办理。", []],
    ["a repealed act", "依照《信访条例》（2005年修订）办理。", []],
    ["told as history", "原《中华人民共和国公司法》（2018年修正）施行期间设立的公司。", []],
    ["a title nobody knows", "依照《松河县供水办法》（2014年修正）办理。", []],
  ])("%s", (_, text, found) => expect(brief(supersededVersion, text)).toEqual(found));

  it("judges on the date", () => {
    const text = "依照《中华人民共和国安全生产法》（2014年修正）办理。";
    expect(brief(supersededVersion, text, { asOf: "2021-08-31" })).toEqual([]);
    expect(brief(supersededVersion, text, { asOf: "2021-09-01" })).toHaveLength(1);
  });

  it("says up to which day it knows, and where an article went", () => {
    const text = "依照《中华人民共和国行政复议法》（2017年修正）第五条办理。";
    const [finding] = judge(supersededVersion, text);
    expect(finding?.message).toContain("截至2026年9月30日所知，现行的是2023年修订文本，自2024年1月1日起施行");
    expect(finding?.suggestions.join()).toContain("原第五条现为第十条");
    expect(finding?.fix?.safety).toBe("suggestion");
    expect(judge(supersededVersion, text, { asOf: "2026-03-01" })[0]?.message).not.toContain("截至");
  });

  it("mends a note without articles", () => {
    expect(mended(supersededVersion, "依照《中华人民共和国安全生产法》（2014年修正）办理。")).toBe(
      "依照《中华人民共和国安全生产法》（2021年修正）办理。",
    );
  });
});

describe("superseded-soon", () => {
  const text = "依照《中华人民共和国农业法》办理。";

  it("speaks between adoption and effect only, once for each act", () => {
    expect(brief(supersededSoon, text, { asOf: "2026-08-27" })).toEqual([]);
    expect(brief(supersededSoon, `${text}\n依照农业法第三条办理。`)).toEqual([
      "info 《中华人民共和国农业法》",
    ]);
    expect(brief(supersededSoon, text, { asOf: "2027-01-01" })).toEqual([]);
  });

  it("tells of a repeal that is decided", () => {
    const [finding] = judge(supersededSoon, "依照《中华人民共和国环境保护法》办理。", { asOf: "2026-05-01" });
    expect(finding?.message).toContain("将于2026年8月15日废止，由《中华人民共和国生态环境法典》取代");
  });

  it.each([
    ["its beginning is all that is said", "修订后的《中华人民共和国农业法》自2027年1月1日起施行。"],
    ["the document waits for the same day", `${text}\n第二条 本办法自2027年1月1日起施行。`],
    ["the note names the new text", "依照《中华人民共和国农业法》（2026年修订）办理。"],
    ["no change is known", "依照《中华人民共和国公司法》办理。"],
  ])("is silent: %s", (_, draft) => expect(brief(supersededSoon, draft)).toEqual([]));
});

describe("not-yet-in-force", () => {
  it.each([
    ["a law", "根据《中华人民共和国医疗保障法》，制定本办法。", ["error 《中华人民共和国医疗保障法》"]],
    [
      "once",
      "根据《中华人民共和国医疗保障法》，制定本办法。\n依照医疗保障法第三条办理。",
      ["error 《中华人民共和国医疗保障法》"],
    ],
    [
      "a revision",
      "根据《中华人民共和国农业法》（2026年修订），制定本办法。",
      ["error 《中华人民共和国农业法》"],
    ],
    ["its beginning is all that is said", "《中华人民共和国医疗保障法》将于2027年1月1日起施行。", []],
    ["a draft law", "《中华人民共和国医疗保障法（草案）》公开征求意见。", []],
    ["the text in force", "根据《中华人民共和国农业法》，制定本办法。", []],
    [
      "the document waits",
      "根据《中华人民共和国医疗保障法》，制定本办法。\n第九条 本办法自2027年1月1日起施行。",
      [],
    ],
    [
      "the document does not wait",
      "根据《中华人民共和国医疗保障法》，制定本办法。\n第九条 本办法自2026年12月1日起施行。",
      ["error 《中华人民共和国医疗保障法》"],
    ],
  ])("%s", (_, text, found) => expect(brief(notYetInForce, text)).toEqual(found));

  it("ends on the day of effect", () => {
    const text = "依照《中华人民共和国民法典》办理。";
    expect(judge(notYetInForce, text, { asOf: "2020-12-31" })[0]?.message).toBe(
      "《中华人民共和国民法典》要到2021年1月1日才施行。",
    );
    expect(brief(notYetInForce, text, { asOf: "2021-01-01" })).toEqual([]);
  });

  it("warns when the act was not even published: the document's date may be wrong", () => {
    expect(brief(notYetInForce, "依照《中华人民共和国民法典》办理。", { asOf: "2019-05-01" })).toEqual([
      "warning 《中华人民共和国民法典》",
    ]);
  });
});
