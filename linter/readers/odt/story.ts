import type { Block } from "../../document/block";
import type { BlockTraits } from "../lines";
import { PlainBlocks } from "../plainBlocks";
import type { Attributes, XmlHandlers } from "../xml";
import type { ListCounters } from "./lists";
import { type OdtStyles, OUTLINE } from "./styles";

/** 段落: a paragraph while it is being read. */
interface OpenParagraph {
  text: string;
  label: string;
  traits: BlockTraits;
}

/** A list the reader is in; a nested one without a style has that of the list around it. */
interface OpenList {
  style: string;
  /** The label of an item belongs to its first paragraph. */
  waiting: boolean;
  start?: number;
}

interface OpenTable {
  table: number;
  row: number;
  column: number;
}

/** What is no text of the page: deleted text, comments, templates of indexes, the drawing behind a formula. */
const SKIPPED =
  /^(?:text:(?:tracked-changes|ruby-text|note-citation|[a-z-]+-source|variable-decls|sequence-decls|user-field-decls|hidden-text|hidden-paragraph)|office:(?:annotation|forms|scripts|event-listeners)|draw:(?:object|object-ole)|svg:(?:title|desc))$/;
/** Stands for the style of a list that has none; no style has this name. */
const NO_STYLE = "\0";
/** Repeated cells and blanks beyond these are a spreadsheet's or a damaged file's. */
const MOST_BLANKS = 1000;
const MOST_COLUMNS = 10_000;

/**
 * Reads running text of OpenDocument (ISO/IEC 26300-1, 5): paragraphs, headings, lists, tables, text boxes and notes.
 * A text box or note stands inside a paragraph; its own paragraphs come behind those read before.
 */
