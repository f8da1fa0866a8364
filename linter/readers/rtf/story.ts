import type { Block, BlockRole } from "../../document/block";
import type { BlockTraits } from "../lines";
import { CHARACTER_SETS, CHARACTERS, CODE_PAGES, LABELS, ROLES, SKIPPED, STARRED } from "./destinations";
import type { RtfHandlers } from "./tokens";

/** 文字流: text that is read on its own: the body, a note, a header. */
interface Flow {
  role: BlockRole;
  text: string;
  label: string;
}

/** What a group takes over from the one around it, and loses at its end. */
interface Group {
  flow: Flow;
  skipped: boolean;
  isLabel: boolean;
  /** The next control word comes behind `\*`. */
  starred: boolean;
  hidden: boolean;
  deleted: boolean;
  /** How many characters stand behind each `\u` for programs that know no Unicode. */
  fallback: number;
  encoding: string | null;
  align: Block["align"];
  inTable: boolean;
  heading: number | null;
}

/** A paragraph that has been read. */
export interface RtfParagraph {
  text: string;
  traits: BlockTraits;
}

/** Ends of a label behind which the text follows directly. */
const CLOSED = /[、．.。)）〕］\]：:，,]$/;

/** Reads the text of an RTF file: paragraphs of the body, with notes, headers and footers apart. */
export class RtfStory implements RtfHandlers {
  readonly body: RtfParagraph[] = [];
  readonly notes: RtfParagraph[] = [];
  /** Headers and footers. */
  readonly furniture: RtfParagraph[] = [];
  private readonly groups: Group[] = [];
  private group: Group = {
    flow: { role: "paragraph", text: "", label: "" },
    skipped: false,
    isLabel: false,
    starred: false,
    hidden: false,
    deleted: false,
    fallback: 1,
    encoding: null,
    align: undefined,
    inTable: false,
    heading: null,
  };
  private bytes: number[] = [];
  private pending = 0;
  private codePage = "gb18030";
  /** Encodings of fonts by number, from the font table. */
  private readonly fonts = new Map<number, string>();
  private font = 0;
  private table = { index: -1, row: 0, column: 0, open: false };

  openGroup(): void {
    this.flush();
    this.pending = 0;
    this.groups.push(this.group);
    this.group = { ...this.group, starred: false };
  }

  closeGroup(): void {
    this.flush();
    this.pending = 0;
    const outer = this.groups.pop();
    if (!outer) return;
    if (this.group.flow !== outer.flow) this.endParagraph();
    this.group = outer;
    if (this.groups.length === 0) this.endParagraph();
  }

  byte(byte: number): void {
    if (this.pending > 0) this.pending--;
    else if (this.isShown()) this.bytes.push(byte);
  }

  control(word: string, value: number | null): void {
    this.flush();
    if (word === "fcharset") this.takeCharacterSet(value);
    else if (word === "f") this.takeFont(value ?? 0);
    if (word === "*") {
      this.group.starred = true;
      return;
    }
    if (this.openDestination(word) || this.group.skipped) return;
    if (word === "u") {
      this.addCharacter(value ?? 0);
      this.pending = this.group.fallback;
      return;
    }
    const character = CHARACTERS.get(word);
    if (this.pending > 0 && word !== "uc") this.pending--;
    else if (character !== undefined) this.add(character);
    else this.format(word, value);
  }

  /** Whether the word opened a group of a kind of its own. */
  private openDestination(word: string): boolean {
    const { group } = this;
    const starred = group.starred;
    group.starred = false;
    if (SKIPPED.has(word) || (starred && !STARRED.has(word) && !ROLES.has(word))) {
      group.skipped = true;
      return true;
    }
    const role = ROLES.get(word);
    if (role && !group.skipped) {
      group.flow = { role, text: "", label: "" };
      group.inTable = false;
      group.heading = null;
      return true;
    }
    if (LABELS.has(word)) {
      group.isLabel = true;
      return true;
    }
    return starred;
  }

  private format(word: string, value: number | null): void {
    const { group } = this;
    switch (word) {
      case "par":
      case "sect":
        // A deleted mark joins its paragraph with the next.
        if (!group.deleted) this.endParagraph();
        break;
      case "cell":
      case "nestcell":
        group.inTable = true;
        this.endParagraph();
        this.table.column++;
        break;
      case "row":
      case "nestrow":
        this.table.row++;
        this.table.column = 0;
        break;
      case "pard":
        group.align = undefined;
        group.inTable = false;
        group.heading = null;
        break;
      case "plain":
        group.hidden = false;
        group.deleted = false;
        break;
      case "intbl":
        group.inTable = true;
        break;
      case "ql":
        group.align = "left";
        break;
      case "qc":
        group.align = "center";
        break;
      case "qr":
        group.align = "right";
        break;
      case "qj":
        group.align = undefined;
        break;
      case "outlinelevel":
        group.heading = value !== null && value >= 0 && value < 9 ? value + 1 : null;
        break;
      case "v":
        group.hidden = value !== 0;
        break;
      case "deleted":
        group.deleted = value !== 0;
        break;
      case "uc":
        group.fallback = Math.max(0, value ?? 1);
        break;
      case "ansicpg":
        this.codePage = CODE_PAGES.get(value ?? 0) ?? this.codePage;
        break;
    }
  }

  private takeFont(font: number): void {
    this.font = font;
    if (!this.group.skipped) this.group.encoding = this.fonts.get(font) ?? null;
  }

  private takeCharacterSet(value: number | null): void {
    const encoding = CHARACTER_SETS.get(value ?? 0);
    if (encoding) this.fonts.set(this.font, encoding);
  }

  private isShown(): boolean {
    return !(this.group.skipped || this.group.hidden || this.group.deleted);
  }

  private addCharacter(value: number): void {
    const code = value < 0 ? value + 0x10000 : value;
    if (code > 0 && code <= 0xffff) this.add(String.fromCharCode(code));
  }

  private add(text: string): void {
    if (!this.isShown()) return;
    if (this.group.isLabel) this.group.flow.label += text;
    else this.group.flow.text += text;
  }

  /** Bytes are decoded together: a Han character has two or four. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    this.add(new TextDecoder(this.group.encoding ?? this.codePage).decode(bytes));
  }

  private endParagraph(): void {
    const { flow } = this.group;
    const label = flow.label.trim();
    const text =
      label === "" ? flow.text : `${CLOSED.test(label) ? label : `${label} `}${flow.text.trimStart()}`;
    const traits = this.traits();
    flow.text = "";
    flow.label = "";
    if (text.trim() === "") return;
    if (flow.role === "footnote") this.notes.push({ text, traits });
    else if (flow.role === "header" || flow.role === "footer") this.furniture.push({ text, traits });
    else this.body.push({ text, traits });
  }

  private traits(): BlockTraits {
    const { flow, align, heading, inTable } = this.group;
    const traits: BlockTraits = { role: flow.role, ...(align && { align }) };
    if (flow.role !== "paragraph") return traits;
    if (inTable && !this.table.open)
      this.table = { index: this.table.index + 1, row: 0, column: 0, open: true };
    this.table.open = inTable;
    if (inTable) {
      const { index: table, row, column } = this.table;
      return { ...traits, role: "table-cell", cell: { table, row, column } };
    }
    return heading === null ? traits : { ...traits, role: "heading", level: Math.min(heading, 6) };
  }
}
