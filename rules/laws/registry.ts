import type { Law, LawRegistry } from "../../linter/facts/laws";
import { readCompact } from "./compact";
import { findLaw } from "./find";
import { createLexicon } from "./lexicon";
import { movedArticles } from "./movedArticles";
import { createNearSearch } from "./near";
import { createNumberIndex } from "./numberIndex";
import type { LawRow } from "./schema";
import { searchRows } from "./search";
import { createShelf, type Shelf } from "./shelf";
import { stateOn } from "./state";
import { createTitleIndex } from "./titleIndex";
import { titleKey } from "./titleKey";

export type { LawRow } from "./schema";

/**
 * Opens the registry of laws (法律法规库) from its compact text, as `npm run build:registry` writes it. Own entries
 * (see ownEntries.ts) take the place of rows of the same title and add new ones. Opening decodes nothing; every index is
 * built when it is first needed.
 *
 * @throws {Error} when the text is no compact registry.
 */
export function openRegistry(compact: string, ownEntries: readonly LawRow[] = []): LawRegistry {
  const base = readCompact(compact);
  const shelf: Shelf = createShelf(base, ownEntries, (title) => titles.byTitle(titleKey(title))[0] ?? -1);
  const titles = createTitleIndex(shelf);
  const numbers = createNumberIndex(shelf);
  const near = createNearSearch(shelf);
  const named = (row: number): Law => withNamesakes(shelf, titles.byTitle, row);

  const rowOf = (law: Law) => {
    const row = shelf.rowOf(law);
    return row >= 0
      ? row
      : (titles.byTitle(titleKey(law.title)).find((held) => shelf.law(held).id === law.id) ?? -1);
  };
  return {
    asOf: base.header.asOf,
    count: shelf.count,
    lexicon: createLexicon(shelf),
    find(title, hints) {
      const match = findLaw(shelf, titles, title, hints);
      return match && { ...match, law: named(shelf.rowOf(match.law)) };
    },
    near(title) {
      const row = near(title);
      return row < 0 ? null : named(row);
    },
    byNumber: (number) => numbers(number).map(named),
    namesakes: (law) =>
      titles
        .byTitle(titleKey(law.title))
        .filter((row) => shelf.title(row) === law.title)
        .map(named),
    state(law, date) {
      const row = rowOf(law);
      const next = row < 0 ? -1 : shelf.successor(row);
      return stateOn(law, date, next < 0 ? null : named(next));
    },
    movedArticle: movedArticles(base.header.moved),
    search(words, limit) {
      const byNumber = numbers(words);
      return (byNumber.length > 0 ? byNumber.slice(0, limit) : searchRows(shelf, words, limit)).map(named);
    },
  };
}

/** Fills in the numbers of the other documents of this very title, once. */
function withNamesakes(shelf: Shelf, byTitle: (key: string) => readonly number[], row: number): Law {
  const law = shelf.law(row);
  const rows = byTitle(titleKey(law.title));
  if (rows.length < 2 || law.otherNumbers.length > 0) return law;
  const others = rows
    .filter((other) => other !== row && shelf.title(other) === law.title)
    .flatMap(shelf.orders);
  if (others.length > 0) law.otherNumbers = others;
  return law;
}
