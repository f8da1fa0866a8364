import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { type NamedDocument, type RepositoryRecord, recordOf } from "../../engine/repository/index";
import type { LawRegistry } from "../../facts/laws";
import { extensions, type ReadOptions } from "../../readers/index";
import type { Collected } from "../collect";
import { loadDocument } from "../load";
import { type Changes, changedSince, touchedFiles } from "./changed";

const run = promisify(execFile);

export interface ChangeSettings {
  laws: LawRegistry;
  /** ISO */
  today: string;
  read?: ReadOptions;
  /** Inside the repository. Default: the working folder. */
  folder?: string;
}

/** Which of the files of a run a change concerns. */
export interface Change {
  /** By what git says alone: changed files with the rest of their packages. */
  touches(path: string): boolean;
  /** Wants, beyond these, the documents among `asked` that name one that changed or that a changed one repeals. */
  withDependents(collected: Collected, asked: ReadonlySet<string>): Collected;
}

/**
 * What changed since a revision. The rest of the tree is still read, for rules over the whole repository look at it; only
 * the findings are narrowed. Of changed documents both texts count, the old one for those that still name it.
 */
export async function changeSince(
  revision: string,
  paths: readonly string[],
  settings: ChangeSettings,
): Promise<Change> {
  const changes = await changedSince(revision, settings.folder ?? process.cwd());
  const { wanted } = touchedFiles(paths, changes.paths);
  const numbers = new Set<string>();
  const names = new Set<string>();
  const concern = ({ number, name }: Pick<NamedDocument, "number" | "name">) => {
    if (number !== null) numbers.add(number);
    if (name !== null) names.add(name);
  };
  for (const record of await changedRecords(changes, settings)) {
    concern({ number: record.number?.standard ?? null, name: null });
    for (const name of record.names) concern({ number: null, name });
    record.repeals.forEach(concern);
  }
  const isNamed = ({ number, name }: NamedDocument) =>
    (number !== null && numbers.has(number)) || (name !== null && names.has(name));
  const depends = (record: RepositoryRecord) =>
    (record.number !== null && numbers.has(record.number.standard)) ||
    record.cites.some(isNamed) ||
    record.repeals.some(isNamed);
  return {
    touches: (path) => wanted.has(path),
    withDependents: (collected, asked) => ({
      ...collected,
      files: collected.files.map((file) => {
        if (file.wanted || file.card === null || !asked.has(file.path)) return file;
        return depends(collected.store.get(file.card).record) ? { ...file, wanted: true } : file;
      }),
    }),
  };
}

/** The records of changed documents, before and after. What cannot be read has none; the run itself reports it. */
async function changedRecords(changes: Changes, settings: ChangeSettings): Promise<RepositoryRecord[]> {
  const records: RepositoryRecord[] = [];
  for (const path of changes.paths) {
    if (!extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))) continue;
    for (const bytes of [await before(path, changes), await now(path)])
      if (bytes) records.push(...(await recordIn(bytes, path, settings)));
  }
  return records;
}

async function recordIn(
  bytes: Uint8Array,
  path: string,
  settings: ChangeSettings,
): Promise<RepositoryRecord[]> {
  const { laws, today, read } = settings;
  try {
    const loaded = await loadDocument({ path, read: async () => bytes }, laws.lexicon, null, read);
    return [recordOf(loaded, null, laws, today)];
  } catch {
    return [];
  }
}

/** The file as it was; null when it is new. */
async function before(path: string, { top, base }: Changes): Promise<Uint8Array | null> {
  const name = path.slice(resolve(top).replaceAll("\\", "/").length + 1);
  try {
    const args = ["cat-file", "blob", `${base}:${name}`];
    return (await run("git", args, { cwd: top, maxBuffer: 1 << 28, encoding: "buffer" })).stdout;
  } catch {
    return null;
  }
}

/** The file as it is; null when it was deleted. */
async function now(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
