import { describe, expect, it } from "vitest";
import { cite, one, quotes, short } from "./support";

describe("titles in marks", () => {
  it.each([
    ["根据《安全生产法》制定", "安全生产法"],
    ["《 安全 生产法 》", "安全生产法"],
    ["《关于加强\n管理的通知》", "关于加强管理的通知"],
    ["《〈招标投标法〉实施细则》", "〈招标投标法〉实施细则"],
    ["《<招标投标法>实施细则》", "〈招标投标法〉实施细则"],
    ["《《招标投标法》实施细则》", "〈招标投标法〉实施细则"],
    ["《关于印发〈关于〈甲条例〉的意见〉的通知》", "关于印发〈关于〈甲条例〉的意见〉的通知"],
    ["《安全生产法〉第三条", "安全生产法"],
    ["《关于修改行政许可法〉的决定》", "关于修改行政许可法〉的决定"],
    ["《关于转发<甲方案》的通知》", "关于转发〈甲方案〉的通知"],
    ["《关于修改〈甲法的决定》施行", "关于修改〈甲法的决定"],
    ["《某市办法(试行)》", "某市办法（试行）"],
    ["《某市办法》（试行）", "某市办法（试行）"],
    ["《关于适用〈民法典〉的解释（一）》", "关于适用〈民法典〉的解释（一）"],
    ["《〈安全生产法（2014年修正）〉实施办法》", "〈安全生产法〉实施办法"],
    ["《产业结构调整指导目录（2019年本）》", "产业结构调整指导目录（2019年本）"],
  ])("%j → %s", (text, title) => expect(one(text).title).toBe(title));

  it.each(["根据《安全生产法第三条。下一句》", `《${"长".repeat(300)}》`, "《》", "《 》", "》《"])(
    "fails closed on %j",
    (text) => expect(cite(text).filter((mention) => mention.form === "marked")).toEqual([]),
  );

  it("finds the next title behind an unclosed mark", () => {
    expect(quotes("根据《甲。依照《乙办法》第三条")).toEqual(["《乙办法》第三条"]);
    expect(quotes("《甲、《乙办法》和《丙办法》执行")).toEqual(["《乙办法》", "《丙办法》"]);
  });

  it.each([
    ["《安全生产法（2014年修正）》第三条", "安全生产法", 2014],
    ["《安全生产法》（2019年修订）第三条", "安全生产法", 2019],
    ["《安全生产法》（2018修正）", "安全生产法", 2018],
    ["《某某条例（2017 年修订版）》", "某某条例", 2017],
    ["《某某条例》（国务院令第1号公布，2019年4月3日国务院令第2号修订）", "某某条例", 2019],
  ])("version note of %s", (text, title, year) => {
    const mention = one(text);
    expect([mention.title, mention.versionNote?.year]).toEqual([title, year]);
    const { span, text: note } = mention.versionNote as NonNullable<typeof mention.versionNote>;
    expect(text.slice(span.start, span.end).replaceAll(" ", "")).toBe(note);
  });

  it("reads the version that stands in front of the marks", () => {
    expect(one("按照2014年修订的《安全生产法》第三条").versionNote).toMatchObject({
      text: "2014年修订",
      year: 2014,
    });
    expect(one("按照2014年公布的《某某条例》").versionNote).toBeNull();
  });

  it.each([
    ["《某某条例（草案）》", "某某条例"],
    ["《某某条例（修订草案征求意见稿）》", "某某条例"],
    ["《某某条例》（征求意见稿）", "某某条例"],
    ["《某某条例（送审稿）》", "某某条例"],
    ["《某某条例草案》", "某某条例"],
    ["《某某条例（修正案草案）》", "某某条例"],
  ])("%s is a draft", (text, title) => expect(one(text)).toMatchObject({ title, draft: true }));

  it("does not take 试行, 暂行 or 修订稿 for a draft", () => {
    for (const text of ["《甲办法（试行）》", "《甲办法》（暂行）", "《甲办法（修订稿）》"])
      expect(one(text).draft).toBe(false);
  });

  it("spans the name alone, so that it can be replaced", () => {
    const text = "根据《 安全生产法（2014年修正） 》第三条";
    const { titleSpan } = one(text);
    expect(text.slice(titleSpan.start, titleSpan.end)).toBe("安全生产法");
  });
});

