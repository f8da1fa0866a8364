/**
 * `npm run bench`: start-up, throughput, .docx reading and memory, as a table. Figures are medians; what is compared runs
 * interleaved in one process sequence, since machines are noisy. Needs `npm run build` first.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { configureRules } from "../../linter/engine/configure";
import { runRules } from "../../linter/engine/run";
import { recogniseFacts } from "../../linter/lint";
import { documentFromText } from "../../linter/readers/text";
import { allRules } from "../../rules/index";
import { openRegistry } from "../../rules/laws/registry";
import { compareWithReading } from "./annotate";
import { officialText } from "./officialText";
import { peakMemory } from "./peakMemory";
import { compareWithMammoth } from "./readDocx";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gongwen-bench-"));
const rows: [string, string, string][] = [];

try {
  startUp();
  await throughput();
  const { ours, mammoth } = await compareWithMammoth();
  rows.push([
    "读 .docx（约 1 MB 文字）",
    `${ours.toFixed(0)} 毫秒，mammoth ${mammoth.toFixed(0)} 毫秒`,
    `${(mammoth / ours).toFixed(1)} 倍（目标 ≥ 3）`,
  ]);
  const { annotate, read } = await compareWithReading();
  rows.push([
    "写批注到 .docx（约 1 MB 文字）",
    `${annotate.toFixed(0)} 毫秒，读取 ${read.toFixed(0)} 毫秒`,
    `${(annotate / read).toFixed(2)} 倍（目标 ≤ 2）`,
  ]);
  memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const row of rows) console.log(`| ${row.join(" | ")} |`);

function startUp(): void {
  const page = join(folder, "一页.txt");
  writeFileSync(page, officialText(3_000));
  const bare: number[] = [];
  const lint: number[] = [];
  for (let run = 0; run < 16; run += 1) {
    bare.push(timed(() => execFileSync(process.execPath, ["-e", "0"])));
    lint.push(timed(() => spawnSync(process.execPath, [cli, "lint", page, "--format", "json"])));
  }
  const [a, b] = [median(bare.slice(1)), median(lint.slice(1))];
  rows.push([
    "启动并检查一页 .txt",
    `${b.toFixed(0)} 毫秒，node -e 0 ${a.toFixed(0)} 毫秒`,
    `${(b / a).toFixed(2)} 倍（目标 ≤ 2）`,
  ]);
}

async function throughput(): Promise<void> {
  const laws = openRegistry(readFileSync(new URL("../../dist/registry.utf16", import.meta.url), "utf16le"));
  const rules = configureRules(allRules);
  const text = officialText(4_000_000);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const start = performance.now();
    const document = await documentFromText(text, "长文.txt");
    const facts = recogniseFacts(document, laws);
    runRules({ document, facts, package: null }, rules, laws, { date: "2026-11-24", from: "given" });
    times.push(performance.now() - start);
  }
  const best = median(times.slice(2));
  rows.push([
    `检查 ${megabytes.toFixed(1)} MB 纯文本，全部规则`,
    `${best.toFixed(0)} 毫秒`,
    `${(megabytes / (best / 1000)).toFixed(1)} MB/秒（目标 ≥ 15）`,
  ]);
}

function memory(): void {
  const sizes = [100, 1000].map((count) => {
    const target = join(folder, `${count}`);
    mkdirSync(target);
    for (let index = 0; index < count; index += 1) {
      writeFileSync(join(target, `${index}.txt`), officialText(30_000, index + 1));
    }
    const { megabytes, stdout } = peakMemory(cli, ["lint", target, "--format", "json"], folder);
    if (!stdout.includes(`"files": ${count},`)) throw new Error(`not all of ${count} files were linted`);
    return megabytes;
  });
  const [few = 0, many = 0] = sizes;
  rows.push([
    "内存峰值，100 / 1000 个文件",
    `${few.toFixed(0)} / ${many.toFixed(0)} MB`,
    `${(many / few).toFixed(2)} 倍`,
  ]);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}
