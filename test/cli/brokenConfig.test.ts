import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { folderOf, runCli } from "../support/commandLine";

const notice = (text: string) =>
  `# 云溪县人民政府办公室关于开展检查的通知\n\n各乡镇人民政府：\n\n　　${text}\n`;
const REPEALED = notice("根据《中华人民共和国合同法》办理。");

/** The folder 好 is right, each other one has a configuration that is wrong in its own way. */
const FILES: Record<string, string> = {
  "好/一.md": REPEALED,
  "语法/gongwen.config.yaml": "rules:\n  law-title: info\n  rules: {\n",
  "语法/二.md": REPEALED,
  "规则/gongwen.config.yaml": "rules: {no-such-rule: error}\n",
  "规则/深/三.md": REPEALED,
  "引用/gongwen.config.yaml": "extends: 没有.yaml\n",
  "引用/四.md": REPEALED,
  "缺法规/gongwen.config.yaml": "laws: [没有.csv]\n",
  "缺法规/五.md": REPEALED,
  "坏法规/gongwen.config.yaml": "laws: [坏.csv]\n",
  "坏法规/坏.csv": "题名,状态\n某办法,也许\n",
  "坏法规/六.md": REPEALED,
  "写法/gongwen.config.yaml": "patterns: [{id: local/x, title: 测试, basis: [某办法], regex: (甲+)+乙}]\n",
  "写法/七.md": REPEALED,
  "程序/gongwen.config.ts": "const rules = {};\nthrow new Error('没有写完');\n",
  "程序/八.md": REPEALED,
  "脚本/gongwen.config.js": "export default {\n  rules: {,\n};\n",
  "脚本/九.md": REPEALED,
};

/** What is said of each wrong folder: the configuration and the place. */
const SAID: Record<string, RegExp> = {
  "好/一.md": /^null$/,
  "语法/二.md": /^配置有误：\S*语法\/gongwen\.config\.yaml：第\d+行：/,
  "规则/深/三.md": /^配置有误：\S*规则\/gongwen\.config\.yaml：rules\.no-such-rule：/,
  "引用/四.md":
    /^配置有误：\S*引用\/gongwen\.config\.yaml：extends 的“没有\.yaml”有误：\S*没有\.yaml：没有这个配置文件$/,
  "缺法规/五.md":
    /^配置有误：\S*缺法规\/gongwen\.config\.yaml：laws 有误：\S*没有\.csv：没有这个法律法规文件/,
  "坏法规/六.md": /^配置有误：\S*坏法规\/gongwen\.config\.yaml：laws 有误：\S*坏\.csv：第1条.*也许/,
  "写法/七.md": /^配置有误：\S*写法\/gongwen\.config\.yaml：patterns\[0\]\.regex：/,
  "程序/八.md": /^配置有误：\S*程序\/gongwen\.config\.ts：第2行：程序出错：没有写完$/,
  "脚本/九.md": /^配置有误：\S*脚本\/gongwen\.config\.js：第2行：程序出错：/,
};

function lint(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = runCli(cwd, ["lint", ".", "--format", "json", ...args]);
  expect(stderr).toBe("");
  const { files, counts } = lintOutputSchema.parse(JSON.parse(stdout));
  return { status, stdout, files, counts, byPath: new Map(files.map((file) => [file.path, file])) };
}

function git(cwd: string, ...args: string[]): void {
  const identity = ["-c", "user.name=甲", "-c", "user.email=a@example.invalid"];
  expect(spawnSync("git", [...identity, ...args], { cwd }).status).toBe(0);
}

