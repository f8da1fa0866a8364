import { browser } from "wxt/browser";
import type { LawRow } from "../../rules/laws/schema";
import { readManaged } from "./managed";

/** 本单位的法规文件: one imported list. */
export interface OwnLawList {
  name: string;
  /** ISO */
  importedOn: string;
  rows: readonly LawRow[];
}

export const OWN_LAWS_KEY = "ownLaws";

/** The lists the user imported, in the order of import. Only this module writes them. */
export async function readOwnLawLists(): Promise<readonly OwnLawList[]> {
  const stored: unknown = (await browser.storage.local.get(OWN_LAWS_KEY))[OWN_LAWS_KEY];
  return Array.isArray(stored) ? (stored as OwnLawList[]) : [];
}

export async function writeOwnLawLists(lists: readonly OwnLawList[]): Promise<void> {
  await browser.storage.local.set({ [OWN_LAWS_KEY]: lists });
}

/** The organisation's rows, then the user's: of the same title the later stands. */
export async function readOwnLaws(): Promise<LawRow[]> {
  const [managed, lists] = await Promise.all([readManaged(), readOwnLawLists()]);
  return [...managed.laws, ...lists.flatMap(({ rows }) => rows)];
}
