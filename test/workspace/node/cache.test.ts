import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type ConfiguredRule, configureRules, type RuleSetting } from "../../../linter/engine/configure";
import { type FileReport, lintFiles } from "../../../linter/workspace/lintFiles";
import type { SourceFile } from "../../../linter/workspace/load";
import { withCache } from "../../../linter/workspace/node/cache";
import { CacheFolder } from "../../../linter/workspace/node/cacheFolder";
import { inThisThread } from "../../../linter/workspace/runTasks";
import { allRules } from "../../../rules/index";
import { testRegistry } from "../../support/registry";

const DRAFT = `云溪县停车管理办法

第一条　依照《中华人民共和国合同法》，制定本办法。
第二条　违反规定的，由县公安局依法处罚。`;
const NOTE = "关于《云溪县停车管理办法》的起草说明\n2026年9月1日，经县司法局合法性审核，认为符合规定。";
const FILES = {
  "包/办法.txt": DRAFT,
  "包/起草说明.txt": NOTE,
  "别处/链接.md": `---\n解读: [解读.md]\n---\n\n# 关于停车的通知\n\n正文。`,
  "别处/通知.md": "# 关于开展检查的通知\n\n各乡镇：\n\n请开展检查。",
};

interface Run {
  files?: Record<string, string>;
  basis?: string;
  rules?: Record<string, RuleSetting>;
  there?: readonly string[];
  /** Of every file. */
  stamp?: string | null;
}

let path: string;
/** Of files, by the run with the cache. */
let reads = 0;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "gongwen-cache-"));
});

/** Reports with the cache, which are the same as without; and the paths that were really judged. */
async function run({ files = FILES, basis = "", rules = {}, there = [], stamp = null }: Run = {}) {
  reads = 0;
  const sources: SourceFile[] = Object.entries(files).map(([name, text]) => ({
    path: name,
    read: async () => {
      reads++;
      return new TextEncoder().encode(text);
    },
    stamp: () => stamp,
  }));
  const configured: ConfiguredRule[] = configureRules(allRules, "recommended", rules);
  const exists = (name: string) => name in files || there.includes(name);
  const source = (name: string) => sources.find((file) => file.path === name) as SourceFile;
  const [asOf, today] = ["2026-11-24", "2026-11-24"];
  const settings = { rulesFor: () => configured, laws: testRegistry(), asOf, today, exists };
  const judged: string[] = [];
  const bare = inThisThread({ ...settings, source });
  const runner = withCache(
    {
      width: 1,
      chunk: (task) => {
        judged.push(...task.files.map((file) => file.path));
        return bare.chunk(task);
      },
      package: (task) => {
        judged.push(`package ${task.group.main}`);
        return bare.package(task);
      },
    },
    { folder: new CacheFolder(path), basis, source, exists },
  );
  const reports: FileReport[] = [];
  for await (const report of lintFiles(sources, { ...settings, runner })) reports.push(report);
  const readOnce = reads;
  const without: FileReport[] = [];
  for await (const report of lintFiles(sources, settings)) without.push(report);
  expect(reports).toEqual(without);
  reads = readOnce;
  return judged.sort();
}

const ALL = Object.keys(FILES).sort();

describe("the cache", () => {
  it("leaves nothing to do when nothing changed", async () => {
    expect(await run()).toEqual(ALL);
    expect(await run()).toEqual([]);
  });

  it("has one file judged again when it changed, and its package", async () => {
    await run();
    expect(await run({ files: { ...FILES, "别处/通知.md": "# 关于检查的通知" } })).toEqual(["别处/通知.md"]);
    await run();
    const note = NOTE.replace("认为符合规定", "认为不符合规定");
    expect(await run({ files: { ...FILES, "包/起草说明.txt": note } })).toEqual([
      "package 包/办法.txt",
      "包/起草说明.txt",
    ]);
  });

  it("counts for nothing under other laws, dates or programs", async () => {
    await run({ basis: "2026-11-24" });
    expect(await run({ basis: "2026-11-25" })).toEqual(ALL);
  });

  it("counts for nothing under other rules, levels or options", async () => {
    await run();
    expect(await run({ rules: { "repealed-law": "off" } })).toEqual(ALL);
    await run();
    expect(await run({ rules: { "repealed-law": "info" } })).toEqual(ALL);
  });

  it("sees a companion that came, one that went and a manifest that changed", async () => {
    await run();
    const { "包/起草说明.txt": _, ...without } = FILES;
    expect(await run({ files: without })).toEqual([]);
    expect(await run()).toEqual(["包/起草说明.txt"]);
    const manifest = { ...FILES, "包/gongwen.yaml": "正文: 办法.txt\n公开属性: 主动公开\n" };
    expect(await run({ files: manifest })).toEqual(["package 包/办法.txt", "包/办法.txt"]);
    const other = { ...FILES, "包/gongwen.yaml": "正文: 办法.txt\n公开属性: 依申请公开\n" };
    expect(await run({ files: other })).toEqual(["package 包/办法.txt", "包/办法.txt"]);
  });

  it("looks again for files that are linked", async () => {
    await run();
    expect(await run({ there: ["别处/解读.md"] })).toEqual(["别处/链接.md"]);
  });

  it("reads no file whose stamp is the same, and every file that has another or none", async () => {
    await run({ stamp: "1" });
    expect(await run({ stamp: "1" })).toEqual([]);
    expect(reads).toBe(0);
    expect(await run({ stamp: "2" })).toEqual([]);
    expect(reads).toBe(ALL.length);
    expect(await run({ stamp: "2" })).toEqual([]);
    expect(reads).toBe(0);
    await run({ stamp: null });
    expect(reads).toBe(ALL.length);
    const edited = { ...FILES, "别处/通知.md": "# 关于检查的通知" };
    expect(await run({ files: edited, stamp: "3" })).toEqual(["别处/通知.md"]);
  });

  it("survives damage to its files", async () => {
    await run();
    for (const name of readdirSync(path).filter((file) => file !== ".gitignore")) {
      const text = readFileSync(join(path, name), "utf8");
      writeFileSync(join(path, name), text.slice(0, text.length / 2));
    }
    expect(await run()).toEqual(expect.arrayContaining(ALL));
    expect(await run()).toEqual([]);
  });

  it("forgets what no run used for a month", () => {
    const folder = new CacheFolder(path);
    folder.write("old", 1);
    folder.write("used", 2);
    const before = Date.now() - 40 * 86_400_000;
    for (const name of ["old", "used"]) utimesSync(join(path, name), before / 1000, before / 1000);
    const next = new CacheFolder(path);
    expect(next.read("used")).toBe(2);
    next.prune();
    expect(readdirSync(path).sort()).toEqual([".gitignore", "used"]);
    expect(statSync(join(path, "used")).mtimeMs).toBeGreaterThan(before + 86_400_000);
  });
});
