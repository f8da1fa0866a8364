import { existsSync, readFileSync } from "node:fs";
import { allRules } from "../../rules/index";
import type { LawRow } from "../../rules/laws/registry";
import { staleRegistryNotice } from "../../rules/laws/registryAge";
import type { ConfiguredRule } from "../engine/configure";
import { today } from "../engine/judgementDate";
import type { LawRegistry } from "../facts/laws";
import { isIgnored, type LoadedConfig, rulesByFile, rulesFor } from "../workspace/config/loadedConfig";
import { ConfigError, ConfigFiles } from "../workspace/node/configFiles";
import { openShippedRegistry } from "./registry";
import { provideShippedWords } from "./shippedWords";

export interface ProjectOptions {
  /** Path, true (search upwards) or false (none). */
  config?: string | boolean;
  rule?: string[];
}

/** What configurations say of the files of a run. */
export interface Project {
  laws: LawRegistry;
  /** Own entries among the laws. */
  ownLaws: readonly LawRow[];
  rulesFor(path: string): readonly ConfiguredRule[];
  ignores(path: string): boolean;
  /** All rules of the program and of the configurations in use. */
  knownRules: ReadonlySet<string>;
}

/** Reads the configurations that apply to the files, and opens the laws; says when these are old. */
export async function openProject(paths: readonly string[], options: ProjectOptions): Promise<Project> {
  const configs = new ConfigFiles(allRules, typeof options.config === "string" ? options.config : null);
  const nearest = new Map<string, LoadedConfig | null>();
  for (const path of paths) nearest.set(path, options.config === false ? null : await configs.nearest(path));
  const knownRules = new Set(
    [...allRules, ...[...nearest.values()].flatMap((config) => config?.patterns ?? [])].map(({ id }) => id),
  );
  const unknown = options.rule?.find((id) => !knownRules.has(id));
  if (unknown) throw new ConfigError(`没有规则 ${unknown}，用 gongwen-lint rules 查看全部规则`);
  const chosen = options.rule ? new Set(options.rule) : knownRules;
  const ownLaws = await readOwnLaws([...nearest.values()]);
  const laws = openShippedRegistry(ownLaws);
  provideShippedWords();
  const age = staleRegistryNotice(laws.asOf, today());
  if (age) process.stderr.write(`${age}\n`);

  return {
    laws,
    ownLaws,
    rulesFor: rulesByFile(
      (path) => nearest.get(path) ?? null,
      (path, config) => rulesFor(path, config, allRules).filter(({ rule }) => chosen.has(rule.id)),
    ),
    ignores: (path) => isIgnored(path, nearest.get(path) ?? null),
    knownRules,
  };
}

/** Own law files of all configurations in use, which go on top of the shipped registry. */
export async function readOwnLaws(configs: readonly (LoadedConfig | null)[]): Promise<LawRow[]> {
  const paths = new Set(configs.flatMap((config) => config?.laws ?? []));
  if (paths.size === 0) return [];
  const { parseOwnEntries } = await import("../../rules/laws/ownEntries");
  const entries = [];
  for (const path of paths) {
    if (!existsSync(path)) throw new ConfigError(`${path}：没有这个法律法规文件（配置的 laws）`);
    const { rows, problems } = await parseOwnEntries(readFileSync(path, "utf8"), path);
    if (problems.length > 0)
      throw new ConfigError(problems.map((problem) => `${path}：${problem}`).join("\n"));
    entries.push(...rows);
  }
  return entries;
}
