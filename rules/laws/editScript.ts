/** 错字: one character of the given text that is wrong, too much or missing, against the known text. */
export interface Edit {
  /** "" where a character is missing. */
  given: string;
  /** "" where a character is too much. */
  known: string;
  /** Where in the given text. */
  at: number;
}

/** The fewest edits that lead from `given` to `known`, or null when they are more than `most` (a small number). */
export function editScript(given: string, known: string, most: number): Edit[] | null {
  if (Math.abs(given.length - known.length) > most) return null;
  return align(given, 0, known, 0, most);
}

function align(given: string, at: number, known: string, place: number, left: number): Edit[] | null {
  let from = at;
  let to = place;
  while (from < given.length && to < known.length && given[from] === known[to]) {
    from++;
    to++;
  }
  if (from === given.length && to === known.length) return [];
  if (left <= 0) return null;
  let best: Edit[] | null = null;
  const attempt = (givenStep: number, knownStep: number) => {
    if (from + givenStep > given.length || to + knownStep > known.length) return;
    const budget = best ? best.length - 2 : left - 1;
    const rest = budget < 0 ? null : align(given, from + givenStep, known, to + knownStep, budget);
    if (!rest) return;
    best = [
      { given: given.slice(from, from + givenStep), known: known.slice(to, to + knownStep), at: from },
      ...rest,
    ];
  };
  attempt(1, 1);
  attempt(1, 0);
  attempt(0, 1);
  return best;
}
