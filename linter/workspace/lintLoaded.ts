import type { ConfiguredRule } from "../engine/configure";
import { type AsOf, judgementDate } from "../engine/judgementDate";
import type { DocumentPackage } from "../engine/package";
import { type RunResult, runRules } from "../engine/run";
import type { LawRegistry } from "../facts/laws";
import type { FileReport } from "./fileReport";
import type { LoadedDocument } from "./load";

/** What the judgement of a document depends on beside itself. */
export interface Judging {
  rulesFor(path: string): readonly ConfiguredRule[];
  laws: LawRegistry;
  asOf: AsOf;
  today: string;
}

/** Runs the rules over a document and words the result as a report. */
export function lintLoaded(
  { document, facts }: LoadedDocument,
  pack: DocumentPackage | null,
  judging: Judging,
): { report: FileReport; result: RunResult } {
  const asOf = judgementDate(judging.asOf, facts, judging.today);
  const subject = { document, facts, package: pack };
  const result = runRules(subject, judging.rulesFor(document.path), judging.laws, asOf);
  const notes = [...document.readerNotes];
  if (judging.asOf === "document" && asOf.from === "today")
    notes.push(`未找到成文日期，按今天（${asOf.date}）判断`);
  const error =
    result.failures.length > 0
      ? `规则运行出错，本文件未检查完：${result.failures.map(({ ruleId, message }) => `${ruleId}（${message}）`).join("；")}`
      : null;
  const { findings } = result;
  const { kind, normative, elements } = facts;
  const title = elements.title?.value ?? null;
  const docNumber = elements.docNumber?.value ?? null;
  return {
    report: {
      path: document.path,
      title,
      docNumber,
      kind,
      normative: normative.value,
      error,
      findings,
      asOf,
      notes,
    },
    result,
  };
}
