import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inspectOutputSchema, lintOutputSchema } from "../../linter/reporters/contract";
import { folderOf, runCli } from "../support/commandLine";

const GOOD = `云溪县人民政府办公室关于开展安全检查的通知
云政办发〔2026〕31号
各乡镇人民政府：
　　依照《中华人民共和国消防法》开展检查。
云溪县人民政府办公室
2026年11月18日
（此件主动公开）
`;
const BAD = GOOD.replace("消防法", "合同法");

describe("lint", () => {
  it("exits 0 without, 1 with and 2 on files that cannot be read", () => {
    const cwd = folderOf({ "好.txt": GOOD, "坏.txt": BAD, "空.txt": "" });
    expect(runCli(cwd, ["lint", "好.txt"]).status).toBe(0);
    expect(runCli(cwd, ["lint", "坏.txt"]).status).toBe(1);
    expect(runCli(cwd, ["lint", "坏.txt", "--fail-on", "none"]).status).toBe(0);
    const broken = runCli(cwd, ["lint", ".", "--format", "json"]);
    expect(broken.status).toBe(2);
    const output = lintOutputSchema.parse(JSON.parse(broken.stdout));
    expect(output.counts).toMatchObject({ files: 3, unreadable: 1, error: 1 });
    expect(output.files.find(({ path }) => path === "空.txt")?.error).toContain("空");
  });

  it("prints the contract's JSON with places that lead back", () => {
    const { stdout } = runCli(folderOf({ "坏.txt": BAD }), [
      "lint",
      "坏.txt",
      "--format",
      "json",
      "--as-of",
      "2026-11-24",
    ]);
    const { files, asOf } = lintOutputSchema.parse(JSON.parse(stdout));
    expect(asOf).toBe("2026-11-24");
    expect(files[0]).toMatchObject({ path: "坏.txt", kind: "通知", normative: false, error: null });
    expect(files[0]?.findings[0]).toMatchObject({
      ruleId: "repealed-law",
      severity: "error",
      quote: "《中华人民共和国合同法》",
      location: { line: 4, column: 5, endLine: 4, endColumn: 17, paragraph: 4, page: null },
    });
  });

  it("shows sentence, mark, basis and advice in the terminal", () => {
    const { stdout } = runCli(folderOf({ "坏.txt": BAD }), ["lint", "坏.txt"]);
    expect(stdout).toContain("依照《中华人民共和国合同法》开展检查");
    expect(stdout).toContain("^".repeat(24));
    expect(stdout).toMatch(/依据 .+/);
    expect(stdout).toMatch(/建议 .+/);
    expect(stdout).toContain("共 1 个文件：错误 1，警告 0，提示 0");
  });

  it("reads standard input under a given name", () => {
    expect(runCli(folderOf({}), ["lint", "--stdin-filename", "坏.txt"], BAD).status).toBe(1);
  });

  it("runs only the rules asked for and refuses unknown ones", () => {
    const cwd = folderOf({ "坏.txt": BAD });
    expect(runCli(cwd, ["lint", "坏.txt", "--rule", "law-title"]).status).toBe(0);
    const unknown = runCli(cwd, ["lint", "坏.txt", "--rule", "no-such-rule"]);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining("no-such-rule")]);
  });

  it("counts warnings against --max-warnings", () => {
    const cwd = folderOf({ "无.txt": GOOD.replace("（此件主动公开）\n", "") });
    expect(runCli(cwd, ["lint", "无.txt"]).status).toBe(0);
    expect(runCli(cwd, ["lint", "无.txt", "--max-warnings", "0"]).status).toBe(1);
  });

  it.each([
    [["lint", "--no-such-option"], "没有选项"],
    [["lint", "--as-of", "2026-02-30", "."], "日期"],
    [["lint", "没有的文件.txt"], "没有这个文件"],
    [["nonsense"], "没有命令"],
  ])("%j is wrong usage", (args, message) => {
    const { status, stderr } = runCli(folderOf({}), args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("configuration", () => {
  it("is found upwards, nearest wins, overrides count from its folder", () => {
    const cwd = folderOf({
      "gongwen.config.yaml": "rules: {repealed-law: off}\n",
      "甲/坏.txt": BAD,
      "乙/gongwen.config.yaml": "overrides: [{files: ['深/**'], rules: {repealed-law: warning}}]\n",
      "乙/坏.txt": BAD,
      "乙/深/坏.txt": BAD,
    });
    const { stdout } = runCli(cwd, ["lint", ".", "--format", "json"]);
    const { files } = lintOutputSchema.parse(JSON.parse(stdout));
    const severities = Object.fromEntries(
      files.map(({ path, findings }) => [path, findings[0]?.severity ?? null]),
    );
    expect(severities).toEqual({ "甲/坏.txt": null, "乙/坏.txt": "error", "乙/深/坏.txt": "warning" });
  });

  it.each([
    ["rules: {no-such: error}", "rules.no-such"],
    ["rules: {law-title: loud}", "rules.law-title"],
    ["extends: [1]", "extends"],
    ["nonsense: 1", "nonsense"],
    ["rules: [", "第"],
  ])("%s is refused by key, on the files it applies to", (config, key) => {
    const { status, stdout } = runCli(folderOf({ "gongwen.config.yaml": config, "好.txt": GOOD }), [
      "lint",
      "好.txt",
    ]);
    expect([status, stdout]).toEqual([2, expect.stringContaining(key)]);
  });

  it("adds own laws from a CSV file", () => {
    const cwd = folderOf({
      "gongwen.config.yaml": "laws: [own.csv]\n",
      "own.csv":
        "题名,级别,制定机关,施行日期,状态,废止日期\n云溪县停车办法,规范性文件,云溪县人民政府,2015-01-01,已废止,2020-01-01\n",
      "文.txt": GOOD.replace("《中华人民共和国消防法》", "《云溪县停车办法》"),
    });
    const { stdout } = runCli(cwd, ["lint", "文.txt", "--format", "json"]);
    expect(lintOutputSchema.parse(JSON.parse(stdout)).files[0]?.findings).toMatchObject([
      { ruleId: "repealed-law" },
    ]);
  });
});

describe("other commands", () => {
  it("inspect prints the contract's JSON", () => {
    const { stdout, status } = runCli(folderOf({ "好.txt": GOOD }), [
      "inspect",
      "好.txt",
      "--format",
      "json",
    ]);
    expect(status).toBe(0);
    const { files } = inspectOutputSchema.parse(JSON.parse(stdout));
    expect(files[0]).toMatchObject({
      kind: "通知",
      elements: { docNumber: "云政办发〔2026〕31号", date: "2026-11-18", note: "（此件主动公开）" },
      disclosure: { value: "主动公开", source: "text" },
      citations: [{ title: "中华人民共和国消防法", resolved: { status: "in-force" } }],
    });
  });

  it("rules, explain, laws search and laws show answer in Chinese", () => {
    const cwd = folderOf({});
    expect(runCli(cwd, ["rules"]).stdout).toContain("引用已废止的法律法规");
    expect(runCli(cwd, ["explain", "repealed-law"]).stdout).toContain("## 依据");
    expect(runCli(cwd, ["explain", "nothing"]).status).toBe(2);
    expect(runCli(cwd, ["laws", "search", "行政处罚"]).stdout).toContain("《中华人民共和国行政处罚法》");
    expect(runCli(cwd, ["laws", "show", "合同法"]).stdout).toContain("由谁取代：《中华人民共和国民法典》");
    expect(runCli(cwd, ["laws", "show", "没有这部法"]).status).toBe(1);
  });

  it("laws check-updates prints what a newer file changes", () => {
    const cwd = folderOf({
      "新.jsonl": `${JSON.stringify({ title: "不存在的法", short: [], level: "法律", issuer: null, status: "in-force", versions: [{ adopted: "2026-11-01", effective: null, kind: "enacted", order: null, articles: null }], repealed: null, replacedBy: null, confidence: "high", asOf: "2026-11-01", source: "test" })}\n`,
    });
    const { status, stdout } = runCli(cwd, ["laws", "check-updates", "新.jsonl"]);
    expect([status, stdout]).toEqual([1, expect.stringContaining("新增　《不存在的法》")]);
  });

  it("init writes a configuration that is valid, and never overwrites", () => {
    const cwd = folderOf({ "好.txt": GOOD });
    expect(runCli(cwd, ["init", "--yes"]).status).toBe(0);
    expect(readFileSync(join(cwd, "gongwen.config.yaml"), "utf8")).toContain("extends: recommended");
    expect(runCli(cwd, ["lint", "好.txt"]).status).toBe(0);
    expect(runCli(cwd, ["init", "--yes"]).status).toBe(2);
  });

  it("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(runCli(folderOf({}), ["--version"]).stdout.trim()).toBe(version);
  });
});
