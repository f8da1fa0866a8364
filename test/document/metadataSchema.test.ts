import { describe, expect, it } from "vitest";
import { parseMetadata } from "../../linter/document/metadataSchema";

describe("metadata", () => {
  it("reads Chinese keys", () => {
    const stated = {
      标题: "云溪县犬只管理办法",
      发文字号: "云政规〔2024〕3号",
      发文机关: "云溪县人民政府",
      文种: "通知",
      成文日期: "2024年3月5日",
      发布日期: "2024-03-08 10:20",
      状态: "送审",
      公开属性: "依申请公开",
      不公开理由: "内部事务信息",
      合法性审核: { 机构: "县司法局", 文号: "云司审〔2024〕6号", 日期: "2024/2/20", 结论: "合法" },
      解读: ["解读.md", "图解.png"],
      规范性文件: "是",
      政策性文件: false,
      起草单位: "县公安局",
    };
    expect(parseMetadata(stated)).toEqual({
      problems: [],
      values: {
        title: "云溪县犬只管理办法",
        docNumber: "云政规〔2024〕3号",
        issuer: "云溪县人民政府",
        kind: "通知",
        date: "2024-03-05",
        released: "2024-03-08",
        status: "draft",
        disclosure: "依申请公开",
        disclosureReason: "内部事务信息",
        legalityReview: {
          organ: "县司法局",
          number: "云司审〔2024〕6号",
          date: "2024-02-20",
          result: "合法",
        },
        interpretation: ["解读.md", "图解.png"],
        normative: true,
        policy: false,
        draftingUnit: "县公安局",
      },
    });
  });

  it("reads English keys in any spelling of them", () => {
    const stated = {
      doc_number: "云政发〔2024〕1号",
      Disclosure: "主动公开",
      "disclosure-reason": "无",
      legalityReview: { organ: "县司法局", date: new Date("2024-02-20") },
      status: "issued",
    };
    expect(parseMetadata(stated).values).toEqual({
      docNumber: "云政发〔2024〕1号",
      disclosure: "主动公开",
      disclosureReason: "无",
      legalityReview: { organ: "县司法局", date: "2024-02-20" },
      status: "issued",
    });
  });

  it.each([
    ["（此件公开发布）", "主动公开"],
    ["不公开", "不予公开"],
    ["依 申 请 公 开", "依申请公开"],
  ])("takes 公开属性 %s", (written, disclosure) => {
    expect(parseMetadata({ 公开属性: written }).values).toEqual({ disclosure });
  });

  it.each<[string, Record<string, unknown>, object]>([
    ["the better key of two", { 生成日期: "2024-03-09", 成文日期: "2024-03-05" }, { date: "2024-03-05" }],
    ["a number as text", { 文号: 12 }, { docNumber: "12" }],
    ["one interpretation", { 解读: "解读.md" }, { interpretation: ["解读.md"] }],
    ["none", { 解读: "无" }, { interpretation: [] }],
    [
      "a review's number alone",
      { 合法性审核: "合审〔2024〕5号" },
      { legalityReview: { number: "合审〔2024〕5号" } },
    ],
    ["a review's result alone", { 合法性审查: "已通过" }, { legalityReview: { result: "已通过" } }],
    ["a review that did not take place", { 合法性审核: "未审核" }, {}],
    ["empty values", { 公开属性: null, 标题: "" }, {}],
    ["keys of others", { layout: "post", tags: ["a"] }, {}],
  ])("takes %s", (_, stated, values) => {
    expect(parseMetadata(stated)).toEqual({ values, problems: [] });
  });

  it.each<[Record<string, unknown>, string, RegExp, string]>([
    [{ 公开属性: "部分公开" }, "公开属性", /主动公开.*依申请公开.*不予公开/, "部分公开"],
    [{ 成文日期: "2024年2月30日" }, "成文日期", /日期/, "2024年2月30日"],
    [{ 成文日期: "2024" }, "成文日期", /日期/, "2024"],
    [{ normative: "也许" }, "normative", /是.*否/, "也许"],
    [{ 标题: ["a", "b"] }, "标题", /文字/, '["a","b"]'],
    [{ 合法性审核: { 日期: "去年" } }, "合法性审核.日期", /日期/, "去年"],
    [{ 合法性审核: ["a"] }, "合法性审核", /机构/, '["a"]'],
    [{ 解读: { a: 1 } }, "解读", /路径/, '{"a":1}'],
  ])("refuses %j", (stated, path, expected, found) => {
    const { values, problems } = parseMetadata(stated);
    expect(values).toEqual({});
    expect(problems).toEqual([{ path, expected: expect.stringMatching(expected), found }]);
  });

  it.each(["一段文字", 3, ["a"]])("refuses what is no mapping: %j", (value) => {
    expect(parseMetadata(value).problems).toHaveLength(1);
  });
});
