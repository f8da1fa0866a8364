import { describe, expect, it } from "vitest";
import { readDraft } from "../support/draft";

/** Role and title of each part, with the first line it begins with. */
function partsOf(text: string): [string, string | null, string | null][] {
  const { document, facts } = readDraft({ text });
  const { parts } = facts;
  expect(parts[0]?.start).toBe(0);
  expect(parts.at(-1)?.end).toBe(document.blocks.length);
  parts.slice(1).forEach((part, i) => {
    expect(part.start).toBe(parts[i]?.end);
  });
  return parts.map(({ role, title, kind }) => [role, title, kind]);
}

const NOTICE = "云溪县人民政府关于印发《云溪县犬只管理办法》的通知";
const SIGNED =
  "各镇人民政府：\n现将《云溪县犬只管理办法》印发给你们，请遵照执行。\n云溪县人民政府\n2024年5月6日";
const RULES = "云溪县犬只管理办法\n第一条　为加强管理，制定本办法。\n第二条　养犬人应当登记。";

describe("divide", () => {
  it("keeps a plain notice in one part", () => {
    const text =
      "云溪县人民政府关于防火的通知\n各镇人民政府：\n请做好防火工作。\n云溪县人民政府\n2024年5月6日";
    expect(partsOf(text)).toEqual([["main", "云溪县人民政府关于防火的通知", "通知"]]);
  });

  it("keeps an issued text that stands alone in one part", () => {
    expect(partsOf(RULES)).toEqual([["main", "云溪县犬只管理办法", "办法"]]);
  });

  it.each([
    ["behind the date", `${NOTICE}\n${SIGNED}\n（此件公开发布）\n${RULES}`],
    ["behind an annex mark", `${NOTICE}\n${SIGNED}\n附件\n${RULES}`],
    ["without a date", `${NOTICE}\n各镇人民政府：\n现将办法印发给你们。\n${RULES}`],
    [
      "with a spread title",
      `${NOTICE}\n${SIGNED}\n云溪县\n犬 只 管 理 办 法\n第一条　为加强管理，制定本办法。`,
    ],
  ])("finds the issued text %s", (_, text) => {
    expect(partsOf(text)).toEqual([
      ["main", NOTICE, "通知"],
      ["issued", "云溪县犬只管理办法", "办法"],
    ]);
  });

  it("finds two issued texts", () => {
    const text = [
      "云溪县人民政府关于印发文化场馆开放和进一步支持文化企业两个规定的通知",
      "各镇人民政府：\n现将两个规定印发给你们。\n云溪县人民政府\n2024年5月6日",
      "文化场馆开放的规定\n一、场馆应当开放。",
      "进一步支持文化企业的规定\n一、给予补贴。",
    ].join("\n");
    expect(partsOf(text).map(([role, title]) => [role, title])).toEqual([
      ["main", "云溪县人民政府关于印发文化场馆开放和进一步支持文化企业两个规定的通知"],
      ["issued", "文化场馆开放的规定"],
      ["issued", "进一步支持文化企业的规定"],
    ]);
  });

  it("finds the regulation an order carries", () => {
    const text =
      "云溪省人民政府令\n第220号\n《云溪省犬只管理办法》已经通过，现予公布。\n省长　李某某\n2024年5月6日\n云溪省犬只管理办法\n第一条　为加强管理，制定本办法。";
    expect(partsOf(text)).toEqual([
      ["main", null, null],
      ["issued", "云溪省犬只管理办法", "办法"],
    ]);
  });

  it("finds annexes by their marks, not by the list or by mentions", () => {
    const text = `云溪县人民政府关于防火的通知\n各镇人民政府：\n名单见附件1。\n附件：1. 名单\n2. 检查表\n云溪县人民政府\n2024年5月6日\n附件1\n名单\n某某某\n附件2：检查表\n项目`;
    expect(partsOf(text)).toEqual([
      ["main", "云溪县人民政府关于防火的通知", "通知"],
      ["annex", "名单", "名单"],
      ["annex", "检查表", null],
    ]);
  });

  it("finds the annexes of a text of articles behind its list", () => {
    const text = `${RULES}\n第三条　本办法自发布之日起施行。\n附件：1、登记操作规程\n2、免疫操作规程\n附件1：登记操作规程\n一、登记。\n附件2：免疫操作规程\n一、免疫。`;
    expect(partsOf(text).map(([role, title]) => [role, title])).toEqual([
      ["main", "云溪县犬只管理办法"],
      ["annex", "登记操作规程"],
      ["annex", "免疫操作规程"],
    ]);
  });

  it("takes a report below the date for an annex, mark or none", () => {
    const text =
      "云溪县人民政府关于防火情况的通报\n各镇人民政府：\n现通报如下。\n云溪县人民政府\n2024年5月6日\n关于火灾情况的报告\n火灾减少。\n云溪县消防大队\n2024年4月1日";
    expect(partsOf(text)[1]).toEqual(["annex", "关于火灾情况的报告", "报告"]);
  });

  it("takes 实施 in a reply's title for no issuing", () => {
    const text =
      "云溪省人民政府关于授权云溪县实施管辖范围的批复\n云溪县人民政府：\n同意。\n附件1.坐标表\n云溪省人民政府\n2006年12月30日\n附件1.\n坐标表\n1 2";
    expect(partsOf(text)[1]).toEqual(["annex", "坐标表", null]);
  });
});
