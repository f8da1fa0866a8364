import type { RuleSetting } from "../../linter/engine/configure";
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
