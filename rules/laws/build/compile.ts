import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { readData } from "./data";
import { encodeCompact } from "./encode";

/** `npm run build:registry`: checks rules/laws/data and writes the compact registry to dist/registry.txt. */
const target = fileURLToPath(new URL("../../../dist/registry.txt", import.meta.url));
const { rows, moved, faults } = readData();

if (faults.length > 0) {
  for (const { file, line, message } of faults) process.stderr.write(`${file}:${line}: ${message}\n`);
  process.stderr.write(`法规库数据有 ${faults.length} 处错误，未生成。\n`);
  process.exitCode = 1;
} else {
  const compact = encodeCompact(rows, moved);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, compact);
  const size = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
  process.stdout.write(
    `${rows.length} 部，${size(Buffer.byteLength(compact))}，压缩后 ${size(gzipSync(compact, { level: 9 }).length)}：${target}\n`,
  );
}
