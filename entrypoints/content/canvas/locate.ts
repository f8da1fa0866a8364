import type { PaintedParagraph, Spot } from "./paintedText";

/** For each UTF-16 unit of a paragraph where it is painted; null for white space between. */
export type Located = readonly (Spot | null)[];

/**
 * Finds paragraphs in what is painted, white space apart, each behind the one before. `null` for those that are not on
 * show as a whole.
 */
export function locate(texts: readonly string[], painted: readonly PaintedParagraph[]): (Located | null)[] {
  let all = "";
  const spots: Spot[] = [];
  for (const paragraph of painted) {
    if (paragraph.role === "footer") continue;
    for (const [at, spot] of paragraph.spots.entries()) {
      const char = paragraph.text.charAt(at);
      if (isSpace(char)) continue;
      all += char;
      spots.push(spot);
    }
  }
  let from = 0;
  return texts.map((text) => {
    const dense = [...text].filter((char) => !isSpace(char)).join("");
    const found = dense === "" ? -1 : all.indexOf(dense, from);
    if (found < 0) return null;
    from = found + dense.length;
    let next = found;
    return Array.from({ length: text.length }, (_, at) =>
      isSpace(text.charAt(at)) ? null : (spots[next++] ?? null),
    );
  });
}

function isSpace(char: string): boolean {
  return /[\s\u200b\ufeff]/.test(char);
}
