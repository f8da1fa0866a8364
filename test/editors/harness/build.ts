import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "wxt";
import { builtPages, setRunFolder } from "./built";

const ROOT = resolve(import.meta.dirname, "../../..");
const PAGES = join(ROOT, "test/editors/pages");

/**
 * Builds what the browser tests need: the extension as users get it, and the pages of real editors to try it on. Each run
 * builds into a folder of its own, so that two runs at once do not take away each other's files. Returns what removes it.
 */
export async function buildForBrowser(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "gongwen-lint-build-"));
  setRunFolder(folder);
  // Under a test runner packages would put their development halves into the bundle.
  process.env.NODE_ENV = "production";
  await build({ root: ROOT, outDir: folder, browser: "chrome", manifestVersion: 3, debug: false });
  installEditors();
  execFileSync("node", ["build.mjs", builtPages()], { cwd: PAGES, stdio: "inherit" });
  return () => rmSync(folder, { recursive: true, force: true });
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
