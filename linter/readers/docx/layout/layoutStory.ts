import type { Attributes, XmlHandlers } from "../../xml";
import { hasCharacterData, isTextNode } from "../textNodes";
import { type ParagraphFormat, type RunFormat, readParagraphFormat, readRunFormat } from "./formats";
import { RunFormats } from "./runFormats";
import { type DocumentSettings, newSection, readSectionProperty, type SectionProperties } from "./sections";
import type { ThemeFonts } from "./theme";

/** A text node with what its run states directly. Widths of blanks at its ends in characters, NaN for tabs. */
export interface FormattedNode {
  paragraph: number;
  /** One object for all runs that state the same. */
  run: RunFormat;
  /** Only where texts are asked for. */
  text: string;
  before: number;
  behind: number;
  /** Nothing but blanks. */
  blank: boolean;
  /** A line or page break. */
  breaks: boolean;
}

/** A paragraph with what it states directly. */
export interface FormattedParagraph {
  format: ParagraphFormat;
  section: number;
  /** Its mark was deleted: the formatting is that of the next one. */
  markGone: boolean;
  tableStyle?: string;
  /** Where the text box or frame it stands in is aligned to. */
  frame?: string;
  /** Instructions of its fields. */
  instructions: string;
}

export interface LayoutStoryContext {
  theme: ThemeFonts;
  settings: DocumentSettings;
  revisions: "accepted" | "original";
}

/** 格式流: the direct formatting of one part, by the counts of textNodes.ts, and its sections. */
export class LayoutStory implements XmlHandlers {
  readonly nodes: FormattedNode[] = [];
  readonly paragraphs: FormattedParagraph[] = [];
  readonly sections: SectionProperties[] = [];
  private readonly path: string[] = [];
  /** Depth of the former formatting a tracked change keeps; -1 outside of any. */
  private formerFrom = -1;
  private readonly openParagraphs: FormattedParagraph[] = [];
  private readonly openRuns: RunFormat[] = [];
  private readonly tableStyles: (string | undefined)[] = [];
  private section = newSection();
  private readonly frames: (string | undefined)[] = [];
  private frame: string | undefined;
  private node: FormattedNode | null = null;
  private characters = "";
  private keepsBlanks = false;
  private readonly runFormats = new RunFormats();

  /** @param keepsTexts for parts whose words matter; of the body only the formatting does. */
  constructor(
    private readonly context: LayoutStoryContext,
    private readonly keepsTexts = false,
  ) {}

  open(name: string, attributes: Attributes): void {
    const { path } = this;
    const parent = path[path.length - 1];
    path.push(name);
    if (isTextNode(name, parent)) this.openNode(name, attributes);
    else if (this.formerFrom >= 0) return;
    else if (name === "w:p") this.openParagraph();
    else if (name === "w:r" || name === "m:r") this.openRuns.push({});
    else if (parent === "w:rPr") this.openRunProperty(name, attributes);
    else if (name === "w:pPrChange" || name === "w:rPrChange" || name === "w:sectPrChange")
      this.openChange(name);
    else if (parent === "w:pPr" || parent === "w:numPr") this.openParagraphProperty(name, attributes);
    else if (parent === "w:sectPr")
      readSectionProperty(this.section, name, attributes, this.context.settings);
    else if (name === "w:tbl") this.tableStyles.push(undefined);
    else if (name === "w:tblStyle" && parent === "w:tblPr")
      this.tableStyles[this.tableStyles.length - 1] = attributes["w:val"];
    else if (name === "w:fldSimple") this.addInstruction(attributes["w:instr"] ?? "");
    else if (name === "w:txbxContent") this.frames.push(this.frame);
  }

  text(text: string): void {
    if (this.node) this.characters += text;
    else if (this.path[this.path.length - 1] === "w:instrText") this.addInstruction(text);
    else if (this.path[this.path.length - 2] === "wp:positionH") this.frame = text.trim() || this.frame;
  }

