import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { folderOf, runCli } from "../support/commandLine";

const NOTICE = `# 关于开展检查的通知

各乡镇人民政府：

　　请联系工商局办理。
`;
const LOCAL = `patterns:
  - id: local/old-name
    title: 旧名
    basis: [机构改革方案]
    words: { 工商局: 市场监督管理局 }
    fix: safe
`;

describe("rules of a configuration", () => {
  it("come with extends, are set, excepted and overridden like others, in one thread and in several", () => {
    const cwd = folderOf({
      "gongwen.config.yaml": "extends: 甲/全县.yaml\nrules: {local/old-name: info}\n",
      "甲/全县.yaml": LOCAL,
      "一.md": NOTICE,
      "二.md": `<!-- gongwen-lint-disable local/old-name: 引用原文 -->\n\n${NOTICE}`,
    });
    for (const workers of ["1", "2"]) {
      const { stdout } = runCli(cwd, ["lint", ".", "--format", "json", "--workers", workers]);
      const { files } = lintOutputSchema.parse(JSON.parse(stdout));
      const own = files.map(({ path, findings }) => [
        path,
        findings.filter(({ ruleId }) => ruleId === "local/old-name").map(({ severity }) => severity),
        findings.some(({ ruleId }) => ruleId === "unknown-suppression"),
      ]);
      expect(own.sort()).toEqual([
        ["一.md", ["info"], false],
        ["二.md", [], false],
      ]);
    }
  });

  it("are listed and explained in their folder, and their findings point at a page there is", () => {
    const cwd = folderOf({ "gongwen.config.yaml": LOCAL, "一.md": NOTICE });
    expect(runCli(cwd, ["rules"]).stdout).toContain("local/old-name");
    expect(JSON.parse(runCli(cwd, ["rules", "--format", "json"]).stdout)).toContainEqual(
      expect.objectContaining({ id: "local/old-name", basis: ["机构改革方案"] }),
    );
    const { status, stdout } = runCli(cwd, ["explain", "local/old-name"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("- 机构改革方案")]);
    expect(runCli(folderOf(), ["explain", "local/old-name"]).status).toBe(2);
    const { files } = JSON.parse(
      runCli(cwd, ["lint", "一.md", "--rule", "local/old-name", "--format", "json"]).stdout,
    );
    const [{ url }] = files[0].findings;
    expect(existsSync(fileURLToPath(new URL(`../../${url}`, import.meta.url)))).toBe(true);
  });

  it("are part of shards, which merge to one run, and of a stream", () => {
    const names = ["一.md", "二.md", "三.md", "四.md"];
    const cwd = folderOf({
      "gongwen.config.yaml": LOCAL,
      ...Object.fromEntries(names.map((name) => [name, NOTICE])),
    });
    const whole = runCli(cwd, ["lint", ".", "--format", "json"]);
    for (const shard of ["1", "2"])
      runCli(cwd, ["lint", ".", "--shard", `${shard}/2`, "--shard-output", `${shard}.part`]);
    const merged = runCli(cwd, ["merge", "1.part", "2.part", "--format", "json"]);
    expect(merged.stdout).toBe(whole.stdout);
    expect(merged.stdout.match(/"local\/old-name"/g)).toHaveLength(names.length);

    const input = `${JSON.stringify({ path: "一.md", text: NOTICE })}\n`;
    const stream = runCli(cwd, ["lint", "--stdin-ndjson"], input);
    expect(stream.stdout).toContain('"local/old-name"');
  });

  it("ask for word boundaries, which know organs and terms of what is extended, in every thread", () => {
    const cwd = folderOf({
      "gongwen.config.yaml": `extends: 词.yaml
patterns:
  - {id: local/office, title: 旧名, basis: [机构改革方案], words: [法制办], boundaries: true}
  - {id: local/part, title: 分词, basis: [机构改革方案], words: [云溪], boundaries: true}
`,
      "词.yaml": "organs: [云溪局]\nterms: [法制办公会]\n",
      "一.md":
        "# 关于检查的通知\n\n　　按照法制办法和法制办公会的要求，由法制办负责，云溪局办理，云溪负责。\n",
      "二.md": "# 关于检查的通知\n\n　　由县法制办负责。\n",
    });
    for (const workers of ["1", "2"]) {
      const { stdout } = runCli(cwd, ["lint", ".", "--format", "json", "--workers", workers]);
      const { files } = lintOutputSchema.parse(JSON.parse(stdout));
      const own = files.flatMap(({ path, findings }) =>
        findings
          .filter(({ ruleId }) => ruleId.startsWith("local/"))
          .map(({ quote, place }) => [path, quote, place.start]),
      );
      expect(own.sort()).toEqual([
        ["一.md", "云溪", 29],
        ["一.md", "法制办", 17],
        ["二.md", "法制办", 2],
      ]);
    }
    const refused = folderOf({ "gongwen.config.yaml": "terms: [A类]\n", "一.md": NOTICE });
    expect(runCli(refused, ["lint", "一.md"])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("terms[0]"),
    });
  });

  it("make their fixes, and can be run alone", () => {
    const cwd = folderOf({ "gongwen.config.yaml": LOCAL, "一.md": NOTICE });
    expect(runCli(cwd, ["lint", "一.md", "--rule", "local/old-name", "--fix"]).status).toBe(0);
    expect(readFileSync(join(cwd, "一.md"), "utf8")).toBe(NOTICE.replace("工商局", "市场监督管理局"));
  });

  it("are refused when a setting names one that no file brings", () => {
    const cwd = folderOf({
      "gongwen.config.yaml": "extends: 全县.yaml\nrules: {local/other: info}\n",
      "全县.yaml": LOCAL,
      "一.md": NOTICE,
    });
    const { status, stdout } = runCli(cwd, ["lint", "一.md"]);
    expect([status, stdout]).toEqual([2, expect.stringContaining("rules.local/other")]);
  });
});

