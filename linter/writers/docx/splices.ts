interface Splice {
  at: number;
  /** Order among insertions at one offset. */
  rank: number;
  insert: string;
  /** End of what is removed behind the insertion; `at` when nothing is. */
  until: number;
}

/**
 * Insertions into and removals from a text, gathered in any order and made in one pass. What they do not touch stays
 * as it is, character by character. Insertions come before a removal that starts at the same offset; removals never
 * overlap.
 */
export class Splices {
  private readonly all: Splice[] = [];

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  insert(at: number, text: string, rank = 0): void {
    if (text !== "") this.all.push({ at, rank, insert: text, until: at });
  }

  /** Puts `text` in the place of a stretch. */
  replace(from: number, until: number, text: string): void {
    if (until > from || text !== "")
      this.all.push({ at: from, rank: Number.MAX_SAFE_INTEGER, insert: text, until });
  }

  /** What becomes of a stretch of the text (by default all of it): splices that reach out of it are left aside. */
  apply(text: string, from = 0, to = text.length): string {
    const pieces: string[] = [];
    let done = from;
    // Array.prototype.sort is stable: equals stay in the order in which they came.
    for (const { at, insert, until } of this.all.sort((a, b) => a.at - b.at || a.rank - b.rank)) {
      if (at < from || until > to) continue;
      if (at < done) throw new RangeError(`splices overlap at ${at}`);
      pieces.push(text.slice(done, at), insert);
      done = until;
    }
    pieces.push(text.slice(done, to));
    return pieces.join("");
  }
}
