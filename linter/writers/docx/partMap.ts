import { FieldStack } from "../../readers/docx/fields";
import { hasCharacterData, isTextNode } from "../../readers/docx/textNodes";
import { type Attributes, streamXml } from "../../readers/xml";
import { contentEnd, type Element } from "./elements";

/** A text node as textNodes.ts counts them, with all that is needed to cut its run. */
export interface TextNode extends Element {
  /** Its character data as read; for a node without, one blank that stands for what it shows. */
  text: string;
  /** Characters of all text nodes before it in the part. */
  before: number;
  /** Only then does a cut inside the node make sense: the character data is one stretch, in a run of its own. */
  divisible: boolean;
  keepsBlanks: boolean;
  holder: Holder;
}

/** What can stand in a paragraph between two comment marks: a run, or a whole formula, with what is around it. */
export interface Holder {
  /** The outermost run or formula of the paragraph. */
  unit: Element;
  /** Elements between the paragraph and the unit, outermost first: tracked changes, hyperlinks, content controls. */
  containers: readonly Element[];
  /** The unit is a run, and text stands in it directly: not in a ruby (拼音) or a formula. */
  simple: boolean;
  /** Text that a field or a tick box generates. */
  generated: boolean;
}

/** Where the marks of a comment stand, in characters of text nodes before them. */
export interface CommentMarks {
  start?: number;
  end?: number;
  reference?: number;
}

/** A mark in the text that refers to a note (脚注、尾注). */
export interface NoteReference {
  holder: Holder;
  before: number;
}

export interface Paragraph {
  element: Element;
  before: number;
}

/** Counts, as textNodes.ts has them. */
export interface WantedFromPart {
  nodes?: Wanted;
  paragraphs?: Wanted;
}

type Wanted = Pick<ReadonlySet<number>, "has">;

/** What is where in a part with running text: only what was wanted, so that large parts cost no memory. */
export class PartMap {
  readonly nodes = new Map<number, TextNode>();
  readonly paragraphs = new Map<number, Paragraph>();
  /** By kind and id: "footnote 2". */
  readonly noteReferences = new Map<string, NoteReference>();
  /** For each wanted paragraph, the id of the note it stands in. */
  readonly notes = new Map<number, string>();
  readonly comments = new Map<string, CommentMarks>();
  body: Element | null = null;
  firstParagraph: Paragraph | null = null;
  /** The w:id of all marks of the part. */
  readonly ids: number[] = [];

  constructor(
    readonly xml: string,
    wanted: WantedFromPart,
  ) {
    streamXml(xml, new Mapper(this, wanted));
  }
}

const NONE: Wanted = new Set();

const COMMENT_MARKS: ReadonlyMap<string, keyof CommentMarks> = new Map([
  ["w:commentRangeStart", "start"],
  ["w:commentRangeEnd", "end"],
  ["w:commentReference", "reference"],
]);

/** Streams over the part once. */
class Mapper {
  private readonly elements: Element[] = [];
  private nodeCount = 0;
  private paragraphCount = 0;
  private characters = 0;
  private node: TextNode | null = null;
  private nodeLength = -1;
  private note = "";
  private fields = new FieldStack();
  private readonly outerFields: FieldStack[] = [];
  private readonly tickBoxes = new Set<Element>();
  private readonly wantedNodes: Wanted;
  private readonly wantedParagraphs: Wanted;

  constructor(
    private readonly map: PartMap,
    { nodes = NONE, paragraphs = NONE }: WantedFromPart,
  ) {
    this.wantedNodes = nodes;
    this.wantedParagraphs = paragraphs;
  }

  open(name: string, attributes: Attributes, end: number): void {
    const parent = this.elements[this.elements.length - 1];
    const element: Element = { name, openEnd: end, contentStart: end, end };
    this.elements.push(element);
    const id = attributes["w:id"];
    if (id !== undefined) this.map.ids.push(Number(id));
    if (isTextNode(name, parent?.name)) this.openNode(element, attributes);
    else this.openOther(element, id, attributes);
  }

  text(text: string): void {
    if (this.nodeLength < 0) return;
    this.nodeLength += text.length;
    if (this.node) this.node.text += text;
  }

