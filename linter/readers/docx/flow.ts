import type { Attributes } from "../xml";
import { FieldStack } from "./fields";
import type { ListCounters } from "./labels";
import { OpenParagraph, type Surroundings, type UnnamedBlock } from "./paragraph";
import { type RunProperties, readParagraphProperty, readRunProperty } from "./properties";
import type { Styles } from "./styles";
import { isSymbolFont, symbolRun } from "./symbols";

/** One flow of text with its open paragraph, run and fields. A text box opens a flow inside another. */
export class Flow {
  readonly fields = new FieldStack();
  private paragraph: OpenParagraph | null = null;
  private slot: UnnamedBlock[] = [];
  /** The open paragraph has lost its mark: the next one goes on in it. */
  private waiting = false;
  private run: RunProperties = {};
  private runHidden: boolean | null = null;

  constructor(
    private readonly styles: Styles,
    private readonly counters: ListCounters,
  ) {}

  /** `slot` is where the paragraph's blocks go: its place in the order of the story. */
  openParagraph(index: number, surroundings: Surroundings, slot: UnnamedBlock[]): void {
    if (this.waiting && this.paragraph) {
      // Where two paragraphs run together, the mark that is left is the second one's, and with it the formatting.
      this.paragraph.restart();
      this.waiting = false;
      return;
    }
    this.finish();
    this.paragraph = new OpenParagraph(index, surroundings);
    this.slot = slot;
  }

  closeParagraph(): void {
    this.fields.endParagraph();
    if (this.paragraph?.markGone) this.waiting = true;
    else this.finish();
  }

  /** Ends whatever paragraph is still open: behind it nothing can go on in it. */
  finish(): void {
    if (this.paragraph) this.slot.push(...this.paragraph.toBlocks(this.styles, this.counters));
    this.paragraph = null;
    this.waiting = false;
  }

  openRun(): void {
    this.run = {};
    this.runHidden = null;
  }

  takeRunProperty(name: string, attributes: Attributes): void {
    readRunProperty(this.run, name, attributes);
  }

  takeParagraphProperty(name: string, attributes: Attributes): void {
    if (this.paragraph) readParagraphProperty(this.paragraph.properties, name, attributes);
  }

  /** The formatting before a tracked change of it follows, and is the one wanted. */
  forgetParagraphProperties(): void {
    if (this.paragraph) this.paragraph.properties = {};
  }

  hideMark(): void {
    if (this.paragraph) this.paragraph.markHidden = true;
  }

  loseMark(): void {
    if (this.paragraph) this.paragraph.markGone = true;
  }

  /** Whether text of the open run is to be seen. */
  shows(): boolean {
    if (!this.paragraph || !this.fields.showing) return false;
    this.runHidden ??= this.isRunHidden(this.paragraph);
    return !this.runHidden;
  }

  /** Adds characters in the run's font: a symbol font shows others than those written. */
  addCharacters(text: string, node: number, offset: number): void {
    const font = this.run.font ?? (this.run.style && this.styles.resolve(this.run.style).font);
    this.add(isSymbolFont(font) ? symbolRun(font, text) : text, node, offset);
  }

  add(text: string, node: number | null, offset = 0): void {
    this.paragraph?.add(text, node, offset);
  }

  /** `w:vanish` is a toggle: set in both the paragraph's and the run's style, it shows again (ISO/IEC 29500-1, 17.7.3). */
  private isRunHidden(paragraph: OpenParagraph): boolean {
    if (this.run.hidden !== undefined) return this.run.hidden;
    const byParagraph = this.styles.paragraphStyle(paragraph.properties.style).hidden ?? false;
    const byRun = this.run.style !== undefined && (this.styles.resolve(this.run.style).hidden ?? false);
    return byParagraph !== byRun;
  }
}
