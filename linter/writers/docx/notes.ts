import type { OfficialDocument } from "../../document/document";
import type { Place } from "../../document/place";
import type { Finding } from "../../engine/finding";
import type { DocxPackage } from "../../readers/docx/package";
import { type Anchor, anchorOf } from "./anchor";
import { commentLines } from "./commentText";
import { type Cut, cutAfter, cutAround, cutBefore, cutInParagraph } from "./cut";
import { PartMap, type WantedFromPart } from "./partMap";

/** A finding as a comment: what it says, and where in the main part it goes. */
export interface Note {
  lines: readonly string[];
  anchor: Anchor;
  /** The mark that refers to the footnote or endnote in which the finding stands ("footnote 2"): it goes there. */
  reference: string | null;
}

/**
 * Word allows comments in the main part alone. What is found in a footnote goes to the mark that refers to it, what is
 * found in a header or footer to the title.
 */
export function placeNotes(
  pack: DocxPackage,
  document: OfficialDocument,
  findings: readonly Finding[],
  title: Place | null,
): Note[] {
  const top = (title && anchorOf(document, title)) ?? firstAnchor(document, pack.mainPart);
  const noteIds = new NoteIds(pack);
  return findings.map((finding) => {
    const anchor = anchorOf(document, finding.place) ?? top;
    if (anchor.part === pack.mainPart) return { lines: commentLines(finding, null), anchor, reference: null };
    const role = document.blocks[finding.place.block]?.role;
    const where = role === "header" || role === "footer" ? role : "footnote";
    const reference = where === "footnote" ? noteIds.reference(anchor) : null;
    return { lines: commentLines(finding, where), anchor: top, reference };
  });
}

/** The nodes and paragraphs that the notes need of the main part. */
export function wantedFor(notes: readonly Note[]): WantedFromPart {
  const nodes = new Set<number>();
  const paragraphs = new Set<number>();
  for (const { anchor } of notes) {
    if (anchor.from && anchor.to) nodes.add(anchor.from.node).add(anchor.to.node);
    else paragraphs.add(anchor.paragraph);
  }
  return { nodes, paragraphs };
}

/** Where a note's words begin and end. */
export function rangeOf({ anchor, reference }: Note, map: PartMap): [Cut, Cut] {
  const mark = reference === null ? undefined : map.noteReferences.get(reference);
  if (mark) return cutAround(map.xml, mark.holder, mark.before);
  const from = anchor.from && map.nodes.get(anchor.from.node);
  const to = anchor.to && map.nodes.get(anchor.to.node);
  if (anchor.from && anchor.to && from && to) {
    return [cutBefore(map.xml, from, anchor.from.offset), cutAfter(map.xml, to, anchor.to.offset)];
  }
  const paragraph = map.paragraphs.get(anchor.paragraph) ?? map.firstParagraph;
  const cut = cutInParagraph(map.xml, paragraph, map.body);
  return [cut, cut];
}

function firstAnchor(document: OfficialDocument, part: string): Anchor {
  const block = document.blocks.findIndex(({ origin }) => origin.kind === "docx" && origin.part === part);
  const end = document.blocks[block]?.text.length ?? 0;
  return anchorOf(document, { block, start: 0, end }) ?? { part, paragraph: -1, from: null, to: null };
}

const EVERY = { has: () => true };

/** Finds the notes in which paragraphs of the notes' parts stand; reads a part when first asked for. */
class NoteIds {
  private readonly parts = new Map<string, { kind: string; map: PartMap }>();

  constructor(private readonly pack: DocxPackage) {}

  reference({ part, paragraph }: Anchor): string | null {
    const known = this.parts.get(part) ?? this.read(part);
    const id = known.map.notes.get(paragraph);
    return id === undefined ? null : `${known.kind} ${id}`;
  }

  private read(part: string): { kind: string; map: PartMap } {
    const related = this.pack.relationships(this.pack.mainPart).find(({ target }) => target === part);
    const map = new PartMap(this.pack.read([part]).get(part) ?? "", { paragraphs: EVERY });
    const read = { kind: related?.type === "endnotes" ? "endnote" : "footnote", map };
    this.parts.set(part, read);
    return read;
  }
}
