import { spawnSync } from "node:child_process";

/** Lints in a process of its own and tells the most memory it had (resident set, in MB), with what it printed. */
export function peakMemory(
  cli: string,
  args: readonly string[],
  cwd: string,
): { megabytes: number; stdout: string } {
  const script = `process.argv.splice(1, 1, ...${JSON.stringify(args)}); process.on("exit", () => process.stderr.write("RSS " + process.resourceUsage().maxRSS)); await import(${JSON.stringify(cli)});`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script, "x"], {
    cwd,
    maxBuffer: 1 << 30,
    encoding: "utf8",
  });
  const peak = /RSS (\d+)$/.exec(stderr)?.[1];
  // A linter may exit 1 for what it found.
  if (peak === undefined || (status !== 0 && status !== 1))
    throw new Error(`no figure: ${stderr.slice(0, 500)}`);
  return { megabytes: Number(peak) / 1024, stdout };
}
