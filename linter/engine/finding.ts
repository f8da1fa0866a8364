import type { Location, Place } from "../document/place";
import type { Sentence } from "./sentence";

/** error: would be returned or is unlawful · warning: very probably wrong · info: reminder, style. */
export type Severity = "error" | "warning" | "info";

/** One replacement of text. Edits of one fix never overlap. */
export interface Edit {
  place: Place;
  text: string;
  /** Filled in by the engine, for reports that speak of lines. */
  location?: Location;
}

/** 格式修改: one change of formatting. Only what is named changes; lengths as in DocumentLayout. */
export type FormatEdit =
  | { target: "text"; place: Place; font?: string; size?: number }
  | { target: "paragraph"; block: number; firstLine: number; size: number }
  | {
      target: "section";
      section: number;
      page?: { width: number; height: number };
      margins?: { top: number; right: number; bottom: number; left: number };
    };

/** safe: keeps the meaning, applied by --fix · unsafe: right in all likelihood, asked for by name · suggestion: shown only. */
export interface Fix {
  safety: "safe" | "unsafe" | "suggestion";
  /** In Chinese, what it does: 改为“〔2018〕”. */
  title: string;
  edits: readonly Edit[];
  /** Changes of formatting, in formats that have any; not part of the JSON contract. */
  formats?: readonly FormatEdit[];
}

/** What a rule says; the engine adds the rest. */
export interface Report {
  /** Where; for the document as a whole, leave out: it then sits on the title (or the first block). */
  place?: Place;
  /** What is wrong and why, one or two plain sentences in Chinese. */
  message: string;
  /** What to do, each a sentence that begins with a verb. */
  suggestions: readonly string[];
  /** The rule's own severity unless given; the configured severity caps it. */
  severity?: Severity;
  /** The rule's own basis unless given. */
  basis?: readonly string[];
  fix?: Fix | null;
  /** The path the finding belongs to when it is not the document being checked: a companion of the package. */
  path?: string;
  /** The words it rests on when they are not the place's own (metadata, companion). */
  quote?: string;
}

/** 问题: one finding, complete. */
export interface Finding {
  ruleId: string;
  severity: Severity;
  message: string;
  quote: string;
  /** The sentence at the place, for reports and fingerprints. */
  sentence: Sentence;
  place: Place;
  location: Location;
  basis: readonly string[];
  suggestions: readonly string[];
  fix: Fix | null;
  url: string;
}
