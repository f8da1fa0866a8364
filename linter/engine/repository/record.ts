import type { Location, Place } from "../../document/place";
import type { DocumentScope } from "../../facts/documentFacts";
import type { CompanionRole } from "../package";
import type { Sentence } from "../sentence";

/** 佐证: words of a document with all that a finding on them needs, so that the document itself can be let go. */
export interface Evidence {
  place: Place;
  location: Location;
  quote: string;
  sentence: Sentence;
}

/** A document named by another. */
export interface NamedDocument extends Evidence {
  /** As nameOf gives it; null where only a number stands. */
  name: string | null;
  /** Standard form. */
  number: string | null;
}

/**
 * 登记卡: what is kept of each document of a repository. Plain data that can be cloned: it travels from worker threads, out of
 * the cache and between the shards of a run, and holds no slice of the text.
 */
export interface RepositoryRecord {
  path: string;
  /** Where findings on the document as a whole sit; null for a document without text. */
  title: Evidence | null;
  /** All names it goes by: its title, those of the texts it issues. As nameOf gives them. */
  names: readonly string[];
  /** What it is to another document, by its name or title; null for a document in its own right. */
  role: CompanionRole | null;
  scope: DocumentScope;
  /** 文种 */
  kind: string | null;
  normative: boolean;
  /** True for drafts, which repeal nothing yet. */
  draft: boolean;
  /** 发文字号 */
  number: { standard: string; organ: string | null; year: number | null; serial: number } | null;
  numberAt: Evidence | null;
  /** 成文日期, ISO, a full day */
  date: string | null;
  /** 施行和有效期: first and last day, ISO. */
  begins: string | null;
  until: string | null;
  untilAt: Evidence | null;
  /** 失效标注: a mark on the document itself that it is no longer in force. */
  ended: (Evidence & { word: string }) | null;
  /** 废止的文件 */
  repeals: readonly NamedDocument[];
  /** 引用: documents that it rests on and that are no laws of the registry. */
  cites: readonly NamedDocument[];
}

/** A title as a key: without blanks and book-title marks, brackets in one form. */
export function nameOf(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/[\s《》〈〉<>“”"]/g, "")
    .replace(/[(［[【〔]/g, "（")
    .replace(/[)］\]】〕]/g, "）");
}
