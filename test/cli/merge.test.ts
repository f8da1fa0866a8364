import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { folderOf, runCli } from "../support/commandLine";

const notice = (words: string) =>
  `# 松河县人民政府办公室关于开展检查的通知\n\n各乡镇人民政府：\n\n${words}\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件公开发布）\n`;
const OLD = notice("根据《中华人民共和国合同法》检查。");
const TEXTS = { "甲/一.md": OLD, "乙/二.md": OLD, "丙/三.md": notice("请认真检查。") };

/** Checks the folder in two parts and merges them. */
function inParts(cwd: string, lintOptions: readonly string[], mergeOptions: readonly string[]) {
  for (const index of [1, 2])
    runCli(cwd, ["lint", ".", "--shard", `${index}/2`, "--shard-output", `${index}.part`, ...lintOptions]);
  return runCli(cwd, ["merge", "1.part", "2.part", ...mergeOptions]);
}

const read = (cwd: string, name: string) => readFileSync(join(cwd, name), "utf8");

describe("merge", () => {
  it("makes, prunes and obeys a baseline as one run does", () => {
    const cwd = folderOf(TEXTS);
    runCli(cwd, ["lint", ".", "--baseline", "一次.tsv", "--update-baseline"]);
    const made = inParts(cwd, [], ["--baseline", "合并.tsv", "--update-baseline"]);
    expect(made.status).toBe(0);
    expect(read(cwd, "合并.tsv")).toBe(read(cwd, "一次.tsv"));
    expect(read(cwd, "合并.tsv").split("\n").length).toBeGreaterThan(2);

    writeFileSync(join(cwd, "甲/一.md"), TEXTS["丙/三.md"]);
    writeFileSync(join(cwd, "丙/三.md"), notice("依照《中华人民共和国物权法》检查。"));
    copyFileSync(join(cwd, "一次.tsv"), join(cwd, "一次清理.tsv"));
    const whole = runCli(cwd, [
      "lint",
      ".",
      "--format",
      "json",
      "--baseline",
      "一次清理.tsv",
      "--prune-baseline",
    ]);
    const merged = inParts(cwd, [], ["--format", "json", "--baseline", "合并.tsv", "--prune-baseline"]);
    expect(merged.stdout).toBe(whole.stdout);
    expect(merged.stderr).toBe(whole.stderr.replaceAll("一次清理", "合并"));
    expect(read(cwd, "合并.tsv")).toBe(read(cwd, "一次清理.tsv"));
    expect(read(cwd, "合并.tsv")).not.toContain("甲/一.md");
    const { files } = lintOutputSchema.parse(JSON.parse(merged.stdout));
    expect(files.filter(({ findings }) => findings.length > 0).map(({ path }) => path)).toEqual(["丙/三.md"]);
  });

  it("leaves entries of rules alone that were not run", () => {
    const cwd = folderOf(TEXTS);
    runCli(cwd, ["lint", ".", "--baseline", "基线.tsv", "--update-baseline"]);
    const before = read(cwd, "基线.tsv");
    writeFileSync(join(cwd, "甲/一.md"), TEXTS["丙/三.md"]);
    const rule = ["--rule", "missing-disclosure"];
    const merged = inParts(cwd, rule, ["--baseline", "基线.tsv", "--prune-baseline"]);
    expect(merged.status).toBe(0);
    expect(read(cwd, "基线.tsv")).toBe(before);
    runCli(cwd, ["lint", ".", "--shard", "1/2", "--shard-output", "1.part"]);
    const mixed = runCli(cwd, ["merge", "1.part", "2.part"]);
    expect([mixed.status, mixed.stderr]).toEqual([2, expect.stringContaining("所选规则不同")]);
  });

  it("refuses a part that was cut short, and names it", () => {
    const cwd = folderOf(TEXTS);
    inParts(cwd, [], []);
    writeFileSync(join(cwd, "2.part"), read(cwd, "2.part").slice(0, -30));
    const { status, stderr } = runCli(cwd, ["merge", "1.part", "2.part"]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/2\.part：分片文件不完整/)]);
    expect(runCli(cwd, ["merge", "没有.part"]).stderr).toContain("没有.part");
  });

  it("writes a report as one run does, with the documents' text where it stands beside them", () => {
    const cwd = folderOf(TEXTS);
    runCli(cwd, ["lint", ".", "--output", "html=一次.out"]);
    inParts(cwd, [], ["--output", "html=合并.out"]);
    expect(read(cwd, "合并.out")).toBe(read(cwd, "一次.out"));
    expect(read(cwd, "合并.out")).toContain("各乡镇人民政府");
  });
});
