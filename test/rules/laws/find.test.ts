import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readData } from "../../../rules/laws/build/data";
import { titleKey } from "../../../rules/laws/titleKey";
import { testRegistry } from "../../support/registry";

const registry = testRegistry();

describe("find", () => {
  it.each([
    ["中华人民共和国安全生产法", "exact", "中华人民共和国安全生产法"],
    ["安全生产法", "short", "中华人民共和国安全生产法"],
    ["中华人民共和国 安全生产法", "normalised", "中华人民共和国安全生产法"],
    ["安全生产法（2014年修正）", "short", "中华人民共和国安全生产法"],
    ["中华人民共和国安全生产法（2021年修正）", "normalised", "中华人民共和国安全生产法"],
    ["政府信息公开条例", "short", "中华人民共和国政府信息公开条例"],
    ["中华人民共和国重大行政决策程序暂行条例", "normalised", "重大行政决策程序暂行条例"],
    ["宪法", "short", "中华人民共和国宪法"],
    ["税收征管法", "short", "中华人民共和国税收征收管理法"],
    [
      "关于审理民间借贷案件适用法律若干问题的规定",
      "normalised",
      "最高人民法院关于审理民间借贷案件适用法律若干问题的规定",
    ],
    [
      "最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定",
      "normalised",
      "最高人民法院关于适用《中华人民共和国民法典》时间效力的若干规定",
    ],
    [
      "最高人民法院关于适用<民法典>时间效力的若干规定",
      "normalised",
      "最高人民法院关于适用《中华人民共和国民法典》时间效力的若干规定",
    ],
    [
      "中共中央、国务院关于推进安全生产领域改革发展的意见",
      "normalised",
      "中共中央 国务院关于推进安全生产领域改革发展的意见",
    ],
    ['国务院关于积极推进"互联网+"行动的指导意见', "normalised", "国务院关于积极推进“互联网+”行动的指导意见"],
    ["政府网站发展指引", "exact", "政府网站发展指引"],
    ["产业结构调整指导目录（2011年本）", "exact", "产业结构调整指导目录（2011年本）"],
  ])("finds 《%s》 (%s)", (given, how, title) => {
    expect(registry.find(given)).toMatchObject({ how, law: { title } });
  });

  it.each([
    "",
    "《》",
    "习近平谈治国理政",
    "某县小型水库管理办法",
    "中华人民共和国安全生产法实施办法",
    "产业结构调整指导目录（2005年本）",
    "药品生产质量管理规范（1998年修订）",
    "中华人民共和国安全生产法（草案）",
    "关于加强管理的通知",
  ])("does not find 《%s》", (given) => {
    expect(registry.find(given)).toBeNull();
  });

  it("finds a document without its issuer when the number agrees with the issuer", () => {
    const title = "关于促进节约集约用地的通知";
    expect(registry.find(title, { number: "国发〔2008〕3号" })?.law.title).toBe(`国务院${title}`);
    expect(registry.find(title, { number: "国发〔2008〕4号" })?.law.title).toBe(`国务院${title}`);
    expect(registry.find(title, { number: "鲁政发〔2008〕3号" })).toBeNull();
    expect(registry.find(`国务院办公厅${title}`)).toBeNull();
  });

  it("chooses among namesakes by number, else by date", () => {
    const title = "国务院关于机构设置的通知";
    const year = (hints: { number?: string; date?: string }) =>
      registry.find(title, hints)?.law.versions[0]?.order;
    expect(year({ number: "国发[2008]11号" })).toBe("国发〔2008〕11号");
    expect(year({ date: "2015-06-01" })).toBe("国发〔2013〕14号");
    expect(year({ date: "1990-06-01" })).toBe("国发〔1998〕5号");
    expect(year({})).toBe("国发〔2023〕5号");
    expect(registry.find("国家安全法", { date: "2010-01-01" })?.law.versions[0]?.adopted).toBe("1993-02-22");
    expect(registry.find("国家安全法", { date: "2020-01-01" })?.law.versions[0]?.adopted).toBe("2015-07-01");
  });

  it("knows every number of a title that several documents have", () => {
    const law = registry.find("国务院关于机构设置的通知", { number: "国发〔2008〕11号" })?.law;
    expect(law?.title).toBe("国务院关于机构设置的通知");
    expect(law?.otherNumbers).toContain("国发〔2023〕5号");
    expect(law?.otherNumbers).not.toContain("国发〔2008〕11号");
    expect(law && registry.namesakes(law)).toHaveLength(6);
  });

  it("finds every row of the data by its official title and by each short name", () => {
    for (const { title, official, short } of readData().rows) {
      expect(registry.find(official ?? title)?.law.title).toBe(official ?? title);
      for (const name of short) expect(registry.find(name), name).not.toBeNull();
    }
  });

  it("finds a title whatever signs and blanks are put into it", () => {
    const titles = readData().rows.map((row) => row.official ?? row.title);
    const signs = fc.constantFrom(" ", "　", "“", "”", '"', "〈", "〉", "、", "·");
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.array(fc.tuple(fc.nat(), signs), { maxLength: 4 }),
        (title, extras) => {
          let written = title;
          for (const [at, sign] of extras) {
            const place = at % (written.length + 1);
            written = written.slice(0, place) + sign + written.slice(place);
          }
          expect(titleKey(registry.find(written)?.law.title ?? "")).toBe(titleKey(title));
        },
      ),
    );
  });

  it("never throws, whatever it is asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (title, number) => {
        registry.find(title, { number });
        registry.near(title);
        registry.byNumber(number);
        registry.search(title, 5);
        registry.lexicon.nameEndingAt(title, title.length);
      }),
    );
  });
});

describe("search", () => {
  const titles = (words: string) => registry.search(words, 5).map(({ title }) => title);

  it.each([
    ["安全生产法", "中华人民共和国安全生产法"],
    ["政府信息 条例", "中华人民共和国政府信息公开条例"],
    ["国办发[2018]37号", "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知"],
    ["重大决策暂行条例", "重大行政决策程序暂行条例"],
    ["银监法", "中华人民共和国银行业监督管理法"],
  ])("finds %s first", (words, title) => {
    expect(titles(words)[0]).toBe(title);
  });

  it("keeps to the limit and says nothing to nothing", () => {
    expect(registry.search("条例", 3)).toHaveLength(3);
    expect(registry.search("条例", 0)).toEqual([]);
    expect(registry.search("  ", 5)).toEqual([]);
  });
});
