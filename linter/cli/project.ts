import { existsSync, readFileSync } from "node:fs";
import { allRules } from "../../rules/index";
import type { LawRow } from "../../rules/laws/registry";
import { staleRegistryNotice } from "../../rules/laws/registryAge";
import type { ConfiguredRule } from "../engine/configure";
import { today } from "../engine/judgementDate";
import type { LawRegistry } from "../facts/laws";
import { isIgnored, type LoadedConfig, rulesByFile, rulesFor } from "../workspace/config/loadedConfig";
import { type OpenedConfigs, openConfigs } from "../workspace/config/openConfigs";
import { OwnLawFiles } from "../workspace/config/ownLawFiles";
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
  /** None for a file that is not to be checked. */
  rulesFor(path: string): readonly ConfiguredRule[];
  /** Why a file is not checked although others are, in Chinese: its configuration is wrong. Null: it is checked. */
  troubleOf(path: string): string | null;
  ignores(path: string): boolean;
  /** All rules of the program and of the configurations in use. */
  knownRules: ReadonlySet<string>;
}

const NO_RULES: readonly ConfiguredRule[] = [];

/**
 * Reads the configurations that apply to the files, and opens the laws; says when these are old. A wrong one keeps its
 * own files from being checked; one that was given by hand, and a rule that nobody knows, end the run.
 *
 * @throws ConfigError
 */
export async function openProject(paths: readonly string[], options: ProjectOptions): Promise<Project> {
  const { configOf, troubleOf, configs, laws: ownLaws, errors } = await configsOf(paths, options.config);
  const [wrong] = errors;
  if (wrong && typeof options.config === "string") throw wrong;
  const knownRules = new Set(
    [...allRules, ...configs.flatMap(({ patterns }) => patterns)].map(({ id }) => id),
  );
  const unknown = options.rule?.find((id) => !knownRules.has(id));
  if (unknown) {
    const said = `没有规则 ${unknown}，用 gongwen-lint rules 查看全部规则`;
    // It may be one that a wrong configuration would bring.
    throw new ConfigError([said, ...errors.map(({ message }) => message)].join("\n"));
  }
  const chosen = options.rule ? new Set(options.rule) : knownRules;
  const laws = openShippedRegistry(ownLaws);
  provideShippedWords();
  const age = staleRegistryNotice(laws.asOf, today());
  if (age) process.stderr.write(`${age}\n`);

  const byFile = rulesByFile(configOf, (path, config) =>
    rulesFor(path, config, allRules).filter(({ rule }) => chosen.has(rule.id)),
  );
  return {
    laws,
    ownLaws,
    rulesFor: (path) => (troubleOf(path) === null ? byFile(path) : NO_RULES),
    troubleOf,
    ignores: (path) => isIgnored(path, configOf(path)),
    knownRules,
  };
}

/** The configurations of files on the disk, with their own law files. */
export function configsOf(
  paths: readonly string[],
  config?: string | boolean,
): Promise<OpenedConfigs<LawRow>> {
  const files = new ConfigFiles(allRules, typeof config === "string" ? config : null);
  const find = (path: string) => (config === false ? null : files.pathFor(path));
  return openConfigs(paths, { find, files, laws: ownLawFiles() });
}

/** Own law files of a configuration, which go on top of the shipped registry. @throws ConfigError */
export async function readOwnLaws(config: LoadedConfig | null): Promise<LawRow[]> {
  const files = ownLawFiles();
  const rows = await Promise.all([...new Set(config?.laws)].map((path) => files.read(path)));
  return rows.flat();
}

function ownLawFiles(): OwnLawFiles<LawRow> {
  return new OwnLawFiles({
    text: async (path) => (existsSync(path) ? readFileSync(path, "utf8") : null),
    parse: async (text, path) => {
      const { parseOwnEntries } = await import("../../rules/laws/ownEntries");
      return parseOwnEntries(text, path);
    },
  });
}
