import { describe, expect, it } from "vitest";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { folderOf, runCli } from "../support/commandLine";

function lint(cwd: string, ...args: string[]) {
  const { status, stdout } = runCli(cwd, ["lint", ".", "--format", "json", ...args]);
  const { files } = lintOutputSchema.parse(JSON.parse(stdout));
  return { status, byPath: new Map(files.map((file) => [file.path, file])) };
}

describe("companions under a configuration that is wrong", () => {
  const DRAFT = `---
公开属性: 主动公开
---

# 云溪县停车管理办法

第一条　为规范停车秩序，制定本办法。

第二条　任何单位和个人不得擅自占用道路停车。违反规定的，由县公安局依法处罚。

第三条　本办法自2027年1月1日起施行，有效期5年。
`;
  const READING =
    "# 《云溪县停车管理办法》政策解读\n\n　　制定背景和主要内容如下，另见《中华人民共和国合同法》。\n";
  const REVIEW =
    "# 关于《云溪县停车管理办法》的合法性审核意见\n\n　　县司法局经审核认为，该办法内容合法。\n\n云溪县司法局\n\n2026年10月8日\n";
  const PACKAGE = {
    "包/办法.md": DRAFT,
    "包/材料/政策解读.md": READING,
    "包/材料/合法性审核意见.md": REVIEW,
  };
  const missing = (result: ReturnType<typeof lint>) =>
    result.byPath
      .get("包/办法.md")
      ?.findings.map(({ ruleId }) => ruleId)
      .filter((id) => id.startsWith("missing-"));

  it("count as companions, and carry nothing but the error", () => {
    expect(missing(lint(folderOf({ "包/办法.md": DRAFT }), "--fail-on", "none"))).not.toEqual([]);
    const right = lint(folderOf(PACKAGE), "--fail-on", "none");
    expect(missing(right)).toEqual([]);
    expect(right.byPath.get("包/材料/政策解读.md")?.findings).not.toEqual([]);
    const cwd = folderOf({ ...PACKAGE, "包/材料/gongwen.config.yaml": "rule: {}\n" });
    for (const workers of ["1", "2"]) {
      const wrong = lint(cwd, "--fail-on", "none", "--workers", workers);
      expect(wrong.status).toBe(2);
      expect(missing(wrong)).toEqual([]);
      expect(wrong.byPath.get("包/办法.md")).toEqual(right.byPath.get("包/办法.md"));
      for (const path of ["包/材料/政策解读.md", "包/材料/合法性审核意见.md"])
        expect(wrong.byPath.get(path)).toMatchObject({
          error: expect.stringMatching(/^配置有误：\S*包\/材料\/gongwen\.config\.yaml：/),
          findings: [],
        });
    }
  });

  it("are no reason to call the exceptions stated for them unused", () => {
    const files = {
      ...PACKAGE,
      "包/gongwen.yaml": `正文: 办法.md
材料:
  政策解读: 材料/政策解读.md
  合法性审核意见: 材料/合法性审核意见.md
例外:
  - {规则: repealed-law, 文件: 材料/政策解读.md, 理由: 照录}
  - {规则: local/own, 文件: 材料/政策解读.md, 理由: 照录}
`,
    };
    const about = (files: Record<string, string>) =>
      lint(folderOf(files), "--fail-on", "none").byPath.get("包/gongwen.yaml");
    // Where nothing is wrong, a rule that nobody knows is told.
    expect(about(files)).toMatchObject({
      error: null,
      findings: [{ ruleId: "unused-suppression", message: expect.stringContaining("local/own 不存在") }],
    });
    expect(about({ ...files, "包/材料/gongwen.config.yaml": "rule: {}\n" })).toBeUndefined();
  });
});
