import { zipSync } from "fflate";
import { documentTexts } from "../../linter/documentTexts";
import { compilePattern } from "../../linter/engine/patterns/compile";
import { SUPPRESSION_RULES } from "../../linter/engine/suppress";
import { recogniseFacts } from "../../linter/lint";
import { readDocument } from "../../linter/readers/index";
import { loadReporter, wholeReport } from "../../linter/reporters/index";
import { countResults, type LintOutput } from "../../linter/reporters/lintOutput";
import type { RuleText } from "../../linter/reporters/reporter";
import { annotateDocx } from "../../linter/writers/docx/annotateDocx";
import { fixDocument } from "../../linter/writers/fixDocument";
import { allRules } from "../../rules/index";
import type { Product, ProductJob } from "./exchange";
import { type JobSession, openJob } from "./session";

/** A file made for the user. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}

const AUTHOR = "公文校核";
/** A fix may make room for another; more passes than this are two fixes that undo each other. */
const MOST_PASSES = 10;
const REPORTS = {
  html: "校核结果.html",
  xlsx: "校核结果.xlsx",
  docx: "审核意见表.docx",
} as const satisfies Partial<Record<Product, string>>;

/** Makes what was asked for: one file, or a zip where it is several. Null: there was nothing to make. */
export async function makeProduct(job: ProductJob): Promise<MadeFile | null> {
  const { product, wanted, output } = job;
  const files = output.files.filter(({ path }) => wanted === null || wanted === path);
  if (product === "annotated" || product === "fixed") {
    const session = await openJob(job.lint);
    const made = await (product === "fixed" ? fixed : annotated)({ ...output, files }, session);
    return together(made, product === "fixed" ? "修改后的文件.zip" : "带批注的文件.zip");
  }
  const report = await loadReporter(product);
  const rules: RuleText[] = [...allRules, ...SUPPRESSION_RULES, ...job.patterns.map(compilePattern)];
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);
  const texts = product === "html" ? await textsOf(files, job) : null;
  const settings = { ruleOf, ...(texts && { textOf: (path: string) => texts.get(path) }) };
  const written = await wholeReport(report({ ...output, files, counts: countResults(files) }, settings));
  const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
  return { name: wanted === null ? REPORTS[product] : `${stem(wanted)}-${REPORTS[product]}`, bytes };
}

/** What the report shows beside the findings: the texts of the files. */
function textsOf(files: LintOutput["files"], { lint }: ProductJob) {
  const sources = lint.files.map(({ path, content }) => ({
    path,
    read: async () => new Uint8Array(await content.arrayBuffer()),
  }));
  return documentTexts(files, sources, {});
}

/** Every .docx with its findings as comments. */
async function annotated({ files }: LintOutput, { laws, sources }: JobSession): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  for (const { path, findings } of files) {
    const source = sources.find((candidate) => candidate.path === path);
    if (!source || findings.length === 0 || !/\.doc[xm]$/i.test(path)) continue;
    const bytes = await source.read();
    const document = await readDocument(bytes, path);
    const title = recogniseFacts(document, laws).elements.title?.place ?? null;
    const options = { author: AUTHOR, initials: AUTHOR, date: new Date(), title };
    made.push({ name: marked(path, "批注"), bytes: annotateDocx(bytes, document, findings, options) });
  }
  return made;
}

/** Every file in which something could be put right with certainty; in .docx as tracked changes. */
async function fixed(output: LintOutput, { lint, sources }: JobSession): Promise<MadeFile[]> {
  const wanted = new Set(output.files.map(({ path }) => path));
  const changed = new Map<string, Uint8Array>();
  const current = sources.map(({ path, read }) => ({ path, read: async () => changed.get(path) ?? read() }));
  const options = { safety: "safe", author: AUTHOR, date: new Date(), tracked: true } as const;
  let reports: LintOutput["files"] = output.files;
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const before = new Map(changed);
    for (const { path, findings } of reports) {
      const source = current.find((candidate) => candidate.path === path);
      if (!source || !wanted.has(path) || !findings.some(({ fix }) => fix?.safety === "safe")) continue;
      const bytes = await source.read();
      const result = await fixDocument(bytes, await readDocument(bytes, path), findings, options);
      if (result.bytes !== bytes) changed.set(path, result.bytes);
    }
    if ([...changed].every(([path, bytes]) => before.get(path) === bytes)) break;
    const next = [];
    for await (const report of lint(current)) next.push(report);
    reports = next;
  }
  return [...changed].map(([path, bytes]) => ({ name: marked(path, "修改"), bytes }));
}

function together(made: readonly MadeFile[], archive: string): MadeFile | null {
  const [first] = made;
  if (!first) return null;
  if (made.length === 1) return { ...first, name: first.name.slice(first.name.lastIndexOf("/") + 1) };
  // Office files are compressed already.
  return {
    name: archive,
    bytes: zipSync(Object.fromEntries(made.map(({ name, bytes }) => [name, bytes])), { level: 0 }),
  };
}

/** 送审/办法.docx → 送审/办法（批注）.docx */
function marked(path: string, mark: string): string {
  return path.replace(/(\.[^./]*)$/, `（${mark}）$1`);
}

function stem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}