  close(name: string, end: number): void {
    const element = this.elements.pop();
    if (!element) return;
    element.end = end;
    const parent = this.elements[this.elements.length - 1];
    if (this.nodeLength >= 0) this.closeNode();
    else if ((name === "w:rPr" && parent?.name === "w:r") || (name === "w:pPr" && parent?.name === "w:p"))
      parent.contentStart = end;
    else if (name === "w:p") this.fields.endParagraph();
    else if (name === "w:txbxContent") this.fields = this.outerFields.pop() ?? this.fields;
    else if (name === "w:sdt") this.tickBoxes.delete(element);
  }

  private openOther(element: Element, id: string | undefined, attributes: Attributes): void {
    const { name } = element;
    if (name === "w:p") this.openParagraph(element);
    else if (name === "w:body") this.map.body = element;
    else if (name === "w:fldChar") this.fields.take(attributes["w:fldCharType"]);
    else if (name === "w:txbxContent") this.openTextBox();
    else if (name === "w14:checkbox") this.markTickBox();
    else if (name === "w:footnote" || name === "w:endnote") this.note = id ?? "";
    else if (name === "w:footnoteReference") this.takeNoteReference(`footnote ${id}`);
    else if (name === "w:endnoteReference") this.takeNoteReference(`endnote ${id}`);
    else if (id !== undefined) this.takeCommentMark(name, id);
  }

  private openTextBox(): void {
    this.outerFields.push(this.fields);
    this.fields = new FieldStack();
  }

  private openParagraph(element: Element): void {
    const index = this.paragraphCount++;
    const paragraph = { element, before: this.characters };
    this.map.firstParagraph ??= paragraph;
    if (!this.wantedParagraphs.has(index)) return;
    this.map.paragraphs.set(index, paragraph);
    this.map.notes.set(index, this.note);
  }

  private openNode(element: Element, attributes: Attributes): void {
    const index = this.nodeCount++;
    this.nodeLength = 0;
    const holder = this.wantedNodes.has(index) ? this.findHolder() : null;
    if (!holder) return;
    const keepsBlanks = attributes["xml:space"] === "preserve";
    this.node = Object.assign(element, {
      text: "",
      before: this.characters,
      divisible: true,
      keepsBlanks,
      holder,
    });
    this.map.nodes.set(index, this.node);
  }

  private closeNode(): void {
    const { node } = this;
    // A node without character data shows one character, whatever it is.
    if (this.nodeLength === 0 || (node && !hasCharacterData(node.name))) this.nodeLength = 1;
    if (node) {
      if (!hasCharacterData(node.name)) node.text = " ";
      const { xml } = this.map;
      const raw = xml.slice(node.openEnd, contentEnd(xml, node));
      node.divisible = node.holder.simple && hasCharacterData(node.name) && !raw.includes("<");
    }
    this.characters += this.nodeLength;
    this.node = null;
    this.nodeLength = -1;
  }

  /** Null outside of any paragraph. */
  private findHolder(): Holder | null {
    const paragraph = this.elements.findLastIndex(({ name }) => name === "w:p");
    const inside = this.elements.slice(paragraph + 1, -1);
    const at = inside.findIndex(({ name }) => name === "w:r" || name.startsWith("m:"));
    const unit = inside[at];
    if (paragraph < 0 || !unit) return null;
    const containers = inside.slice(0, at);
    const generated =
      this.fields.open ||
      this.elements.some((element) => element.name === "w:fldSimple" || this.tickBoxes.has(element));
    return { unit, containers, simple: at === inside.length - 1 && unit.name === "w:r", generated };
  }

  private takeNoteReference(key: string): void {
    const holder = this.findHolder();
    if (holder && !this.map.noteReferences.has(key)) {
      this.map.noteReferences.set(key, { holder, before: this.characters });
    }
  }

  private markTickBox(): void {
    const control = this.elements.findLast(({ name }) => name === "w:sdt");
    if (control) this.tickBoxes.add(control);
  }

  private takeCommentMark(name: string, id: string): void {
    const mark = COMMENT_MARKS.get(name);
    if (!mark) return;
    const marks = this.map.comments.get(id) ?? {};
    marks[mark] ??= this.characters;
    this.map.comments.set(id, marks);
  }
}
