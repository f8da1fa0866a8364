/**
 * The public API: read a document, recognise what it shows, judge it. Runs in Node and in browsers alike; rules and
 * registry come from `gongwen-lint/rules` and the data file `gongwen-lint/registry.utf16`.
 *
 *     const laws = openRegistry(readFileSync(fileURLToPath(import.meta.resolve("gongwen-lint/registry.utf16")), "utf16le"));
 *     const document = await readDocument(bytes, "通知.docx");
 *     const { findings } = lint(document, { rules: configureRules(allRules), laws, asOf: "2026-11-24" });
 */

export type { OfficialDocument } from "./document/document";
export {
  applyBaseline,
  type BaselineEntry,
  type BaselineResult,
  type BaselineSettings,
  formatBaseline,
  parseBaseline,
} from "./engine/baseline";
export { defineConfig } from "./engine/configSchema";
export { type ConfiguredRule, configureRules, type RuleSetting } from "./engine/configure";
export type { Edit, Finding, Fix, Report, Severity } from "./engine/finding";
export { defineRule, type Rule, type RuleContext } from "./engine/rule";
export {
  createSession,
  type Session,
  type SessionAnswer,
  type SessionChange,
  type SessionFinding,
} from "./engine/session";
export type { DocumentFacts } from "./facts/documentFacts";
export type { Law, LawRegistry } from "./facts/laws";
export { inspect } from "./inspect";
export { type LintSettings, lint } from "./lint";
export { readDocument } from "./readers/index";
export { UnreadableDocumentError } from "./readers/unreadable";
export { loadReporter, type ReportFormat, reportFormats } from "./reporters/index";
export { countResults, type FileResult, type LintOutput } from "./reporters/lintOutput";
export type { Reporter, ReportSettings } from "./reporters/reporter";
export { openSegmenter, type Segmenter } from "./words/segmenter";
export { annotateDocx } from "./writers/docx/annotateDocx";
export { fixDocument } from "./writers/fixDocument";
