/** One edit: the old text's [start, oldEnd) became the new text's [start, newEnd). */
export interface TextChange {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The smallest single edit that leads from one text to the other; null when they are equal. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/**
 * Where a span stands after an edit, or null when the edit touches it. What is changed directly before or behind the
 * span leaves it whole.
 */
export function moveSpan(
  span: { start: number; end: number },
  change: TextChange,
): { start: number; end: number } | null {
  if (change.oldEnd <= span.start) {
    const by = change.newEnd - change.oldEnd;
    return { start: span.start + by, end: span.end + by };
  }
  if (change.start >= span.end) return { start: span.start, end: span.end };
  return null;
}
