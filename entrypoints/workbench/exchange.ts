import type { RuleSetting } from "../../linter/engine/configure";
import type { LintOutput } from "../../linter/reporters/lintOutput";
import type { FileReport } from "../../linter/workspace/lintFiles";
import type { LawRow } from "../../rules/laws/schema";
import type { Profile } from "../settings/configText";

/** What the page asks of its worker: one job, then the worker ends. Files stay files, read one at a time. */
export interface Job {
  files: readonly { path: string; content: Blob }[];
  /** Paths of everything that was dropped, checked or not: links to them are not broken. */
  present: readonly string[];
  asOf: string;
  today: string;
  profile: Profile & { rules: Readonly<Record<string, RuleSetting>> };
  ownLaws: readonly LawRow[];
  registry: string;
}

/** What the worker says meanwhile. */
export type News =
  | { kind: "reading"; path: string }
  | { kind: "report"; report: FileReport }
  | { kind: "done"; registry: { asOf: string; count: number } }
  | { kind: "failed"; reason: string };

/** 下载: annotated copies, fixed copies, or a report. */
export type Product = "annotated" | "fixed" | "html" | "xlsx" | "docx";

/** What the page asks of the worker that makes files to download. */
export interface ProductJob {
  product: Product;
  /** The file it is for; null for all. */
  wanted: string | null;
  lint: Job;
  output: LintOutput;
}

export type ProductNews =
  | { kind: "made"; name: string; bytes: Uint8Array }
  | { kind: "nothing" }
  | { kind: "failed"; reason: string };
