import type { Job, News } from "./exchange";
import { openJob } from "./session";

/** Runs the same engine as the command line, away from the page, so that a folder of thousands never freezes it. */
self.addEventListener("message", ({ data }: MessageEvent<Job>) => {
  run(data).catch((error: unknown) => {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  });
});

async function run(job: Job): Promise<void> {
  const { lint, sources, laws, patterns, configs } = await openJob(job);
  for await (const report of lint(sources, (path) => tell({ kind: "reading", path }))) {
    tell({ kind: "report", report });
  }
  tell({
    kind: "done",
    registry: { asOf: laws.asOf, count: laws.count },
    patterns,
    uses: configs.uses,
    configNotes: configs.notes,
    configFiles: [...configs.read],
  });
}

function tell(news: News): void {
  self.postMessage(news);
}
