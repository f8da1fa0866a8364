import type { DisclosureClass, DocumentMetadata, MetadataSource } from "../document/metadata";
import type { Place } from "../document/place";
import type {
  BlockFacts,
  CitationMention,
  DisclosureStatement,
  InterpretationStatement,
  ReviewStatement,
} from "./blockFacts";

/** A fact with its place in the document. */
export type Placed<T> = T & { block: number };

/** A value that an element of the document carries, with the words it rests on. Place is null for metadata. */
export interface Element<T = string> {
  value: T;
  quote: string;
  place: Place | null;
  source: "text" | MetadataSource;
}

/** 公文要素, GB/T 9704—2012. Null: not found. */
export interface Elements {
  /** 发文字号, as written */
  docNumber: Element | null;
  /** 发文机关 (标志) */
  issuer: Element | null;
  /** 标题, lines joined */
  title: Element | null;
  /** 主送机关 */
  addressees: Element | null;
  /** 发文机关署名 */
  signatory: Element | null;
  /** 成文日期, ISO */
  date: Element | null;
  /** 密级和保密期限 */
  securityClass: Element | null;
  /** 紧急程度 */
  urgency: Element | null;
  /** 附注 */
  note: Element | null;
  /** 附件说明: the names */
  attachments: readonly Element[];
}

/** A decision with its reasons, in Chinese, each quoting what it rests on. */
export interface Judgement {
  value: boolean;
  because: readonly string[];
}

/** 文件部分: the notice itself, a text it issues, an annex. */
export interface DocumentPart {
  role: "main" | "issued" | "annex";
  title: string | null;
  /** 文种 or the name the text gives itself (办法, 规定, 方案 …); null if it gives none. */
  kind: string | null;
  /** First block and the one behind the last. */
  start: number;
  end: number;
}

/** A citation with what it means in this document. */
export interface Citation extends CitationMention {
  block: number;
  /** The name to look up: declared abbreviations, 本法, 该办法 replaced by what they stand for; null if not known. */
  refersTo: string | null;
  /** The number that goes with `refersTo`, if this or the declaring mention gave one. */
  refersToNumber: string | null;
  /** The version note that binds this mention: its own or that of the mention that declared the abbreviation. */
  refersToVersion: string | null;
  /** True when it speaks of the document at hand itself. */
  self: boolean;
}

/** Everything rules work on. Derived from the blocks' facts; no rule reads text to find what stands here. */
export interface DocumentFacts {
  blocks: readonly BlockFacts[];
  /** Metadata merged in the order of belief, and the source of each key. */
  metadata: DocumentMetadata;
  metadataSource: Partial<Record<keyof DocumentMetadata, { source: MetadataSource; label: string }>>;
  parts: readonly DocumentPart[];
  /** 文种 of the document as a whole; null if none can be told. */
  kind: string | null;
  /** What kind of text it is in law; decides which duties attach. */
  scope: DocumentScope;
  /** 行政规范性文件 */
  normative: Judgement;
  /** 政策性文件 */
  policy: Judgement;
  elements: Elements;
  citations: readonly Citation[];
  disclosure: readonly Placed<DisclosureStatement>[];
  review: readonly Placed<ReviewStatement>[];
  interpretation: readonly Placed<InterpretationStatement>[];
}

/**
 * official: an administrative 公文 · legislation: law, regulation, rule, judicial interpretation (own procedures) ·
 * work-report: report on work done (annual report, 政府工作报告) · companion: an interpretation, opinion or explanation
 * that goes with another document · other: not a 公文 (catalogue, syllabus, statistics, reply …).
 */
export type DocumentScope = "official" | "legislation" | "work-report" | "companion" | "other";

export type { DisclosureClass };
