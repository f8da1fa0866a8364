import { MappedText } from "../lines";

/** A line break in the source between two such characters is no blank to a reader of Chinese. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u2014\u2018-\u201D\u2026\uD840-\uD87F]/;

/**
 * Gathers text as a page shows it: blanks and line ends of the source become one blank between words, nothing at the
 * start of a line. Blanks that a page does show (no-break, ideographic) are text.
 */
export class CollapsedText extends MappedText {
  /** Where line ends of the source count (`<pre>`): called for each instead of taking it for a blank. */
  onLineEnd: (() => void) | null = null;
  private last = "";
  private blank: { from: number; to: number; breaks: boolean } | null = null;

  override add(text: string, source: number): void {
    for (const { 0: run, index } of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
      if (isCollapsible(run)) this.addBlank(run, source + index, source + index + run.length);
      else {
        this.settleBlank(run);
        super.add(run, source + index);
        this.last = run.slice(-1);
      }
    }
  }

  override addFor(text: string, source: number, sourceEnd: number): void {
    if (/^[ \t\n\f\r]*$/.test(text)) {
      this.addBlank(text, source, sourceEnd);
    } else {
      this.settleBlank(text);
      super.addFor(text, source, sourceEnd);
      this.last = text.slice(-1);
    }
  }

  private addBlank(text: string, from: number, to: number): void {
    const breaks = /[\n\r]/.test(text);
    if (breaks && this.onLineEnd) {
      this.onLineEnd();
    } else if (this.blank) {
      this.blank.to = Math.max(this.blank.to, to);
      this.blank.breaks ||= breaks;
    } else {
      this.blank = { from, to, breaks };
    }
  }

  override cut() {
    this.blank = null;
    this.last = "";
    return super.cut();
  }

  private settleBlank(next: string): void {
    const { blank } = this;
    this.blank = null;
    if (!blank || this.last === "") return;
    if (blank.breaks && WIDE.test(this.last) && WIDE.test(next.charAt(0))) return;
    super.addFor(" ", blank.from, blank.to);
  }
}

function isCollapsible(text: string): boolean {
  return /^[ \t\n\f\r]/.test(text);
}
