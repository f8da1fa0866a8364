import type { z } from "zod";
import type { OfficialDocument } from "../document/document";
import type { DocumentFacts } from "../facts/documentFacts";
import type { LawRegistry } from "../facts/laws";
import type { Report, Severity } from "./finding";
import type { DocumentPackage } from "./package";
import type { LocalProfile } from "./profiles/localProfile";
import type { Evidence } from "./repository/record";
import type { Repository } from "./repository/repository";

/** The date on which the document is judged, and why this one. */
export interface JudgementDate {
  /** ISO */
  date: string;
  from: "today" | "given" | "document";
}

/** What a rule may look at. */
export interface RuleContext<Options> {
  document: OfficialDocument;
  facts: DocumentFacts;
  laws: LawRegistry;
  asOf: JudgementDate;
  /** The 送审 package or repository entry the document is the main text of; null for a lone file. */
  package: DocumentPackage | null;
  options: Options;
}

/** What a rule over a repository may look at: records only, never texts. */
export interface RepositoryContext<Options> {
  repository: Repository;
  /** The date on which a document is judged, ISO. */
  dateFor(path: string): string;
  options: Options;
}

/** What a rule says of one document of a repository: on words of its record. */
export type RepositoryReport = Omit<Report, "place" | "path" | "quote" | "fix"> & {
  path: string;
  at: Evidence;
};

/** How a .docx is set where it departs from GB/T 9704—2012; lengths as in DocumentLayout. */
export interface ExampleSetting {
  page?: { width: number; height: number };
  /** Top, right, bottom, left. */
  margins?: readonly [number, number, number, number];
  /** An exact pitch; null: as the grid has it. */
  linePitch?: number | null;
  gridPitch?: number;
  titleFont?: string;
  titleSize?: number;
  bodyFont?: string;
  bodySize?: number;
  /** Of 一、 and （一）. */
  headingFonts?: readonly [string, string];
  firstLine?: number;
  signerRight?: number;
  dateRight?: number;
  noteFirstLine?: number;
  pageNumber?: "outside" | "center" | "none";
}

/** An example: first test of the rule, and shown on its page. Markdown, with front matter where metadata matters. */
export interface RuleExample {
  /** One line: what the example shows. */
  title: string;
  text: string;
  /** Default: 2026-11-24. */
  asOf?: string;
  /** The text as a .docx that is set after the standard but for this. */
  docx?: ExampleSetting;
  /** Companions, when the example is a package: file name → Markdown text. */
  companions?: Readonly<Record<string, string>>;
  /** Other documents of the repository: path → Markdown text. */
  others?: Readonly<Record<string, string>>;
}

/** A bad example names what is reported: the quoted words, one for each finding, in order. */
export interface BadExample extends RuleExample {
  quotes: readonly string[];
}

/** 规则: data plus one function. */
export interface Rule<Options extends object = object> {
  id: string;
  /** Short name in Chinese. */
  title: string;
  group:
    | "disclosure"
    | "legality-review"
    | "interpretation"
    | "citations"
    | "layout"
    | "elements"
    | "style"
    | "repository";
  /** The highest severity it reports with. */
  severity: Severity;
  /** Legal basis, as in docs: 《政府信息公开条例》（国务院令第711号）第二十条 */
  basis: readonly string[];
  /** What it checks, why, what counts as evidence; Chinese Markdown, one or two paragraphs, for the reference. */
  description: string;
  examples: { good: readonly RuleExample[]; bad: readonly BadExample[] };
  defaults: Options;
  /** Checks configured options; a function so that zod loads only when a configuration is read. */
  schema?: (zod: typeof z) => z.ZodType<Partial<Options>>;
  /** Options as a local profile (地区口径) has them; those a configuration sets go before. */
  fromProfile?: (profile: LocalProfile) => Partial<Options>;
  /** False: only on when configured or in the strict preset. */
  recommended?: boolean;
  /** It judges what a document lacks: of a part of a document it says nothing. */
  needsWhole?: boolean;
  /** Judges one document, with its package in view. */
  check?(context: RuleContext<Options>): Iterable<Report>;
  /** Judges documents by what the others of their repository say; runs once, over records. */
  checkRepository?(context: RepositoryContext<Options>): Iterable<RepositoryReport>;
}

/** Keeps the options' type inside the rule file while lists hold plain rules. */
export function defineRule<Options extends object>(rule: Rule<Options>): Rule {
  return rule as unknown as Rule;
}
