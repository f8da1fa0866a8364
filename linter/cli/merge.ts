import { createReadStream } from "node:fs";
import split from "split2";
import { allRules } from "../../rules/index";
import { finish } from "../workspace/finish";
import { ConfigError } from "../workspace/node/configFiles";
import { onDisk } from "../workspace/node/findFiles";
import { Spool } from "../workspace/node/spool";
import { resolveRules } from "../workspace/ruleSets";
import { mergeShards, readShard, type ShardPart } from "../workspace/shardFile";
import { type Store, StoredList } from "../workspace/store";
import { exitCode, type OutcomeOptions, tellResults } from "./outcome";
import { troubleText } from "./troubleText";
import { version } from "./version";

/** `gongwen-lint merge`: puts the parts of a run together as if it had been one; returns the exit code. */
export async function mergeCommand(paths: string[], options: OutcomeOptions): Promise<number> {
  const store = new Spool();
  const parts: ShardPart[] = [];
  for (const path of paths) parts.push(await readPart(path, store));
  const { header, collected } = merge(parts);
  if (header.tool.version !== version)
    throw new ConfigError(`分片由 ${header.tool.version} 版检查，应当用同一版本合并（现为 ${version}）`);
  const rules = new Map(allRules.map((rule) => [rule.id, rule]));
  const sets = collected.ruleSets.map((plain) => resolveRules(plain, rules));
  const setOf = new Map(collected.files.map(({ path, ruleSet }) => [path, ruleSet]));
  const rulesFor = (path: string) => sets[setOf.get(path) ?? -1] ?? [];
  const { asOf, registry, onlyRules } = header;
  const reports = finish(collected, { rulesFor, knownRules: new Set(header.knownRules) });
  // Where merging goes on away from the documents, none can be read, and reports do without their text.
  const sources = collected.files.map(({ path }) => onDisk(path));
  const output = await tellResults(
    new StoredList(store, reports),
    { asOf, registry },
    { ...options, rule: onlyRules ?? undefined },
    () => store,
    { sources, read: {} },
  );
  return exitCode(output, options, false);
}

async function readPart(path: string, store: Store): Promise<ShardPart> {
  try {
    const lines = createReadStream(path, "utf8").pipe(split());
    return await readShard(lines, store);
  } catch (error) {
    throw new ConfigError(`${path}：${troubleText(error)}`);
  }
}

function merge(parts: readonly ShardPart[]) {
  try {
    return mergeShards(parts);
  } catch (error) {
    throw new ConfigError(`合并不了：${(error as Error).message}`);
  }
}
