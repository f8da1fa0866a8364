import type { Block, RunSegment } from "../../../document/block";
import type { BlockLayout, RunLayout, SectionLayout } from "../../../document/layout";
import { type EffectiveFormats, indentation, linePitch } from "./effective";
import type { FormattedParagraph, LayoutStory } from "./layoutStory";

/** What a block of the body comes to; null for one that no paragraph of the part has. */
export function blockLayout(
  { origin, text }: Block,
  body: LayoutStory,
  sections: readonly SectionLayout[],
  formats: EffectiveFormats,
): BlockLayout | null {
  if (origin.kind !== "docx") return null;
  const paragraph = markOwner(body.paragraphs, origin.paragraph);
  if (!paragraph) return null;
  const section = Math.min(paragraph.section, sections.length - 1);
  const format = formats.paragraph(paragraph);
  const runs = runsOf(origin.segments, body, paragraph, formats);
  const counts = new RunCounts(text, runs);
  const font = counts.mostUsed(({ font }) => font);
  const size = counts.mostUsed(({ size }) => size);
  const blanks = blanksAround(origin.segments, body);
  return {
    section,
    align: format.align ?? "left",
    ...indentation(format, size),
    ...blanks,
    ...(blanks.continues ? { firstLine: 0 } : {}),
    numbered: formats.isNumbered(format),
    ...linePitch(format, size, sections[section]?.grid ?? null),
    font,
    size,
    runs,
  };
}

/** Where paragraphs run together, the last one's mark is left, and with it the formatting. */
function markOwner(paragraphs: readonly FormattedParagraph[], index: number): FormattedParagraph | undefined {
  let at = index;
  while (paragraphs[at]?.markGone && at + 1 < paragraphs.length) at++;
  return paragraphs[at];
}

function runsOf(
  segments: readonly RunSegment[],
  { nodes }: LayoutStory,
  paragraph: FormattedParagraph,
  formats: EffectiveFormats,
): RunLayout[] {
  const runs: RunLayout[] = [];
  for (const { start, end, node } of segments) {
    const direct = node === null ? undefined : nodes[node]?.run;
    if (!direct) continue;
    const { font = null, size = null } = formats.run(paragraph, direct);
    const last = runs[runs.length - 1];
    if (last && last.end === start && last.font === font && last.size === size) last.end = end;
    else runs.push({ start, end, font, size });
  }
  return runs;
}

const CHINESE = /\p{Script=Han}/u;

/** What holds for most of the Chinese characters of a block, or of all where there are none. */
class RunCounts {
  private counts: readonly number[] | null = null;

  constructor(
    private readonly text: string,
    private readonly runs: readonly RunLayout[],
  ) {}

  mostUsed<Value>(pick: (run: RunLayout) => Value | null): Value | null {
    const [first, ...others] = this.runs.map(pick);
    if (first === undefined) return null;
    if (others.every((value) => value === first)) return first;
    const totals = new Map<Value | null, number>();
    this.counts ??= this.runs.map((run) => this.count(run));
    for (const [index, count] of this.counts.entries()) {
      const value = pick(this.runs[index] as RunLayout);
      totals.set(value, (totals.get(value) ?? 0) + count);
    }
    return [...totals].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  }

  private count({ start, end }: RunLayout): number {
    let count = 0.001 * (end - start);
    for (const character of this.text.slice(start, end)) if (CHINESE.test(character)) count++;
    return count;
  }
}

/** Blanks typed at the ends of a block, which its text does not hold. */
function blanksAround(
  segments: readonly RunSegment[],
  { nodes }: LayoutStory,
): Pick<BlockLayout, "blanksBefore" | "blanksBehind" | "continues"> {
  const [first] = segments;
  const last = segments[segments.length - 1];
  // Before a computed number, and behind one that stands alone, nothing can be typed.
  if (!first || first.node === null || !last || last.node === null)
    return { blanksBefore: 0, blanksBehind: 0, continues: false };
  const own = nodes[first.node];
  let before = first.offset > 0 ? (own?.before ?? 0) : 0;
  let at = first.node - 1;
  for (; isBlank(at); at--) before += nodes[at]?.before ?? 0;
  const continues = nodes[at]?.breaks === true && nodes[at]?.paragraph === own?.paragraph;
  let behind = nodes[last.node]?.behind ?? 0;
  for (let at = last.node + 1; isBlank(at); at++) behind += nodes[at]?.before ?? 0;
  return { blanksBefore: known(before), blanksBehind: known(behind), continues };

  function isBlank(at: number): boolean {
    return nodes[at]?.blank === true && nodes[at]?.paragraph === own?.paragraph;
  }
}

function known(width: number): number | null {
  return Number.isNaN(width) ? null : width;
}
