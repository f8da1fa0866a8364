import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { lintOutputSchema } from "../../linter/reporters/contract";
import { folderOf, runCli } from "../support/commandLine";

const NOTICE =
  "# 关于开展检查的通知\n\n各乡镇人民政府：\n\n　　请认真组织。\n\n松河县人民政府\n\n2026年3月2日\n";

describe("gongwen-lint init", () => {
  it("writes a configuration that lint takes, and a manifest that is one once it has its name", () => {
    const cwd = folderOf();
    expect(runCli(cwd, ["init", "--yes"]).status).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(["gongwen.config.yaml", "gongwen.example.yaml"]);
    renameSync(join(cwd, "gongwen.example.yaml"), join(cwd, "gongwen.yaml"));
    for (const name of ["正文", "政策解读", "起草说明"]) writeFileSync(join(cwd, `${name}.md`), NOTICE);
    const manifest = readFileSync(join(cwd, "gongwen.yaml"), "utf8").replaceAll(".docx", ".md");
    writeFileSync(join(cwd, "gongwen.yaml"), manifest);
    const { stdout, stderr } = runCli(cwd, ["lint", ".", "--format", "json"]);
    expect(stderr).toBe("");
    const { files } = lintOutputSchema.parse(JSON.parse(stdout));
    expect(files.map(({ path, error }) => [path, error])).toContainEqual(["正文.md", null]);
    const about = files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
    expect(about).not.toContain("missing-disclosure");
    expect(about).not.toContain("missing-legality-review");
  });

  it("names the place whose rules apply", () => {
    const cwd = folderOf();
    expect(runCli(cwd, ["init", "--profile", "陕西"]).status).toBe(0);
    expect(parse(readFileSync(join(cwd, "gongwen.config.yaml"), "utf8"))).toMatchObject({ profile: "陕西" });
    expect(runCli(cwd, ["lint", "--print-config", "一.md"]).stdout).toContain("陕西省人民政府令第216号");
    expect(runCli(folderOf(), ["init", "--profile", "云溪"])).toMatchObject({ status: 2 });
  });

  it.each([
    ["github", ".github/workflows/gongwen.yml"],
    ["gitlab", ".gitlab-ci.yml"],
    ["jenkins", "Jenkinsfile"],
  ])("writes the file %s looks for", (ci, path) => {
    const cwd = folderOf();
    const { status, stdout } = runCli(cwd, ["init", "--ci", ci]);
    expect(status).toBe(0);
    expect(stdout).toContain(`已写入 ${path}`);
    const text = readFileSync(join(cwd, path), "utf8");
    expect(text).not.toContain("放到");
    if (ci === "github")
      expect(parse(text).jobs.gongwen.steps[1].with).toEqual({ paths: ".", "fail-on": "error" });
    else expect(text).toContain("gongwen-lint");
    if (ci === "gitlab") expect(parse(text)["gongwen-lint"].script).toHaveLength(2);
  });

  it.each(["gongwen.config.yaml", "gongwen.config.json", "gongwen.example.yaml", "Jenkinsfile"])(
    "leaves everything as it is where there is a %s",
    (name) => {
      const cwd = folderOf();
      writeFileSync(join(cwd, name), "{}\n");
      const { status, stderr } = runCli(cwd, ["init", "--ci", "jenkins"]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(name)]);
      expect(readdirSync(cwd)).toEqual([name]);
      expect(readFileSync(join(cwd, name), "utf8")).toBe("{}\n");
      expect(existsSync(join(cwd, ".github"))).toBe(false);
    },
  );
});
