import type { RecordList, RepositoryRecord } from "../engine/repository/index";
import type { CollectedFile } from "./collect";
import type { DocumentCard } from "./load";
import type { Key, Store } from "./store";

/** The records of all files that could be read, from the store, and the dates on which their files are judged. */
export class StoredRecords implements RecordList {
  readonly #cards: readonly Key<DocumentCard>[];
  /** By path; only where it is another than that of most. */
  readonly #dates = new Map<string, string>();
  #usualDate: string | null = null;

  constructor(
    files: readonly CollectedFile[],
    private readonly store: Store,
  ) {
    this.#cards = files.flatMap(({ card }) => (card === null ? [] : card));
    for (const { path, asOf } of files) {
      this.#usualDate ??= asOf;
      if (asOf !== this.#usualDate) this.#dates.set(path, asOf ?? "");
    }
  }

  /** ISO; empty for a file that could not be read. */
  readonly dateFor = (path: string): string => this.#dates.get(path) ?? this.#usualDate ?? "";

  get length(): number {
    return this.#cards.length;
  }

  at(index: number): RepositoryRecord | undefined {
    const key = this.#cards.at(index);
    return key === undefined ? undefined : this.store.get(key).record;
  }

  *[Symbol.iterator](): Iterator<RepositoryRecord> {
    for (const key of this.#cards) yield this.store.get(key).record;
  }
}
