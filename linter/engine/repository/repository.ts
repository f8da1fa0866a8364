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

/** 登记卡 in the order of the input: an array, or what fetches them from where they lie. */
export interface RecordList extends Iterable<RepositoryRecord> {
  readonly length: number;
  at(index: number): RepositoryRecord | undefined;
}

/**
 * 文件库: the records of all documents, with look-ups between them. Holds names, numbers and places in the list, no
 * records: these are fetched when looked at, so that two of the same document need not be the same object.
 */
export class Repository {
  readonly #byNumber = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  /** By path. */
  readonly #repealers = new Map<string, number[]>();
  /** Documents in their own right: no companions, no catalogues. */
  readonly documents: RecordList;

  constructor(
    readonly records: RecordList,
    readonly packages: readonly RecordedPackage[],
  ) {
    const companions = new Set(packages.flatMap((pack) => pack.companions.map(({ path }) => path)));
    const documents: number[] = [];
    const repealing: number[] = [];
    let index = -1;
    for (const record of records) {
      index++;
      const { path, role, scope, number, names, draft, repeals } = record;
      if (role !== null || companions.has(path) || scope === "companion" || scope === "other") continue;
      documents.push(index);
      if (number) push(this.#byNumber, number.standard, index);
      for (const name of names) push(this.#byName, name, index);
      if (!draft && repeals.length > 0) repealing.push(index);
    }
    this.documents = new Selection(records, documents);
    for (const index of repealing) {
      const record = records.at(index) as RepositoryRecord;
      for (const repeal of record.repeals)
        for (const target of this.named(repeal)) {
          if (target.path !== record.path && isBefore(target, record))
            push(this.#repealers, target.path, index);
        }
    }
  }

  /** The documents that bear a number. */
  numbered(number: string): RecordList {
    return this.#select(this.#byNumber.get(number));
  }

  /** All numbers, with their documents. */
  *numbers(): Iterable<[string, RecordList]> {
    for (const [number, indexes] of this.#byNumber) yield [number, this.#select(indexes)];
  }

  /** The documents a mention means: by its number; by its name where it gives no number or the named one has none. */
  named({ name, number }: Pick<NamedDocument, "name" | "number">): readonly RepositoryRecord[] {
    if (number !== null) {
      const bearers = this.numbered(number);
      if (bearers.length > 0) return [...bearers];
    }
    const namesakes = name === null ? [] : [...this.#select(this.#byName.get(name))];
    return number === null ? namesakes : namesakes.filter((record) => record.number === null);
  }

  /**
   * A later edition: a document of the same name, in force on a day; null if there is none. Only rules come in editions:
   * each year's notice of the same matter stands beside the last.
   */
  successor(record: RepositoryRecord, on: string): RepositoryRecord | null {
    const later = record.names
      .filter((name) => EDITED.test(name))
      .flatMap((name) => [...this.#select(this.#byName.get(name))])
      .filter(
        (other) =>
          other.path !== record.path &&
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
    for (const by of this.#select(this.#repealers.get(record.path))) {
      const since = by.begins ?? by.date;
      if (since !== null && since <= on) return { how: "repealed", since, by };
    }
    if (record.ended) return { how: "marked", since: null, by: null };
    if (record.until !== null && record.until < on)
      return { how: "expired", since: dayAfter(record.until), by: null };
    return null;
  }

  #select(indexes: readonly number[] = []): RecordList {
    return new Selection(this.records, indexes);
  }
}

/** Some records of a list. */
class Selection implements RecordList {
  constructor(
    private readonly list: RecordList,
    private readonly indexes: readonly number[],
  ) {}

  get length(): number {
    return this.indexes.length;
  }

  at(index: number): RepositoryRecord | undefined {
    const place = this.indexes.at(index);
    return place === undefined ? undefined : this.list.at(place);
  }

  *[Symbol.iterator](): Iterator<RepositoryRecord> {
    for (const index of this.indexes) yield this.list.at(index) as RepositoryRecord;
  }
}

const EDITED = /(?:条例|办法|规定|细则|规则|制度|规范|标准|目录|章程)(?:（[^（）]*）)?$/;

function push(places: Map<string, number[]>, key: string, index: number): void {
  const list = places.get(key);
  if (!list) places.set(key, [index]);
  // Records come one after the other, so that one already there is the last.
  else if (list.at(-1) !== index) list.push(index);
}

/** A repeal of a namesake means the older one. Without dates nothing can be told, and nothing is said. */
function isBefore(target: RepositoryRecord, by: RepositoryRecord): boolean {
  return target.date !== null && by.date !== null && target.date < by.date;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