const RULES = `---
行政规范性文件: 是
---

# 松河县农村供水管理办法

第一条　供水单位应当按照标准供水。

第二条　本办法自2026年4月1日起施行，有效期6年。

松河县人民政府

2026年3月2日
`;

describe("a local profile", () => {
  it("is taken from what is extended, in every thread, and its rule is the basis", () => {
    const cwd = folderOf({
      "甲/gongwen.config.yaml": "extends: ../全省.yaml\n",
      "全省.yaml": "profile: 湖南\n",
      "甲/一.md": RULES,
    });
    for (const workers of ["1", "2"]) {
      const { stdout } = runCli(cwd, ["lint", ".", "--format", "json", "--workers", workers]);
      const { files } = lintOutputSchema.parse(JSON.parse(stdout));
      const own = files.flatMap(({ findings }) =>
        findings.filter(({ ruleId }) => ruleId === "validity-period"),
      );
      expect(own.map(({ basis }) => basis)).toEqual([[expect.stringContaining("湖南省人民政府令第222号")]]);
    }
  });

  it("is shown with the file that names it, as the configuration in effect", () => {
    const cwd = folderOf({
      "gongwen.config.yaml":
        "extends: 全省.yaml\nprofile: {name: 松河市, validity: {basis: 《松河市办法》, years: 3}}\n",
      "全省.yaml": "profile: 湖南\n",
      "一.md": RULES,
    });
    const { stdout } = runCli(cwd, ["lint", "--print-config", "一.md"]);
    expect(stdout).toMatch(/^ {2}name: 松河市 # gongwen\.config\.yaml$/m);
    const { profile, rules } = parse(stdout);
    expect(profile).toEqual({ name: "松河市", validity: { basis: "《松河市办法》", years: 3 } });
    expect(rules["validity-period"][1]).toMatchObject({ years: 3, trialYears: 0, basis: "《松河市办法》" });
  });

  it.each([
    ["profile: 云溪\n", 'profile：应为 湖南、陕西 之一，现为 "云溪"'],
    ["profile: {name: 云溪, validity: {years: 5}}\n", "profile.validity.basis：应为 文字"],
    ["profile: {name: 云溪, validity: {basis: 甲, year: 5}}\n", "profile.validity：没有这些键：year"],
    ["profile: {validity: {basis: 甲, years: 五年}}\n", "profile.validity.years：应为 数字"],
  ])("is refused with the place when it is wrong: %s", (config, said) => {
    const { status, stdout } = runCli(folderOf({ "gongwen.config.yaml": config, "一.md": RULES }), [
      "lint",
      "一.md",
    ]);
    expect([status, stdout]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("--print-config", () => {
  it("shows what applies to a file, and which file says so", () => {
    const cwd = folderOf({
      "gongwen.config.yaml": `extends: [minimal, 全县.yaml]\nrules: {law-title: info}\noverrides: [{files: ["旧/**"], rules: {law-title: "off"}}]\n`,
      "全县.yaml": `rules: {repealed-law: warning}\n${LOCAL}`,
    });
    const print = (path: string) => runCli(cwd, ["lint", "--print-config", path]).stdout;
    expect(parse(print("一.md")).rules).toMatchObject({
      "law-title": "info",
      "repealed-law": "warning",
      "local/old-name": "warning",
    });
    expect(print("一.md")).toMatch(/^ {2}repealed-law: warning # 全县\.yaml$/m);
    expect(print("旧/一.md")).toMatch(/^ {2}law-title: off # gongwen\.config\.yaml 的 overrides$/m);
  });
});
