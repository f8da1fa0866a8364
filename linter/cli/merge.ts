import { readFileSync } from "node:fs";
import { allRules } from "../../rules/index";
import { finish } from "../workspace/finish";
import { ConfigError } from "../workspace/node/configFiles";
import { resolveRules } from "../workspace/ruleSets";
import { mergeShards, parseShard } from "../workspace/shardFile";
import { exitCode, type OutcomeOptions, tellResults } from "./outcome";
import { version } from "./version";

/** `gongwen-lint merge`: puts the parts of a run together as if it had been one; returns the exit code. */
export async function mergeCommand(paths: string[], options: OutcomeOptions): Promise<number> {
  const { header, collected } = merge(paths.map(readShard));
  if (header.tool.version !== version)
    throw new ConfigError(`分片由 ${header.tool.version} 版检查，应当用同一版本合并（现为 ${version}）`);
  const rules = new Map(allRules.map((rule) => [rule.id, rule]));
  const sets = collected.ruleSets.map((plain) => resolveRules(plain, rules));
  const setOf = new Map(collected.files.map(({ report, ruleSet }) => [report.path, ruleSet]));
  const rulesFor = (path: string) => sets[setOf.get(path) ?? -1] ?? [];
  const { asOf, registry } = header;
  const reports = finish(collected, { rulesFor, knownRules: new Set(header.knownRules) });
  const output = await tellResults(reports, { asOf, registry }, options);
  return exitCode(output, options, false);
}

function readShard(path: string) {
  try {
    return parseShard(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ConfigError(`${path}：${(error as Error).message}`);
  }
}

function merge(parts: Parameters<typeof mergeShards>[0]) {
  try {
    return mergeShards(parts);
  } catch (error) {
    throw new ConfigError(`合并不了：${(error as Error).message}`);
  }
}