describe("a configuration that is wrong", () => {
  it("keeps only its own files from being checked, with file and place, in one thread and in several", () => {
    const cwd = folderOf(FILES);
    const outputs = ["1", "2"].map((workers) => lint(cwd, "--workers", workers));
    const [{ status, files, counts, byPath }] = outputs as [ReturnType<typeof lint>];
    expect(status).toBe(2);
    expect(files.map(({ path }) => path).sort()).toEqual(Object.keys(SAID).sort());
    for (const [path, said] of Object.entries(SAID)) expect(String(byPath.get(path)?.error)).toMatch(said);
    expect(byPath.get("好/一.md")?.findings.map(({ ruleId }) => ruleId)).toContain("repealed-law");
    expect(files.filter(({ error }) => error !== null).flatMap(({ findings }) => findings)).toEqual([]);
    expect(counts.unreadable).toBe(files.length - 1);
    expect(outputs[1]?.stdout).toBe(outputs[0]?.stdout);
  });

  it("is told again from the cache until it is put right", () => {
    const cwd = folderOf(FILES);
    const first = lint(cwd, "--cache");
    expect(lint(cwd, "--cache").stdout).toBe(first.stdout);
    writeFileSync(join(cwd, "规则/gongwen.config.yaml"), "rules: {repealed-law: info}\n");
    const third = lint(cwd, "--cache").byPath.get("规则/深/三.md");
    expect(third?.error).toBeNull();
    expect(third?.findings.find(({ ruleId }) => ruleId === "repealed-law")?.severity).toBe("info");
  });

  it("is told by shards, which merge to one run, by a change, and beside fixes", () => {
    const cwd = folderOf(FILES);
    const whole = lint(cwd);
    for (const shard of ["1", "2"])
      expect(
        runCli(cwd, ["lint", ".", "--shard", `${shard}/2`, "--shard-output", `${shard}.part`]).status,
      ).toBe(2);
    const merged = runCli(cwd, ["merge", "1.part", "2.part", "--format", "json"]);
    expect([merged.status, merged.stdout]).toEqual([2, whole.stdout]);

    git(cwd, "init", "-q");
    git(cwd, "add", ".");
    git(cwd, "commit", "-q", "-m", "甲");
    for (const path of ["好/一.md", "规则/深/三.md"]) writeFileSync(join(cwd, path), `${FILES[path]}\n`);
    const changed = lint(cwd, "--changed", "HEAD");
    expect(changed.files.map(({ path, error }) => [path, error === null])).toEqual([
      ["好/一.md", true],
      ["规则/深/三.md", false],
    ]);
    expect(changed.status).toBe(2);
  });

  it("leaves its files as they are, where others are fixed", () => {
    const wrong = notice("根据《中华人民共和国立法法》第３条办理，按照(国办发[2018]37号)执行。");
    const files = { "好/一.md": wrong, "坏/gongwen.config.yaml": "rule: {}\n", "坏/二.md": wrong };
    const shown = runCli(folderOf(files), ["lint", ".", "--diff"]);
    expect(shown.status).toBe(2);
    expect(shown.stdout).toContain("+++ 好/一.md");
    expect(shown.stdout).not.toContain("坏/二.md");
    expect(shown.stderr).toMatch(/^未能检查 坏\/二\.md：配置有误：\S*坏\/gongwen\.config\.yaml：/m);
    const cwd = folderOf(files);
    expect(runCli(cwd, ["lint", ".", "--fix"]).status).toBe(2);
    expect(readFileSync(join(cwd, "好/一.md"), "utf8")).not.toBe(wrong);
    expect(readFileSync(join(cwd, "坏/二.md"), "utf8")).toBe(wrong);
  });

  it("is told on the one file that comes by standard input, and on every line of a stream", () => {
    const cwd = folderOf({ "gongwen.config.yaml": "rule: {}\n", "内/gongwen.config.yaml": "" });
    const said = expect.stringMatching(/^配置有误：\S*gongwen\.config\.yaml：/);
    const stdin = (name: string) => {
      const { status, stdout } = runCli(
        cwd,
        ["lint", "--stdin-filename", name, "--format", "json"],
        REPEALED,
      );
      return [status, lintOutputSchema.parse(JSON.parse(stdout)).files[0]?.error];
    };
    expect(stdin("一.md")).toEqual([2, said]);
    expect(stdin("内/一.md")).toEqual([1, null]);
    const lines = ["一.md", "二.md"].map((path) => `${JSON.stringify({ path, text: REPEALED })}\n`).join("");
    const { status, stdout } = runCli(cwd, ["lint", "--stdin-ndjson"], lines);
    expect(status).toBe(2);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({ path: "一.md", error: said, findings: [] }),
      expect.objectContaining({ path: "二.md", error: said, findings: [] }),
    ]);
  });

  it("ends a look at the settings of its own files only", () => {
    const cwd = folderOf(FILES);
    expect(runCli(cwd, ["lint", "--print-config", "好/一.md"]).status).toBe(0);
    for (const path of ["规则/深/三.md", "缺法规/五.md"]) {
      const { status, stdout, stderr } = runCli(cwd, ["lint", "--print-config", path]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`${path.split("/")[0]}/gongwen.config.yaml：`);
    }
  });

  it("ends the run when it was given by hand; so does a rule that nobody knows", () => {
    const cwd = folderOf(FILES);
    for (const name of ["规则", "缺法规"]) {
      const { status, stdout, stderr } = runCli(cwd, [
        "lint",
        ".",
        "--config",
        `${name}/gongwen.config.yaml`,
      ]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`${name}/gongwen.config.yaml：`);
    }
    const { status, stdout, stderr } = runCli(cwd, ["lint", ".", "--rule", "local/nothing"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("没有规则 local/nothing");
    // The rule may be one of a configuration that could not be read.
    expect(stderr).toContain("规则/gongwen.config.yaml：rules.no-such-rule：");
    expect(runCli(cwd, ["lint", ".", "--no-config", "--fail-on", "none"]).status).toBe(0);
  });

  it("is told by the commands that show the repository, which propose nothing for its files", () => {
    const cwd = folderOf({
      "好/一.md": REPEALED,
      "坏/gongwen.config.yaml": "rule: {}\n",
      "坏/二.md": REPEALED,
    });
    const tree = runCli(cwd, ["tree", "--format", "json"]);
    expect(tree.status).toBe(2);
    expect(JSON.parse(tree.stdout)).toMatchObject({
      documents: [{ path: "坏/二.md", missing: [] }, { path: "好/一.md" }],
      unreadable: [{ path: "坏/二.md", error: expect.stringContaining("配置有误：") }],
    });
    const audit = runCli(cwd, ["audit", "--format", "csv"]);
    expect([audit.status, audit.stderr]).toEqual([2, expect.stringMatching(/^坏\/二\.md：配置有误：/m)]);
    expect(audit.stdout).toContain("好/一.md");
    expect(audit.stdout).not.toContain("坏/二.md");
  });
});
