import type { Severity } from "../../engine/finding";
import type { CompanionRole } from "../../engine/package";
import type { Segmenter } from "../../words/segmenter";
import type { Collected } from "../collect";
import type { FileReport } from "../fileReport";
import { type FileCard, type GroupedCompanion, recogniseRole } from "../grouping";
import { CompanionMatcher } from "./matchCompanions";

/** 文件树: each document of a repository with what goes with it and what it lacks. Plain data. */
export interface RepositoryTree {
  documents: TreeDocument[];
  /** Companions whose document was not found. */
  unclaimed: { path: string; role: CompanionRole; because: readonly string[] }[];
  /** Files that could not be read or checked. */
  unreadable: { path: string; error: string }[];
}

export interface TreeDocument {
  path: string;
  title: string | null;
  /** 文种 */
  kind: string | null;
  /** 发文字号 */
  docNumber: string | null;
  companions: GroupedCompanion[];
  missing: Missing[];
}

/** What a rule finds missing. */
export interface Missing {
  ruleId: string;
  severity: Severity;
  message: string;
}

export interface TreeSettings {
  /** Rules whose findings mean that something is missing. */
  missingRules: ReadonlySet<string>;
  segmenter: () => Segmenter;
}

/** A companion of this role that lies elsewhere answers what the rule found missing in the document's own package. */
const ANSWERED: Partial<Record<CompanionRole, string>> = {
  interpretation: "missing-interpretation",
  "review-opinion": "missing-legality-review",
};

/** Puts documents, the companions of their packages and those that lie elsewhere together. In the order of the input. */
export function growTree(
  { files, packages, store }: Collected,
  reports: readonly FileReport[],
  { missingRules, segmenter }: TreeSettings,
): RepositoryTree {
  const cards = files.flatMap(({ card, wanted }) => (card !== null && wanted ? store.get(card) : []));
  const mains = new Set(packages.map(({ main }) => main));
  const inPackages = new Set(packages.flatMap(({ companions }) => companions.map(({ path }) => path)));
  const isDocument = (card: FileCard) =>
    mains.has(card.path) || (!inPackages.has(card.path) && recogniseRole(card) === null);
  const findings = new Map(reports.map(({ path, findings }) => [path, findings]));

  const documents = new Map<string, TreeDocument>();
  for (const { path, title, kind, docNumber } of cards.filter(isDocument)) {
    const missing = (findings.get(path) ?? [])
      .filter(({ ruleId }) => missingRules.has(ruleId))
      .map(({ ruleId, severity, message }) => ({ ruleId, severity, message }));
    documents.set(path, { path, title, kind, docNumber, companions: [], missing });
  }
  for (const { main, companions } of packages) documents.get(main)?.companions.push(...companions);

  const matcher = new CompanionMatcher(cards.filter(isDocument), segmenter);
  const unclaimed: RepositoryTree["unclaimed"] = [];
  for (const card of cards) {
    const role = recogniseRole(card);
    if (role === null || mains.has(card.path) || inPackages.has(card.path)) continue;
    const found = matcher.match(card);
    const document = found && documents.get(found.document);
    const about = { path: card.path, role: role.role };
    if (!found || !document) {
      unclaimed.push({ ...about, because: [role.because] });
      continue;
    }
    document.companions.push({ ...about, sure: found.sure, because: [role.because, found.because] });
    document.missing = document.missing.filter(({ ruleId }) => ruleId !== ANSWERED[role.role]);
  }
  const unreadable = reports.flatMap(({ path, error }) => (error === null ? [] : { path, error }));
  return { documents: [...documents.values()], unclaimed, unreadable };
}
