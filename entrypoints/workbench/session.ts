import type { ConfiguredRule } from "../../linter/engine/configure";
import { patternOf } from "../../linter/engine/patterns/compile";
import type { Pattern } from "../../linter/engine/patterns/patternSchema";
import type { LawRegistry } from "../../linter/facts/laws";
import { leaveUnchecked } from "../../linter/workspace/config/leaveUnchecked";
import { isIgnored, rulesByFile, rulesFor } from "../../linter/workspace/config/loadedConfig";
import { type FileReport, isManifest, lintFiles } from "../../linter/workspace/lintFiles";
import type { SourceFile } from "../../linter/workspace/load";
import { inThisThread } from "../../linter/workspace/runTasks";
import { allRules } from "../../rules/index";
import { openRegistry } from "../../rules/laws/registry";
import { ownRules, rulesOf } from "../settings/profileRules";
import { provideWords } from "../shared/dictionary";
import type { Job } from "./exchange";
import { type FolderConfigs, openFolderConfigs } from "./folderConfigs";

/** What a job's files are judged by, opened once for all passes over them. */
export interface JobSession {
  laws: LawRegistry;
  configs: FolderConfigs;
  /** Rules of the settings and of configurations in the folder. */
  patterns: readonly Pattern[];
  sources: readonly SourceFile[];
  lint(sources: readonly SourceFile[], onFile?: (path: string) => void): AsyncGenerator<FileReport>;
}

const NO_RULES: readonly ConfiguredRule[] = [];

export async function openJob(job: Job): Promise<JobSession> {
  const { files, present, asOf, today, profile, ownLaws, registry } = job;
  const documents = files.map(({ path }) => path).filter((path) => !isManifest(path));
  const configs = await openFolderConfigs(documents, present);
  const { troubleOf, configOf } = configs;
  const response = await fetch(registry);
  const laws = openRegistry(new TextDecoder("utf-16le").decode(await response.arrayBuffer()), [
    ...ownLaws,
    ...configs.laws,
  ]);
  const own = [...ownRules(profile), ...configs.configs.flatMap(({ patterns }) => patterns)];
  await provideWords(own, job.words);
  const fromSettings = rulesOf(profile);
  const byFile = rulesByFile(configOf, (path, config) =>
    config ? rulesFor(path, config, allRules) : fromSettings,
  );
  const settings = {
    rulesFor: (path: string) => (troubleOf(path) === null ? byFile(path) : NO_RULES),
    wanted: (path: string) => isManifest(path) || !isIgnored(path, configOf(path)),
    knownRules: new Set([...allRules, ...own].map(({ id }) => id)),
    exists: (path: string) => known.has(path),
    laws,
    asOf,
    today,
  };
  const known = new Set(present.map(({ path }) => path));
  return {
    laws,
    configs,
    patterns: own.flatMap((rule) => patternOf(rule) ?? []),
    sources: files
      .filter(({ path }) => !configs.read.has(path))
      .map(({ path, content }) => ({ path, read: async () => new Uint8Array(await content.arrayBuffer()) })),
    lint(sources, onFile) {
      const byPath = new Map(sources.map((file) => [file.path, file]));
      const source = (path: string) => byPath.get(path) as SourceFile;
      const runner = leaveUnchecked(inThisThread({ ...settings, source, onFile }), troubleOf);
      return lintFiles(sources, { ...settings, runner });
    },
  };
}
