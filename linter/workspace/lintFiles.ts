import type { ConfiguredRule } from "../engine/configure";
import type { Finding } from "../engine/finding";
import { type AsOf, judgementDate } from "../engine/judgementDate";
import type { DocumentPackage } from "../engine/package";
import type { JudgementDate } from "../engine/rule";
import { compareFindings, type RunResult, runRules } from "../engine/run";
import { readSuppressions } from "../engine/suppress";
import type { LawRegistry } from "../facts/laws";
import type { ReadOptions } from "../readers/index";
import { UnreadableDocumentError } from "../readers/unreadable";
import { exceptionsWithoutFile, folderExceptions, obeyExceptions } from "./exceptions";
import {
  type FolderReading,
  isThere,
  linksOnly,
  manifestEntry,
  missingLinks,
  missingMaterials,
} from "./folderReading";
import { dirname, groupFolder, type PackageGroup, recogniseRole } from "./grouping";
import { asCompanion, cardOf, type LoadedDocument, loadDocument, type SourceFile } from "./load";
import { MANIFEST_NAMES, parseManifest } from "./manifest";

/** What is said of one file. */
export interface FileReport {
  path: string;
  kind: string | null;
  normative: boolean;
  /** Why the file could not be checked, whole or in part; null when it was. */
  error: string | null;
  findings: readonly Finding[];
  asOf: JudgementDate | null;
  /** What the user should know about the reading of this file. */
  notes: readonly string[];
}

export interface LintFilesSettings {
  rulesFor(path: string): readonly ConfiguredRule[];
  laws: LawRegistry;
  asOf: AsOf;
  today: string;
  read?: ReadOptions;
  /** Files whose findings are wanted; others are only looked at as companions. Default: all. */
  wanted?: (path: string) => boolean;
  /** All rule ids there are, so that an exception from a misspelt one can be told. */
  knownRules?: ReadonlySet<string>;
  /** Is there a file of this path, of any format? For interpretations linked by metadata. */
  exists?: (path: string) => boolean;
  onFile?: (path: string) => void;
}

/** Loaded documents kept per folder, so that packages need no second reading while memory stays bounded. */
const KEPT_PER_FOLDER = 64;

/**
 * Lints files folder by folder, so that memory depends on the largest package and not on the number of files.
 * Yields one report a wanted file; folders in the order of their paths, sub-folders first.
 */
export async function* lintFiles(
  files: readonly SourceFile[],
  settings: LintFilesSettings,
): AsyncGenerator<FileReport> {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = dirname(file.path);
    const siblings = folders.get(folder);
    if (siblings) siblings.push(file);
    else folders.set(folder, [file]);
  }
  /** Companions of a folder without a main document: they belong to the folder above. */
  const lent = new Map<string, FolderReading[]>();
  const ordered = [...folders.keys()].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1));
  for (const folder of ordered) {
    const reading = await readFolder(
      folder,
      folders.get(folder) as SourceFile[],
      lent.get(folder) ?? [],
      settings,
    );
    const parent = dirname(folder);
    if (folder !== parent && folders.has(parent) && reading.onlyCompanions) {
      lent.set(parent, [...(lent.get(parent) ?? []), reading]);
      continue;
    }
    yield* finishFolder(reading, settings);
  }
}

function depth(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}

async function readFolder(
  folder: string,
  files: readonly SourceFile[],
  lent: readonly FolderReading[],
  settings: LintFilesSettings,
): Promise<FolderReading> {
  const manifestFile = files.find(({ path }) => isManifest(path));
  const manifest = manifestFile
    ? await parseManifest(new TextDecoder().decode(await manifestFile.read()))
    : null;
  const reading: FolderReading = {
    folder,
    files: new Map(files.filter((file) => !isManifest(file.path)).map((file) => [file.path, file])),
    manifest,
    manifestPath: manifestFile?.path ?? null,
    cards: lent.flatMap(({ cards }) => cards),
    kept: new Map(lent.flatMap(({ kept }) => [...kept])),
    reports: new Map(lent.flatMap(({ reports }) => [...reports])),
    exceptions: folderExceptions(folder, manifest),
    onlyCompanions: true,
  };
  if (manifestFile && manifest && manifest.problems.length > 0) {
    reading.reports.set(
      manifestFile.path,
      unchecked(manifestFile.path, `材料清单有误：${manifest.problems.join("；")}`),
    );
  }
  for (const file of reading.files.values()) {
    settings.onFile?.(file.path);
    try {
      const loaded = await loadDocument(
        file,
        settings.laws.lexicon,
        manifestEntry(reading, file.path),
        settings.read,
      );
      if (loaded.document.comments?.length)
        reading.exceptions.inComments.set(file.path, readSuppressions(loaded.document));
      // Copies: titles and quotes are slices of the text, and a slice kept keeps the whole text in memory.
      const card = structuredClone(cardOf(loaded));
      reading.cards.push(card);
      if (!recogniseRole(card)) reading.onlyCompanions = false;
      if (reading.kept.size < KEPT_PER_FOLDER) reading.kept.set(file.path, loaded);
      const { report } = lintLoaded(loaded, linksOnly(loaded, reading, settings), settings);
      reading.reports.set(file.path, structuredClone(report));
    } catch (error) {
      reading.reports.set(file.path, unchecked(file.path, reason(error)));
    }
  }
  for (const { files: own, exceptions } of lent) {
    for (const [path, file] of own) reading.files.set(path, file);
    for (const [path, written] of exceptions.inComments) reading.exceptions.inComments.set(path, written);
  }
  if (manifest) reading.onlyCompanions = false;
  return reading;
}

