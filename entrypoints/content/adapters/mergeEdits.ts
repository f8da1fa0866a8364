import type { Paragraph, ParagraphEdit } from "../../shared/messages";
import { textChange } from "../typing/textChange";

/** One replacement in one paragraph, with what the paragraph must read afterwards. */
export interface MergedEdit {
  paragraph: string;
  start: number;
  end: number;
  text: string;
  before: string;
  after: string;
}

/**
 * The edits of a fix as one replacement a paragraph, so that one press of undo takes each back. It is cut down to what
 * really changes, so that the words left alone keep their format; but it is never a mere deletion, which no paste can do:
 * a neighbouring character then comes along.
 * Returns null when an edit's paragraph is gone or reaches beyond its text.
 */
export function mergeEdits(
  edits: readonly ParagraphEdit[],
  paragraphs: readonly Paragraph[],
): MergedEdit[] | null {
  const byParagraph = new Map<string, ParagraphEdit[]>();
  for (const edit of edits) {
    const same = byParagraph.get(edit.paragraph);
    if (same) same.push(edit);
    else byParagraph.set(edit.paragraph, [edit]);
  }
  const merged: MergedEdit[] = [];
  for (const [id, own] of byParagraph) {
    const before = paragraphs.find((paragraph) => paragraph.id === id)?.text;
    if (before === undefined || own.some(({ start, end }) => start > end || end > before.length)) return null;
    const after = [...own]
      .sort((a, b) => b.start - a.start)
      .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), before);
    const change = textChange(before, after);
    if (!change) continue;
    let { start, oldEnd, newEnd } = change;
    if (newEnd === start) {
      if (oldEnd < before.length) {
        oldEnd++;
        newEnd++;
      } else if (start > 0) start--;
    }
    merged.push({ paragraph: id, start, end: oldEnd, text: after.slice(start, newEnd), before, after });
  }
  return merged;
}
