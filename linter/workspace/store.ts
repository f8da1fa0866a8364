/** Where a value lies in a store. */
export type Key<T> = number & { readonly of?: T };

/** 存放处: plain data that is looked at again later, one value at a time; its owner holds the keys only. */
export interface Store {
  put<T>(value: T): Key<T>;
  get<T>(key: Key<T>): T;
}

/** In memory: for what is small, and where there is no disk. */
export class MemoryStore implements Store {
  readonly #values: unknown[] = [];

  put<T>(value: T): Key<T> {
    return this.#values.push(value) - 1;
  }

  get<T>(key: Key<T>): T {
    return this.#values[key] as T;
  }
}

/** Values of one kind in order, to be gone through any number of times. */
export class StoredList<T> implements Iterable<T> {
  readonly #keys: Key<T>[] = [];

  constructor(
    private readonly store: Store,
    values: Iterable<T> = [],
  ) {
    for (const value of values) this.push(value);
  }

  push(value: T): void {
    this.#keys.push(this.store.put(value));
  }

  get length(): number {
    return this.#keys.length;
  }

  at(index: number): T | undefined {
    const key = this.#keys.at(index);
    return key === undefined ? undefined : this.store.get(key);
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const key of this.#keys) yield this.store.get(key);
  }
}
