import type { CompanionRole } from "../package";
import type { NamedDocument, RepositoryRecord } from "./record";

/** 送审包 or document with its companions, by paths. */
export interface RecordedPackage {
  main: string;
  companions: readonly { path: string; role: CompanionRole }[];
}

/** How and when a document ceased to be in force. */
export interface Ending {
  how: "marked" | "repealed" | "expired";
  /** First day on which it is no longer in force, ISO; null where nobody says. */
  since: string | null;
  /** The document that repeals it. */
  by: RepositoryRecord | null;
}

/** 文件库: the records of all documents, with look-ups between them. */
export class Repository {
  readonly #byNumber = new Map<string, RepositoryRecord[]>();
  readonly #byName = new Map<string, RepositoryRecord[]>();
  readonly #repealers = new Map<RepositoryRecord, RepositoryRecord[]>();
  /** Documents in their own right: no companions, no catalogues. */
  readonly documents: readonly RepositoryRecord[];

  constructor(
    readonly records: readonly RepositoryRecord[],
    readonly packages: readonly RecordedPackage[],
  ) {
    const companions = new Set(packages.flatMap((pack) => pack.companions.map(({ path }) => path)));
    this.documents = records.filter(
      ({ path, role, scope }) =>
        role === null && !companions.has(path) && scope !== "companion" && scope !== "other",
    );
    for (const record of this.documents) {
      if (record.number) push(this.#byNumber, record.number.standard, record);
      for (const name of record.names) push(this.#byName, name, record);
    }
    for (const record of this.documents) {
      if (record.draft) continue;
      for (const repeal of record.repeals)
        for (const target of this.named(repeal)) {
          if (target !== record && isBefore(target, record)) push(this.#repealers, target, record);
        }
    }
  }

  /** The documents that bear a number. */
  numbered(number: string): readonly RepositoryRecord[] {
    return this.#byNumber.get(number) ?? [];
  }

  /** All numbers, with their documents. */
  get numbers(): ReadonlyMap<string, readonly RepositoryRecord[]> {
    return this.#byNumber;
  }

  /** The documents a mention means: by its number; by its name where it gives no number or the named one has none. */
  named({ name, number }: Pick<NamedDocument, "name" | "number">): readonly RepositoryRecord[] {
    if (number !== null) {
      const bearers = this.numbered(number);
      if (bearers.length > 0) return bearers;
    }
    const namesakes = name === null ? [] : (this.#byName.get(name) ?? []);
    return number === null ? namesakes : namesakes.filter((record) => record.number === null);
  }

  /**
   * A later edition: a document of the same name, in force on a day; null if there is none. Only rules come in editions:
   * each year's notice of the same matter stands beside the last.
   */
  successor(record: RepositoryRecord, on: string): RepositoryRecord | null {
    const later = record.names
      .filter((name) => EDITED.test(name))
      .flatMap((name) => this.#byName.get(name) ?? [])
      .filter(
        (other) =>
          other !== record &&
          !other.draft &&
          other.date !== null &&
          record.date !== null &&
          other.date > record.date &&
          (other.begins ?? other.date) <= on &&
          other.number?.standard !== record.number?.standard,
      );
    return later.sort((a, b) => ((a.date as string) < (b.date as string) ? 1 : -1))[0] ?? null;
  }

  /** Why a document is no longer in force on a day; null if it still is, as far as can be seen. */
  ending(record: RepositoryRecord, on: string): Ending | null {
    for (const by of this.#repealers.get(record) ?? []) {
      const since = by.begins ?? by.date;
      if (since !== null && since <= on) return { how: "repealed", since, by };
    }
    if (record.ended) return { how: "marked", since: null, by: null };
    if (record.until !== null && record.until < on)
      return { how: "expired", since: dayAfter(record.until), by: null };
    return null;
  }
}

const EDITED = /(?:条例|办法|规定|细则|规则|制度|规范|标准|目录|章程)(?:（[^（）]*）)?$/;

function push<Key>(index: Map<Key, RepositoryRecord[]>, key: Key, record: RepositoryRecord): void {
  const list = index.get(key);
  if (!list) index.set(key, [record]);
  // Records come one after the other, so that one already there is the last.
  else if (list.at(-1) !== record) list.push(record);
}

/** A repeal of a namesake means the older one. Without dates nothing can be told, and nothing is said. */
function isBefore(target: RepositoryRecord, by: RepositoryRecord): boolean {
  return target.date !== null && by.date !== null && target.date < by.date;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
