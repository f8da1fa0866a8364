import { type BlockTraits, MappedText, type TextLine } from "../lines";

/** 源文行: a line of a Markdown paragraph, cut where the author ended it. */
export interface SourceLine extends TextLine {
  /** The author asked for the break before it: two blanks, a backslash, <br>, a new table cell. */
  broken: boolean;
  traits: BlockTraits;
}

/** Collects the lines of one paragraph while its inline content is walked. */
export class LineGatherer {
  readonly lines: SourceLine[] = [];
  private readonly mapped = new MappedText();
  private broken = false;

  constructor(private traits: BlockTraits) {}

  /** Text that stands in the source as it is. */
  add(text: string, source: number): void {
    this.mapped.add(text, source);
  }

  /** Text for which the source writes something else between the two offsets. */
  addFor(text: string, source: number, sourceEnd: number): void {
    this.mapped.addFor(text, source, sourceEnd);
  }

  /** Ends the line; `broken` if the break is the author's express wish. The next line may have other traits. */
  endLine(broken: boolean, traits: BlockTraits = this.traits): void {
    const line = this.mapped.cut();
    if (line.text !== "") {
      this.lines.push({ ...line, afterGap: false, broken: this.broken, traits: this.traits });
      this.broken = false;
    }
    if (broken) this.broken = true;
    this.traits = traits;
  }
}
