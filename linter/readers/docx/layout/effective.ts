import type { BlockLayout } from "../../../document/layout";
import type { Numbering } from "../numbering";
import { assign, type ParagraphFormat, type RunFormat } from "./formats";
import type { FormattedParagraph } from "./layoutStory";
import type { StyleFormats } from "./styleFormats";

/** 有效格式: what a paragraph and its runs come to, defaults, table, style, list and direct formatting laid over each other. */
export class EffectiveFormats {
  /** By paragraph style and table style, then by what the run states. */
  private readonly runs = new Map<string, Map<RunFormat, RunFormat>>();

  constructor(
    private readonly styles: StyleFormats,
    private readonly numbering: Numbering,
  ) {}

  paragraph({ format, tableStyle }: FormattedParagraph): ParagraphFormat {
    const style = this.styles.paragraphStyle(format.style).paragraph;
    const result: ParagraphFormat = { ...this.styles.defaults.paragraph };
    assign(result, this.styles.style(tableStyle).paragraph);
    // A list the style brings along gives way to the style's own indents; one stated directly does not.
    const layers = format.numId === undefined ? [this.listOf(style), style] : [style, this.listOf(format)];
    for (const layer of [...layers, format]) assign(result, layer);
    return result;
  }

  run(paragraph: FormattedParagraph, direct: RunFormat): RunFormat {
    const styles = `${paragraph.format.style}\n${paragraph.tableStyle}`;
    const known = this.runs.get(styles) ?? new Map<RunFormat, RunFormat>();
    this.runs.set(styles, known);
    let result = known.get(direct);
    if (!result) {
      result = { ...this.styles.defaults.run };
      assign(result, this.styles.style(paragraph.tableStyle).run);
      assign(result, this.styles.paragraphStyle(paragraph.format.style).run);
      if (direct.style !== undefined) assign(result, this.styles.style(direct.style).run);
      assign(result, direct);
      known.set(direct, result);
    }
    return result;
  }

  isNumbered({ numId }: ParagraphFormat): boolean {
    return numId !== undefined && this.numbering.instance(numId) !== null;
  }

  private listOf({ numId, level }: ParagraphFormat): ParagraphFormat {
    if (numId === undefined) return {};
    return this.numbering.instance(numId)?.levels[level ?? 0]?.indents ?? {};
  }
}

type Indentation = Pick<BlockLayout, "firstLine" | "left" | "right">;

/** Indents in characters of this size. A number of characters wins over a length, unless it is 0. */
export function indentation(format: ParagraphFormat, size: number | null): Indentation {
  const measure = (characters: number | undefined, length: number | undefined) => {
    if (characters) return characters / 100;
    if (!length) return 0;
    return size === null ? null : length / 20 / size;
  };
  return {
    firstLine: measure(format.firstLineChars, format.firstLine),
    left: measure(format.leftChars, format.left),
    right: measure(format.rightChars, format.right),
  };
}

/** How high a line of text is at least and at most, as a multiple of the size: fonts differ. */
const LOWEST = 1;
const HIGHEST = 1.35;

/** 行距: exact, or by the grid where the line snaps to one. What hangs on the font at hand is not known. */
export function linePitch(
  { line = 240, lineRule = "auto", snapToGrid = true }: ParagraphFormat,
  size: number | null,
  grid: { linePitch: number } | null,
): Pick<BlockLayout, "linePitch" | "onGrid"> {
  if (lineRule === "exact") return { linePitch: line / 20, onGrid: false };
  const pitch = grid && snapToGrid ? naturalOnGrid(size, grid.linePitch) : null;
  if (lineRule === "atLeast") {
    const least = line / 20;
    if (pitch !== null) return { linePitch: Math.max(least, pitch), onGrid: pitch >= least };
    return { linePitch: size !== null && least >= size * HIGHEST ? least : null, onGrid: false };
  }
  return { linePitch: pitch === null ? null : (pitch * line) / 240, onGrid: pitch !== null };
}

/** A line takes as many lines of the grid as its height needs; null where that depends on the font. */
function naturalOnGrid(size: number | null, pitch: number): number | null {
  if (size === null) return null;
  const [least, most] = [LOWEST, HIGHEST].map((height) => Math.ceil((size * height) / pitch - 1e-6));
  return least === most ? (least ?? 1) * pitch : null;
}
