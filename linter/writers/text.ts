import type { Block, TextSegment } from "../document/block";
import type { OfficialDocument } from "../document/document";
import type { Edit } from "../engine/finding";
import { decodeText } from "../readers/encoding";
import { ByteOffsets } from "./byteOffsets";
import { encodeText } from "./encodeText";
import { editParts } from "./narrow";
import type { RefusedEdit, Written } from "./written";

/** The same in bytes. */
interface Replacement {
  first: number;
  last: number;
  bytes: Uint8Array;
}

type Nullable<Shape> = { [Key in keyof Shape]: Shape[Key] | null };

/** A stretch of the source that goes, and what comes in its place. */
interface SourceChange {
  from: number;
  to: number;
  text: string;
}

/**
 * Makes edits in a text file (.txt, .md, .html): only the bytes of what changes are touched; encoding, byte order mark, line
 * ends and markup stay. Edits that cannot be made are refused with the reason, and the rest is made.
 *
 * @param document as its reader gives it for these very bytes
 * @param edits that do not overlap
 * @param declared the encoding an HTML page declares
 */
export function fixText(
  bytes: Uint8Array,
  document: OfficialDocument,
  edits: readonly Edit[],
  declared?: string,
): Written {
  const { text, encoding, bom } = decodeText(bytes, document.path, declared);
  const start = bom ? (encoding === "utf-8" ? 3 : 2) : 0;
  const offsets = new ByteOffsets(bytes, encoding, start);
  const refused: RefusedEdit[] = [];
  const pieces: Uint8Array[] = [];
  let done = 0;
  for (const { edit, changes } of inOrder(document, edits, refused)) {
    const replacements = changes.map((change) => ({
      first: offsets.find(change.from),
      last: offsets.find(change.to),
      bytes: encodeText(escapeFor(document.format, change.text), encoding),
    }));
    const reason = changes
      .map((change, index) => why(change, replacements[index], text, encoding))
      .find(Boolean);
    if (reason) {
      refused.push({ edit, reason });
      continue;
    }
    for (const { first, last, bytes: written } of replacements as Replacement[]) {
      pieces.push(bytes.subarray(done, first), written);
      done = last;
    }
  }
  if (pieces.length === 0) return { bytes, refused };
  return { bytes: concatenate([...pieces, bytes.subarray(done)]), refused };
}

interface LocatedEdit {
  edit: Edit;
  changes: readonly SourceChange[];
}

/** Edits by their place in the source, so that bytes are found in one pass; what changes nothing is left out. */
function inOrder(document: OfficialDocument, edits: readonly Edit[], refused: RefusedEdit[]): LocatedEdit[] {
  const located: LocatedEdit[] = [];
  for (const edit of edits) {
    const changes = locate(document.blocks[edit.place.block], edit);
    if (typeof changes === "string") refused.push({ edit, reason: changes });
    else if (changes.length > 0) located.push({ edit, changes });
  }
  return located.sort((a, b) => (a.changes[0]?.from ?? 0) - (b.changes[0]?.from ?? 0));
}

/**
 * The new text stands where the first of the old did. What stands between the stretches of the source (line ends,
 * markup) is not the text's, and stays.
 */
function locate(block: Block | undefined, edit: Edit): SourceChange[] | string {
  if (block?.origin.kind !== "text") return "找不到要修改的文字";
  const changes: SourceChange[] = [];
  for (const part of editParts(block.text, edit)) {
    const located = locatePart(block.origin.segments, part);
    if (typeof located === "string") return located;
    changes.push(...located);
  }
  return changes;
}

function locatePart(segments: readonly TextSegment[], { place, text }: Edit): SourceChange[] | string {
  if (place.start === place.end) return insertion(segments, place.start, text);
  const changes: SourceChange[] = [];
  for (const segment of segments) {
    const start = Math.max(place.start, segment.start);
    const end = Math.min(place.end, segment.end);
    if (end <= start) continue;
    const whole = start === segment.start && end === segment.end;
    if (segment.sourceEnd !== undefined && !whole) return "这里的文字在文件里另有写法，请手工修改";
    const from = segment.source + (segment.sourceEnd === undefined ? start - segment.start : 0);
    changes.push({
      from,
      to: segment.sourceEnd ?? from + end - start,
      text: changes.length === 0 ? text : "",
    });
  }
  return changes;
}

function insertion(segments: readonly TextSegment[], at: number, text: string): SourceChange[] | string {
  const before = segments.find(({ start, end }) => start < at && at <= end);
  const segment = before ?? segments.find(({ start }) => start === at);
  if (!segment) return "找不到要修改的文字";
  const { source, sourceEnd, start, end } = segment;
  if (sourceEnd !== undefined && at > start && at < end) return "这里的文字在文件里另有写法，请手工修改";
  const from = sourceEnd !== undefined && at === end ? sourceEnd : source + at - start;
  return [{ from, to: from, text }];
}

/** Why a change cannot be made in this file; null if it can. */
function why(
  { from, to, text }: SourceChange,
  found: Nullable<Replacement> | undefined,
  source: string,
  encoding: string,
): string | null {
  const damaged = source.slice(Math.max(0, from - 1), to).includes("\uFFFD");
  if (damaged || found?.first == null || found.last == null) return "这里有无法识别的字节，请先核对原文";
  return found.bytes ? null : `文件的编码（${encoding}）写不出“${text}”，请先另存为 UTF-8`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What would be markup in the file is written so that it is none. */
function escapeFor(format: OfficialDocument["format"], text: string): string {
  if (format === "html") return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  if (format === "md") return text.replace(/[\\`*_[\]<>&]/g, "\\$&");
  return text;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
