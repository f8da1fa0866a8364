import type { Finding } from "./finding";
import { fingerprints } from "./fingerprint";

/** 基线条目: a finding that was there when the rules were introduced, and is tolerated until its sentence changes. */
export interface BaselineEntry {
  /** Relative to the baseline's folder, with forward slashes. */
  path: string;
  ruleId: string;
  fingerprint: string;
  /** How the sentence begins, for those who read the file. */
  words: string;
}

/** A file's results as a baseline judges them. */
export interface BaselinedFile {
  path: string;
  /** Not null: the file was not checked to its end, so that no entry of it can be called unused. */
  error: string | null;
  findings: readonly Finding[];
}

export interface BaselineSettings {
  /** A file's path as it stands in the baseline; default: as it is. */
  nameOf?: (path: string) => string;
  /** Is there still such a file, named as in the baseline? Entries of vanished files follow the text to its new name. */
  exists: (name: string) => boolean;
  /** Was this rule run? Entries of others are neither used nor unused. */
  ran: (ruleId: string) => boolean;
}

/** What became of a baseline's entries. */
export interface BaselineAccount {
  /** How many findings the baseline covers. */
  covered: number;
  /** Entries whose finding is gone. */
  unused: BaselineEntry[];
  /** Entries that still count: what pruning leaves. */
  kept: BaselineEntry[];
  /** Entries for the new findings: `kept` and these are the updated baseline. */
  fresh: BaselineEntry[];
}

export interface BaselineResult<File> extends BaselineAccount {
  /** The files with their new findings only. */
  files: File[];
}

const HEADER =
  "# gongwen-lint 基线 1：每行一个已知问题（文件、规则、指纹、原句开头），用 --update-baseline 生成";
const WORDS_LENGTH = 30;

/** Takes the findings a baseline covers out of results. A new finding shows even where an old one went away. */
export function applyBaseline<File extends BaselinedFile>(
  files: readonly File[],
  entries: readonly BaselineEntry[],
  settings: BaselineSettings,
): BaselineResult<File> {
  const baseline = new Baseline(entries, settings);
  return { files: files.map((file) => baseline.judge(file)), ...baseline.account() };
}

/** 基线 against which files are judged one after the other. */
export class Baseline {
  readonly #settings: BaselineSettings;
  readonly #account: BaselineAccount = { covered: 0, unused: [], kept: [], fresh: [] };
  readonly #judged = new Set<string>();
  /** Files of entries that are not there any more. */
  readonly #gone: ReadonlySet<string>;
  /** Entries that no finding has taken yet, and by fingerprint those of vanished files. */
  readonly #open: Map<string, BaselineEntry>;
  readonly #moved = new Map<string, string[]>();

  constructor(entries: readonly BaselineEntry[], settings: BaselineSettings) {
    this.#settings = settings;
    this.#open = new Map(entries.map((entry) => [keyOf(entry), entry]));
    this.#gone = goneFiles(entries, settings.exists);
    for (const [key, { path, fingerprint }] of this.#open)
      if (this.#gone.has(path)) this.#moved.set(fingerprint, [...(this.#moved.get(fingerprint) ?? []), key]);
  }

  /** The file with its new findings only. */
  judge<File extends BaselinedFile>(file: File): File {
    const path = this.#settings.nameOf?.(file.path) ?? file.path;
    if (file.error === null) this.#judged.add(path);
    const marks = fingerprints(file.findings);
    const findings = file.findings.filter((finding, index) => {
      const entry = entryOf(path, finding, marks[index] as string);
      const known = this.#open.delete(keyOf(entry)) || this.#takeMoved(entry.fingerprint);
      if (known) this.#account.covered += 1;
      (known ? this.#account.kept : this.#account.fresh).push(entry);
      return !known;
    });
    return { ...file, findings };
  }

  /** To be asked once, after the last file. */
  account(): BaselineAccount {
    for (const entry of this.#open.values()) {
      const there = this.#judged.has(entry.path) || this.#gone.has(entry.path);
      const unused = there && this.#settings.ran(entry.ruleId);
      (unused ? this.#account.unused : this.#account.kept).push(entry);
    }
    return this.#account;
  }

  #takeMoved(fingerprint: string): boolean {
    const key = this.#moved.get(fingerprint)?.pop();
    return key !== undefined && this.#open.delete(key);
  }
}

/**
 * Parts one text's findings by fingerprints alone: for drafts in an editor, which have no path, and for those who keep
 * nothing of a baseline's words.
 */
export function partByFingerprints<Known extends Finding>(
  findings: readonly Known[],
  known: ReadonlySet<string>,
): { fresh: readonly Known[]; covered: readonly Known[] } {
  if (known.size === 0) return { fresh: findings, covered: [] };
  const marks = fingerprints(findings);
  const isKnown = (_: Known, index: number) => known.has(marks[index] as string);
  return {
    fresh: findings.filter((finding, index) => !isKnown(finding, index)),
    covered: findings.filter(isKnown),
  };
}

/** The text of a baseline file: sorted, one entry a line, so that changes of several people merge. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ path, ruleId, fingerprint, words }) =>
    [path, ruleId, fingerprint, words].join("\t"),
  );
  return `${[HEADER, ...new Set(lines.sort())].join("\n")}\n`;
}

/** Reads a baseline file; a line that is no entry (a merge conflict, say) is a problem, told in Chinese. */
export function parseBaseline(text: string): { entries: BaselineEntry[]; problems: string[] } {
  const entries: BaselineEntry[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("# ")) continue;
    const match = /^(.+)\t([^\t]+)\t([0-9a-f]{16})\t([^\t]*)$/.exec(line);
    if (match) {
      const [, path = "", ruleId = "", fingerprint = "", words = ""] = match;
      entries.push({ path, ruleId, fingerprint, words });
    } else {
      problems.push(`第${index + 1}行：应为“文件、规则、指纹、原句”，以制表符分隔`);
    }
  }
  return { entries, problems };
}

function entryOf(path: string, { ruleId, sentence }: Finding, fingerprint: string): BaselineEntry {
  return { path, ruleId, fingerprint, words: sentence.text.replace(/\s+/g, "").slice(0, WORDS_LENGTH) };
}

function keyOf({ path, fingerprint }: BaselineEntry): string {
  return `${path}\t${fingerprint}`;
}

function goneFiles(
  entries: readonly BaselineEntry[],
  exists: BaselineSettings["exists"],
): ReadonlySet<string> {
  return new Set([...new Set(entries.map(({ path }) => path))].filter((path) => !exists(path)));
}
