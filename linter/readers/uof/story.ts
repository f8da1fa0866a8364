import type { Block } from "../../document/block";
import type { BlockTraits } from "../lines";
import { PlainBlocks } from "../plainBlocks";
import type { Attributes, XmlHandlers } from "../xml";
import { attributeOf, localName } from "./names";
import { UofNumbering } from "./numbering";

/** 段落: a paragraph while it is being read. */
interface OpenParagraph {
  text: string;
  label: string;
  traits: BlockTraits;
}

/** What its paragraphs are; comments (批注集) lie outside. */
const REGIONS: ReadonlyMap<string, Block["role"]> = new Map([
  ["主体", "paragraph"],
  ["脚注", "footnote"],
  ["尾注", "footnote"],
  ["文本内容", "text-box"],
  ["页眉", "header"],
  ["页脚", "footer"],
]);

/** What is no part of the body wherever it stands. */
const APART: ReadonlySet<Block["role"]> = new Set(["footnote", "header", "footer"]);

const ALIGNMENTS: ReadonlyMap<string, BlockTraits["align"]> = new Map([
  ["center", "center"],
  ["right", "right"],
]);

const MOST_BLANKS = 1000;

/**
 * Reads running text of UOF (标文通, GB/T 20916): paragraphs with their automatic numbers, tables, notes, text boxes,
 * headers and footers. Names are compared without prefix and without the suffix that version 2.0 adds (段落_416B).
 */
export class UofStory implements XmlHandlers {
  readonly body = new PlainBlocks();
  /**
   * Notes, headers, footers, and text boxes that stand among the objects in front of the body: read behind it, for the body
   * begins with the title.
   */
  private readonly later: { text: string; traits: BlockTraits }[] = [];
  private readonly numbering = new UofNumbering();
  private readonly roles: Block["role"][] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: { table: number; row: number; column: number }[] = [];
  private tableCount = 0;
  /** Tracked changes left out that are open, by their marks. */
  private readonly leftOut = new Set<string>();
  /** 句式样 that hide their text. */
  private readonly hidingStyles = new Set<string>();
  private style: string | null = null;
  /** 句: a run of text; null outside. */
  private run: { hidden: boolean } | null = null;
  /** Characters of the element that is open, for elements whose content is a value. */
  private value = "";
  private wantsText = false;
  private defining = { numbering: "", level: 0, format: "decimal", pattern: "", start: 1 };

  constructor(private readonly revisions: "accepted" | "original") {}

  open(qualified: string, given: Attributes): void {
    const name = localName(qualified);
    const attribute = (wanted: string) => attributeOf(given, wanted);
    this.value = "";
    this.wantsText = name === "文本串";
    const role = REGIONS.get(name);
    if (role) this.roles.push(role);
    switch (name) {
      case "句式样":
        this.style = attribute("标识符") ?? "";
        if (this.hidingStyles.has(attribute("基式样引用") ?? "")) this.hidingStyles.add(this.style);
        break;
      case "隐藏文字":
        if (attribute("值") === "true") this.hide();
        break;
      case "句":
        this.run = { hidden: false };
        break;
      case "句属性":
        if (this.run && this.hidingStyles.has(attribute("式样引用") ?? "")) this.run.hidden = true;
        break;
      case "自动编号":
        this.defining.numbering = attribute("标识符") ?? "";
        break;
      case "级别":
        this.defining = {
          numbering: this.defining.numbering,
          level: Number(attribute("级别值")),
          format: "decimal",
          pattern: "",
          start: 1,
        };
        break;
      case "段落":
        this.paragraphs.push({ text: "", label: "", traits: this.traits() });
        break;
      case "自动编号信息":
        this.label(attribute);
        break;
      case "对齐": {
        const align = ALIGNMENTS.get(attribute("水平对齐") ?? "");
        const paragraph = this.paragraphs.at(-1);
        if (align && paragraph) paragraph.traits.align = align;
        break;
      }
      case "空格符":
        this.add(" ".repeat(Math.min(Number(attribute("个数") ?? 1) || 1, MOST_BLANKS)));
        break;
      case "制表符":
        this.add("\t");
        break;
      case "换行符":
        this.add("\n");
        break;
      case "分页符":
        this.add("\f");
        break;
      case "修订开始":
        if (attribute("类型") === (this.revisions === "accepted" ? "delete" : "insert"))
          this.leftOut.add(attribute("标识符") ?? "");
        break;
      case "修订结束":
        this.leftOut.delete(attribute("开始标识引用") ?? "");
        break;
      case "文字表":
        this.tables.push({ table: this.tableCount++, row: -1, column: -1 });
        break;
      case "行": {
        const table = this.tables.at(-1);
        if (table) {
          table.row++;
          table.column = -1;
        }
        break;
      }
      case "单元格": {
        const table = this.tables.at(-1);
        if (table) table.column++;
        break;
      }
    }
  }

  text(data: string): void {
    if (this.wantsText) this.add(data);
    else this.value += data;
  }

  close(qualified: string): void {
    const name = localName(qualified);
    this.wantsText = false;
    switch (name) {
      case "编号格式":
        this.defining.format = this.value;
        break;
      case "编号格式表示":
        this.defining.pattern = this.value;
        break;
      case "起始编号":
        this.defining.start = Number(this.value) || 1;
        break;
      case "句式样":
        this.style = null;
        break;
      case "句":
        this.run = null;
        break;
      case "级别":
        this.numbering.define(this.defining.numbering, this.defining.level, this.defining);
        break;
      case "大纲级别":
        this.heading(Number(this.value));
        break;
      case "文字表":
        this.tables.pop();
        break;
      case "段落":
        this.finishParagraph();
        break;
    }
    if (REGIONS.has(name)) this.roles.pop();
  }

  /** What is read behind the body, in the order of the file; each text of headers and footers once. */
  finish(): readonly Block[] {
    const shown = new Set<string>();
    for (const { text, traits } of this.later) {
      const key = `${traits.role} ${text}`;
      if (traits.role === "header" || traits.role === "footer") {
        if (shown.has(key)) continue;
        shown.add(key);
      }
      this.body.add(text, traits);
    }
    return this.body.blocks;
  }

  private traits(): BlockTraits {
    const role = this.roles.at(-1) ?? "paragraph";
    const cell = this.tables.at(-1);
    return cell && role === "paragraph" ? { role: "table-cell", cell: { ...cell } } : { role };
  }

  private label(attribute: (wanted: string) => string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    const numbering = attribute("编号引用");
    if (!paragraph || numbering === undefined || this.roles.length === 0) return;
    const restart = /^(?:1|true)$/.test(attribute("重新编号") ?? "");
    paragraph.label = this.numbering.next(numbering, Number(attribute("编号级别") ?? 0), restart);
  }

  private heading(level: number): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph?.traits.role !== "paragraph" || !(level >= 1)) return;
    paragraph.traits.role = "heading";
    paragraph.traits.level = level;
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.leftOut.size === 0 && !this.run?.hidden) paragraph.text += text;
  }

  private hide(): void {
    if (this.run) this.run.hidden = true;
    else if (this.style !== null) this.hidingStyles.add(this.style);
  }

  private finishParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph || this.roles.length === 0) return;
    const { label, text, traits } = paragraph;
    const whole = text === "" ? "" : `${label}${text}`;
    if (traits.role !== "text-box" ? APART.has(traits.role) : !this.roles.includes("paragraph"))
      this.later.push({ text: whole, traits });
    else this.body.add(whole, traits);
  }
}
