import type { Element } from "hast";
import { h } from "hastscript";
import type { Finding, Severity } from "../../engine/finding";

/** How a finding of a file and its place in the text lead to each other. */
export interface FindingAnchors {
  finding: string;
  place: string;
}

export function findingAnchors(file: number, finding: number): FindingAnchors {
  const suffix = `${file + 1}-${finding + 1}`;
  return { finding: `finding-${suffix}`, place: `place-${suffix}` };
}

const RANK: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** The stretch of one paragraph on which a finding stands. */
interface Stretch {
  start: number;
  end: number;
  index: number;
  severity: Severity;
}

/**
 * 全文: a document's paragraphs with the places of its findings marked, each with the number of its finding, which leads
 * there. Folded in, so that a report on many documents stays short; `open` unfolds it.
 */
export function documentText(
  paragraphs: readonly string[],
  findings: readonly Finding[],
  file: number,
  open: boolean,
): Element {
  const stretches = stretchesByParagraph(paragraphs, findings);
  const lines = paragraphs.map((text, block) => {
    const marked = markParagraph(text, stretches.get(block) ?? [], (index) => findingAnchors(file, index));
    return h("p", marked);
  });
  const summary = `全文（${paragraphs.length} 段，标出 ${findings.length} 处）`;
  return h("details.text", { open }, [h("summary", summary), ...lines]);
}

function stretchesByParagraph(
  paragraphs: readonly string[],
  findings: readonly Finding[],
): ReadonlyMap<number, Stretch[]> {
  const stretches = new Map<number, Stretch[]>();
  for (const [index, { place, severity }] of findings.entries()) {
    // A place outside of the text (a document without any words) has nothing to mark.
    const block = Math.min(place.block, paragraphs.length - 1);
    const length = paragraphs[block]?.length ?? 0;
    const start = Math.min(place.start, Math.max(length - 1, 0));
    const end = Math.min(Math.max(place.end, start + 1), length);
    stretches.set(block, [...(stretches.get(block) ?? []), { start, end, index, severity }]);
  }
  return stretches;
}

/** Places may overlap: the text is cut wherever one begins or ends, and each piece looks like the gravest on it. */
function markParagraph(
  text: string,
  stretches: readonly Stretch[],
  anchorsOf: (index: number) => FindingAnchors,
): (string | Element)[] {
  const cuts = [...new Set([0, text.length, ...stretches.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  const parts: (string | Element)[] = [];
  for (const [number, from] of cuts.entries()) {
    for (const { end, index } of stretches) {
      if (end !== from) continue;
      const { finding, place } = anchorsOf(index);
      parts.push(h("a.to", { id: place, href: `#${finding}` }, String(index + 1)));
    }
    const to = cuts[number + 1];
    if (to === undefined) break;
    const gravest = stretches
      .filter(({ start, end }) => start <= from && end >= to)
      .reduce<Severity | null>(
        (worst, { severity }) => (worst === null || RANK[severity] > RANK[worst] ? severity : worst),
        null,
      );
    parts.push(gravest === null ? text.slice(from, to) : h(`mark.${gravest}`, text.slice(from, to)));
  }
  return parts;
}
