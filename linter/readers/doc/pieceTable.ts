/** 片段: a stretch of text and where it stands in the WordDocument stream ([MS-DOC] 2.9.177). */
export interface Piece {
  /** Position of its first character in the whole text. */
  start: number;
  text: string;
  /** Offset of its first character in the stream, and bytes a character takes. */
  offset: number;
  width: 1 | 2;
}

const PROPERTIES = 1;
const TABLE = 2;
const COMPRESSED = 0x40000000;

/** The pieces of the whole text in order, from the Clx of the table stream; null if it holds none. */
export function readPieces(clx: DataView, stream: DataView): Piece[] | null {
  let at = 0;
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === PROPERTIES) at += 3 + clx.getUint16(at + 1, true);
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== TABLE) return null;
  const first = at + 5;
  const length = Math.min(clx.getUint32(at + 1, true), clx.byteLength - first);
  // Each piece has a position (4 bytes) and a descriptor (8 bytes); the end of the last one follows the positions.
  const count = Math.floor((length - 4) / 12);
  const pieces: Piece[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    const start = clx.getUint32(first + index * 4, true);
    const end = clx.getUint32(first + index * 4 + 4, true);
    const place = clx.getUint32(first + (count + 1) * 4 + index * 8 + 2, true);
    const width = (place & COMPRESSED) !== 0 ? 1 : 2;
    const offset = width === 1 ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    if (end < start || !Number.isInteger(offset) || offset + (end - start) * width > stream.byteLength)
      return null;
    // Damaged descriptors must not make one stretch of the file count over and over.
    total += end - start;
    if (total > stream.byteLength) return null;
    const bytes = new Uint8Array(stream.buffer, stream.byteOffset + offset, (end - start) * width);
    pieces.push({ start, text: DECODERS[width].decode(bytes), offset, width });
  }
  return pieces.length > 0 && areGapless(pieces) ? pieces : null;
}

const DECODERS = {
  1: new TextDecoder("windows-1252"),
  2: new TextDecoder("utf-16le", { ignoreBOM: true }),
} as const;

function areGapless(pieces: readonly Piece[]): boolean {
  let end = 0;
  for (const { start, text } of pieces) {
    if (start !== end) return false;
    end += text.length;
  }
  return true;
}
