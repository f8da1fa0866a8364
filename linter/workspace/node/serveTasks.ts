import { existsSync } from "node:fs";
import workerpool from "workerpool";
import type { ConfiguredRule } from "../../engine/configure";
import type { AsOf } from "../../engine/judgementDate";
import type { Rule } from "../../engine/rule";
import type { LawRegistry } from "../../facts/laws";
import type { ReadOptions } from "../../readers/index";
import { type PlainRule, resolveRules } from "../ruleSets";
import { runChunk, runPackage, type TaskContext } from "../runTasks";
import type { ChunkTask, PackageTask } from "../tasks";
import { onDisk } from "./findFiles";

/** What a worker knows from its start, beside the rules and laws that its program brings. */
export interface WorkerSettings {
  asOf: AsOf;
  today: string;
  read: ReadOptions;
}

/** Makes this thread a worker of a pool, which reads the files itself. */
export function serveTasks(
  { asOf, today, read }: WorkerSettings,
  laws: LawRegistry,
  rules: readonly Rule[],
): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const resolved = new Map<string, ConfiguredRule[]>();
  const resolve = (json: string) => {
    const known = resolved.get(json) ?? resolveRules(JSON.parse(json) as PlainRule[], byId);
    resolved.set(json, known);
    return known;
  };
  const contextOf = ({ files, ruleSets }: ChunkTask | PackageTask): TaskContext => {
    const sets = ruleSets.map(resolve);
    const ruleSetOf = new Map(files.map(({ path, ruleSet }) => [path, ruleSet]));
    return {
      laws,
      asOf,
      today,
      read,
      rulesFor: (path) => sets[ruleSetOf.get(path) as number] ?? [],
      source: onDisk,
      exists: existsSync,
    };
  };
  workerpool.worker({
    chunk: (task: ChunkTask) => runChunk(task, contextOf(task)),
    package: (task: PackageTask) => runPackage(task, contextOf(task)),
  });
}
