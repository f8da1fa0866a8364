import type { DraftFinding, Paragraph, ParagraphEdit } from "../../shared/messages";
import { moveSpan, textChange } from "./textChange";

/** A finding as it is shown: where its words stand now, after what was typed since the answer. */
export interface Mark {
  readonly finding: DraftFinding;
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  /** The fix, each edit with the words it expects; null when there is none or typing has touched it. */
  readonly edits: readonly (ParagraphEdit & { expects: string })[] | null;
}

export function markOf(finding: DraftFinding, textOf: (paragraph: string) => string | undefined): Mark {
  const { paragraph, start, end, fix } = finding;
  const edits = fix?.edits.map((edit) => ({
    ...edit,
    expects: textOf(edit.paragraph)?.slice(edit.start, edit.end) ?? "\0",
  }));
  return { finding, paragraph, start, end, edits: edits ?? null };
}

/**
 * The marks of a paragraph after its text changed: moved along, and dropped where the change touches them or where, after a
 * change that could be read in two ways, other words stand under them.
 */
export function moveMarks(marks: readonly Mark[], before: Paragraph, after: Paragraph): Mark[] {
  const change = textChange(before.text, after.text);
  if (!change) return [...marks];
  const moved: Mark[] = [];
  for (const mark of marks) {
    const span = moveSpan(mark, change);
    if (!span) continue;
    if (before.text.slice(mark.start, mark.end) !== after.text.slice(span.start, span.end)) continue;
    const edits = mark.edits?.map((edit) => {
      const place = edit.paragraph === after.id ? moveSpan(edit, change) : edit;
      return place && { ...edit, ...place };
    });
    const whole = edits?.every((edit) => edit !== null) ? (edits as NonNullable<Mark["edits"]>) : null;
    moved.push({ ...mark, ...span, edits: whole });
  }
  return moved;
}

/** Whether the words that a fix replaces still stand where it expects them. */
export function fixStillFits(mark: Mark, textOf: (paragraph: string) => string | undefined): boolean {
  if (!mark.edits) return false;
  return mark.edits.every((edit) => textOf(edit.paragraph)?.slice(edit.start, edit.end) === edit.expects);
}
