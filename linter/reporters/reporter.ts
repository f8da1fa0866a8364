import type { Rule } from "../engine/rule";
import type { ReportInput } from "./lintOutput";

/** What reports tell of a rule. */
export type RuleText = Pick<Rule, "id" | "title" | "severity" | "description" | "basis">;

/** What a report may need beside the results. */
export interface ReportSettings {
  /** Undefined for a rule that is not known here, such as one of another version. */
  ruleOf(id: string): RuleText | undefined;
  /** The paragraphs of a file, for reports that show its text; undefined if they are not at hand. */
  textOf?(path: string): readonly string[] | undefined;
  /** For people only: colours, and errors alone. */
  colour?: boolean;
  quiet?: boolean;
}

/**
 * 输出格式: turns the results into a whole file: text, line end included, at once or in parts where it may be too long for
 * that, or the bytes of a document.
 */
export type Reporter = (
  output: ReportInput,
  settings: ReportSettings,
) => string | Iterable<string> | Promise<Uint8Array>;
