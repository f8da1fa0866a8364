import type { Element } from "xast";
import { x } from "xastscript";
import type { Finding } from "../engine/finding";
import { locatedMessage, wholeText } from "./findingText";
import type { FileResult, ReportInput } from "./lintOutput";
import type { ReportSettings } from "./reporter";
import { xmlAttribute, xmlFile, xmlText } from "./xml";

/**
 * JUnit XML as Jenkins, GitLab and Gitee read it: a file is a suite, a finding a case. Errors and warnings fail their
 * case; reminders pass and stand in its output; a file without findings has one case that passed.
 */
export function junit({ files }: ReportInput, { ruleOf }: ReportSettings): Iterable<string> {
  const titleOf = (id: string) => ruleOf(id)?.title ?? id;
  return xmlFile("testsuites", { name: "gongwen-lint" }, files, (file) => suite(file, titleOf));
}

function suite(file: FileResult, titleOf: (id: string) => string): Element {
  const { path, error, findings } = file;
  const name = xmlAttribute(path);
  const cases = findings.map((finding) => findingCase(name, finding, titleOf(finding.ruleId)));
  if (error !== null) {
    const trouble = x("error", { type: "unreadable-file", message: xmlAttribute(error) }, xmlText(error));
    cases.unshift(x("testcase", { classname: name, name: "未能检查" }, trouble));
  }
  if (cases.length === 0) cases.push(x("testcase", { classname: name, name: "公文校核" }));
  const counts = {
    tests: cases.length,
    failures: findings.filter(fails).length,
    errors: error === null ? 0 : 1,
  };
  return x("testsuite", { name, ...counts }, cases);
}

function findingCase(file: string, finding: Finding, title: string): Element {
  const { ruleId, severity, location } = finding;
  const text = xmlText(wholeText(finding));
  const attributes = {
    classname: file,
    name: xmlAttribute(`${title}（${ruleId}）`),
    file,
    line: location.line ?? undefined,
  };
  const outcome = fails(finding)
    ? x("failure", { type: severity, message: xmlAttribute(locatedMessage(finding)) }, text)
    : x("system-out", text);
  return x("testcase", attributes, outcome);
}

function fails({ severity }: Finding): boolean {
  return severity !== "info";
}
