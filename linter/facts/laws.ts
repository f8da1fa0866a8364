/**
 * The domain model of laws (法律法规) as recognisers and rules see it. `rules/laws/` holds the registry that
 * implements it; nothing below rules/ depends on that.
 */

export type LawLevel =
  | "宪法"
  | "法律"
  | "法律解释"
  | "有关法律问题的决定"
  | "行政法规"
  | "监察法规"
  | "司法解释"
  | "国务院规范性文件"
  | "党内法规"
  | "部门规章"
  | "部门规范性文件"
  | "地方性法规"
  | "地方政府规章"
  | "规范性文件";

/** 版本: one adopted text of a law. Dates are ISO; null is "not known", never "none". */
export interface LawVersion {
  /** 通过日 of laws, 公布日 of regulations and rules. */
  adopted: string | null;
  /** 施行日 */
  effective: string | null;
  kind: "enacted" | "revised" | "amended";
  /** 令号、文号 */
  order: string | null;
  /** Number of the last article (条) of this text. */
  articles: number | null;
}

/** 一部法律、法规、规章或文件 */
export interface Law {
  /** Stable over data updates: derived from level and title. */
  id: string;
  /** Official title, without the year that the data adds to tell namesakes apart. */
  title: string;
  short: readonly string[];
  level: LawLevel;
  issuer: string | null;
  region: string | null;
  /** null: not verified. */
  status: "in-force" | "repealed" | "not-yet-in-force" | null;
  versions: readonly LawVersion[];
  repealed: string | null;
  /** Title of the successor. */
  replacedBy: string | null;
  confidence: "high" | "medium" | "low";
  /** The row is trusted up to this date (ISO). */
  asOf: string;
  note: string | null;
  /** Numbers other documents of this very title carry (namesakes): never wrong to cite. */
  otherNumbers: readonly string[];
}

/** 在某日的状态 */
export interface LawState {
  status: "in-force" | "repealed" | "not-yet-in-force" | "unknown";
  /** The text in force on the date; null if none or not known. */
  current: LawVersion | null;
  /** An adopted text that takes effect after the date. */
  upcoming: LawVersion | null;
  /** For repealed laws: since when, by what. */
  since: string | null;
  successor: Law | null;
  /** For laws in force whose repeal is already decided for a later date. */
  endsOn: string | null;
  /** False after the row's trust date: say 截至 asOf 所知. */
  certain: boolean;
}

export type LawMatchKind = "exact" | "normalised" | "short";

export interface LawMatch {
  law: Law;
  how: LawMatchKind;
}

/** Which names may stand in running text without book-title marks (刑法、公司法…); feeds the bare-name recogniser. */
export interface LawLexicon {
  /** Longest known law name that ends at `end` (exclusive) in `text`: its start, or -1. Word boundaries are judged by the caller. */
  nameEndingAt(text: string, end: number): number;
}

export interface LawRegistry {
  /** The oldest date up to which national laws are known whole. */
  readonly asOf: string;
  readonly count: number;
  readonly lexicon: LawLexicon;
  /** Exact, then normalised, then short title. Of namesakes the one that fits `number` or, failing that, `date`. */
  find(title: string, hints?: { number?: string | null; date?: string }): LawMatch | null;
  /** The one known title a misspelt one is surely meant for, or null. */
  near(title: string): Law | null;
  /** All laws and documents that carry this order or document number (any bracket form). */
  byNumber(number: string): readonly Law[];
  /** Every row of this title, namesakes included. */
  namesakes(law: Law): readonly Law[];
  state(law: Law, date: string): LawState;
  /** Number of the article in `to` that took the place of `article` in `from`; null when the tables do not say. */
  movedArticle(law: Law, article: number, from: LawVersion | null, to: LawVersion): number | null;
  search(words: string, limit: number): readonly Law[];
}
