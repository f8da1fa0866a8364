import type { Block } from "../../document/block";

/** What of a paragraph's formatting matters to the text. */
export interface ParagraphFormat {
  /** Index of its style; 1 to 9 are the headings. */
  style: number;
  align?: Block["align"];
  inTable: boolean;
  /** The mark that ends a row of a table. */
  rowEnd: boolean;
  /** It belongs to a list, whose label the text does not hold. */
  numbered: boolean;
}

/** A stretch of the WordDocument stream with one formatting; offsets of bytes. */
interface Run<Format> {
  start: number;
  end: number;
  format: Format;
}

/** Formatting by place: runs in order of their offsets, none over another. */
export class FormatRuns<Format> {
  constructor(private readonly runs: readonly Run<Format>[]) {}

  at(offset: number): Format | undefined {
    let low = 0;
    let high = this.runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle] as Run<Format>;
      if (offset < run.start) high = middle - 1;
      else if (offset >= run.end) low = middle + 1;
      else return run.format;
    }
    return undefined;
  }
}

const PAGE = 512;

/**
 * Reads formatted disk pages ([MS-DOC] 2.9.33, 2.9.34): `plc` lists pages of 512 bytes, each of which lists runs. `read`
 * makes out the formatting from what is written at an offset of the stream; `slot` is the size of an entry that leads there.
 */
function readRuns<Format>(
  plc: DataView,
  stream: DataView,
  slot: number,
  read: (at: number, end: number) => Format | null,
): FormatRuns<Format> {
  const pages = Math.max(0, Math.floor((plc.byteLength - 4) / 8));
  const runs: Run<Format>[] = [];
  for (let index = 0; index < pages; index++) {
    const page = plc.getUint32((pages + 1) * 4 + index * 4, true) * PAGE;
    if (page + PAGE > stream.byteLength) continue;
    const count = stream.getUint8(page + PAGE - 1);
    for (let run = 0; run < count; run++) {
      const entry = page + (count + 1) * 4 + run * slot;
      if (entry >= page + PAGE - 1) break;
      const place = stream.getUint8(entry) * 2;
      const format = place === 0 ? null : read(page + place, page + PAGE - 1);
      if (format === null) continue;
      const at = page + run * 4;
      runs.push({ start: stream.getUint32(at, true), end: stream.getUint32(at + 4, true), format });
    }
  }
  return new FormatRuns(runs.sort((a, b) => a.start - b.start));
}

/** Which characters are hidden or deleted (as a tracked change). */
export function readHiddenRuns(plc: DataView, stream: DataView): FormatRuns<true> {
  return readRuns<true>(plc, stream, 1, (at, end) => {
    let hidden = false;
    readProperties(stream, at + 1, Math.min(end, at + 1 + stream.getUint8(at)), (code, value) => {
      if (code === CHARACTER.deleted || code === CHARACTER.hidden) hidden ||= value === 1;
    });
    return hidden ? true : null;
  });
}

export function readParagraphRuns(plc: DataView, stream: DataView): FormatRuns<ParagraphFormat> {
  return readRuns(plc, stream, 13, (at, end) => {
    const words = stream.getUint8(at);
    // A length of 0 says that the real one follows, and counts otherwise.
    const first = words === 0 ? at + 2 : at + 1;
    const last = Math.min(end, words === 0 ? first + stream.getUint8(at + 1) * 2 : first + words * 2 - 1);
    if (first + 2 > last) return null;
    const format: ParagraphFormat = {
      style: stream.getUint16(first, true),
      inTable: false,
      rowEnd: false,
      numbered: false,
    };
    readProperties(stream, first + 2, last, (code, value) => {
      if (code === PARAGRAPH.align || code === PARAGRAPH.alignOld) {
        const align = ALIGNMENTS[value];
        if (align) format.align = align;
        else delete format.align;
      } else if (code === PARAGRAPH.inTable) format.inTable = value === 1;
      else if (code === PARAGRAPH.rowEnd) format.rowEnd = value === 1;
      else if (code === PARAGRAPH.list) format.numbered = value !== 0;
    });
    return format;
  });
}

/** Single property modifiers (sprm, [MS-DOC] 2.6). */
const CHARACTER = { deleted: 0x0800, hidden: 0x083c };
const PARAGRAPH = { align: 0x2461, alignOld: 0x2403, inTable: 0x2416, rowEnd: 0x2417, list: 0x460b };
const ALIGNMENTS: readonly Block["align"][] = ["left", "center", "right"];
/** Size of the operand by the upper three bits of the code; 6 holds its own length. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const TABLE_DEFINITION = 0xd608;

function readProperties(
  stream: DataView,
  from: number,
  to: number,
  take: (code: number, value: number) => void,
): void {
  let at = from;
  while (at + 3 <= to) {
    const code = stream.getUint16(at, true);
    let size: number = OPERANDS[(code >> 13) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7];
    if (size === 0) {
      if (code === TABLE_DEFINITION && at + 4 > to) return;
      size = code === TABLE_DEFINITION ? stream.getUint16(at + 2, true) + 1 : stream.getUint8(at + 2) + 1;
    } else if (size === 1) take(code, stream.getUint8(at + 2));
    else if (size === 2 && at + 4 <= to) take(code, stream.getUint16(at + 2, true));
    at += 2 + size;
  }
}
