import { hashStretch } from "./hash";
import type { HashIndex } from "./hashIndex";
import { KEY_KINDS, type KeyKind, keysOf, seedOf } from "./keys";
import type { Shelf } from "./shelf";

/** 查找: the rows under a key, those of the compact text first, then own entries. */
export type Lookup = (kind: KeyKind, key: string) => readonly number[];

/** The same few laws are cited over and over; a batch of other names pushes them out at worst. */
const MOST_REMEMBERED = 4096;

export function createLookup(shelf: Shelf, index: HashIndex): Lookup {
  const remembered = new Map<string, readonly number[]>();
  const find = createSearch(shelf, index);
  return (kind, key) => {
    const name = `${kind}|${key}`;
    let rows = remembered.get(name);
    if (!rows) {
      rows = find(kind, key);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(name, rows);
    }
    return rows;
  };
}

function createSearch(shelf: Shelf, index: HashIndex): Lookup {
  const own = indexOwn(shelf);
  return (kind, key) => {
    const rows: number[] = [];
    index.visit(hashStretch(key, 0, key.length, seedOf(kind)), (row) => {
      if (!shelf.isHidden(row) && keysOf(kind, shelf.named(row)).includes(key)) rows.push(row);
      return false;
    });
    const more = own?.get(`${kind}|${key}`);
    return more ? rows.concat(more) : rows;
  };
}

function indexOwn(shelf: Shelf): Map<string, number[]> | null {
  if (shelf.firstOwn === shelf.end) return null;
  const map = new Map<string, number[]>();
  for (let row = shelf.firstOwn; row < shelf.end; row++) {
    for (const kind of KEY_KINDS) {
      for (const key of keysOf(kind, shelf.named(row))) {
        const held = map.get(`${kind}|${key}`);
        if (held) held.push(row);
        else map.set(`${kind}|${key}`, [row]);
      }
    }
  }
  return map;
}
