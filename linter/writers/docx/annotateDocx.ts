import type { OfficialDocument } from "../../document/document";
import type { Place } from "../../document/place";
import type { Finding } from "../../engine/finding";
import { DocxPackage } from "../../readers/docx/package";
import { declareComments, locateComments } from "./commentsPackage";
import { addComments, type Comment, type NewComment, readComments } from "./commentsPart";
import { nextId } from "./ids";
import { type CommentRange, markComments } from "./markComments";
import { type Note, placeNotes, rangeOf, wantedFor } from "./notes";
import { type CommentMarks, PartMap } from "./partMap";
import { Splices } from "./splices";
import { XmlPart } from "./xmlPart";
import { replaceEntries } from "./zip";

export interface AnnotateOptions {
  /** 批注者, as Word shows it. */
  author: string;
  initials: string;
  /** When the comments were made. */
  date: Date;
  /** Where the title stands: what is said of headers and footers goes there, as Word allows no comment in them. */
  title?: Place | null;
}

/**
 * Writes findings into a copy of a .docx as Word comments, each at its exact words. Only the main part, the comments and,
 * where there were none, two declarations change, and in these only by insertion (blanks that no one sees may go); every
 * other part keeps its bytes. What was already commented by an earlier run is left alone: a second run changes nothing.
 *
 * @param document as `readDocx` gives it for these very bytes
 * @throws UnreadableDocumentError
 */
export function annotateDocx(
  bytes: Uint8Array,
  document: OfficialDocument,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Uint8Array {
  if (findings.length === 0) return bytes;
  const pack = new DocxPackage(bytes, document.path);
  const location = locateComments(pack);
  const files = pack.readBytes([pack.mainPart, ...(location.exists ? [location.name] : [])]);
  const main = new XmlPart(pack, pack.mainPart, files.get(pack.mainPart) ?? new Uint8Array());
  const commentBytes = files.get(location.name);
  const existing = commentBytes ? new XmlPart(pack, location.name, commentBytes) : null;

  const notes = placeNotes(pack, document, findings, options.title ?? null);
  const map = new PartMap(main.xml, wantedFor(notes));
  const comments = existing ? readComments(pack, existing) : [];
  const { fresh, ranges } = newComments(notes, map, comments, options);
  if (fresh.length === 0) return bytes;
  const splices = new Splices();
  let revision = nextId(map.ids);
  markComments(main.xml, ranges, splices, () => String(revision++));
  return replaceEntries(
    bytes,
    new Map([
      ...(existing ? [] : declareComments(pack, location.name, main.xml)),
      [pack.mainPart, main.encode(splices.apply(main.xml))],
      [location.name, addComments(existing, fresh, main.xml)],
    ]),
  );
}

/** Comments for the notes that no comment of this author says yet, in the same words at the same place. */
function newComments(
  notes: readonly Note[],
  map: PartMap,
  comments: readonly Comment[],
  { author, initials, date }: AnnotateOptions,
): { fresh: NewComment[]; ranges: CommentRange[] } {
  const known = new Set<string>();
  for (const { author: by, id, lines } of comments) {
    if (by === author) known.add(keyOf(lines, map.comments.get(String(id)) ?? {}));
  }
  const fresh: NewComment[] = [];
  const ranges: CommentRange[] = [];
  let next = nextId([...comments.map((comment) => comment.id), ...[...map.comments.keys()].map(Number)]);
  for (const note of notes) {
    const [from, to] = rangeOf(note, map);
    const key = keyOf(note.lines, { start: from.before, end: to.before });
    if (known.has(key)) continue;
    known.add(key);
    const id = next++;
    fresh.push({ id, author, initials, date: xsdDateTime(date), lines: note.lines });
    ranges.push({ id, from, to });
  }
  return { fresh, ranges };
}

/** What is said, and where: places are counted in characters, so that they outlive a file's being saved by Word. */
function keyOf(lines: readonly string[], { start, end, reference }: CommentMarks): string {
  return JSON.stringify([lines, start ?? reference, end ?? reference]);
}

/**
 * A moment as Word writes it: the clock on the wall where the writer sits, though "Z" follows. Word and others show it
 * as it stands.
 */
export function xsdDateTime(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":")}Z`;
}
