import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { IGNORE_NAMES, IgnoreRules, isWithin } from "../ignoreRules";

/**
 * Keeps of the paths below a folder those that no .gitignore or .gongwenignore excludes. Above the folder, these count up
 * to the root of the git repository; outside of one only .gongwenignore does.
 */
export async function withoutIgnored(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const at = resolve(folder);
  const base = forward(at);
  const root = repositoryRoot(at);
  const above = (from: string): string[] => {
    const parent = dirname(from);
    return from === root || parent === from ? [from] : [from, ...above(parent)];
  };
  const rules = new IgnoreRules(async (asked) =>
    IGNORE_NAMES.filter((name) => name !== ".gitignore" || root !== null || isWithin(asked, base))
      .map((name) => `${asked}/${name}`)
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, "utf8")),
  );
  // A folder named although it is ignored is meant: then only what stands in it and below it counts.
  const [, ...parents] = above(at).map(forward);
  await rules.open([base, ...parents]);
  if (await rules.ignoresFolder(base, parents.at(-1) ?? base)) rules.forget(parents);

  const kept: string[] = [];
  for (const path of paths) if (!(await rules.ignores(forward(resolve(path)), base))) kept.push(path);
  return kept;
}

function repositoryRoot(folder: string): string | null {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : repositoryRoot(parent);
}

/** An absolute path with forward slashes and none at its end, so that “/” is nothing. */
function forward(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/$/, "");
}
