import type { BlockRole } from "../../document/block";
import type { BlockTraits } from "../lines";
import type { PlainBlocks } from "../plainBlocks";
import type { FormatRuns, ParagraphFormat } from "./formatting";
import type { Piece } from "./pieceTable";

/** The text of a document by positions, with its formatting. */
export interface FormattedText {
  pieces: readonly Piece[];
  hidden: FormatRuns<true>;
  paragraphs: FormatRuns<ParagraphFormat>;
}

/** 文字流: a stretch of the text that is read on its own; positions, end exclusive. */
export interface Story {
  role: BlockRole;
  start: number;
  end: number;
}

/** Characters with a meaning of their own ([MS-DOC] 2.4.1); other controls stand for pictures, notes and comments. */
const MARK = {
  cell: 0x07,
  tab: 0x09,
  lineBreak: 0x0b,
  pageBreak: 0x0c,
  paragraph: 0x0d,
  columnBreak: 0x0e,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  hyphen: 0x1e,
};

/** Reads stories into blocks, and counts paragraphs whose automatic number the file does not spell out. */
export class StoryReader {
  numbered = 0;
  private tables = -1;
  private inTable = false;
  private row = 0;
  private column = 0;

  constructor(
    private readonly text: FormattedText,
    private readonly blocks: PlainBlocks,
  ) {}

  read({ role, start, end }: Story): void {
    let paragraph = "";
    /** For each open field, whether its instruction is being passed over; its result is shown. */
    const fields: boolean[] = [];
    for (const piece of this.text.pieces) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.start + piece.text.length);
      for (let position = from; position < to; position++) {
        const code = piece.text.charCodeAt(position - piece.start);
        const offset = piece.offset + (position - piece.start) * piece.width;
        switch (code) {
          case MARK.fieldBegin:
            fields.push(true);
            break;
          case MARK.fieldSeparator:
            if (fields.length > 0) fields[fields.length - 1] = false;
            break;
          case MARK.fieldEnd:
            fields.pop();
            break;
          case MARK.paragraph:
          case MARK.cell:
          case MARK.pageBreak:
            // A deleted mark joins its paragraph with the next.
            if (code === MARK.paragraph && this.text.hidden.at(offset)) break;
            this.endParagraph(paragraph, code === MARK.cell, role, this.text.paragraphs.at(offset));
            paragraph = "";
            break;
          default:
            if (!fields.includes(true) && !this.text.hidden.at(offset)) paragraph += shown(code);
        }
      }
    }
    this.endParagraph(paragraph, false, role, undefined);
    this.inTable = false;
  }

  private endParagraph(
    text: string,
    endsCell: boolean,
    role: BlockRole,
    format: ParagraphFormat | undefined,
  ): void {
    const inTable = endsCell || (format?.inTable ?? false);
    if (inTable && !this.inTable) this.openTable();
    this.inTable = inTable;
    if (format?.rowEnd) {
      this.row++;
      this.column = 0;
      return;
    }
    if (text.trim() !== "" && format?.numbered) this.numbered++;
    this.blocks.add(text, this.traits(role, inTable, format));
    if (endsCell) this.column++;
  }

  private openTable(): void {
    this.tables++;
    this.row = 0;
    this.column = 0;
  }

  private traits(role: BlockRole, inTable: boolean, format: ParagraphFormat | undefined): BlockTraits {
    const align = format?.align;
    const traits: BlockTraits = { role, ...(align && { align }) };
    if (role !== "paragraph") return traits;
    if (inTable) {
      return {
        ...traits,
        role: "table-cell",
        cell: { table: this.tables, row: this.row, column: this.column },
      };
    }
    const level = format?.style ?? 0;
    return level >= 1 && level <= 9 ? { ...traits, role: "heading", level: Math.min(level, 6) } : traits;
  }
}

function shown(code: number): string {
  if (code === MARK.tab) return "\t";
  if (code === MARK.lineBreak || code === MARK.columnBreak) return "\n";
  if (code === MARK.hyphen) return "-";
  if (code === 0xa0) return " ";
  return code < 0x20 ? "" : String.fromCharCode(code);
}
