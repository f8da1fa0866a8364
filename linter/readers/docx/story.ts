import type { Attributes, XmlHandlers } from "../xml";
import { Containers, type TableCount } from "./containers";
import { Flow } from "./flow";
import type { ListCounters } from "./labels";
import type { UnnamedBlock } from "./paragraph";
import { isOn } from "./properties";
import type { Styles } from "./styles";
import { symbolText } from "./symbols";
import { hasCharacterData, isTextNode } from "./textNodes";

/** How tracked changes (修订) are read: as if all were accepted, or as if none had been made. */
export type Revisions = "accepted" | "original";

/** What the stories of one document share. */
export interface StoryContext extends TableCount {
  styles: Styles;
  revisions: Revisions;
  /** In Chinese: what is in the document but cannot be read. */
  notes: Set<string>;
}

/** A content control (内容控件). A check box shows its state, whatever stands in it. */
interface ContentControl {
  mark: "☑" | "☐" | null;
  shown: boolean;
}

/** Characters that text nodes without character data show. What a break means is read in lines.ts. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["w:tab", "\t"],
  ["w:ptab", "\t"],
  ["w:br", "\n"],
  ["w:cr", "\n"],
  ["w:noBreakHyphen", "-"],
]);

/**
 * 文字流: reads one part with running text — body, notes, a header or footer — into blocks, in one pass. How nodes and
 * paragraphs are counted stands in textNodes.ts.
 */
export class StoryReader implements XmlHandlers {
  /** Relationship ids of the headers and footers that the sections of this story show, in order. */
  readonly sectionParts = new Set<string>();
  private readonly ancestors: string[] = [];
  /** Depth of the outermost element that hides all it holds; -1 when nothing is hidden. */
  private hiddenFrom = -1;
  private nodes = 0;
  private paragraphs = 0;
  /** A paragraph takes its place when it opens, so that it stands before the text boxes anchored in it. */
  private readonly slots: UnnamedBlock[][] = [];
  private readonly containers: Containers;
  private flow: Flow;
  private readonly outerFlows: Flow[] = [];
  private readonly controls: ContentControl[] = [];
  /** For each open mc:AlternateContent, whether a branch was taken. */
  private readonly alternatives: boolean[] = [];
  /** Character data of the open text node; null when it is not to be seen. */
  private characters: string | null = null;
  private keepsBlanks = false;
  private formCheckBox = false;

  /** What opening an element does, where it does anything; not asked inside what is hidden. */
  private readonly openers = new Map<string, (attributes: Attributes, parent: string | undefined) => void>([
    ["w:r", () => this.flow.openRun()],
    ["m:r", () => this.flow.openRun()],
    ["w:del", (_, parent) => this.revise(parent, "accepted")],
    ["w:moveFrom", (_, parent) => this.revise(parent, "accepted")],
    ["w:ins", (_, parent) => this.revise(parent, "original")],
    ["w:moveTo", (_, parent) => this.revise(parent, "original")],
    ["w:cellDel", (_, parent) => this.revise(parent, "accepted")],
    ["w:cellIns", (_, parent) => this.revise(parent, "original")],
    ["w:pPrChange", () => this.reviseFormat(() => this.flow.forgetParagraphProperties())],
    ["w:rPrChange", () => this.reviseFormat(() => this.flow.openRun())],
    ["w:fldChar", (attributes) => this.flow.fields.take(attributes["w:fldCharType"])],
    ["w:tbl", () => this.openTable()],
    ["w:tr", () => this.containers.openRow()],
    ["w:tc", () => this.containers.openCell()],
    ["w:txbxContent", () => this.openTextBox()],
    ["v:textpath", ({ string }) => this.addWordArt(string)],
    ["mc:AlternateContent", () => this.alternatives.push(false)],
    ["mc:Choice", () => this.openAlternative()],
    ["mc:Fallback", () => this.openAlternative()],
    ["w:sdt", () => this.controls.push({ mark: null, shown: false })],
    ["w14:checkbox", () => this.markControl(false)],
    ["w14:checked", (attributes) => this.markControl(isOn(attributes["w14:val"]))],
    ["w:checkBox", () => this.setFormCheckBox(false, "w:checkBox")],
    ["w:default", (attributes, parent) => this.setFormCheckBox(isOn(attributes["w:val"]), parent)],
    ["w:checked", (attributes, parent) => this.setFormCheckBox(isOn(attributes["w:val"]), parent)],
    // The reading of a ruby (拼音) stands over its base text.
    ["w:rt", () => this.hide()],
    ["w:footnote", (attributes) => this.openNote(attributes["w:type"])],
    ["w:endnote", (attributes) => this.openNote(attributes["w:type"])],
    ["w:headerReference", (attributes) => this.sectionParts.add(attributes["r:id"] ?? "")],
    ["w:footerReference", (attributes) => this.sectionParts.add(attributes["r:id"] ?? "")],
    ["w:altChunk", () => this.context.notes.add("文档嵌有外部内容（altChunk），其中的文字没有读取")],
    ["dgm:relIds", () => this.context.notes.add("文档含有 SmartArt 图示，其中的文字没有读取")],
  ]);
  private readonly closers = new Map<string, () => void>([
    ["w:p", () => this.flow.closeParagraph()],
    ["w:tbl", () => this.containers.close()],
    ["w:tc", () => this.flow.finish()],
    ["w:footnote", () => this.flow.finish()],
    ["w:endnote", () => this.flow.finish()],
    ["w:txbxContent", () => this.closeTextBox()],
    ["mc:AlternateContent", () => this.alternatives.pop()],
    ["w:sdt", () => this.closeControl()],
    ["w:checkBox", () => this.closeFormCheckBox()],
  ]);

