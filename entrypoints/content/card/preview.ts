import type { Mark } from "../typing/marks";

/** A stretch of a fix's preview. */
export interface PreviewPart {
  kind: "same" | "old" | "new";
  text: string;
}

/** How much of the unchanged text is shown on either side. */
const CONTEXT = 8;

/** What a fix does, edit by edit, with a little of the text around; edits near each other are shown as one stretch. */
export function previewOf(
  edits: NonNullable<Mark["edits"]>,
  textOf: (paragraph: string) => string | undefined,
): PreviewPart[] {
  const parts: PreviewPart[] = [];
  let last: { paragraph: string; end: number } | null = null;
  for (const edit of edits) {
    const text = textOf(edit.paragraph) ?? "";
    const follows: boolean = last?.paragraph === edit.paragraph && edit.start - last.end <= 2 * CONTEXT;
    if (last && !follows) parts.push({ kind: "same", text: `${after(last, textOf)}… ` });
    const from = follows && last ? last.end : Math.max(0, edit.start - CONTEXT);
    parts.push({ kind: "same", text: text.slice(from, edit.start) });
    parts.push({ kind: "old", text: text.slice(edit.start, edit.end) });
    parts.push({ kind: "new", text: edit.text });
    last = { paragraph: edit.paragraph, end: edit.end };
  }
  if (last) parts.push({ kind: "same", text: after(last, textOf) });
  return parts.filter(({ text }) => text !== "");
}

function after(
  { paragraph, end }: { paragraph: string; end: number },
  textOf: (paragraph: string) => string | undefined,
): string {
  return (textOf(paragraph) ?? "").slice(end, end + CONTEXT);
}
