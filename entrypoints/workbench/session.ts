import { configureRules } from "../../linter/engine/configure";
import type { LawRegistry } from "../../linter/facts/laws";
import { type FileReport, lintFiles } from "../../linter/workspace/lintFiles";
import type { SourceFile } from "../../linter/workspace/load";
import { allRules } from "../../rules/index";
import { openRegistry } from "../../rules/laws/registry";
import type { Job } from "./exchange";

/** What a job's files are judged by, opened once for all passes over them. */
export interface JobSession {
  laws: LawRegistry;
  sources: readonly SourceFile[];
  lint(sources: readonly SourceFile[], onFile?: (path: string) => void): AsyncGenerator<FileReport>;
}

export async function openJob(job: Job): Promise<JobSession> {
  const { files, present, asOf, today, profile, ownLaws, registry } = job;
  const response = await fetch(registry);
  const laws = openRegistry(new TextDecoder("utf-16le").decode(await response.arrayBuffer()), ownLaws);
  const rules = configureRules(allRules, profile.preset, profile.rules);
  const known = new Set(present);
  const exists = (path: string) => known.has(path);
  return {
    laws,
    sources: files.map(({ path, content }) => ({
      path,
      read: async () => new Uint8Array(await content.arrayBuffer()),
    })),
    lint: (sources, onFile) =>
      lintFiles(sources, { rulesFor: () => rules, laws, asOf, today, exists, onFile }),
  };
}
