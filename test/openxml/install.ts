import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const VALIDATOR = join(import.meta.dirname, "validator");

/** Once before these tests: installs the validator as its lock file says, and again only when that changes. */
export default function install(): void {
  const lock = createHash("sha256")
    .update(readFileSync(join(VALIDATOR, "package-lock.json")))
    .digest("hex");
  const stamp = join(VALIDATOR, "node_modules/.installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: VALIDATOR,
    stdio: "inherit",
  });
  writeFileSync(stamp, lock);
}
