/**
 * The program of a worker, but it ends its thread when it comes to read certain files: those named 终止 each time, those
 * named 一次 the first time only, and for those named 耗尽 it takes memory until there is none.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { workerData } from "node:worker_threads";

const read = fs.readFileSync;
const died = new Int32Array(workerData.died);
fs.readFileSync = (path, ...rest) => {
  const name = String(path);
  if (name.includes("终止")) process.exit(9);
  if (name.includes("一次") && Atomics.add(died, 0, 1) === 0) process.exit(9);
  if (name.includes("耗尽")) for (const kept = []; ; ) kept.push(new Array(100_000).fill(kept.length));
  return read(path, ...rest);
};
syncBuiltinESMExports();
await import(workerData.program);
