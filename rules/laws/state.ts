import type { Law, LawLevel, LawState, LawVersion } from "../../linter/facts/laws";
import { numberYear } from "./number";

/** Levels whose rows list every text since the first, so that "older than the first" means "did not exist". */
const COMPLETE: readonly LawLevel[] = ["宪法", "法律", "监察法规"];
const YEAR = 366;

/**
 * 某日的状态. What the data do not say is "unknown" or null, never guessed: a wrong "repealed" or a wrong text costs more
 * than a missed one. `successor` is the law that took the place of this one, where it is known.
 */
export function stateOn(law: Law, date: string, successor: Law | null): LawState {
  const certain = date <= law.asOf && law.confidence !== "low";
  const texts = textsOn(law, date);
  const state: LawState = {
    status: "in-force",
    current: texts.current,
    upcoming: texts.upcoming,
    since: null,
    successor: null,
    endsOn: null,
    certain,
  };
  if (hasEnded(law, date, successor)) {
    return {
      ...state,
      status: "repealed",
      current: null,
      upcoming: null,
      since: law.repealed,
      successor,
      certain: law.confidence !== "low",
    };
  }
  const start = startOn(law, date);
  if (start === "later")
    return { ...state, status: "not-yet-in-force", current: null, upcoming: law.versions[0] ?? null };
  if (start === "unknown" || law.status === null) return { ...state, status: "unknown", certain: false };
  // Known to have ended, but not when: on an older date nothing can be said.
  if (law.status === "repealed" && law.repealed === null)
    return { ...state, status: "unknown", certain: false };
  if (law.repealed !== null && repealWasDecided(law, date, successor)) {
    return { ...state, endsOn: law.repealed, successor };
  }
  return state;
}

/** The day (ISO) of the first known text, as near as the data say; null when they say nothing. */
export function firstDay(law: Law): string | null {
  const first = law.versions[0];
  if (!first) return null;
  return first.adopted ?? first.effective ?? yearOfOrder(first);
}

function hasEnded(law: Law, date: string, successor: Law | null): boolean {
  if (law.repealed !== null) return date >= law.repealed;
  if (law.status !== "repealed") return false;
  if (date >= law.asOf) return true;
  const next = successor?.versions[0];
  return next?.kind === "enacted" && next.effective !== null && date >= next.effective;
}

/** A later repeal counts on a date only if the act that brings it was adopted by then. */
function repealWasDecided(law: Law, date: string, successor: Law | null): boolean {
  const end = law.repealed as string;
  const bringer = successor?.versions.find(
    (version) => version.effective === end && version.adopted !== null,
  );
  if (bringer) return (bringer.adopted as string) <= date;
  return end > law.asOf && date >= law.asOf;
}

function startOn(law: Law, date: string): "begun" | "later" | "unknown" {
  const first = law.versions[0];
  if (!first) return "unknown";
  const { adopted, effective } = first;
  const begins = effective ?? adopted;
  if (begins === null)
    return (yearOfOrder(first) ?? "9999") <= date || date >= law.asOf ? "begun" : "unknown";
  if (begins <= date) return "begun";
  // An older text of this title that the data do not hold may be meant.
  if (first.kind !== "enacted" || law.confidence === "low") return "unknown";
  const announced = adopted ?? begins;
  if (announced <= date || COMPLETE.includes(law.level)) return "later";
  return daysBetween(date, announced) <= YEAR ? "later" : "unknown";
}

/** The text in force on the date and the last one adopted by then that takes effect later. */
function textsOn(law: Law, date: string): { current: LawVersion | null; upcoming: LawVersion | null } {
  let current: LawVersion | null = null;
  let upcoming: LawVersion | null = null;
  let sure = true;
  // An amendment is no earlier in force than the text it amends.
  let earliest = "";
  for (const version of law.versions) {
    const known = version.effective ?? version.adopted;
    const begins = known ?? dayAfterYear(version) ?? (version === law.versions.at(-1) ? law.asOf : null);
    if (begins === null) {
      sure = false;
      continue;
    }
    if (begins > earliest) earliest = begins;
    if (earliest <= date) {
      current = version;
      upcoming = null;
      sure =
        version.effective !== null ||
        version.kind === "amended" ||
        known === null ||
        daysBetween(known, date) > YEAR;
    } else if ((version.adopted ?? date) <= date && version.effective !== null) {
      upcoming = version;
    }
  }
  // New and revised texts mostly take effect some months after their day; until then it is open which one is meant.
  return { current: sure ? current : null, upcoming };
}

function yearOfOrder(version: LawVersion): string | null {
  const year = version.order === null ? null : numberYear(version.order);
  return year === null ? null : `${year}-01-01`;
}

function dayAfterYear(version: LawVersion): string | null {
  const year = version.order === null ? null : numberYear(version.order);
  return year === null ? null : `${year + 1}-01-01`;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
