import { version } from "../../linter/cli/version";
import type { Severity } from "../../linter/engine/finding";
import { today } from "../../linter/engine/judgementDate";
import { compilePattern } from "../../linter/engine/patterns/compile";
import { SUPPRESSION_RULES } from "../../linter/engine/suppress";
import { csv } from "../../linter/reporters/csv";
import { countResults, type LintOutput, lintJson } from "../../linter/reporters/lintOutput";
import type { RuleText } from "../../linter/reporters/reporter";
import type { FileReport } from "../../linter/workspace/lintFiles";
import { allRules } from "../../rules/index";
import { staleRegistryNotice } from "../../rules/laws/registryAge";
import { readPreferences } from "../background/preferences";
import { element } from "../content/card/element";
import { readOwnLaws } from "../settings/ownLaws";
import { profileInEffect } from "../settings/profile";
import { ownFile } from "../shared/ownFile";
import { part, saveFile, translatePage } from "../shared/page";
import { openOptions } from "../shared/pages";
import { word } from "../shared/words";
import { type ChosenFile, filesOfDrop, filesOfInput, sortFiles } from "./chosenFiles";
import { showConfigs } from "./configsUsed";
import { downloadsOf, listDownloads, offerDownloads } from "./downloads";
import type { Done, Job, News } from "./exchange";
import { showGroups } from "./groups";
import { obeyIgnoreFiles } from "./ignoredFiles";
import { showLeftOut } from "./leftOut";

/** The workbench (校核台): whole folders of files checked on this computer, for reviewers who have no terminal. */
const SEVERITIES = ["error", "warning", "info"] as const satisfies Severity[];
let rules: ReadonlyMap<string, RuleText> = new Map();

const asOf = part("as-of", HTMLSelectElement);
const date = part("date", HTMLInputElement);
const group = part("group", HTMLSelectElement);
const words = part("words", HTMLInputElement);
const shownSeverities = new Set<Severity>(SEVERITIES);
let output: LintOutput | null = null;
let configOf: (path: string) => string = () => "";
let running: Worker | null = null;

translatePage();
part("pasted", HTMLTextAreaElement).placeholder = word("pasteText");
words.placeholder = word("filterWords");
date.value = today();
addSeverityBoxes();
listDownloads();
listen();

function addSeverityBoxes(): void {
  for (const severity of SEVERITIES) {
    const box = element("input", { type: "checkbox" });
    box.checked = true;
    box.addEventListener("change", () => {
      if (box.checked) shownSeverities.add(severity);
      else shownSeverities.delete(severity);
      showFindings();
    });
    part("severities", HTMLElement).append(element("label", {}, box, word(severity)));
  }
}

function listen(): void {
  for (const id of ["files", "folder"]) {
    const input = part(id, HTMLInputElement);
    input.addEventListener("change", () => {
      const chosen = filesOfInput(input);
      // The same files can then be chosen again, after a change.
      input.value = "";
      void check(chosen);
    });
  }
  part("check-pasted", HTMLButtonElement).addEventListener("click", () => {
    const content = new Blob([part("pasted", HTMLTextAreaElement).value]);
    void check([{ path: "粘贴的文字.txt", content, isNamed: true }]);
  });
  asOf.addEventListener("change", () => {
    date.hidden = asOf.value !== "date";
  });
  const drop = part("drop", HTMLElement);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer) filesOfDrop(event.dataTransfer).then(check, fail);
  });
  part("stop", HTMLButtonElement).addEventListener("click", () => finish());
  group.addEventListener("change", showFindings);
  words.addEventListener("input", showFindings);
  part("print", HTMLButtonElement).addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("#groups details")) {
      details.open = true;
      // Its table must stand before the page is printed, sooner than the browser would say that it was opened.
      details.dispatchEvent(new Event("toggle"));
    }
  });
  part("csv", HTMLButtonElement).addEventListener("click", () => {
    if (!output) return;
    const table = [...csv(output, { ruleOf: (id) => rules.get(id) })].join("");
    saveFile(`${word("resultFile")}.csv`, "text/csv", table);
  });
  part("json", HTMLButtonElement).addEventListener("click", () => {
    if (output) saveFile(`${word("resultFile")}.json`, "application/json", lintJson(output));
  });
  part("open-options", HTMLButtonElement).addEventListener("click", openOptions);
}

