import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "wxt";

const ROOT = resolve(import.meta.dirname, "../../..");
const PAGES = join(ROOT, "test/editors/pages");

/** Builds what the browser tests need: the extension as users get it, and the pages of real editors to try it on. */
export default async function setup(): Promise<void> {
  // Under a test runner packages would put their development halves into the bundle.
  process.env.NODE_ENV = "production";
  await build({ root: ROOT, browser: "chrome", manifestVersion: 3, logger: undefined, debug: false });
  installEditors();
  execFileSync("node", ["build.mjs"], { cwd: PAGES, stdio: "inherit" });
}

/** The editors have a lock file of their own; they are installed again only when that changes. */
function installEditors(): void {
  const lock = createHash("sha256")
    .update(readFileSync(join(PAGES, "package-lock.json")))
    .digest("hex");
  const stamp = join(PAGES, "node_modules/.installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: PAGES,
    stdio: "inherit",
  });
  writeFileSync(stamp, lock);
}
