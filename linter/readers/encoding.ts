import { UnreadableDocumentError } from "./unreadable";

/** Text of a file with what is needed to write it back. Offsets of places count from behind the byte order mark. */
export interface DecodedText {
  text: string;
  /** A label `TextDecoder` knows: utf-8, utf-16le, utf-16be, gb18030, or the one the file declares. */
  encoding: string;
  bom: boolean;
  /** Bytes that are not text in this encoding, said in Chinese; they show as U+FFFD. */
  notes: readonly string[];
}

/** Of the characters beyond ASCII, the share that may be broken before a file counts as unreadable. */
const TOLERATED_DAMAGE = 0.01;
/** Characters looked at to recognise UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/**
 * Decodes the bytes of a text file: a byte order mark decides; else valid UTF-8, UTF-16 by its look, the encoding
 * the file declares itself (`declared`, from an HTML page), GB18030 (which holds GBK and GB 2312).
 * @throws UnreadableDocumentError for binary data and for text in none of these encodings.
 */
export function decodeText(bytes: Uint8Array, path = "", declared?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeDamaged(bytes, marked, true, path) ?? refuse(path);
  const utf8 = decodeStrictly(bytes, "utf-8");
  const hasNul = bytes.includes(0);
  if (utf8 !== null && !hasNul) return accept(utf8, "utf-8", path);
  const wide = looksLikeUtf16(bytes);
  if (wide) return decodeDamaged(bytes, wide, false, path) ?? refuse(path);
  if (hasNul) return refuse(path);
  return (
    decodeDamaged(bytes, "utf-8", false, path) ??
    decodeDeclared(bytes, declared, path) ??
    (looksLikeGb18030(bytes) ? decodeDamaged(bytes, "gb18030", false, path) : null) ??
    refuse(path)
  );
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Null when more is broken than a few damaged characters of an otherwise sound text. */
function decodeDamaged(bytes: Uint8Array, encoding: string, bom: boolean, path: string): DecodedText | null {
  const sound = decodeStrictly(bytes, encoding);
  if (sound !== null) return { ...accept(sound, encoding, path), bom };
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const wide = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  if (broken > Math.max(1, wide * TOLERATED_DAMAGE) || wide === 0) return null;
  const line = text.slice(0, text.indexOf("\uFFFD")).split(/\r\n?|\n/).length;
  const note = `有 ${broken} 处字节无法识别（第一处在第 ${line} 行），显示为“\uFFFD”，请核对原文。`;
  return { ...accept(text, encoding, path), bom, notes: [note] };
}

function decodeDeclared(bytes: Uint8Array, declared: string | undefined, path: string): DecodedText | null {
  if (!declared) return null;
  try {
    return decodeDamaged(bytes, new TextDecoder(declared).encoding, false, path);
  } catch {
    return null; // a label no decoder knows
  }
}

function accept(text: string, encoding: string, path: string): DecodedText {
  if (looksBinary(text)) refuse(path);
  return { text, encoding, bom: false, notes: [] };
}

function refuse(path: string): never {
  throw new UnreadableDocumentError(
    path,
    "内容不是可以识别的文字：可能是其他格式的文件，或者用了少见的文字编码。请用原来的软件打开，另存为 UTF-8 编码的文本后再试。",
  );
}

/** Control characters do not occur in text; a stray one from an old system does no harm. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const CONTROLS = /[\0-\x06\x0E-\x1A\x1C-\x1F\x7F]/g;
  if (text.search(CONTROLS) < 0) return false;
  const count = text.match(CONTROLS)?.length ?? 0;
  return text.includes("\0") || count > Math.max(2, text.length * 0.002);
}

/** Nearly every unit of Chinese UTF-16 is a Han character, CJK or full-width punctuation or ASCII. */
function looksLikeUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const units = Math.min(bytes.length / 2, SAMPLE);
  let little = 0;
  let big = 0;
  for (let index = 0; index < units; index++) {
    const first = bytes[index * 2] as number;
    const second = bytes[index * 2 + 1] as number;
    if (isCommonUnit((second << 8) | first)) little++;
    if (isCommonUnit((first << 8) | second)) big++;
  }
  if (little === big || Math.max(little, big) < units * 0.95) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

function isCommonUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x20 && unit <= 0x7e) ||
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0x09 ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x2026)
  );
}

/**
 * Real Chinese text is made of the first level of GB 2312 (lead bytes B0–D7) and its punctuation (A1–A9) almost
 * alone. Other encodings (Big5, Shift-JIS …) also decode as GB18030, to rare characters: nonsense better refused.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] as number;
    if (lead < 0x80) continue;
    const trail = bytes[++index] ?? 0;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9))) common++;
  }
  return pairs > 0 && common >= pairs * 0.7;
}
