import { describe, expect, it } from "vitest";
import { lintTexts, type Texts } from "../support/lintText";

const DRAFT = `云溪县停车管理办法

第一条　为规范停车秩序，制定本办法。
第二条　任何单位和个人不得擅自占用道路停车。违反规定的，由县公安局依法处罚。
第三条　本办法自2027年1月1日起施行，有效期5年。`;

async function ruleIds(texts: Texts, path: string): Promise<string[]> {
  const report = (await lintTexts(texts)).find((candidate) => candidate.path === path);
  return report?.findings.map(({ ruleId }) => ruleId) ?? [];
}

const manifest = (exceptions: string) => `正文: 办法.txt\n例外:\n${exceptions}`;

describe("exceptions", () => {
  it("in comments of a document", async () => {
    const draft = `<!-- gongwen-lint-disable-next missing-disclosure: 印发时另行标注 -->\n\n${DRAFT}`;
    expect(await ruleIds({ "办法.md": DRAFT }, "办法.md")).toContain("missing-disclosure");
    expect(await ruleIds({ "办法.md": draft }, "办法.md")).not.toContain("missing-disclosure");
    const [report] = await lintTexts({ "办法.md": draft });
    expect(report?.notes).toContain("按写明的例外，1 个问题不报告");
  });

  it("in a manifest, for a file without comments", async () => {
    const exception = "  - {规则: missing-disclosure, 文件: 办法.txt, 理由: 印发时另行标注}\n";
    const texts = { "包/gongwen.yaml": manifest(exception), "包/办法.txt": DRAFT };
    const reported = await ruleIds(texts, "包/办法.txt");
    expect(reported).not.toContain("missing-disclosure");
    expect(reported).toContain("missing-interpretation");
    expect(await ruleIds(texts, "包/gongwen.yaml")).toEqual([]);
  });

  it("that the manifest does not need are reported on its own line", async () => {
    const exceptions =
      "  - {规则: repealed-law, 文件: 办法.txt, 理由: 附件照录}\n  - {规则: law-title, 文件: 没有.txt, 理由: 旧}\n";
    const reports = await lintTexts({ "包/gongwen.yaml": manifest(exceptions), "包/办法.txt": DRAFT });
    const report = reports.find(({ path }) => path === "包/gongwen.yaml");
    expect(report?.error).toBeNull();
    expect(
      report?.findings.map(({ ruleId, message, location }) => [ruleId, location.line, message]).sort(),
    ).toEqual([
      ["unused-suppression", 3, "这里没有规则 repealed-law 的问题，例外没有用到"],
      ["unused-suppression", 4, "例外所列的文件 包/没有.txt 不存在"],
    ]);
  });

  it("without a reason make the manifest wrong, and count for nothing", async () => {
    const exception = "  - {规则: missing-disclosure, 文件: 办法.txt}\n";
    const texts = { "包/gongwen.yaml": manifest(exception), "包/办法.txt": DRAFT };
    const reports = await lintTexts(texts);
    expect(reports[0]?.error).toContain("例外[0]：应写明理由");
    expect(await ruleIds(texts, "包/办法.txt")).toContain("missing-disclosure");
  });

  it("are not called unused where the file could not be checked", async () => {
    const exceptions = "  - {规则: repealed-law, 文件: 表.xlsx, 理由: 附件照录}\n";
    const texts = { "包/gongwen.yaml": manifest(exceptions), "包/办法.txt": DRAFT, "包/表.xlsx": "" };
    const reports = await lintTexts(texts);
    expect(reports.find(({ path }) => path === "包/表.xlsx")?.error).toContain("xlsx");
    expect(reports.map(({ path }) => path)).not.toContain("包/gongwen.yaml");
  });
});
