import type { Law, LawMatch } from "../../linter/facts/laws";
import type { Lookup } from "./lookup";
import { canonicalNumber, organCode } from "./number";
import type { Shelf } from "./shelf";
import { firstDay } from "./state";
import { splitIssuer, titleKey, withoutVersionNote } from "./titleKey";

export interface FindHints {
  number?: string | null;
  date?: string;
}

/** A title without its issuer must be this long before it stands for one document by itself. */
const TELLING_LENGTH = 12;

/** 按题名查找: by the title itself, by its key, by a short name, without a version note, without the issuer. */
export function findLaw(shelf: Shelf, lookup: Lookup, title: string, hints: FindHints = {}): LawMatch | null {
  const key = titleKey(title);
  if (key === "") return null;
  const rows = lookup("title", key);
  if (rows.length > 0) {
    const exact = rows.filter((row) => shelf.title(row) === title);
    const law = choose(shelf, exact.length > 0 ? exact : rows, hints);
    return { law, how: exact.length > 0 ? "exact" : law.short.includes(title) ? "short" : "normalised" };
  }
  const named = lookup("alias", key);
  if (named.length > 0) return { law: choose(shelf, named, hints), how: "short" };
  return findWithoutNote(shelf, lookup, title, hints) ?? findByRest(shelf, lookup, key, hints);
}

/** 《安全生产法（2014年修正）》: the note says which text is meant; the title is what stands before it. */
function findWithoutNote(shelf: Shelf, lookup: Lookup, title: string, hints: FindHints): LawMatch | null {
  const bare = withoutVersionNote(title);
  if (bare === null) return null;
  const match = findLaw(shelf, lookup, bare, hints);
  // A catalogue whose official title ends in a year is another act every time.
  if (!match || /[（(]\d{4}年.{1,2}[）)]$/.test(match.law.title)) return null;
  return { law: match.law, how: match.how === "exact" ? "normalised" : match.how };
}

/** 国务院《关于…的决定》 and 《国务院关于…》 name the same document, as far as number and issuer agree. */
function findByRest(shelf: Shelf, lookup: Lookup, key: string, hints: FindHints): LawMatch | null {
  const { issuer, rest } = splitIssuer(key);
  const rows =
    issuer === ""
      ? lookup("rest", rest)
      : lookup("title", rest).filter((row) => titleKey(shelf.law(row).issuer ?? "") === issuer);
  if (rows.length === 0) return null;
  const number = hints.number ? canonicalNumber(hints.number) : null;
  const fitting = number === null ? rows : rows.filter((row) => sameOrgan(shelf.law(row), number));
  const oneTitle = fitting.every((row) => shelf.title(row) === shelf.title(fitting[0] as number));
  if (fitting.length === 0 || !oneTitle || (number === null && rest.length < TELLING_LENGTH)) return null;
  return { law: choose(shelf, fitting, hints), how: "normalised" };
}

/** Whether a document with this number can be the law: its organ numbers documents with the same code. */
function sameOrgan(law: Law, number: string): boolean {
  const code = organCode(number);
  const codes = law.versions.flatMap(({ order }) =>
    order === null ? [] : [organCode(canonicalNumber(order) ?? "")],
  );
  if (codes.length === 0) return law.level === "司法解释" && /^(?:法|高检)/.test(code ?? "");
  return codes.includes(code);
}

/** Of namesakes the one with the number; else the newest that was there on the date, one in force before a repealed one. */
function choose(shelf: Shelf, rows: readonly number[], { number, date }: FindHints): Law {
  const laws = rows.map((row) => shelf.law(row));
  const [only] = laws;
  if (laws.length === 1) return only as Law;
  const wanted = number ? canonicalNumber(number) : null;
  if (wanted !== null) {
    const carrier = laws.find((law) =>
      law.versions.some(({ order }) => order !== null && canonicalNumber(order) === wanted),
    );
    if (carrier) return carrier;
  }
  const byAge = [...laws].sort((a, b) => ((firstDay(a) ?? "") < (firstDay(b) ?? "") ? 1 : -1));
  const there = date === undefined ? byAge : byAge.filter((law) => (firstDay(law) ?? "") <= date);
  const alive = there.filter((law) => !hasEndedBy(law, date));
  return (alive[0] ?? there[0] ?? byAge.at(-1)) as Law;
}

function hasEndedBy(law: Law, date: string | undefined): boolean {
  if (law.status !== "repealed") return false;
  return date === undefined || law.repealed === null || law.repealed <= date;
}
