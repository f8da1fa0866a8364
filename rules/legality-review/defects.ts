import type { RuleContext } from "../../linter/engine/rule";
import { findCorrection } from "../../linter/facts/review/corrections";
import type { Review } from "./evidence";

type Context = Pick<RuleContext<object>, "document" | "facts" | "package">;

/** A review of a later day than the document's own date. */
export function reviewedTooLate(
  { facts }: Context,
  reviews: readonly Review[],
): { review: Review; date: string } | null {
  const date = facts.elements.date?.value ?? facts.metadata.date ?? "";
  if (!isDay(date)) return null;
  const review = reviews.find((one) => one.date !== null && isDay(one.date) && one.date > date);
  return review ? { review, date } : null;
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}

/** An unlawful or conditional verdict that nothing in the package shows to have been met. */
export function uncorrectedObjection(context: Context, reviews: readonly Review[]): Review | null {
  const objection =
    reviews.find(({ result }) => result === "unlawful") ??
    reviews.find(({ result }) => result === "conditional");
  if (!objection) return null;
  const reviewedAgain = reviews.some(
    ({ result, date }) =>
      result === "lawful" && date !== null && objection.date !== null && date > objection.date,
  );
  if (reviewedAgain || reviews.some(({ corrected }) => corrected)) return null;
  const papers =
    context.package?.companions.filter(
      ({ role }) => role !== "review-opinion" && role !== "interpretation",
    ) ?? [];
  return papers.some(({ document }) => findCorrection(document.blocks)) ? null : objection;
}

const GOVERNMENT = /(?:人民政府|政府办公[厅室]|管理?委员会|管委会)(?:办公[厅室])?$/;
/** Whose reviews count for a government: its office, its justice department, its legal office. */
const GOVERNMENT_REVIEWER =
  /司法[局厅部所]|(?:政府|管委会)[^，]{0,6}(?:法制|法治|办公[厅室])|法制办|合法性审核中心/;
const SELF =
  /^(?:我|本)(?:局|委|办|厅|单位|机关|部门|镇|乡|科|中心)|^起草|^(?:局|委|单位|部门)(?:内部)?(?:法|政策|条法)/;

/** For a government document: the organ of a review that no one but the drafting unit did. */
export function reviewedByDrafterAlone(context: Context, reviews: readonly Review[]): Review | null {
  const { facts } = context;
  const issuer =
    [facts.metadata.issuer, facts.elements.signatory?.value, facts.elements.issuer?.value].find(Boolean) ??
    "";
  if (!GOVERNMENT.test(issuer.replace(/\s/g, ""))) return null;
  const named = reviews.filter(({ organ }) => organ !== null);
  const unit = draftingUnit(context);
  if (named.length === 0 || !named.every(({ organ }) => isDrafter(organ as string, unit))) return null;
  return named[0] ?? null;
}

function isDrafter(organ: string, unit: string | null): boolean {
  if (SELF.test(organ)) return true;
  if (GOVERNMENT_REVIEWER.test(organ) || !unit || GOVERNMENT_REVIEWER.test(unit)) return false;
  const name = shortName(unit);
  return name.length >= 3 && organ.includes(name);
}

/** 松河县水利局 → 水利局 */
function shortName(unit: string): string {
  return unit.replace(/\s/g, "").replace(/^.*(?:自治区|省|市|县|区|州|旗)(?=.{3,})/, "");
}

/** Metadata, else who signed the drafting note. */
function draftingUnit({ facts, package: pack }: Context): string | null {
  const note = pack?.companions.find(({ role }) => role === "drafting-note");
  return (
    facts.metadata.draftingUnit ??
    note?.facts.elements.signatory?.value ??
    note?.facts.metadata.issuer ??
    null
  );
}
