import { existsSync } from "node:fs";
import { allRules } from "../../rules/index";
import { today } from "../engine/judgementDate";
import { auditRepository, Repository } from "../engine/repository/index";
import { extensions } from "../readers/index";
import { type AuditFormat, formatAudit } from "../reporters/audit";
import { finish } from "../workspace/finish";
import { collectFiles } from "../workspace/lintFiles";
import { findFiles } from "../workspace/node/findFiles";
import { EXIT_TROUBLE } from "./exitCodes";
import { openProject, type ProjectOptions } from "./project";
import { openRunner, type RunnerOptions } from "./runner";

export interface AuditCommandOptions extends ProjectOptions, RunnerOptions {
  asOf: string;
  format: AuditFormat;
}

/** Rules that find what a text rests on to be outdated. */
const CHANGING = new Set(
  allRules.filter(({ group, id }) => group === "citations" || id === "ended-citation").map(({ id }) => id),
);

/** `gongwen-lint audit`: the yearly clean-up list; returns the exit code. */
export async function auditCommand(paths: string[], options: AuditCommandOptions): Promise<number> {
  const found = await findFiles(paths.length > 0 ? paths : ["."], extensions);
  for (const name of found.unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);
  const project = await openProject(found.wanted, options);
  const { rulesFor, knownRules, laws } = project;
  const asOf = options.asOf === "today" ? today() : options.asOf;
  const run = { project, asOf, today: today(), read: {}, onFile: () => {}, onDisk: true };
  const runner = await openRunner(found.files, options, run);
  const wanted = new Set(found.wanted.filter((path) => !project.ignores(path)));
  try {
    const collected = await collectFiles(found.files, {
      ...run,
      rulesFor,
      laws,
      wanted: (path) => wanted.has(path),
      exists: existsSync,
      runner,
    });
    const reports = finish(collected, { rulesFor, knownRules });
    const byPath = new Map(reports.map((report) => [report.path, report]));
    const records = collected.files.flatMap(({ card }) => card?.record ?? []);
    const entries = auditRepository(new Repository(records, collected.packages), {
      changing: CHANGING,
      dateFor: (path) => byPath.get(path)?.asOf?.date ?? asOf,
      findingsOf: (path) => byPath.get(path)?.findings ?? [],
    }).filter(({ path }) => wanted.has(path));
    process.stdout.write(
      await formatAudit(entries, options.format, asOf === "document" ? "各自的成文日期" : asOf),
    );
    const unread = reports.filter(({ error }) => error !== null);
    for (const { path, error } of unread) process.stderr.write(`${path}：${error}\n`);
    return unread.length > 0 || found.unknown.length > 0 ? EXIT_TROUBLE : 0;
  } finally {
    await runner.close();
  }
}
