import { describe, expect, it } from "vitest";
import { fileStem, roleByName } from "../../linter/workspace/roles";

describe("roleByName", () => {
  it.each([
    ["政策解读", "interpretation"],
    ["03-政策解读（终稿）(1)", "interpretation"],
    ["《云溪县犬只管理办法》解读", "interpretation"],
    ["一图读懂：犬只管理办法", "interpretation"],
    ["犬只管理办法解读方案", "interpretation-plan"],
    ["合法性审核意见书", "review-opinion"],
    ["合法性审查意见", "review-opinion"],
    ["关于《云溪县犬只管理办法》的起草说明", "drafting-note"],
    ["征求意见采纳情况", "consultation"],
    ["公平竞争审查表", "fair-competition"],
    ["附件1 申请表", "annex"],
  ])("%s is %s", (name, role) => {
    expect(roleByName(name)?.role).toBe(role);
  });

  it.each([
    "关于加强政策解读工作的通知",
    "云溪县行政规范性文件合法性审核办法",
    "公平竞争审查实施细则",
    "云溪县犬只管理办法（征求意见稿）",
    "关于印发云溪县政策解读工作规范的通知",
    "正文",
  ])("%s is a document of its own", (name) => {
    expect(roleByName(name)).toBeNull();
  });
});

describe("fileStem", () => {
  it.each([
    ["a/b/正文.docx", "正文"],
    ["正文", "正文"],
    [".hidden", ".hidden"],
    ["《办法》v1.2.md", "《办法》v1.2"],
  ])("%s → %s", (path, stem) => {
    expect(fileStem(path)).toBe(stem);
  });
});
