import { statSync } from "node:fs";
import { allRules } from "../../rules/index";
import type { OfficialDocument } from "../document/document";
import type { Finding } from "../engine/finding";
import { today } from "../engine/judgementDate";
import { extensions, readDocument } from "../readers/index";
import { lintFiles } from "../workspace/lintFiles";
import type { SourceFile } from "../workspace/load";
import { findFiles } from "../workspace/node/findFiles";
import { inThisThread } from "../workspace/runTasks";
import type { Projects } from "./projects";
import type { RememberedTasks } from "./rememberedTasks";

/** What is known of one version of an open document. */
export interface Checked {
  version: number;
  /** The bytes that were read, for writers. */
  bytes: Uint8Array;
  /** Read when somebody wants to write: findings need it no more. */
  document(): Promise<OfficialDocument>;
  findings: readonly Finding[];
}

/** An open document: its text counts, saved or not. */
export interface Draft {
  path: string;
  /** False for a document that was never saved: it has no companions. */
  onDisk: boolean;
  version: number;
  text: string;
}

/** Lints a draft together with the manifest and companions beside it. Null: nothing is to be said of it. */
export async function lintDraft(
  { path, onDisk, version, text }: Draft,
  projects: Projects,
  remembered: RememberedTasks,
): Promise<Checked | null> {
  const { rules, laws, ignored } = await projects.settingsFor(path);
  if (ignored || text.trim() === "") return null;
  const bytes = new TextEncoder().encode(text);
  const beside = onDisk ? (await findFiles([path], extensions)).files : [];
  const companions = beside.filter((file) => file.path !== path);
  const findings: Finding[] = [];
  const files = [{ path, read: async () => bytes }, ...companions];
  const sources = new Map(files.map((file) => [file.path, file]));
  const judging = { rulesFor: () => rules, laws, asOf: "today", today: today() } as const;
  const exists = (name: string) => sources.has(name);
  const runner = inThisThread({ ...judging, exists, source: (name) => sources.get(name) as SourceFile });
  const stamp = (name: string) => (name === path ? text : changedAt(name));
  for await (const report of lintFiles(files, {
    ...judging,
    runner: remembered.over(runner, judging.today, stamp, exists),
    knownRules: new Set(allRules.map(({ id }) => id)),
    wanted: (candidate) => candidate === path,
  })) {
    if (report.path !== path) continue;
    if (report.error !== null) throw new Error(report.error);
    findings.push(...report.findings);
  }
  let document: Promise<OfficialDocument> | null = null;
  return {
    version,
    bytes,
    document: () => {
      document ??= readDocument(bytes, path);
      return document;
    },
    findings,
  };
}

function changedAt(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : "gone";
}
