/** What RTF is made of (Rich Text Format 1.9.1). Bytes are given one at a time: two of them may be one character. */
export interface RtfHandlers {
  openGroup(): void;
  closeGroup(): void;
  /** `\word` or a control symbol as `\*`; `value` is null where it has none. */
  control(word: string, value: number | null): void;
  /** A byte of text, written as itself or as `\'hh`. */
  byte(byte: number): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const CONTROL = /^([a-z]{1,32})(-?\d{1,10})? ?/i;

/** Streams over the file to the end of its outermost group; returns false if that is not there. */
export function streamRtf(bytes: Uint8Array, handlers: RtfHandlers): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === OPEN) {
      depth++;
      handlers.openGroup();
    } else if (byte === CLOSE) {
      depth--;
      handlers.closeGroup();
      if (depth <= 0) return depth === 0;
    } else if (byte === BACKSLASH) {
      at = readControl(bytes, at + 1, handlers);
    } else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) {
      handlers.byte(byte);
    }
  }
  return false;
}

/** The longest control word with its value. */
const LONGEST = 48;

/** Reads what follows a backslash; returns the offset of its last byte. */
function readControl(bytes: Uint8Array, at: number, handlers: RtfHandlers): number {
  const first = bytes[at];
  if (first === undefined) return at;
  if (first === QUOTE) {
    const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
    if (!Number.isNaN(value)) handlers.byte(value);
    return at + 2;
  }
  if (first === BACKSLASH || first === OPEN || first === CLOSE) {
    handlers.byte(first);
    return at;
  }
  if (!isLetter(first)) {
    // A line end behind a backslash is a paragraph's end.
    handlers.control(first === 0x0d || first === 0x0a ? "par" : String.fromCharCode(first), null);
    return at;
  }
  const text = String.fromCharCode(...bytes.subarray(at, at + LONGEST));
  const [match, word = "", value] = CONTROL.exec(text) as RegExpExecArray;
  const number = value === undefined ? null : Number(value);
  if (word === "bin" && number !== null) return at + match.length - 1 + Math.max(0, number);
  handlers.control(word, number);
  return at + match.length - 1;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
