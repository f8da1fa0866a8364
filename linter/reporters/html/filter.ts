import type { Element } from "hast";
import { h } from "hastscript";
import type { FileResult, LintOutput } from "../lintOutput";
import { SEVERITY_NAMES } from "../severityNames";

const NAMES = { ...SEVERITY_NAMES, unreadable: "未能检查" } as const;

/** Filters by severity, rule and words. Hidden until the script runs: without it everything is shown. */
export function filterForm(
  files: readonly FileResult[],
  counts: LintOutput["counts"],
  titleOf: (ruleId: string) => string,
): Element[] {
  const rules = new Set(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)));
  const severities = (["error", "warning", "info", "unreadable"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      h("label", [
        h("input", { type: "checkbox", name: "severity", value: severity, checked: true }),
        NAMES[severity],
      ]),
    );
  if (severities.length === 0) return [h("p.clean", "没有发现问题。")];
  const options = [...rules].sort().map((id) => h("option", { value: id }, titleOf(id)));
  return [
    h("form", { id: "filter", hidden: true }, [
      ...severities,
      h("label", ["规则 ", h("select", { name: "rule" }, [h("option", { value: "" }, "全部"), ...options])]),
      h("label", [
        "查找 ",
        h("input", { type: "search", name: "words", placeholder: "文件名、原文、问题、依据" }),
      ]),
      h("button", { type: "reset" }, "全部显示"),
      h("button", { type: "button", name: "texts", hidden: true }, "展开全文"),
    ]),
    h("p", { id: "shown", role: "status", hidden: true }),
  ];
}

/** Runs in the page as it stands here, in any browser of the last years; it only hides and shows what is there. */
export const filterScript = `
"use strict";
const form = document.querySelector("#filter");
if (form) {
  const shown = document.querySelector("#shown");
  const sections = [...document.querySelectorAll("section.file")];
  const items = sections.flatMap((section) =>
    [...section.querySelectorAll("article")].map((article) => ({
      article,
      text: (section.querySelector("h2").textContent + " " + article.textContent).toLowerCase(),
    })),
  );
  const boxes = [...form.querySelectorAll("[name=severity]")];
  const filter = () => {
    const severities = boxes.filter((box) => box.checked).map((box) => box.value);
    const rule = form.elements.rule.value;
    const words = form.elements.words.value.toLowerCase().split(/[ \u3000]+/).filter(Boolean);
    let count = 0;
    for (const { article, text } of items) {
      const { severity, rule: ruleOf } = article.dataset;
      const fits = severities.includes(severity) && (rule === "" || rule === ruleOf) && words.every((word) => text.includes(word));
      article.hidden = !fits;
      if (fits) count += 1;
    }
    const filtering = severities.length < boxes.length || rule !== "" || words.length > 0;
    for (const section of sections) {
      section.hidden = filtering && !section.querySelector("article:not([hidden])");
    }
    shown.hidden = !filtering;
    shown.textContent = filtering ? "已筛选：共 " + items.length + " 条，显示 " + count + " 条。" : "";
  };
  const texts = [...document.querySelectorAll("details.text")];
  const button = form.elements.texts;
  const name = () => {
    button.textContent = texts.every((text) => text.open) ? "收起全文" : "展开全文";
  };
  button.hidden = texts.length === 0;
  button.addEventListener("click", () => {
    const open = !texts.every((text) => text.open);
    for (const text of texts) text.open = open;
    name();
  });
  for (const text of texts) text.addEventListener("toggle", name);
  name();
  const unfold = () => {
    const target = document.getElementById(location.hash.slice(1));
    const text = target && target.closest("details");
    if (text && !text.open) {
      text.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
}
`;
