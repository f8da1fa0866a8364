import { configureRules } from "../../linter/engine/configure";
import { lintFiles } from "../../linter/workspace/lintFiles";
import type { SourceFile } from "../../linter/workspace/load";
import { allRules } from "../../rules/index";
import { openRegistry } from "../../rules/laws/registry";
import type { Job, News } from "./exchange";

/** Runs the same engine as the command line, away from the page, so that a folder of thousands never freezes it. */
self.addEventListener("message", ({ data }: MessageEvent<Job>) => {
  run(data).catch((error: unknown) => {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  });
});

async function run({ files, present, asOf, today, profile, ownLaws, registry }: Job): Promise<void> {
  const response = await fetch(registry);
  const laws = openRegistry(new TextDecoder("utf-16le").decode(await response.arrayBuffer()), ownLaws);
  const rules = configureRules(allRules, profile.preset, profile.rules);
  const sources: SourceFile[] = files.map(({ path, content }) => ({
    path,
    read: async () => new Uint8Array(await content.arrayBuffer()),
  }));
  const known = new Set(present);
  for await (const report of lintFiles(sources, {
    rulesFor: () => rules,
    laws,
    asOf,
    today,
    exists: (path) => known.has(path),
    onFile: (path) => tell({ kind: "reading", path }),
  })) {
    tell({ kind: "report", report });
  }
  tell({ kind: "done", registry: { asOf: laws.asOf, count: laws.count } });
}

function tell(news: News): void {
  self.postMessage(news);
}