async function* finishFolder(
  reading: FolderReading,
  settings: LintFilesSettings,
): AsyncGenerator<FileReport> {
  for (const group of groupFolder(reading.folder, reading.cards, reading.manifest)) {
    await lintPackage(group, reading, settings);
  }
  for (const report of reportsAfterExceptions(reading, settings)) {
    if (!settings.wanted || settings.wanted(report.path)) yield report;
  }
}

function reportsAfterExceptions(reading: FolderReading, settings: LintFilesSettings): FileReport[] {
  const { exceptions, manifestPath, folder } = reading;
  const aboutManifest = exceptionsWithoutFile(exceptions, (path) =>
    isThere(folder === "" ? path : path.slice(folder.length + 1), reading, settings),
  );
  const reports = [...reading.reports.values()].map((report) => {
    if (!exceptions.inComments.has(report.path) && !exceptions.inManifest.has(report.path)) return report;
    const ran = new Set(settings.rulesFor(report.path).map(({ rule }) => rule.id));
    const obeyed = obeyExceptions(report, exceptions, {
      ran: (id) => ran.has(id),
      exists: settings.knownRules && ((id) => settings.knownRules?.has(id) === true),
    });
    aboutManifest.push(...obeyed.aboutManifest);
    return obeyed.report;
  });
  if (!manifestPath || aboutManifest.length === 0) return reports;
  const own = reading.reports.get(manifestPath) ?? { ...unchecked(manifestPath, ""), error: null };
  const others = reports.filter(({ path }) => path !== manifestPath);
  return [{ ...own, findings: [...own.findings, ...aboutManifest] }, ...others];
}

/** Lints the main document with its package in view, and the companions as what they are. */
async function lintPackage(
  group: PackageGroup,
  reading: FolderReading,
  settings: LintFilesSettings,
): Promise<void> {
  const main = await reload(group.main, reading, settings);
  const companions = [];
  for (const { path, role, because } of group.companions) {
    const loaded = asCompanion(await reload(path, reading, settings), because);
    companions.push({ role, because, ...loaded });
    reading.reports.set(path, lintLoaded(loaded, null, settings).report);
  }
  const missing = [...missingLinks(main, reading, settings), ...missingMaterials(reading, settings)];
  const { report, result } = lintLoaded(
    main,
    { path: group.folder, manifest: reading.manifestPath, companions, missing, submission: group.submission },
    settings,
  );
  reading.reports.set(group.main, report);
  for (const [path, findings] of result.companionFindings) {
    const own = reading.reports.get(path) as FileReport;
    reading.reports.set(path, { ...own, findings: [...own.findings, ...findings].sort(compareFindings) });
  }
}

function lintLoaded(
  { document, facts }: LoadedDocument,
  pack: DocumentPackage | null,
  settings: LintFilesSettings,
): { report: FileReport; result: RunResult } {
  const asOf = judgementDate(settings.asOf, facts, settings.today);
  const result = runRules(
    { document, facts, package: pack },
    settings.rulesFor(document.path),
    settings.laws,
    asOf,
  );
  const notes = [...document.readerNotes];
  if (settings.asOf === "document" && asOf.from === "today")
    notes.push(`未找到成文日期，按今天（${asOf.date}）判断`);
  const error =
    result.failures.length > 0
      ? `规则运行出错，本文件未检查完：${result.failures.map(({ ruleId, message }) => `${ruleId}（${message}）`).join("；")}`
      : null;
  return {
    report: {
      path: document.path,
      kind: facts.kind,
      normative: facts.normative.value,
      error,
      findings: result.findings,
      asOf,
      notes,
    },
    result,
  };
}

async function reload(
  path: string,
  reading: FolderReading,
  settings: LintFilesSettings,
): Promise<LoadedDocument> {
  const kept = reading.kept.get(path);
  if (kept) return kept;
  const file = reading.files.get(path) as SourceFile;
  return loadDocument(file, settings.laws.lexicon, manifestEntry(reading, path), settings.read);
}

function unchecked(path: string, error: string): FileReport {
  return { path, kind: null, normative: false, error, findings: [], asOf: null, notes: [] };
}

function reason(error: unknown): string {
  if (error instanceof UnreadableDocumentError) return error.message;
  return `读取时出错：${error instanceof Error ? error.message : String(error)}`;
}

export function isManifest(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (MANIFEST_NAMES as readonly string[]).includes(name);
}
