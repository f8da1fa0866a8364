import type { OfficialDocument } from "../document/document";
import { decodeText } from "../readers/encoding";
import { type ReadOptions, readDocument } from "../readers/index";
import type { FileReport } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import { type FixDocumentOptions, type FixedDocument, fixDocument } from "../writers/fixDocument";
import { troubleText } from "./troubleText";
import { writeAtomically } from "./writeFile";

/** Options of `lint` that change files. */
export interface FixOptions {
  fix?: boolean;
  unsafeFixes?: boolean;
  fixDryRun?: boolean;
  diff?: boolean;
  /** False: in .docx the text itself is changed. */
  trackChanges: boolean;
  /** Whom Word shows as the author of tracked changes and comments. */
  author: string;
}

export interface FixOutcome {
  /** What is left after the fixes. */
  reports: Iterable<FileReport>;
  /** Unified diff of all changes, if it was asked for. */
  diff: string;
  /** A file could not be written, or, where only a diff is shown, not be checked. */
  trouble: boolean;
}

/** A fix may make room for another; more passes than this are two fixes that undo each other. */
const MOST_PASSES = 10;

export function wantsFixes({ fix, fixDryRun, diff }: FixOptions): boolean {
  return fix === true || fixDryRun === true || diff === true;
}

/** Why, in Chinese, the options cannot go together; null if they can. */
export function explainConflict(
  options: FixOptions & { revisions: string; stdinFilename?: string },
): string | null {
  if (options.unsafeFixes && !wantsFixes(options))
    return "--unsafe-fixes 要与 --fix、--fix-dry-run 或 --diff 一起用";
  if (options.fix && options.stdinFilename) return "标准输入的内容不能用 --fix 修改，可以用 --diff 查看";
  if (wantsFixes(options) && options.revisions === "original")
    return "修改以接受修订后的文本为准，不能与 --revisions original 一起用";
  return null;
}

/**
 * Lints, fixes and lints again until nothing changes any more. With `fix` alone files are written, each pass whole; else
 * what they would be is kept in memory.
 */
export async function lintAndFix(
  files: readonly SourceFile[],
  lint: (files: readonly SourceFile[]) => Promise<Iterable<FileReport>>,
  read: ReadOptions,
  options: FixOptions,
): Promise<FixOutcome> {
  const fixing = new Fixing(files, read, options);
  let reports = await lint(fixing.files);
  for (let pass = 1; await fixing.pass(reports); pass++) {
    reports = await lint(fixing.files);
    if (pass === MOST_PASSES) {
      process.stderr.write(`修改 ${MOST_PASSES} 遍后仍有可以自动修改的地方，其余请手工修改\n`);
      break;
    }
  }
  fixing.tell();
  if (!options.diff) return { reports, diff: "", trouble: fixing.trouble };
  // A diff shows no reports.
  const unchecked = [...reports].filter(({ error }) => error !== null);
  for (const { path, error } of unchecked) process.stderr.write(`未能检查 ${path}：${error}\n`);
  return { reports, diff: await fixing.diff(), trouble: fixing.trouble || unchecked.length > 0 };
}

/** The state of a run with fixes: what was changed so far, and in which files. */
class Fixing {
  trouble = false;
  readonly files: readonly SourceFile[];
  private readonly byPath: ReadonlyMap<string, SourceFile>;
  private readonly inMemory = new Map<string, Uint8Array>();
  private readonly counts = new Map<string, number>();
  private refused = new Map<string, FixedDocument["refused"]>();
  private readonly writes: boolean;
  private readonly how: FixDocumentOptions;

  constructor(
    private readonly sources: readonly SourceFile[],
    private readonly read: ReadOptions,
    { fixDryRun, diff, unsafeFixes, trackChanges, author }: FixOptions,
  ) {
    this.writes = !fixDryRun && !diff;
    this.how = { safety: unsafeFixes ? "unsafe" : "safe", author, date: new Date(), tracked: trackChanges };
    this.files = sources.map((file) => ({
      path: file.path,
      read: async () => this.inMemory.get(file.path) ?? file.read(),
    }));
    this.byPath = new Map(this.files.map((file) => [file.path, file]));
  }

  /** Whether anything was changed. */
  async pass(reports: Iterable<FileReport>): Promise<boolean> {
    let changed = false;
    this.refused = new Map();
    for (const { path, findings } of reports) {
      const file = this.byPath.get(path);
      if (!file || findings.every(({ fix }) => fix === null)) continue;
      const bytes = await file.read();
      const document = await readDocument(bytes, path, this.read);
      const fixed = await fixDocument(bytes, document, findings, this.how);
      if (fixed.refused.length > 0) this.refused.set(path, fixed.refused);
      if (fixed.bytes === bytes || !this.keep(path, fixed.bytes)) continue;
      this.counts.set(path, (this.counts.get(path) ?? 0) + fixed.applied.length);
      changed = true;
    }
    return changed;
  }

  /** Says on standard error what was changed and what could not be. */
  tell(): void {
    const verb = this.writes ? "已修改" : "可以修改";
    for (const [path, count] of this.counts) process.stderr.write(`${verb} ${path}：${count} 处\n`);
    for (const [path, refused] of this.refused) {
      for (const { finding, reason } of refused) {
        process.stderr.write(`未能修改 ${path} 的“${finding.quote}”：${reason}\n`);
      }
    }
  }

  async diff(): Promise<string> {
    const { createTwoFilesPatch } = await import("diff");
    let patches = "";
    for (const source of this.sources) {
      const { path } = source;
      const fixed = this.inMemory.get(path);
      if (!fixed) continue;
      const [before, after] = [await this.text(path, await source.read()), await this.text(path, fixed)];
      if (before === after) {
        process.stderr.write(`${path} 只改格式，文字没有差异\n`);
        continue;
      }
      patches += createTwoFilesPatch(path, path, before, after).replace(/^Index: .*\n=+\n/, "");
    }
    return patches;
  }

  private keep(path: string, bytes: Uint8Array): boolean {
    if (!this.writes) {
      this.inMemory.set(path, bytes);
      return true;
    }
    try {
      writeAtomically(path, bytes);
      return true;
    } catch (error) {
      this.trouble = true;
      process.stderr.write(`写入 ${path} 失败：${troubleText(error)}\n`);
      return false;
    }
  }

  /** What is compared: the source of a text file, the paragraphs of any other. */
  private async text(path: string, bytes: Uint8Array): Promise<string> {
    const document: OfficialDocument = await readDocument(bytes, path, this.read);
    if (document.format === "docx") return document.blocks.map(({ text }) => `${text}\n`).join("");
    if (document.format !== "html") return decodeText(bytes, path).text;
    const { declaredEncoding } = await import("../readers/html/readHtml");
    return decodeText(bytes, path, declaredEncoding(bytes)).text;
  }
}
