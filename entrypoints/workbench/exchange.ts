import type { Pattern } from "../../linter/engine/patterns/patternSchema";
import type { LintOutput } from "../../linter/reporters/lintOutput";
import type { FileReport } from "../../linter/workspace/lintFiles";
import type { LawRow } from "../../rules/laws/schema";
import type { Profile } from "../settings/configText";

export interface GivenFile {
  path: string;
  content: Blob;
}

/** What the page asks of its worker: one job, then the worker ends. Files stay files, read one at a time. */
export interface Job {
  files: readonly GivenFile[];
  /** Everything that was dropped, checked or not: configurations are among it, and links to it are not broken. */
  present: readonly GivenFile[];
  asOf: string;
  today: string;
  /** The settings, for files that no configuration in their folder or above it speaks of. */
  profile: Profile;
  ownLaws: readonly LawRow[];
  /** Addresses of the registry of laws and of the dictionary. */
  registry: string;
  words: string;
}

/** 配置的使用: one configuration with the documents it was used for. */
export interface ConfigUse {
  /** Null: the settings. */
  config: string | null;
  /** It is wrong, and its documents were not checked. */
  isBroken: boolean;
  checked: readonly string[];
  /** Documents that it leaves unchecked. */
  ignored: readonly string[];
}

/** What the worker says at the end. */
export interface Done {
  kind: "done";
  registry: { asOf: string; count: number };
  /** Rules of the settings and of configurations, for their names. */
  patterns: readonly Pattern[];
  uses: readonly ConfigUse[];
  /** What of the configurations is of no use here, in Chinese. */
  configNotes: readonly string[];
  /** Files that were read as configurations, or for them. */
  configFiles: readonly string[];
}

/** What the worker says meanwhile. */
export type News =
  | { kind: "reading"; path: string }
  | { kind: "report"; report: FileReport }
  | Done
  | { kind: "failed"; reason: string };

/** 下载: annotated copies, fixed copies, or a report. */
export type Product = "annotated" | "fixed" | "html" | "xlsx" | "docx";

/** Results with what made them. */
export interface CheckedJob {
  lint: Job;
  output: LintOutput;
  patterns: readonly Pattern[];
}

/** What the page asks of the worker that makes files to download. */
export interface ProductJob extends CheckedJob {
  product: Product;
  /** The file it is for; null for all. */
  wanted: string | null;
}

export type ProductNews =
  | { kind: "made"; name: string; bytes: Uint8Array }
  | { kind: "nothing" }
  | { kind: "failed"; reason: string };
