import type { Block, BlockRole, RunSegment } from "../../document/block";
import type { ListCounters } from "./labels";
import { type Line, splitLines } from "./lines";
import type { ParagraphProperties } from "./properties";
import type { ResolvedStyle, Styles } from "./styles";

/** A block that has no name in its document yet. */
export type UnnamedBlock = Omit<Block, "id">;

/** Where a paragraph stands: in the running text, a table cell, a text box, a note, a header or footer. */
export interface Surroundings {
  part: string;
  role: Exclude<BlockRole, "heading">;
  cell?: Block["cell"];
}

/** 段落: a paragraph while it is being read. Soft breaks stand in its text as "\n", page breaks as "\f". */
export class OpenParagraph {
  properties: ParagraphProperties = {};
  /** The paragraph mark was deleted (or not yet inserted): the next paragraph goes on in this one. */
  markGone = false;
  /** The paragraph mark is hidden text: the paragraph is not counted in its list. */
  markHidden = false;
  private text = "";
  private readonly segments: RunSegment[] = [];

  constructor(
    /** Count of the paragraph in its part. */
    private readonly index: number,
    private readonly surroundings: Surroundings,
  ) {}

  add(text: string, node: number | null, offset: number): void {
    if (text === "") return;
    const start = this.text.length;
    this.text += text;
    this.segments.push({ start, end: start + text.length, node, offset });
  }

  /** Goes on with the text and the formatting of the next paragraph. */
  restart(): void {
    this.properties = {};
    this.markGone = false;
    this.markHidden = false;
  }

  /** One block for each line that is an element of its own, as a rule one; none if nothing is to be seen. */
  toBlocks(styles: Styles, counters: ListCounters): UnnamedBlock[] {
    const style = styles.paragraphStyle(this.properties.style);
    const label = this.label(style, counters);
    const align = this.properties.align ?? style.align;
    const outline = this.properties.outline ?? style.outline ?? 9;
    const { part, cell } = this.surroundings;
    const isHeading = outline < 9 && this.surroundings.role === "paragraph";
    const layout = { centred: align === "center" || outline < 9, cell: cell !== undefined };
    const lines = withLabel(label, splitLines(this.text, this.segments, layout));
    return lines.map(({ text, segments }) => {
      const origin = { kind: "docx" as const, part, paragraph: this.index, segments };
      const role = isHeading ? "heading" : this.surroundings.role;
      const block: UnnamedBlock = { version: 1, text, role, origin };
      if (isHeading) block.level = Math.min(outline + 1, 6);
      if (align && align !== "justified") block.align = align;
      if (cell) block.cell = cell;
      return block;
    });
  }

  private label(style: ResolvedStyle, counters: ListCounters): string {
    const { numId = style.numId, level } = this.properties;
    if (numId === undefined || this.markHidden) return "";
    const direct = this.properties.numId === undefined ? level : (level ?? 0);
    return counters.next(numId, direct, style);
  }
}

/** The label is computed, so it has no node; it shows even where the paragraph is empty. */
function withLabel(label: string, lines: Line[]): Line[] {
  if (label === "") return lines;
  const [first = { text: "", segments: [] }, ...rest] = lines;
  const shown = first.text === "" ? label.trimEnd() : label;
  const segments = [{ start: 0, end: shown.length, node: null, offset: 0 }, ...shift(first, shown.length)];
  return [{ text: shown + first.text, segments }, ...rest];
}

function shift({ segments }: Line, by: number): RunSegment[] {
  return segments.map((segment) => ({ ...segment, start: segment.start + by, end: segment.end + by }));
}