async function check(chosen: readonly ChosenFile[]): Promise<void> {
  if (chosen.length === 0) return;
  finish();
  part("failure", HTMLElement).hidden = true;
  part("results", HTMLElement).hidden = true;
  const { checked, skipped, leftOut } = await obeyIgnoreFiles(sortFiles(chosen), chosen);
  const job: Job = {
    files: checked.map(({ path, content }) => ({ path, content })),
    present: chosen.map(({ path, content }) => ({ path, content })),
    asOf: asOf.value === "date" ? date.value || today() : asOf.value,
    today: today(),
    profile: await profileInEffect(await readPreferences()),
    ownLaws: await readOwnLaws(),
    registry: ownFile("/registry.utf16"),
    words: ownFile("/words.bin"),
  };
  const reports: FileReport[] = [];
  let read = 0;
  showProgress(0, checked.length, "");
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  running = worker;
  worker.addEventListener("error", ({ message }) => fail(message));
  worker.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (running !== worker) return;
    switch (data.kind) {
      case "reading":
        showProgress(++read, checked.length, data.path);
        break;
      case "report":
        reports.push(data.report);
        break;
      case "failed":
        fail(data.reason);
        break;
      case "done":
        finish();
        showLeftOut(
          skipped.filter((path) => !data.configFiles.includes(path)),
          leftOut,
        );
        showResults(reports, job, data);
    }
  });
  worker.postMessage(job);
}

function finish(): void {
  running?.terminate();
  running = null;
  part("working", HTMLElement).hidden = true;
}

function fail(reason: unknown): void {
  finish();
  const failure = part("failure", HTMLElement);
  failure.hidden = false;
  failure.textContent = `${word("checkFailed")}：${reason instanceof Error ? reason.message : String(reason)}`;
}

function showProgress(done: number, total: number, path: string): void {
  part("working", HTMLElement).hidden = false;
  const progress = part("progress", HTMLProgressElement);
  progress.max = Math.max(total, 1);
  progress.value = done;
  part("progress-text", HTMLElement).textContent = word("progress", done, total, path);
}

function showResults(reports: readonly FileReport[], job: Job, done: Done): void {
  const { registry, patterns } = done;
  const known: RuleText[] = [...allRules, ...SUPPRESSION_RULES, ...patterns.map(compilePattern)];
  rules = new Map(known.map((rule) => [rule.id, rule]));
  configOf = showConfigs(done);
  const files = [...reports].sort((a, b) => (a.path < b.path ? -1 : 1));
  const counts = countResults(files);
  output = {
    version: 1,
    tool: { name: "gongwen-lint", version },
    asOf: job.asOf === "today" ? job.today : job.asOf,
    registry,
    files,
    counts,
  };
  offerDownloads({ lint: job, output, patterns });
  part("results", HTMLElement).hidden = false;
  const { error, warning, info, unreadable } = counts;
  part("counts", HTMLElement).textContent = [
    word("countFiles", counts.files),
    ...(unreadable > 0 ? [word("countUnreadable", unreadable)] : []),
    `${word("error")} ${error}`,
    `${word("warning")} ${warning}`,
    `${word("info")} ${info}`,
  ].join(" · ");
  const stale = staleRegistryNotice(registry.asOf, job.today);
  part("judged", HTMLElement).textContent = [
    output.asOf === "document" ? word("judgedOnOwn") : word("judgedAsOf", output.asOf),
    word("registryOf", registry.count, registry.asOf),
    ...(stale ? [stale] : []),
  ].join(" · ");
  showFindings();
}

function showFindings(): void {
  if (!output) return;
  const by = group.value === "rule" ? "rule" : "file";
  const filter = { severities: shownSeverities, words: words.value.trim() };
  const titleOf = (ruleId: string) => rules.get(ruleId)?.title ?? ruleId;
  const groups = showGroups(output.files, by, filter, { titleOf, configOf, toolsOf: downloadsOf });
  part("groups", HTMLElement).replaceChildren(...groups);
  const none = part("none", HTMLElement);
  none.hidden = groups.length > 0;
  const { error, warning, info } = output.counts;
  none.textContent = word(error + warning + info === 0 ? "noFindings" : "noFindingsShown");
}
