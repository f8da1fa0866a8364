import { type AsOf, judgementDate, today } from "../engine/judgementDate";
import { inspect } from "../inspect";
import { extensions } from "../readers/index";
import { UnreadableDocumentError } from "../readers/unreadable";
import type { InspectedFile } from "../reporters/contract";
import { toJson } from "../reporters/lintOutput";
import { manifestEntry } from "../workspace/folderManifest";
import { dirname } from "../workspace/grouping";
import { isManifest } from "../workspace/lintFiles";
import { loadDocument, type ManifestEntry, type SourceFile } from "../workspace/load";
import { parseManifest } from "../workspace/manifest";
import { findFiles } from "../workspace/node/findFiles";
import { EXIT_TROUBLE } from "./exitCodes";
import { openShippedRegistry } from "./registry";
import { readStandardInput } from "./standardInput";

export interface InspectCommandOptions {
  asOf: AsOf;
  format: "pretty" | "json";
  revisions: "accepted" | "original";
  stdinFilename?: string;
}

/** `gongwen-lint inspect`: what was recognised in each file; returns the exit code. */
export async function inspectCommand(paths: string[], options: InspectCommandOptions): Promise<number> {
  const found = options.stdinFilename
    ? {
        files: [await readStandardInput(options.stdinFilename)],
        wanted: [options.stdinFilename],
        unknown: [],
      }
    : await findFiles(paths.length > 0 ? paths : ["."], extensions);
  let trouble = found.unknown.length > 0;
  for (const name of found.unknown) process.stderr.write(`没有这个文件或文件夹：${name}\n`);

  const laws = openShippedRegistry();
  const wanted = new Set(found.wanted);
  const entryOf = await readManifests(found.files);
  const files: InspectedFile[] = [];
  for (const file of found.files.filter(({ path }) => wanted.has(path))) {
    try {
      const { document, facts } = await loadDocument(file, laws.lexicon, entryOf(file.path), {
        revisions: options.revisions,
      });
      files.push(inspect(document, facts, laws, judgementDate(options.asOf, facts, today()).date));
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      trouble = true;
      process.stderr.write(`${file.path}：${error.message}\n`);
    }
  }
  process.stdout.write(
    options.format === "json" ? toJson({ version: 1, files }) : files.map(describe).join("\n"),
  );
  return trouble ? EXIT_TROUBLE : 0;
}

/** What the manifests among the files state of each file. */
async function readManifests(files: readonly SourceFile[]): Promise<(path: string) => ManifestEntry | null> {
  const folders = new Map<string, Parameters<typeof manifestEntry>[0]>();
  for (const file of files.filter(({ path }) => isManifest(path))) {
    const { path } = file;
    const folder = dirname(path);
    const manifest = await parseManifest(new TextDecoder().decode(await file.read()));
    folders.set(folder, { folder, manifest, manifestPath: path });
  }
  return (path) => {
    const found = folders.get(dirname(path));
    return found ? manifestEntry(found, path) : null;
  };
}

/** The same as lines a person reads; what was not found is left out. */
function describe(file: InspectedFile): string {
  const { elements } = file;
  const yes = (value: boolean) => (value ? "是" : "否");
  const rows: [string, string | null | undefined][] = [
    ["文种", file.kind],
    ["规范性文件", `${yes(file.normative.value)}（${file.normative.because.join("；")}）`],
    ["政策性文件", `${yes(file.policy.value)}（${file.policy.because.join("；")}）`],
    ["发文字号", elements.docNumber],
    ["发文机关", elements.issuer],
    ["标题", elements.title],
    ["主送机关", elements.addressees],
    ["署名", elements.signatory],
    ["成文日期", elements.date],
    ["密级", elements.securityClass],
    ["紧急程度", elements.urgency],
    ["附注", elements.note],
    ["附件", elements.attachments.join("；") || null],
    ["公开属性", file.disclosure?.value],
    ["合法性审核", file.legalityReview.present ? file.legalityReview.quote : null],
    ["政策解读", file.interpretation.present ? file.interpretation.quote : null],
    ...file.citations.map(({ quote, resolved }): [string, string] => [
      "引用",
      `${quote}${resolved ? `　${STATUS[resolved.status] ?? resolved.status}${resolved.replacedBy ? `，由《${resolved.replacedBy}》取代` : ""}` : ""}`,
    ]),
  ];
  const lines = rows.filter(([, value]) => value).map(([name, value]) => `  ${name}：${value}`);
  return `${file.path}\n${lines.join("\n")}\n`;
}

const STATUS: Readonly<Record<string, string>> = {
  "in-force": "现行有效",
  repealed: "已废止",
  "not-yet-in-force": "尚未施行",
  unknown: "状态未核",
};
