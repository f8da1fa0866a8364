/**
 * The file information block (FIB, [MS-DOC] 2.5) at the start of the WordDocument stream, as far as text needs it.
 * Lengths count characters, as positions (CP) do.
 */
export interface FileInformation {
  encrypted: boolean;
  /** Which of the two table streams holds the tables. */
  tableStream: "0Table" | "1Table";
  /** Lengths of the texts that follow one another: body, footnotes, headers, comments, endnotes, text boxes. */
  lengths: Readonly<Record<"body" | "footnotes" | "headers" | "comments" | "endnotes" | "textBoxes", number>>;
  /** Stretches of the table stream. */
  pieces: Stretch;
  headerStories: Stretch;
  characterPages: Stretch;
  paragraphPages: Stretch;
}

export interface Stretch {
  offset: number;
  length: number;
}

const MAGIC = 0xa5ec;
/** Word 97; what is older has other structures. */
const OLDEST = 0xc1;
const LENGTHS = 0x40;
const TABLES = 0x9a;

/** Null if the stream is no Word document; "old" if Word 95 or an older one wrote it. */
export function readFileInformation(view: DataView): FileInformation | "old" | null {
  if (view.byteLength < 32 || view.getUint16(0, true) !== MAGIC) return null;
  if (view.getUint16(2, true) < OLDEST) return "old";
  const flags = view.getUint16(0x0a, true);
  // The structures of Word 97 end here; later versions append to them.
  if (view.byteLength < TABLES + 93 * 8) return null;
  const length = (index: number) => Math.max(0, view.getInt32(LENGTHS + index * 4, true));
  const table = (index: number): Stretch => ({
    offset: view.getUint32(TABLES + index * 8, true),
    length: view.getUint32(TABLES + index * 8 + 4, true),
  });
  return {
    encrypted: (flags & 0x0100) !== 0,
    tableStream: (flags & 0x0200) !== 0 ? "1Table" : "0Table",
    lengths: {
      body: length(3),
      footnotes: length(4),
      headers: length(5),
      comments: length(7),
      endnotes: length(8),
      textBoxes: length(9),
    },
    headerStories: table(11),
    characterPages: table(12),
    paragraphPages: table(13),
    pieces: table(33),
  };
}

/** The stretch of a table stream, cut to what is there. */
export function cutStretch(table: DataView, { offset, length }: Stretch): DataView {
  const start = Math.min(offset, table.byteLength);
  return new DataView(table.buffer, table.byteOffset + start, Math.min(length, table.byteLength - start));
}
