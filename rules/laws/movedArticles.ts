import type { Law, LawVersion } from "../../linter/facts/laws";
import type { MovedTable } from "./schema";

/** 条文移位: looks an article up in the tables of renumbered articles, from an older text to a newer one. */
export type MovedArticles = (
  law: Law,
  article: number,
  from: LawVersion | null,
  to: LawVersion,
) => number | null;

/**
 * The tables say only what a comparison of both texts proved; an article they do not list is not known to have kept its
 * number, so the answer is null. Several tables of one law are followed one after the other.
 */
export function movedArticles(tables: readonly MovedTable[]): MovedArticles {
  const byTitle = new Map<string, MovedTable[]>();
  for (const table of tables) byTitle.set(table.title, [...(byTitle.get(table.title) ?? []), table]);
  return (law, article, from, to) => {
    const own = byTitle.get(law.title);
    if (!own || from?.adopted == null || to.adopted === null) return null;
    let date = from.adopted;
    let number = article;
    while (date < to.adopted) {
      const table = own.find((candidate) => candidate.from === date);
      const pair = table?.pairs.find(([old]) => old === number);
      if (!table || !pair) return null;
      date = table.to;
      number = pair[1];
    }
    return date === to.adopted && date !== from.adopted ? number : null;
  };
}
