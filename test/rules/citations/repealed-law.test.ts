import { describe, expect, it } from "vitest";
import { repealedLaw } from "../../../rules/citations/repealed-law";
import { brief, judge, mended } from "./judge";

describe("repealed-law", () => {
  it.each([
    ["婚姻法", "2021-01-01"],
    ["继承法", "2021-01-01"],
    ["民法通则", "2021-01-01"],
    ["收养法", "2021-01-01"],
    ["担保法", "2021-01-01"],
    ["合同法", "2021-01-01"],
    ["物权法", "2021-01-01"],
    ["侵权责任法", "2021-01-01"],
    ["民法总则", "2021-01-01"],
    ["环境保护法", "2026-08-15"],
  ])("%s ended on %s", (name, day) => {
    const text = `依照《中华人民共和国${name}》办理。`;
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(brief(repealedLaw, text, { asOf: before })).toEqual([]);
    expect(brief(repealedLaw, text, { asOf: day })).toEqual([`error 《中华人民共和国${name}》`]);
    expect(brief(repealedLaw, text)).toHaveLength(1);
  });

  it.each([
    ["bare with an article", "依照合同法第五十二条处理。", ["error 合同法"]],
    ["without the name of the state", "依照《合同法》处理。", ["error 《合同法》"]],
    [
      "renamed: an act that went on under another name",
      "按照《国家行政机关公文处理办法》办理。",
      ["error 《国家行政机关公文处理办法》"],
    ],
    [
      "each place that names it",
      "依照《合同法》《物权法》和《合同法》办理。",
      ["error 《合同法》", "error 《物权法》", "error 《合同法》"],
    ],
    ["repeal clause", "自本规定施行之日起，原《信访条例》同时废止。", []],
    ["history", "2005年公布的《信访条例》施行以来，信访工作逐步规范。", []],
    ["in force", "依照《信访工作条例》《中华人民共和国民法典》办理。", []],
    ["another word", "公司法人、合同法律关系、物权法定原则。", []],
    [
      "an interpretation of it",
      "参照《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》。",
      [],
    ],
    ["a contract", "签订《合同法律服务协议》。", []],
  ])("%s", (_, text, found) => expect(brief(repealedLaw, text)).toEqual(found));

  it("does not repeat abbreviations, but takes one that stands for an act named in passing", () => {
    const declared =
      "根据《信访条例》（以下简称《条例》），制定本办法。\n依照《条例》第十条办理。\n依照该条例办理。";
    expect(brief(repealedLaw, declared)).toEqual(["error 《信访条例》"]);
    const history =
      "2005年公布的《信访条例》（以下简称《条例》）施行多年。\n依照《条例》第十条办理。\n依照《条例》第十二条办理。";
    expect(brief(repealedLaw, history)).toEqual(["error 《条例》"]);
  });

  it("names the day, the successor and what its articles need", () => {
    const [finding] = judge(repealedLaw, "依照《信访条例》第十条、第十二条办理。");
    expect(finding?.message).toBe("《信访条例》已于2022年5月1日废止，由《信访工作条例》取代。");
    expect(finding?.suggestions.join()).toContain("第十条、第十二条");
  });

  it("follows successors that were replaced themselves", () => {
    const [finding] = judge(repealedLaw, "按照《国家危险废物名录（2021年版）》鉴别。");
    expect(finding?.message).toContain("由《国家危险废物名录（2025年版）》取代");
    expect(brief(repealedLaw, "按照《国家危险废物名录》鉴别。")).toEqual([]);
  });

  it("mends a title alone; what needs a person's eye is only shown", () => {
    expect(mended(repealedLaw, "根据《信访条例》，制定本办法。")).toBe("根据《信访工作条例》，制定本办法。");
    const safety = (text: string) => judge(repealedLaw, text)[0]?.fix?.safety;
    expect(safety("根据《信访条例》，制定本办法。")).toBe("unsafe");
    expect(safety("根据《信访条例》第三条，制定本办法。")).toBe("suggestion");
    expect(safety("根据《信访条例》（国务院令第431号），制定本办法。")).toBe("suggestion");
    expect(safety("根据《合同法》，制定本办法。")).toBe("suggestion");
  });

  it("is no more than a warning without a day, and a reminder where the row is not verified", () => {
    expect(judge(repealedLaw, "按照《国家突发公共事件总体应急预案》处置。")[0]).toMatchObject({
      severity: "warning",
      message:
        "《国家突发公共事件总体应急预案》已经废止，废止日期没有查到，由《国家突发事件总体应急预案》取代。",
    });
    expect(judge(repealedLaw, "依照《各级国家档案馆开放档案办法》办理。")[0]).toMatchObject({
      severity: "info",
      message: expect.stringContaining("请核对"),
    });
  });
});
