import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
if (!existsSync(cli)) throw new Error("dist/cli.js is missing: run npm run build first");

const OLD =
  "云溪县人民政府办公室关于开展合同检查的通知\n\n根据《中华人民共和国合同法》第八条，开展检查。\n\n（此件主动公开）\n";
const NEW = OLD.replace("根据《中华人民共和国合同法》第八条", "依照《中华人民共和国物权法》第二条");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongwen-reports-"));
  writeFileSync(join(folder, "通知.md"), OLD);
});

function lint(...args: string[]) {
  const all = [cli, "lint", "通知.md", "--as-of", "2026-11-24", "--no-config", ...args];
  return spawnSync(process.execPath, all, { cwd: folder, encoding: "utf8" });
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("--output", () => {
  it("writes several reports beside the one that is printed, in folders that may not exist yet", () => {
    const run = lint("--format", "ndjson", "--output", "sarif=结果/a.sarif", "--output", "csv=a.csv");
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ ruleId: "repealed-law" });
    expect(JSON.parse(read("结果/a.sarif")).runs[0].results[0].ruleId).toBe("repealed-law");
    expect(read("a.csv")).toContain("repealed-law");
  });

  it("says which file could not be written", () => {
    writeFileSync(join(folder, "占用"), "");
    const run = lint("--output", "sarif=占用/a.sarif");
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("占用/a.sarif：结果写不进去")]);
  });

  it.each([["xml=a.xml"], ["sarif"], ["sarif="]])("refuses %s", (value) => {
    const run = lint("--output", value);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("格式=文件");
  });
});

describe("--baseline", () => {
  const baseline = ["--baseline", "gongwen.baseline"];

  it("lets known findings pass and stops at new ones", () => {
    expect(lint().status).toBe(1);
    expect(lint(...baseline).status).toBe(2);
    expect(lint(...baseline, "--update-baseline").status).toBe(0);
    const quiet = lint(...baseline, "--format", "json");
    expect(quiet.status).toBe(0);
    expect(JSON.parse(quiet.stdout)).toMatchObject({
      counts: { error: 0 },
      baseline: { covered: 1, unused: 0 },
    });

    writeFileSync(join(folder, "通知.md"), NEW);
    const swapped = lint(...baseline);
    expect(swapped.status).toBe(1);
    expect(swapped.stdout).toContain("物权法");
    expect(swapped.stderr).toContain("1 条已经没有对应的问题");
  });

  it("drops what is not needed when asked, and nothing else", () => {
    lint(...baseline, "--update-baseline");
    writeFileSync(join(folder, "通知.md"), NEW);
    const pruned = lint(...baseline, "--prune-baseline");
    expect(pruned.status).toBe(1);
    expect(read("gongwen.baseline").trimEnd().split("\n")).toHaveLength(1);
  });

  it("knows a document that was renamed", () => {
    lint(...baseline, "--update-baseline");
    renameSync(join(folder, "通知.md"), join(folder, "新名.md"));
    const run = spawnSync(process.execPath, [cli, "lint", "新名.md", "--no-config", ...baseline], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(run.status).toBe(0);
  });

  it("refuses a damaged file, and to update without one", () => {
    writeFileSync(join(folder, "gongwen.baseline"), "<<<<<<< HEAD\n");
    expect(lint(...baseline)).toMatchObject({ status: 2, stderr: expect.stringContaining("第1行") });
    expect(lint("--update-baseline")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--baseline"),
    });
  });
});

describe("exceptions in comments", () => {
  it("name a rule that does not exist", () => {
    const text = OLD.replace("根据", "<!-- gongwen-lint-disable-next repealed-lav: 照录 -->\n\n根据");
    writeFileSync(join(folder, "通知.md"), text);
    expect(lint().stdout).toContain("规则 repealed-lav 不存在");
  });

  it("are explained like rules", () => {
    const run = spawnSync(process.execPath, [cli, "explain", "unused-suppression"], { encoding: "utf8" });
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining("例外没有用到") });
  });
});
