/**
 * `npm run bench:repo`: a generated repository of documents in mixed formats, linted with one worker and with as many as
 * there are cores, with a warm cache, and after one file changed; the memory that takes, also for four times the files; then
 * its Markdown files alone against other linters. All that is compared runs interleaved; figures are medians. Needs `npm run build` first.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { configureRules } from "../../linter/engine/configure";
import { allRules } from "../../rules/index";
import { generateRepository } from "../repository/generate";
import { testRegistry } from "../support/registry";
import { median } from "./median";
import { peakMemory } from "./peakMemory";
import { installPeers, type Peer, peers } from "./peers";

/** Makes a file some 5,000 characters long on average: the mean of 99 published documents of all levels. */
const PARAGRAPHS = 63;
const documents = Number(process.argv[2] ?? 5000);
const runs = Number(process.argv[3] ?? 5);
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
if (!existsSync(cli)) throw new Error("dist/cli.js is missing: run npm run build first");

const base = mkdtempSync(join(tmpdir(), "gongwen-repository-"));
const repository = join(base, "all");
const markdown = join(base, "markdown");
const cache = join(base, "cache");

try {
  const { files } = generateRepository({
    documents,
    seed: 1,
    defects: 5,
    paragraphs: PARAGRAPHS,
    laws: testRegistry(),
    asOf: "2026-11-24",
  });
  const paths = [...files.keys()];
  for (const [path, bytes] of files) write(join(repository, path), bytes);
  for (const [path, bytes] of files) if (path.endsWith(".md")) write(join(markdown, path), bytes);
  console.log(`${documents} 份文件，${paths.length} 个文件，${configureRules(allRules).length} 条规则`);
  compareWays(paths.find((path) => path.endsWith(".txt")) as string);
  compareMemory();
  comparePeers();
} finally {
  rmSync(base, { recursive: true, force: true });
}

function compareWays(edited: string): void {
  const workers = availableParallelism();
  const times: Record<string, number[]> = {};
  const take = (name: string, ...args: string[]) => {
    const time = timed(process.execPath, [
      cli,
      "lint",
      ".",
      "--fail-on",
      "none",
      "--format",
      "json",
      ...args,
    ]);
    times[name] = [...(times[name] ?? []), time];
  };
  for (let run = 0; run < runs; run++) {
    take("one worker", "--workers", "1");
    take("cold", "--workers", `${workers}`);
    rmSync(cache, { recursive: true, force: true });
    take("cold, filling the cache", "--cache-location", cache);
    take("warm", "--cache-location", cache);
    appendFileSync(join(repository, edited), "\n");
    take("one file changed", "--cache-location", cache);
  }
  const of = (name: string) => median(times[name] as number[]);
  const row = (...cells: string[]) => console.log(`| ${cells.join(" | ")} |`);
  row("一个线程", seconds(of("one worker")), "");
  row(
    `${workers} 个线程`,
    seconds(of("cold")),
    `快 ${(of("one worker") / of("cold")).toFixed(2)} 倍（目标 ≥ 1.7）`,
  );
  row("同上，并写缓存", seconds(of("cold, filling the cache")), "");
  row("缓存都有", seconds(of("warm")), `${(of("warm") / of("cold")).toFixed(3)}（目标 ≤ 0.1）`);
  row("改了一个文件", seconds(of("one file changed")), `${(of("one file changed") / of("cold")).toFixed(3)}`);
}

/** Once for each: peaks differ little from run to run. */
function compareMemory(): void {
  const fourfold = join(base, "fourfold");
  for (const part of ["1", "2", "3", "4"]) cpSync(repository, join(fourfold, part), { recursive: true });
  for (const workers of new Set([1, availableParallelism()])) {
    const [few, many] = [repository, fourfold].map((folder) => {
      const args = ["lint", ".", "--fail-on", "none", "--format", "ndjson", "--workers", `${workers}`];
      return peakMemory(cli, args, folder).megabytes;
    }) as [number, number];
    const figures = `${few.toFixed(0)} / ${many.toFixed(0)} MB`;
    console.log(
      `| 内存峰值，${workers} 个线程，全部文件 / 四倍的文件 | ${figures} | ${(many / few).toFixed(2)} 倍 |`,
    );
  }
}

/** Every linter on copies of the same Markdown files; what they check differs, so only what the reading of them costs compares. */
function comparePeers(): void {
  installPeers();
  const ours: Peer = { name: "gongwen-lint", args: () => [cli, "lint", ".", "--fail-on", "none"] };
  const all = [ours, ...peers];
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (const { name, config = {} } of all) {
    const folder = join(base, name);
    cpSync(markdown, folder, { recursive: true });
    for (const [file, text] of Object.entries(config)) writeFileSync(join(folder, file), text);
  }
  for (let run = 0; run < runs; run++)
    for (const { name, args } of all)
      times.get(name)?.push(timed(process.execPath, args(), join(base, name)));
  const own = median(times.get(ours.name) as number[]);
  for (const [name, taken] of times)
    console.log(`| ${name} | ${seconds(median(taken))} | ${(median(taken) / own).toFixed(2)} |`);
}

/** A linter may exit 1 for what it found; anything else is no measurement. */
function timed(program: string, args: readonly string[], cwd = repository): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, args, { cwd, maxBuffer: 1 << 30, encoding: "utf8" });
  const time = performance.now() - start;
  if (error || (status !== 0 && status !== 1))
    throw new Error(`${args.join(" ")}: ${error ?? stderr.slice(0, 500)}`);
  return time;
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} 秒`;
}
