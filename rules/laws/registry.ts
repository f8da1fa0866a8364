import type { Law, LawRegistry } from "../../linter/facts/laws";
import { readCompact } from "./compact";
import { findLaw } from "./find";
import { createLexicon } from "./lexicon";
import { createLookup } from "./lookup";
import { movedArticles } from "./movedArticles";
import { createNearSearch } from "./near";
import { canonicalNumber } from "./number";
import type { LawRow } from "./schema";
import { searchRows } from "./search";
import { createShelf } from "./shelf";
import { stateOn } from "./state";
import { titleKey } from "./titleKey";

export type { LawRow } from "./schema";

/**
 * Opens the registry of laws (法律法规库) from its compact text, as `npm run build:registry` writes it. Own entries
 * (see ownEntries.ts) take the place of rows of the same title and add new ones. Opening decodes nothing and builds
 * no index: the compact text brings its own.
 *
 * @throws {Error} when the text is no compact registry.
 */
export function openRegistry(compact: string, ownEntries: readonly LawRow[] = []): LawRegistry {
  const base = readCompact(compact);
  const shelf = createShelf(base, ownEntries);
  const lookup = createLookup(shelf, base.index);
  const near = createNearSearch(shelf, base.index, base.seenTogether, lookup);
  const rowsOfTitle = (title: string) =>
    lookup("title", titleKey(title)).filter((row) => shelf.title(row) === title);
  /** The law with the numbers of its namesakes filled in, once. */
  const law = (row: number): Law => {
    const found = shelf.law(row);
    if (found.otherNumbers.length === 0) {
      const others = rowsOfTitle(found.title).filter((other) => other !== row);
      if (others.length > 0) found.otherNumbers = others.flatMap((other) => shelf.named(other).orders);
    }
    return found;
  };
  const rowsOfNumber = (number: string) => {
    const canonical = canonicalNumber(number);
    return canonical === null ? [] : lookup("number", canonical);
  };
  const successorOf = (known: Law): Law | null => {
    const row = shelf.rowOf(known);
    const next = row < 0 ? known.replacedBy : shelf.successor(row);
    const nextRow = typeof next === "string" ? rowsOfTitle(next).at(-1) : next;
    return nextRow == null ? null : law(nextRow);
  };
  return {
    asOf: base.header.asOf,
    count: shelf.count,
    lexicon: createLexicon(shelf),
    find(title, hints) {
      const match = findLaw(shelf, lookup, title, hints);
      return match && { law: law(shelf.rowOf(match.law)), how: match.how };
    },
    near(title) {
      if (findLaw(shelf, lookup, title)) return null;
      const row = near(title);
      return row < 0 ? null : law(row);
    },
    byNumber: (number) => rowsOfNumber(number).map(law),
    namesakes: (known) => rowsOfTitle(known.title).map(law),
    state: (known, date) => stateOn(known, date, successorOf(known)),
    movedArticle: movedArticles(base.header.moved),
    search(words, limit) {
      const numbered = rowsOfNumber(words);
      return (numbered.length > 0 ? numbered.slice(0, limit) : searchRows(shelf, words, limit)).map(law);
    },
  };
}
