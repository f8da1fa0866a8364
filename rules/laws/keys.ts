import { canonicalNumber } from "./number";
import { splitIssuer, titleKey } from "./titleKey";

/**
 * What a row can be found by: its title, its other names, its title without the issuer that leads it, its numbers.
 * The index is written and read with the same functions.
 */
export const KEY_KINDS = ["title", "alias", "rest", "number"] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** The parts of a row that keys are made from. */
export interface Named {
  title: string;
  /** Short names, but the title without 中华人民共和国, whose key is that of the title. */
  aliases: readonly string[];
  orders: readonly string[];
}

export function keysOf(kind: KeyKind, row: Named): readonly string[] {
  switch (kind) {
    case "title":
      return [titleKey(row.title)];
    case "alias":
      return row.aliases.map(titleKey);
    case "rest": {
      const { issuer, rest } = splitIssuer(titleKey(row.title));
      return issuer === "" ? [] : [rest];
    }
    case "number":
      return [...new Set(row.orders.map((order) => canonicalNumber(order) ?? order))];
  }
}

/** Seeds of the hash: kinds of keys first, pieces of titles behind them (see pieces.ts). */
export function seedOf(kind: KeyKind): number {
  return KEY_KINDS.indexOf(kind);
}
