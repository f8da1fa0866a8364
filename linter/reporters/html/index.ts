import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { countResults, type FileResult, type ReportInput } from "../lintOutput";
import type { ReportSettings } from "../reporter";
import { filterForm, filterScript } from "./filter";
import { fileSection } from "./findings";
import { style } from "./style";
import { fileList, summary } from "./summary";

/**
 * Nothing is fetched and nothing is sent: a report on confidential drafts may be passed on and opened anywhere. The
 * policy holds even if a draft's words were ever taken for markup.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Texts of no more documents than these are unfolded from the start. */
const MOST_UNFOLDED = 10;

/** 校核报告: one self-contained page for reading, filtering, printing and passing on. */
export function html(output: ReportInput, { ruleOf, quiet, textOf }: ReportSettings): string {
  const files = quiet ? [...output.files].map(errorsOnly) : [...output.files];
  const titleOf = (id: string) => ruleOf(id)?.title ?? id;
  const counts = countResults(files);
  const section = (file: FileResult, index: number) =>
    fileSection(file, index, {
      titleOf,
      text: file.error === null && textOf ? (textOf(file.path) ?? null) : undefined,
      open: files.length <= MOST_UNFOLDED,
    });
  const page = h("html", { lang: "zh-CN" }, [
    h("head", [
      h("meta", { charset: "utf-8" }),
      h("meta", { httpEquiv: "Content-Security-Policy", content: POLICY }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", `公文校核报告：错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.info}`),
      h("style", style),
    ]),
    h("body", [
      h("header", [h("h1", "公文校核报告"), h("p.soft", introduction(output, quiet === true))]),
      summary(files, counts, titleOf),
      fileList(files),
      ...filterForm(files, counts, titleOf),
      h("main", files.map(section).filter(isPresent)),
      h("script", filterScript),
    ]),
  ]);
  const root: Root = { type: "root", children: [{ type: "doctype" }, page] };
  return `${toHtml(root)}\n`;
}

function errorsOnly(file: FileResult): FileResult {
  return { ...file, findings: file.findings.filter(({ severity }) => severity === "error") };
}

function introduction({ asOf, registry, tool, baseline }: ReportInput, quiet: boolean): string {
  return [
    asOf === "document" ? "各文件按自身成文日期判断" : `按 ${asOf} 判断`,
    `法律法规库截至 ${registry.asOf}，收录 ${registry.count} 件`,
    ...(quiet ? ["只列错误"] : []),
    ...(baseline ? [`基线内已有的 ${baseline.covered} 条不再列出`] : []),
    `${tool.name} ${tool.version}`,
  ].join(" · ");
}

function isPresent(section: Element | null): section is Element {
  return section !== null;
}
