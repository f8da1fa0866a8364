import { describe, expect, it } from "vitest";
import { lintTexts, type Texts } from "../support/lintText";

const DRAFT = `云溪县停车管理办法

第一条　为规范停车秩序，制定本办法。
第二条　任何单位和个人不得擅自占用道路停车。违反规定的，由县公安局依法处罚。
第三条　本办法自2027年1月1日起施行，有效期5年。`;

const NOTE = `关于《云溪县停车管理办法》的起草说明
2026年9月1日，经县司法局合法性审核，认为符合法律、法规规定（合审〔2026〕7号）。`;

async function ruleIds(texts: Texts, path: string, exists?: (path: string) => boolean): Promise<string[]> {
  const reports = await lintTexts(texts, { exists });
  const report = reports.find((candidate) => candidate.path === path);
  if (!report) throw new Error(`no report for ${path}`);
  expect(report.error).toBeNull();
  return report.findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`);
}

describe("lintFiles", () => {
  it("reminds where a lone file cannot show it", async () => {
    expect(await ruleIds({ "办法.txt": DRAFT }, "办法.txt")).toEqual([
      "warning missing-disclosure",
      "info missing-interpretation",
      "info missing-legality-review",
    ]);
  });

  it("takes companions of the package as evidence and reports what is missing as errors", async () => {
    const texts = { "包/办法.txt": DRAFT, "包/起草说明.txt": NOTE };
    expect(await ruleIds(texts, "包/办法.txt")).toEqual([
      "error missing-disclosure",
      "error missing-interpretation",
    ]);
  });

  it("never lets companions of one package serve another", async () => {
    const texts = { "甲/办法.txt": DRAFT, "甲/起草说明.txt": NOTE, "乙/办法.txt": DRAFT };
    expect(await ruleIds(texts, "乙/办法.txt")).toContain("info missing-legality-review");
  });

  it("finds companions in sub-folders without a document of their own", async () => {
    const texts = { "包/办法.txt": DRAFT, "包/材料/起草说明.txt": NOTE };
    expect(await ruleIds(texts, "包/办法.txt")).toEqual([
      "error missing-disclosure",
      "error missing-interpretation",
    ]);
  });

  it("reads the manifest for the main document and reports linked files that are not there", async () => {
    const manifest =
      "公开属性: 主动公开\n合法性审核: {机构: 县司法局, 文号: 合审〔2026〕7号, 日期: 2026-09-01, 结论: 合法}\n解读: [政策解读.txt]\n";
    const texts = { "包/gongwen.yaml": manifest, "包/办法.txt": DRAFT };
    expect(await ruleIds(texts, "包/办法.txt")).toEqual(["error missing-interpretation"]);
    expect(await ruleIds(texts, "包/办法.txt", (path) => path === "包/政策解读.txt")).toEqual([]);
  });

  it("reports a wrong manifest and goes on", async () => {
    const reports = await lintTexts({ "包/gongwen.yaml": "公开属性: 大概公开\n", "包/办法.txt": DRAFT });
    expect(reports[0]).toMatchObject({ path: "包/gongwen.yaml", findings: [] });
    expect(reports[0]?.error).toContain("公开属性");
    expect(reports[1]?.error).toBeNull();
  });

  it("reports an unreadable file and lints the rest", async () => {
    const reports = await lintTexts({ "a.xyz": "什么", "办法.txt": DRAFT });
    expect(reports.map(({ path, error }) => [path, error === null])).toEqual([
      ["a.xyz", false],
      ["办法.txt", true],
    ]);
  });

  it("says so when a document has no date of its own to be judged on", async () => {
    const [report] = await lintTexts({ "办法.txt": DRAFT }, { asOf: "document" });
    expect(report?.asOf).toEqual({ date: "2026-11-24", from: "today" });
    expect(report?.notes.join()).toContain("未找到成文日期");
  });

  it("gives the same answer every time", async () => {
    const texts = { "包/办法.txt": DRAFT, "包/起草说明.txt": NOTE };
    expect(await lintTexts(texts)).toEqual(await lintTexts(texts));
  });
});