  constructor(
    part: string,
    role: "paragraph" | "header" | "footer" | "footnote",
    private readonly context: StoryContext,
    private readonly counters: ListCounters,
  ) {
    this.containers = new Containers(part, role, context);
    this.flow = new Flow(context.styles, counters);
  }

  /** What was read, once the part has been streamed. */
  blocks(): UnnamedBlock[] {
    this.flow.finish();
    return this.slots.flat();
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.ancestors[this.ancestors.length - 1];
    this.ancestors.push(name);
    if (isTextNode(name, parent)) this.openTextNode(name, attributes);
    else if (name === "w:p") this.openParagraph();
    else if (this.hiddenFrom < 0) {
      const opener = this.openers.get(name);
      if (opener) opener(attributes, parent);
      else if (parent === "w:rPr") this.openRunProperty(name, attributes);
      else if (parent === "w:pPr" || parent === "w:numPr") this.flow.takeParagraphProperty(name, attributes);
    }
  }

  text(text: string): void {
    if (this.characters !== null) this.characters += text;
  }

  close(name: string): void {
    this.ancestors.pop();
    if (this.hiddenFrom < 0) {
      if (this.characters !== null) this.closeTextNode();
      else this.closers.get(name)?.();
    } else if (this.ancestors.length === this.hiddenFrom) this.hiddenFrom = -1;
  }

  private openParagraph(): void {
    const index = this.paragraphs++;
    if (this.hiddenFrom >= 0) return;
    const slot: UnnamedBlock[] = [];
    this.slots.push(slot);
    this.flow.openParagraph(index, this.containers.surroundings(), slot);
  }

  private openTextNode(name: string, attributes: Attributes): void {
    const node = this.nodes++;
    if (this.hiddenFrom >= 0 || !this.flow.shows()) return;
    if (name === "w:delText" && this.context.revisions === "accepted") return;
    const control = this.controls[this.controls.length - 1];
    if (control?.mark) {
      if (!control.shown) this.flow.add(control.mark, node);
      control.shown = true;
    } else if (hasCharacterData(name)) {
      this.characters = "";
      this.keepsBlanks = attributes["xml:space"] === "preserve";
    } else if (name === "w:sym") {
      const code = Number.parseInt(attributes["w:char"] ?? "", 16);
      if (code > 0) this.flow.add(symbolText(attributes["w:font"], code), node);
    } else if (
      name === "w:br" &&
      attributes["w:type"] !== undefined &&
      attributes["w:type"] !== "textWrapping"
    ) {
      this.flow.add("\f", node);
    } else {
      this.flow.add(CHARACTERS.get(name) ?? "", node);
    }
  }

