import type {
  Code,
  Definition,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  Root,
  Table,
} from "mdast";
import type { Block } from "../../document/block";
import type { DocumentComment } from "../../document/document";
import { type BlockTraits, blockOf, cutLine, findLineStarts } from "../lines";
import { LineGatherer, type SourceLine } from "./gatherer";
import { gatherHtml } from "./html";
import { extentOf, gatherInline, type InlineReading, isAddress } from "./inline";
import { joinParagraphs } from "./joinLines";

/** What a Markdown tree holds of a document. */
export interface MarkdownContent {
  blocks: Block[];
  comments: DocumentComment[];
}

/**
 * The blocks (段落) of a Markdown tree, in the order of its source, and its comments addressed to the linter.
 * `source` is the text the tree was parsed from, without byte order mark: offsets of segments count in it.
 */
export function blocksFromMdast(tree: Root, source: string): MarkdownContent {
  const reader = new TreeReader(source);
  reader.readChildren(tree, { role: "paragraph", depth: -1 });
  const lines = joinParagraphs(reader.paragraphs);
  const blocks = lines.map((line, index) => blockOf(line, line.traits, index));
  return { blocks, comments: placeComments(reader.comments, blocks) };
}

/** What the blocks around say of a block: its role where it has none of its own, and how deep in lists it stands. */
interface Surroundings {
  role: "paragraph" | "quote" | "footnote" | "list-item";
  depth: number;
}

const HAN = /\p{Script=Han}/u;

class TreeReader {
  readonly paragraphs: (readonly SourceLine[])[] = [];
  readonly comments: Omit<DocumentComment, "block">[] = [];
  private tables = 0;
  /** Numbers of ordered items that wait for the text they stand before. */
  private marks: { text: string; source: number }[] = [];
  private lineStarts: readonly number[] | null = null;

  constructor(private readonly source: string) {}

  readChildren(parent: Parents, around: Surroundings): void {
    for (const child of parent.children) this.read(child, around);
  }

  private read(node: Nodes, around: Surroundings): void {
    switch (node.type) {
      case "paragraph":
        this.readParagraph(node, around);
        break;
      case "heading":
        this.readHeading(node, around);
        break;
      case "list":
        this.readList(node, around);
        break;
      case "blockquote":
        this.readChildren(node, {
          ...around,
          role: around.role === "footnote" ? "footnote" : "quote",
        });
        break;
      case "footnoteDefinition":
        this.readChildren(node, { ...around, role: "footnote" });
        break;
      case "table":
        this.readTable(node);
        break;
      case "code":
        this.readCode(node, around);
        break;
      case "html":
        this.readHtml(node, around);
        break;
      case "definition":
        this.readDefinition(node, around);
        break;
      default: // rules, front matter, and what other plugins put in
    }
  }

  private readParagraph(node: Paragraph | Heading, around: Surroundings): void {
    const traits = traitsOf(around);
    const lines = this.gather(node, traits);
    if (around.role === "list-item") {
      for (const line of lines.slice(1)) if (this.isOutdented(line)) line.traits = { role: "paragraph" };
    }
    this.paragraphs.push(lines);
  }

  /** A line of hyphens under several lines, or under a sentence, is meant as a rule and makes no heading of them. */
  private readHeading(node: Heading, around: Surroundings): void {
    const extent = extentOf(node);
    const underlined = extent !== null && this.source[extent.start] !== "#";
    const lines = this.gather(node, { role: "heading", level: node.depth });
    const isText = underlined && (lines.length > 1 || /[。；：，！？]$/.test(lines[0]?.text ?? ""));
    if (isText || around.role === "quote" || around.role === "footnote") {
      for (const line of lines) line.traits = traitsOf(around);
      this.paragraphs.push(lines);
    } else for (const line of lines) this.paragraphs.push([line]);
  }

  private gather(node: Paragraph | Heading, traits: BlockTraits): SourceLine[] {
    const gatherer = new LineGatherer(traits);
    for (const { text, source } of this.marks) gatherer.add(text, source);
    this.marks = [];
    const extent = extentOf(node) ?? { start: 0, end: 0 };
    gatherInline(node.children, this.into(gatherer), extent.start, extent.end);
    gatherer.endLine(false);
    return gatherer.lines;
  }

  private into(gatherer: LineGatherer): InlineReading {
    return { source: this.source, comments: this.comments, gatherer };
  }

  /** A line that leaves its list item's indent is only taken in by Markdown's leniency: 1. …⏎国务院⏎2024年… */
  private isOutdented({ segments }: SourceLine): boolean {
    let at = segments[0]?.source ?? 0;
    while (this.source[at - 1] === "\u3000") at--;
    return this.source[at - 1] === "\n" || this.source[at - 1] === "\r";
  }

