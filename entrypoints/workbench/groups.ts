import type { Finding, Severity } from "../../linter/engine/finding";
import type { FileResult } from "../../linter/reporters/lintOutput";
import { element } from "../content/card/element";
import { word } from "../shared/words";

export interface Filter {
  severities: ReadonlySet<Severity>;
  words: string;
}

interface Entry {
  file: FileResult;
  finding: Finding;
}

/** One group (一组问题): what a file or a rule has, ready to be shown. */
interface Group {
  title: string;
  about: string;
  error: string | null;
  notes: readonly string[];
  entries: readonly Entry[];
}

/** How things are named, and what can be done with a file. */
export interface Naming {
  titleOf(ruleId: string): string;
  /** Which configuration a file was checked by; empty when that goes without saying. */
  configOf(path: string): string;
  toolsOf(path: string): HTMLElement;
}

/** Tables of more groups are made when they are opened, so that thousands of files are no burden. */
const OPEN_AT_ONCE = 30;

/** The findings in groups by file or by rule. Files that could not be checked are always among them. */
export function showGroups(
  files: readonly FileResult[],
  by: "file" | "rule",
  filter: Filter,
  naming: Naming,
): HTMLElement[] {
  const groups = by === "file" ? byFile(files, filter, naming) : byRule(files, filter, naming);
  return groups.map((group, index) => showGroup(group, by, index < OPEN_AT_ONCE, naming));
}

function byFile(files: readonly FileResult[], filter: Filter, { configOf }: Naming): Group[] {
  return files.flatMap((file) => {
    const entries = entriesOf(file, filter);
    if (entries.length === 0 && file.error === null) return [];
    const about = [file.kind, word("countFindings", entries.length), configOf(file.path)]
      .filter(Boolean)
      .join(" · ");
    return [{ title: file.path, about, error: file.error, notes: file.notes, entries }];
  });
}

function byRule(files: readonly FileResult[], filter: Filter, { titleOf }: Naming): Group[] {
  const found = new Map<string, Entry[]>();
  for (const file of files) {
    for (const entry of entriesOf(file, filter)) {
      const { ruleId } = entry.finding;
      found.set(ruleId, [...(found.get(ruleId) ?? []), entry]);
    }
  }
  const unread = files.flatMap(({ path, error, notes }) =>
    error === null ? [] : [{ title: path, about: "", error, notes, entries: [] }],
  );
  const groups = [...found].map(([ruleId, entries]) => ({
    title: titleOf(ruleId),
    about: word("countFindings", entries.length),
    error: null,
    notes: [],
    entries,
  }));
  return [...unread, ...groups.sort((a, b) => b.entries.length - a.entries.length)];
}

function entriesOf(file: FileResult, { severities, words }: Filter): Entry[] {
  return file.findings
    .filter(
      ({ severity, message, quote }) =>
        severities.has(severity) &&
        (words === "" || [file.path, message, quote].some((text) => text.includes(words))),
    )
    .map((finding) => ({ file, finding }));
}

function showGroup(
  { title, about, error, notes, entries }: Group,
  by: "file" | "rule",
  isOpen: boolean,
  { titleOf, toolsOf }: Naming,
): HTMLElement {
  const group = element(
    "details",
    { class: "group sheet" },
    element("summary", {}, title, element("span", { class: "soft" }, about)),
  );
  if (error !== null) group.append(element("p", { class: "problems" }, word("notChecked", error)));
  group.append(...notes.map((note) => element("p", { class: "soft small" }, note)));
  const fill = () => {
    if (entries.length === 0 || group.querySelector("table")) return;
    if (by === "file") group.append(toolsOf(title));
    group.append(table(entries, by, titleOf));
  };
  group.addEventListener("toggle", () => {
    if (group.open) fill();
  });
  if (isOpen) fill();
  group.open = isOpen;
  return group;
}

function table(
  entries: readonly Entry[],
  by: "file" | "rule",
  titleOf: (ruleId: string) => string,
): HTMLElement {
  const heads = [word("severity"), word(by === "file" ? "rule" : "file"), word("finding"), word("whatToDo")];
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...entries.map((entry) => row(entry, by, titleOf))),
  );
}

function row(
  { file, finding }: Entry,
  by: "file" | "rule",
  titleOf: (ruleId: string) => string,
): HTMLElement {
  const { severity, ruleId, message, quote, basis, suggestions } = finding;
  return element(
    "tr",
    { "data-rule": ruleId },
    element("td", {}, element("span", { class: `severity ${severity}` }, word(severity))),
    element(
      "td",
      {},
      by === "file" ? titleOf(ruleId) : file.path,
      element("div", { class: "quote" }, where(finding)),
    ),
    element("td", {}, message, element("div", { class: "quote" }, quote)),
    element(
      "td",
      {},
      element("ul", {}, ...suggestions.map((text) => element("li", {}, text))),
      ...(basis.length > 0 ? [element("div", { class: "basis" }, word("basis", basis.join("；")))] : []),
    ),
  );
}

/** 第3行第5字、第2页第5段, by what the format has. */
function where({ location: { line, column, paragraph, page } }: Finding): string {
  if (line !== null) return `第${line}行${column === null ? "" : `第${column}字`}`;
  return [page === null ? "" : `第${page}页`, paragraph === null ? "" : `第${paragraph}段`].join("");
}
