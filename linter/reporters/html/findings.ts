import type { Element } from "hast";
import { h } from "hastscript";
import type { Finding } from "../../engine/finding";
import type { Sentence } from "../../engine/sentence";
import { paragraphText } from "../findingText";
import type { FileResult } from "../lintOutput";
import { SEVERITY_NAMES } from "../severityNames";
import { documentText, type FindingAnchors, findingAnchors } from "./documentText";

/** Characters of a sentence shown at most before the place and after it, and of the place itself. */
const CONTEXT = 150;
const MARKED = 400;

/** Whether a file has anything to read beside its line in the list. */
export function hasSection({ error, findings, notes }: FileResult): boolean {
  return error !== null || findings.length > 0 || notes.length > 0;
}

export function fileAnchor(index: number): string {
  return `file-${index + 1}`;
}

/** What a file's page shows beside its findings. */
export interface PageSettings {
  titleOf(ruleId: string): string;
  /** Its paragraphs; null where they could not be added, undefined where texts are not shown at all. */
  text: readonly string[] | null | undefined;
  /** Whether they are shown at once. */
  open: boolean;
}

/** 一份文件的一页: its findings, and its text with the places marked; null when there is nothing to say. */
export function fileSection(
  file: FileResult,
  index: number,
  { titleOf, text, open }: PageSettings,
): Element | null {
  if (!hasSection(file)) return null;
  const { path, error, findings, notes } = file;
  const anchors = (finding: number) => (text ? findingAnchors(index, finding) : null);
  return h("section.file", { id: fileAnchor(index) }, [
    h("h2.path", path),
    h("p.soft", describe(file)),
    ...notes.map((note) => h("p.soft", `注：${note}`)),
    ...(error === null ? [] : [trouble(error)]),
    ...findings.map((finding, number) => article(finding, titleOf(finding.ruleId), number, anchors(number))),
    ...(text ? [documentText(text, findings, index, open)] : []),
    ...(text === null ? [h("p.soft", "没有附全文：检查以后文件有变动，或者全文合起来太长。")] : []),
  ]);
}

function describe({ title, docNumber, kind, normative, asOf }: FileResult): string {
  const parts = [
    title,
    docNumber,
    kind,
    normative ? "规范性文件" : null,
    asOf && asOf.from !== "today" ? `按 ${asOf.date} 判断` : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function trouble(error: string): Element {
  return h("article.unreadable", { dataSeverity: "unreadable", dataRule: "" }, [
    h("h3", [h("span.severity", "未能检查"), " ", error]),
  ]);
}

function article(finding: Finding, title: string, number: number, anchors: FindingAnchors | null): Element {
  const { ruleId, severity, message, basis, suggestions } = finding;
  const fix = newFix(finding);
  const evidence = otherWords(finding);
  const rows = [
    ...(evidence === null ? [] : [row("所据文字", [evidence])]),
    ...(basis.length > 0 ? [row("依据", basis)] : []),
    ...(suggestions.length > 0 ? [row("怎么改", suggestions)] : []),
    ...(fix === null ? [] : [row("可改", [fix])]),
  ];
  const place = anchors ? h("a", { href: `#${anchors.place}` }, where(finding)) : where(finding);
  return h(`article.${severity}`, { id: anchors?.finding, dataSeverity: severity, dataRule: ruleId }, [
    h("h3", [
      ...(anchors ? [`${number + 1}. `] : []),
      h("span.severity", SEVERITY_NAMES[severity]),
      " ",
      message,
    ]),
    h("p.soft.small", [place, " · ", ...(title === ruleId ? [] : [title, " "]), h("code", ruleId)]),
    h("blockquote", excerpt(finding.sentence)),
    ...(rows.length > 0 ? [h("dl", rows.flat())] : []),
  ]);
}

function row(name: string, texts: readonly string[]): Element[] {
  return [
    h("dt", name),
    h(
      "dd",
      texts.map((text) => h("p", text)),
    ),
  ];
}

function where(finding: Finding): string {
  const { line, column } = finding.location;
  return line === null ? paragraphText(finding) : `第${line}行第${column}列`;
}

/** The fix's title, unless a suggestion says the same. */
function newFix({ fix, suggestions }: Finding): string | null {
  if (fix === null || suggestions.some((suggestion) => suggestion.replace(/。$/, "") === fix.title))
    return null;
  return fix.title;
}

/** The words a finding rests on when they stand elsewhere than where it is shown: metadata, another file of the package. */
function otherWords({ quote, sentence: { text, start, end } }: Finding): string | null {
  return quote.replace(/[\n\t]/g, " ") === text.slice(start, end) ? null : clip(quote, MARKED);
}

function excerpt({ text, start, end }: Sentence): (string | Element)[] {
  const from = Math.max(start - CONTEXT, 0);
  const head = `${from > 0 ? "…" : ""}${whole(text.slice(from, start))}`;
  return [head, h("mark", clip(text.slice(start, end), MARKED)), clip(text.slice(end), CONTEXT)];
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${whole(text.slice(0, length))}…`;
}

/** Without the half of a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}