  private readList(list: List, around: Surroundings): void {
    const inside: Surroundings = {
      role: around.role === "paragraph" ? "list-item" : around.role,
      depth: around.depth + 1,
    };
    for (const item of list.children) {
      if (list.ordered) this.takeMark(item);
      this.readChildren(item, inside);
      this.releaseMarks(inside);
    }
  }

  /** The number of an ordered item as it is written: 公文 are cited by it. */
  private takeMark(item: ListItem): void {
    const start = extentOf(item)?.start;
    if (start === undefined) return;
    const mark = /^\d{1,9}[.)][ \t]?/.exec(this.source.slice(start, start + 11))?.[0];
    if (mark) this.marks.push({ text: mark, source: start });
  }

  /** Numbers without text become a line of their own. */
  private releaseMarks(around: Surroundings): void {
    if (this.marks.length === 0) return;
    const gatherer = new LineGatherer(traitsOf(around));
    for (const { text, source } of this.marks) gatherer.add(text, source);
    this.marks = [];
    gatherer.endLine(false);
    this.paragraphs.push(gatherer.lines);
  }

  private readTable(table: Table): void {
    this.releaseMarks({ role: "paragraph", depth: -1 });
    const number = this.tables++;
    table.children.forEach((cells, row) => {
      cells.children.forEach((node, column) => {
        const extent = extentOf(node) ?? { start: 0, end: 0 };
        const gatherer = new LineGatherer({ role: "table-cell", cell: { table: number, row, column } });
        gatherInline(node.children, this.into(gatherer), extent.start, extent.end);
        gatherer.endLine(false);
        this.paragraphs.push(gatherer.lines);
      });
    });
  }

  /**
   * Only fenced code is code. Four blanks before a Chinese paragraph are its indent, and a “fence” with Chinese behind
   * it (~~~重要~~~) is decoration.
   */
  private readCode(node: Code, around: Surroundings): void {
    this.releaseMarks(around);
    const extent = extentOf(node);
    if (!extent) return;
    const fenced = /^(?:`{3}|~{3})/.test(this.source.slice(extent.start, extent.start + 3));
    const isText = !fenced || HAN.test(`${node.lang ?? ""}${node.meta ?? ""}`);
    const traits: BlockTraits = isText ? traitsOf(around) : { role: "code" };
    const firstLine = (node.position?.start.line ?? 1) - 1;
    const lines: SourceLine[] = [];
    let afterGap = false;
    const take = (number: number, length: number) => {
      const [start, end] = this.lineExtent(number);
      const line = cutLine(this.source, Math.max(start, end - length, extent.start), end, afterGap);
      if (line) lines.push({ ...line, broken: !isText, traits });
      afterGap = line === null;
    };
    if (fenced && isText) take(firstLine, Number.POSITIVE_INFINITY);
    node.value.split(/\r\n|\r|\n/).forEach((text, index) => {
      take(firstLine + index + (fenced ? 1 : 0), text.length);
    });
    if (isText) this.paragraphs.push(lines);
    else for (const line of lines) this.paragraphs.push([line]);
  }

  private lineExtent(number: number): [number, number] {
    this.lineStarts ??= findLineStarts(this.source);
    const start = this.lineStarts[number] ?? this.source.length;
    let end = this.lineStarts[number + 1] ?? this.source.length;
    while (end > start && /[\r\n]/.test(this.source[end - 1] as string)) end--;
    return [start, end];
  }

  private readHtml(node: Nodes, around: Surroundings): void {
    this.releaseMarks(around);
    const extent = extentOf(node);
    if (!extent) return;
    const traits = traitsOf(around);
    const gatherer = new LineGatherer(traits);
    gatherHtml(this.into(gatherer), extent.start, extent.end, traits);
    this.paragraphs.push(gatherer.lines);
  }

  /** [1]: 参见《…办法》 is a note in the text and no address of a link. */
  private readDefinition(node: Definition, around: Surroundings): void {
    const extent = extentOf(node);
    if (!extent || isAddress(node.url) || !HAN.test(node.url)) return;
    const line = cutLine(this.source, extent.start, extent.end, false);
    if (line && !/[\r\n]/.test(line.text))
      this.paragraphs.push([{ ...line, broken: false, traits: traitsOf(around) }]);
  }
}

function traitsOf({ role, depth }: Surroundings): BlockTraits {
  return role === "list-item" ? { role, level: depth } : { role };
}

/** A comment stands before the first block that begins behind it. */
function placeComments(
  comments: readonly Omit<DocumentComment, "block">[],
  blocks: readonly Block[],
): DocumentComment[] {
  let block = 0;
  return comments.map((comment) => {
    while (block < blocks.length && startOf(blocks[block] as Block) < comment.source) block++;
    return { ...comment, block };
  });
}

function startOf({ origin }: Block): number {
  return origin.kind === "text" ? (origin.segments[0]?.source ?? 0) : 0;
}
