import type { Edit, Finding, Fix, FormatEdit } from "../engine/finding";

/** safe: only what keeps the meaning · unsafe: also what is right in all likelihood. Suggestions are never applied. */
export type FixLevel = "safe" | "unsafe";

/** 修改: the edits of one pass, in the document's order. */
export interface ChosenFixes {
  edits: readonly Edit[];
  /** Changes of formatting; only where no text is edited, for they must not meet in one run. */
  formats: readonly FormatEdit[];
  /** Findings whose fix is among these. */
  applied: readonly Finding[];
  /** Findings whose fix touches another one's words: they get their turn in the next pass. */
  deferred: readonly Finding[];
}

export interface ApplyFixesOptions {
  safety: FixLevel;
  /** Fixes not to be tried (again). */
  except?: ReadonlySet<Fix>;
}

/**
 * Chooses fixes whose edits do not overlap. A fix is taken whole or not at all; of two that touch, the first in the order
 * of the findings wins, so that the same findings always give the same edits. Two that say the same are one.
 */
export function applyFixes(
  findings: readonly Finding[],
  { safety, except = new Set() }: ApplyFixesOptions,
): ChosenFixes {
  const taken = new Map<number, Edit[]>();
  const applied: Finding[] = [];
  const deferred: Finding[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || fix.formats || except.has(fix) || !isAllowed(fix, safety)) continue;
    const fresh = fix.edits.filter((edit) => !edits(taken, edit).some((other) => isSame(edit, other)));
    if (fresh.some((edit) => edits(taken, edit).some((other) => touch(edit, other)))) {
      deferred.push(finding);
      continue;
    }
    for (const edit of fresh) taken.set(edit.place.block, [...edits(taken, edit), edit]);
    applied.push(finding);
  }
  const chosen = [...taken.values()].flat().sort(compareEdits);
  const formats: FormatEdit[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix?.formats || except.has(fix) || !isAllowed(fix, safety)) continue;
    if (taken.size > 0) deferred.push(finding);
    else {
      formats.push(...fix.formats);
      applied.push(finding);
    }
  }
  return { edits: chosen, formats, applied, deferred };
}

export function isAllowed({ safety }: Fix, level: FixLevel): boolean {
  return safety === "safe" || (safety === "unsafe" && level === "unsafe");
}

function edits(taken: ReadonlyMap<number, Edit[]>, { place }: Edit): readonly Edit[] {
  return taken.get(place.block) ?? [];
}

function isSame(a: Edit, b: Edit): boolean {
  return a.place.start === b.place.start && a.place.end === b.place.end && a.text === b.text;
}

/** Stretches that only meet do not touch, unless one is a mere insertion: then their order would be a guess. */
function touch({ place: a }: Edit, { place: b }: Edit): boolean {
  const insertion = a.start === a.end || b.start === b.end;
  return insertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function compareEdits({ place: a }: Edit, { place: b }: Edit): number {
  return a.block - b.block || a.start - b.start || a.end - b.end;
}