  close(name: string): void {
    this.path.pop();
    if (this.node) this.closeNode(name);
    else if (this.formerFrom >= 0) {
      if (this.path.length === this.formerFrom) this.formerFrom = -1;
    } else if (name === "w:p") this.openParagraphs.pop();
    else if (name === "w:r" || name === "m:r") this.openRuns.pop();
    else if (name === "w:sectPr") this.closeSection();
    else if (name === "w:tbl") this.tableStyles.pop();
    else if (name === "w:txbxContent") this.frames.pop();
    else if (name === "wp:anchor" || name === "wp:inline") this.frame = undefined;
  }

  private openParagraph(): void {
    const paragraph: FormattedParagraph = {
      format: {},
      section: this.sections.length,
      markGone: false,
      tableStyle: this.tableStyles[this.tableStyles.length - 1],
      frame: this.frames[this.frames.length - 1],
      instructions: "",
    };
    this.paragraphs.push(paragraph);
    this.openParagraphs.push(paragraph);
  }

  private get paragraph(): FormattedParagraph | undefined {
    return this.openParagraphs[this.openParagraphs.length - 1];
  }

  private openParagraphProperty(name: string, attributes: Attributes): void {
    const { paragraph } = this;
    if (!paragraph) return;
    if (name === "w:framePr") paragraph.frame = attributes["w:xAlign"];
    else readParagraphFormat(paragraph.format, name, attributes);
  }

  private openRunProperty(name: string, attributes: Attributes): void {
    if (name === "w:rPrChange") this.openChange(name);
    const owner = this.path[this.path.length - 3];
    const run = this.openRuns[this.openRuns.length - 1];
    if ((owner === "w:r" || owner === "w:rPrChange") && run)
      readRunFormat(run, name, attributes, this.context.theme);
    else if (owner === "w:pPr" && this.paragraph) {
      const gone = this.context.revisions === "accepted" ? "w:del" : "w:ins";
      if (name === gone) this.paragraph.markGone = true;
    }
  }

  /** A tracked change of formatting holds the formatting before it. */
  private openChange(name: string): void {
    if (this.context.revisions === "accepted") this.formerFrom = this.path.length - 1;
    else if (name === "w:sectPrChange") this.section = { ...newSection(), footers: this.section.footers };
    else if (name === "w:pPrChange" && this.paragraph) this.paragraph.format = {};
    else if (name === "w:rPrChange") {
      const run = this.openRuns[this.openRuns.length - 1];
      if (run) for (const key of Object.keys(run) as (keyof RunFormat)[]) delete run[key];
    }
  }

  private closeSection(): void {
    // The formatting before a change stands inside the section's own.
    if (this.path[this.path.length - 1] === "w:sectPrChange") return;
    this.sections.push(this.section);
    this.section = newSection();
  }

  private addInstruction(text: string): void {
    if (this.paragraph) this.paragraph.instructions += text;
  }

  private openNode(name: string, attributes: Attributes): void {
    const run = this.runFormats.same(this.openRuns[this.openRuns.length - 1] ?? {});
    const paragraph = this.paragraphs.length - 1;
    const tab = name === "w:tab" || name === "w:ptab";
    const width = tab ? Number.NaN : 0;
    const breaks = name === "w:br" || name === "w:cr";
    const node = { paragraph, run, text: "", before: width, behind: width, blank: tab, breaks };
    this.nodes.push(node);
    if (!hasCharacterData(name)) return;
    this.node = node;
    this.characters = "";
    this.keepsBlanks = attributes["xml:space"] === "preserve";
  }

  private closeNode(name: string): void {
    if (!this.node || !hasCharacterData(name)) return;
    const text = this.keepsBlanks ? this.characters : this.characters.replace(/^ +| +$/g, "");
    let start = 0;
    let end = text.length;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    this.node.before = widthOfBlanks(text, 0, start);
    this.node.blank = start === text.length;
    this.node.behind = this.node.blank ? this.node.before : widthOfBlanks(text, end, text.length);
    if (this.keepsTexts) this.node.text = text;
    this.node = null;
  }
}

const IDEOGRAPHIC = 0x3000;

function isBlank(code: number): boolean {
  return code === 0x20 || code === IDEOGRAPHIC || code === 0xa0;
}

/** An ideographic blank is as wide as a character, a plain one half of it. */
function widthOfBlanks(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += text.charCodeAt(at) === IDEOGRAPHIC ? 1 : 0.5;
  return width;
}