describe("what stands behind the marks", () => {
  it.each([
    ["《甲通知》（国发〔2008〕3号）", "国发〔2008〕3号"],
    ["《甲通知》(国发[2008]3号)", "国发〔2008〕3号"],
    ["《甲通知》（国发（2008）3号）", "国发〔2008〕3号"],
    ["《甲通知》（国发【2008】3 号）", "国发〔2008〕3号"],
    ["《甲通知》（国发﹝2008﹞3号）", "国发〔2008〕3号"],
    ["《甲通知》(国发〔2008]3号)", "国发〔2008〕3号"],
    ["《甲通知》国发〔2008〕3号", "国发〔2008〕3号"],
    ["《甲条例》（国务院令第711号）", "国务院令第711号"],
    ["《甲法》（主席令第十五号）", "主席令第15号"],
    ["《甲规定》（公安部第69号令）", "公安部令第69号"],
    ["《甲解释》（法释〔2009〕19号，以下简称《解释》）", "法释〔2009〕19号"],
    ["《甲条例》（国务院令第711号公布，2019年4月3日修订，以下简称《条例》）", "国务院令第711号"],
    ["关于印发《甲方案》的通知（国办发〔2020〕1号）", "国办发〔2020〕1号"],
  ])("number of %s", (text, number) => expect(one(text).number?.standard).toBe(number));

  it("does not lend a notice's number to the act it only carries out", () => {
    const mentions = cite("关于贯彻《甲条例》的通知（某政发〔2020〕1号）");
    expect(mentions.map(({ form, number }) => [form, number?.standard])).toEqual([
      ["marked", undefined],
      ["number", "某政发〔2020〕1号"],
    ]);
  });

  it.each([
    ["《某省信访条例》（以下简称《条例》）", "条例"],
    ["《某省信访条例》（以下简称“条例”）", "条例"],
    ["《某省信访条例》（以下简称条例）", "条例"],
    ["《某省信访条例》（下称《信访条例》）第三条", "信访条例"],
    ["《某省信访条例》（简称：《条例》）", "条例"],
    ["《某省信访条例》（以下统称《条例》）", "条例"],
    ["《某省信访条例》（2019年修订，以下简称为《条例》）", "条例"],
    ["《某省信访条例》，以下简称《条例》，", "条例"],
    ["《某项目指南》（见附件1，以下简称《指南》）", "指南"],
  ])("abbreviation of %s", (text, name) => {
    const { abbreviation, end } = one(text);
    expect(abbreviation?.name).toBe(name);
    expect(text.slice(abbreviation?.span.start, abbreviation?.span.end)).toBe(name);
    expect(end).toBeGreaterThan(abbreviation?.span.end ?? 0);
  });

  it("gives a name for two acts to neither", () => {
    expect(cite("《甲办法》和《乙办法》（以下统称《办法》）").map((mention) => mention.abbreviation)).toEqual(
      [null, null],
    );
  });

  it("leaves a bracket alone that says nothing of the act", () => {
    expect(quotes("《甲办法》（附件2）和《乙办法》（由《丙办法》改名）")).toEqual([
      "《甲办法》",
      "《乙办法》",
      "《丙办法》",
    ]);
  });

  it.each([
    ["《公司法》第十六条第二款", "16.2"],
    ["《公司法》（2018年修正）第十六条", "16"],
    ["《公司法》 第16条", "16"],
    ["《公司法》的第十六条", "16"],
    ["《公司法》中第十六条、第十七条", "16 17"],
    ["《公司法》第XX条", ""],
    ["《公司法》的规定", ""],
  ])("articles of %s", (text, articles) => expect(short(one(text).articles)).toBe(articles));
});

describe("what stands in front of the marks", () => {
  it.each([
    ["根据国务院《关于促进甲的通知》（国发〔2008〕3号）", { issuer: "国务院" }],
    ["按照省政府办公厅《关于甲的通知》", { issuer: "省政府办公厅" }],
    ["执行最高人民法院、最高人民检察院《关于甲的解释》", { issuer: "最高人民法院、最高人民检察院" }],
    ["贯彻中共中央《关于甲的决定》", { issuer: "中共中央" }],
    ["国家发展和改革委员会《甲办法》", { issuer: "国家发展和改革委员会" }],
    [
      "2012年12月29日原国家质量监督检验检疫总局令第150号公布的《甲办法》",
      { issuer: "国家质量监督检验检疫总局", stated: "2012-12-29" },
    ],
    ["国务院2005年1月10日公布的《甲条例》", { issuer: "国务院", stated: "2005-01-10" }],
    ["依照国务院令第711号《甲条例》", { issuer: "国务院" }],
    ["根据国发〔2008〕3号文件《甲通知》", { issuer: null }],
    ["备案人履行《甲条例》", { issuer: null }],
    ["出版全部《甲条例》", { issuer: null }],
    ["你局《关于甲的请示》", { issuer: null }],
  ])("%s", (text, expected) => expect(one(text)).toMatchObject(expected));

  it.each([
    ["依照国务院令第711号《甲条例》", "国务院令第711号"],
    ["根据国发〔2008〕3号文件《甲通知》", "国发〔2008〕3号"],
    ["2012年12月29日原国家质检总局令第150号公布的《甲办法》", "国家质检总局令第150号"],
  ])("number in front: %s", (text, number) => expect(one(text).number?.standard).toBe(number));
});
