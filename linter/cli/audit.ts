import { allRules } from "../../rules/index";
import { today } from "../engine/judgementDate";
import { auditRepository, Repository } from "../engine/repository/index";
import { type AuditFormat, formatAudit } from "../reporters/audit";
import { StoredRecords } from "../workspace/storedRecords";
import { EXIT_TROUBLE } from "./exitCodes";
import { type RepositoryOptions, readRepository } from "./repository";

export interface AuditCommandOptions extends RepositoryOptions {
  format: AuditFormat;
}

/** Rules that find what a text rests on to be outdated. */
const CHANGING = new Set(
  allRules.filter(({ group, id }) => group === "citations" || id === "ended-citation").map(({ id }) => id),
);

/** `gongwen-lint audit`: the yearly clean-up list; returns the exit code. */
export async function auditCommand(paths: string[], options: AuditCommandOptions): Promise<number> {
  const { collected, reports, isWanted, hasUnknown } = await readRepository(paths, options);
  const asOf = options.asOf === "today" ? today() : options.asOf;
  const byPath = new Map(reports.map((report) => [report.path, report]));
  const unread = reports.filter(({ path, error }) => error !== null && isWanted(path));
  const unjudged = new Set(unread.map(({ path }) => path));
  const records = new StoredRecords(collected.files, collected.store);
  const entries = auditRepository(new Repository(records, collected.packages), {
    changing: CHANGING,
    dateFor: (path) => byPath.get(path)?.asOf?.date ?? asOf,
    findingsOf: (path) => byPath.get(path)?.findings ?? [],
  }).filter(({ path }) => isWanted(path) && !unjudged.has(path));
  const on = asOf === "document" ? "各自的成文日期" : asOf;
  process.stdout.write(await formatAudit(entries, options.format, on));
  for (const { path, error } of unread) process.stderr.write(`${path}：${error}\n`);
  return unread.length > 0 || hasUnknown ? EXIT_TROUBLE : 0;
}
