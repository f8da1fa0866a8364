import type { Element } from "xast";
import { x } from "xastscript";
import { wholeText } from "./findingText";
import type { FileResult, ReportInput } from "./lintOutput";
import { xmlAttribute, xmlFile } from "./xml";

/** Checkstyle XML, which Jenkins (Warnings NG), SonarQube and reviewdog read. Severities have the same names there. */
export function checkstyle({ files }: ReportInput): Iterable<string> {
  return xmlFile("checkstyle", { version: "8.0" }, files, fileElement);
}

function fileElement({ path, error, findings }: FileResult): Element {
  const trouble =
    error === null
      ? []
      : [
          x("error", {
            severity: "error",
            message: `未能检查：${xmlAttribute(error)}`,
            source: "gongwen-lint.unreadable-file",
          }),
        ];
  const errors = findings.map((finding) =>
    x("error", {
      line: finding.location.line ?? undefined,
      column: finding.location.column ?? undefined,
      severity: finding.severity,
      message: xmlAttribute(wholeText(finding)),
      source: `gongwen-lint.${finding.ruleId}`,
    }),
  );
  return x("file", { name: xmlAttribute(path) }, [...trouble, ...errors]);
}