  private closeTextNode(): void {
    const raw = this.characters ?? "";
    this.characters = null;
    // Line ends inside the XML are blanks on the page; at the ends of a node they count only if it says so.
    const text = raw.replace(/[\t\r\n]/g, " ");
    // Only blanks of XML: an ideographic one is text, and shows.
    const start = this.keepsBlanks ? 0 : text.search(/[^ ]|$/);
    const end = this.keepsBlanks ? text.length : trimmedEnd(text, start);
    this.flow.addCharacters(text.slice(start, end), this.nodes - 1, start);
  }

  private openRunProperty(name: string, attributes: Attributes): void {
    const owner = this.ancestors[this.ancestors.length - 3];
    if (owner === "w:r" || owner === "w:rPrChange") this.flow.takeRunProperty(name, attributes);
    else if (owner === "w:pPr" && name === "w:vanish" && isOn(attributes["w:val"])) this.flow.hideMark();
  }

  /**
   * A tracked change holds runs, or stands in the properties of what it changes: a paragraph mark, a row, a cell.
   * `goneWhen` is the reading in which what it holds is not there.
   */
  private revise(parent: string | undefined, goneWhen: Revisions): void {
    if (this.context.revisions !== goneWhen || parent === "w:numPr") return;
    if (parent === "w:rPr") this.flow.loseMark();
    else this.hide(parent === "w:trPr" || parent === "w:tcPr" ? 2 : 0);
  }

  /** A change of formatting holds the formatting before it. */
  private reviseFormat(forgetNew: () => void): void {
    if (this.context.revisions === "accepted") this.hide();
    else forgetNew();
  }

  private openTable(): void {
    this.flow.finish();
    this.containers.openTable();
  }

  private openTextBox(): void {
    this.outerFlows.push(this.flow);
    this.flow = new Flow(this.context.styles, this.counters);
    this.containers.openTextBox();
  }

  private closeTextBox(): void {
    this.flow.finish();
    this.flow = this.outerFlows.pop() ?? this.flow;
    this.containers.close();
  }

  /** The lines that part notes from the text, and the like, are notes of a type of their own. */
  private openNote(type: string | undefined): void {
    if (type !== undefined && type !== "normal") this.hide();
  }

  /** Exactly one branch is shown: the first, which is the one in newer markup. */
  private openAlternative(): void {
    const innermost = this.alternatives.length - 1;
    if (this.alternatives[innermost]) this.hide();
    else this.alternatives[innermost] = true;
  }

  private markControl(ticked: boolean): void {
    const control = this.controls[this.controls.length - 1];
    if (control) control.mark = ticked ? "☑" : "☐";
  }

  private closeControl(): void {
    const control = this.controls.pop();
    if (control?.mark && !control.shown) this.flow.add(control.mark, null);
  }

  /** w:default and w:checked also stand in other form fields, where they mean something else. */
  private setFormCheckBox(ticked: boolean, parent: string | undefined): void {
    if (parent === "w:checkBox") this.formCheckBox = ticked;
  }

  private closeFormCheckBox(): void {
    if (this.flow.fields.showingField) this.flow.add(this.formCheckBox ? "☑" : "☐", null);
  }

  /** Old WordArt keeps its text in an attribute: shown as a text box with nothing to edit. */
  private addWordArt(text: string | undefined): void {
    if (!text?.trim()) return;
    const flow = new Flow(this.context.styles, this.counters);
    const slot: UnnamedBlock[] = [];
    this.slots.push(slot);
    this.containers.openTextBox();
    flow.openParagraph(Math.max(this.paragraphs - 1, 0), this.containers.surroundings(), slot);
    this.containers.close();
    flow.add(text, null);
    flow.finish();
  }

  /** Hides the element just opened, or the one so many levels above it, with all that follows inside. */
  private hide(levelsUp = 0): void {
    this.hiddenFrom = this.ancestors.length - 1 - levelsUp;
  }
}

function trimmedEnd(text: string, start: number): number {
  let end = text.length;
  while (end > start && text.charAt(end - 1) === " ") end--;
  return end;
}
