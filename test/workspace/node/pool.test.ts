import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { configureRules } from "../../../linter/engine/configure";
import { extensions } from "../../../linter/readers/index";
import { type FileReport, lintFiles } from "../../../linter/workspace/lintFiles";
import { findFiles } from "../../../linter/workspace/node/findFiles";
import { openPool, type PoolSettings, type WorkerPool } from "../../../linter/workspace/node/pool";
import { allRules } from "../../../rules/index";
import { testRegistry } from "../../support/registry";

const program = fileURLToPath(new URL("../../../dist/worker.js", import.meta.url));
if (!existsSync(program)) throw new Error("dist/worker.js is missing: run npm run build first");
const dying = fileURLToPath(new URL("dyingWorker.mjs", import.meta.url));
const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

const pools: WorkerPool[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const today = "2026-11-24";
const data = { asOf: today, today, read: {}, ownLaws: [] };

function pool(settings: Partial<PoolSettings>): WorkerPool {
  const opened = openPool({ script: program, workers: 2, data, ...settings });
  pools.push(opened);
  return opened;
}

async function lint(folder: string, runner?: WorkerPool): Promise<FileReport[]> {
  const { files } = await findFiles([folder], extensions);
  const rules = configureRules(allRules);
  const reports: FileReport[] = [];
  const settings = { rulesFor: () => rules, laws: testRegistry(), asOf: today, today, exists: existsSync };
  for await (const report of lintFiles(files, { ...settings, runner })) reports.push(report);
  return reports;
}

function folder(names: readonly string[]): string {
  const path = mkdtempSync(join(tmpdir(), "gongwen-pool-"));
  for (const name of names) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), `关于${name}的通知\n依照《中华人民共和国合同法》执行。\n`);
  }
  return path;
}

describe("a pool", () => {
  it("gives the same reports in the same order for any number of workers", async () => {
    const alone = await lint(examples);
    expect(alone.length).toBeGreaterThan(5);
    for (const workers of [1, 2, 3]) expect(await lint(examples, pool({ workers }))).toEqual(alone);
  });

  it("tells of every file, also when a worker dies", async () => {
    const mortal = pool({
      script: dying,
      data: { ...data, program, died: new SharedArrayBuffer(4) },
      resourceLimits: { maxOldGenerationSizeMb: 96 },
    });
    const names = [1, 2, 3, 4, 5].flatMap((n) => [`甲/${n}.txt`, `乙/${n}.txt`, `丙/${n}.txt`]);
    const path = folder([...names, "甲/终止.txt", "乙/一次.txt", "丙/耗尽.txt"]);
    const sound = await lint(path);
    const reports = await lint(path, mortal);
    expect(reports.map((report) => report.path)).toEqual(sound.map((report) => report.path));
    const broken = reports.filter(({ error }) => error !== null);
    expect(broken.map((report) => [report.path.slice(path.length + 1), report.error])).toEqual([
      ["丙/耗尽.txt", expect.stringContaining("内存不足")],
      ["甲/终止.txt", expect.stringContaining("意外终止")],
    ]);
    const whole = (report: FileReport) => !broken.some((other) => other.path === report.path);
    expect(reports.filter(whole)).toEqual(sound.filter(whole));
    expect(sound.filter(whole).every(({ findings }) => findings.length > 0)).toBe(true);
  });
});
