import type { Citation } from "../../linter/facts/documentFacts";
import type { Law, LawVersion } from "../../linter/facts/laws";

/** 附注的版本: what a version note points at. Null versions: the registry holds no text of that year. */
export interface NotedVersion {
  /** The year the note names. */
  year: number;
  version: LawVersion | null;
}

/**
 * Reads the version note that binds a citation: （2014年修正） names the text adopted in that year, failing that the one
 * that took effect in it; of two in one year the later. 修正 and 修订 are told apart by nobody, so only the year counts.
 */
export function notedVersion(citation: Citation, law: Law): NotedVersion | null {
  const year =
    citation.versionNote?.year ?? Number(/\d{4}/.exec(citation.refersToVersion ?? "")?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const inYear = (day: string | null) => day?.startsWith(`${year}-`) ?? false;
  const version =
    law.versions.findLast(({ adopted }) => inYear(adopted)) ??
    law.versions.findLast(({ effective }) => inYear(effective)) ??
    null;
  return { year, version };
}

/** Whether the registry holds every text of the act, so that a year it lacks never had one. */
export function hasAllVersions(law: Law): boolean {
  const { level, confidence, versions } = law;
  if (confidence !== "high" || (level !== "法律" && level !== "行政法规" && level !== "监察法规"))
    return false;
  return versions[0]?.kind === "enacted" && versions.every(({ adopted }) => adopted !== null);
}