export class OdtStory implements XmlHandlers {
  readonly body = new PlainBlocks();
  /** Footnotes and endnotes, in order. */
  readonly notes: { text: string; traits: BlockTraits }[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly lists: OpenList[] = [];
  private readonly tables: OpenTable[] = [];
  /** The elements around that decide what a paragraph is; innermost last. */
  private readonly roles: Block["role"][] = [];
  private readonly spans: boolean[] = [];
  private skipping = 0;
  private hidden = 0;
  private tableCount = 0;
  /** Further columns that the open cell stands for. */
  private repeated = 0;

  /** `regions` are the elements whose paragraphs are read, with what they are. */
  constructor(
    private readonly styles: OdtStyles,
    private readonly counters: ListCounters,
    private readonly regions: ReadonlyMap<string, Block["role"]>,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.skipping > 0 || SKIPPED.test(name) || isHiddenSection(name, attributes)) {
      this.skipping++;
      return;
    }
    const region = this.regions.get(name);
    if (region) this.roles.push(region);
    if (this.roles.length === 0) return;
    switch (name) {
      case "text:p":
      case "text:h":
        this.paragraphs.push(this.openParagraph(name, attributes));
        break;
      case "text:span":
        this.spans.push(this.styles.isHidden(attributes["text:style-name"]));
        if (this.spans.at(-1)) this.hidden++;
        break;
      case "text:s":
        this.add(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, MOST_BLANKS)));
        break;
      case "text:tab":
        this.add("\t");
        break;
      case "text:line-break":
        this.add("\n");
        break;
      case "text:list":
        this.openList(attributes);
        break;
      case "text:list-item": {
        const list = this.lists.at(-1);
        if (!list) break;
        list.waiting = true;
        delete list.start;
        const start = Number(attributes["text:start-value"]);
        if (Number.isInteger(start)) list.start = start;
        break;
      }
      case "table:table":
        this.tables.push({ table: this.tableCount++, row: -1, column: -1 });
        break;
      case "table:table-row":
        this.nextRow();
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        this.nextCell(1);
        this.repeated = repeatedColumns(attributes);
        break;
      case "draw:text-box":
        this.roles.push("text-box");
        break;
      case "text:note-body":
        this.roles.push("footnote");
        break;
    }
  }

  text(text: string): void {
    if (this.paragraphs.length === 0) return;
    this.add(text.replace(/[ \t\r\n]+/g, " "));
  }

  close(name: string): void {
    if (this.skipping > 0) {
      this.skipping--;
      return;
    }
    if (this.roles.length === 0) return;
    switch (name) {
      case "text:p":
      case "text:h":
        this.closeParagraph();
        break;
      case "text:span":
        if (this.spans.pop()) this.hidden--;
        break;
      case "text:list":
        this.lists.pop();
        break;
      case "table:table":
        this.tables.pop();
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        this.nextCell(this.repeated);
        this.repeated = 0;
        break;
      case "draw:text-box":
      case "text:note-body":
        this.roles.pop();
        break;
    }
    if (this.regions.has(name)) this.roles.pop();
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || this.skipping > 0 || this.hidden > 0) return;
    // Blanks between the tags are one blank, and none at the start (ISO/IEC 26300-1, 6.1.2).
    const isDouble = text.startsWith(" ") && (paragraph.text === "" || paragraph.text.endsWith(" "));
    paragraph.text += isDouble && text.trim() !== "" ? text.slice(1) : text;
  }

  private openParagraph(name: string, attributes: Attributes): OpenParagraph {
    const align = this.styles.alignOf(attributes["text:style-name"]);
    const role = this.roles.at(-1) as Block["role"];
    const traits: BlockTraits = { role, ...(align && { align }) };
    if (role !== "paragraph") return { text: "", label: this.label(), traits };
    const table = this.tables.at(-1);
    if (table) {
      const { table: index, row, column } = table;
      return {
        text: "",
        label: this.label(),
        traits: { ...traits, role: "table-cell", cell: { table: index, row, column } },
      };
    }
    if (name === "text:h") {
      const level = Math.max(1, Number(attributes["text:outline-level"]) || 1);
      const label = this.label() || this.outlineLabel(level, attributes);
      return { text: "", label, traits: { ...traits, role: "heading", level: Math.min(level, 6) } };
    }
    const isItem = this.lists.length > 0;
    return {
      text: "",
      label: this.label(),
      traits: isItem ? { ...traits, role: "list-item", level: this.lists.length - 1 } : traits,
    };
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { label, traits } = paragraph;
    const text = label === "" ? paragraph.text : label + paragraph.text.trimStart();
    if (traits.role === "footnote") this.notes.push({ text, traits });
    else this.body.add(text, traits);
  }

  private openList(attributes: Attributes): void {
    const outer = this.lists.at(-1);
    const style = attributes["text:style-name"] ?? outer?.style ?? NO_STYLE;
    const goesOn =
      attributes["text:continue-numbering"] === "true" || attributes["text:continue-list"] !== undefined;
    if (!outer && !goesOn) this.counters.restart(style);
    this.lists.push({ style, waiting: false });
  }

  private label(): string {
    const list = this.lists.at(-1);
    if (!list?.waiting) return "";
    list.waiting = false;
    return this.counters.next(list.style, this.lists.length - 1, list.start);
  }

  private outlineLabel(level: number, attributes: Attributes): string {
    if (attributes["text:is-list-header"] === "true") return "";
    return this.counters.next(OUTLINE, level - 1);
  }

  private nextRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.row++;
    table.column = -1;
  }

  private nextCell(by: number): void {
    const table = this.tables.at(-1);
    if (table) table.column += by;
  }
}

function isHiddenSection(name: string, attributes: Attributes): boolean {
  return name === "text:section" && attributes["text:display"] === "none";
}

function repeatedColumns(attributes: Attributes): number {
  const repeated = Number(attributes["table:number-columns-repeated"] ?? 1);
  return Number.isInteger(repeated) && repeated > 1 ? Math.min(repeated, MOST_COLUMNS) - 1 : 0;
}
