import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { configureRules } from "../../../linter/engine/configure";
import { today } from "../../../linter/engine/judgementDate";
import type { LawRegistry } from "../../../linter/facts/laws";
import { type LintOutput, lintJson } from "../../../linter/reporters/lintOutput";
import { type FileReport, lintFiles } from "../../../linter/workspace/lintFiles";
import { allRules } from "../../../rules/index";
import { openRegistry } from "../../../rules/laws/registry";

const REGISTRY = resolve(import.meta.dirname, "../../../dist/registry.utf16");

/** The registry that the built extension has. */
export function builtRegistry(): LawRegistry {
  return openRegistry(readFileSync(REGISTRY, "utf16le"));
}

/** What Node makes of the same files, in the order of their paths. */
export async function lintInNode(
  drafts: ReadonlyMap<string, Uint8Array>,
  asOf: string,
): Promise<FileReport[]> {
  const files = [...drafts].map(([path, bytes]) => ({ path, read: async () => bytes }));
  const rules = configureRules(allRules);
  const reports: FileReport[] = [];
  const knownRules = new Set(allRules.map(({ id }) => id));
  const settings = { rulesFor: () => rules, laws: builtRegistry(), asOf, today: today(), knownRules };
  for await (const report of lintFiles(files, settings)) reports.push(report);
  return reports.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files as the contract's JSON has them. */
export function asJson(files: readonly FileReport[]): unknown {
  return (JSON.parse(lintJson({ files } as unknown as LintOutput)) as { files: unknown }).files;
}
