import type { RunSegment } from "../../document/block";
import type { OfficialDocument } from "../../document/document";
import type { Place } from "../../document/place";

/** A position in a text node of a part. */
export interface NodePosition {
  node: number;
  offset: number;
}

/** 锚点: what a place stands on in the file. `from` and `to` are null when its block has no text of its own. */
export interface Anchor {
  part: string;
  paragraph: number;
  from: NodePosition | null;
  to: NodePosition | null;
}

/**
 * Null for a place in no block of a .docx. Computed text (automatic numbers) and a place between two characters are
 * anchored to the next real character, at the end of the block to the last one.
 */
export function anchorOf(document: OfficialDocument, wanted: Place): Anchor | null {
  const place = wanted.end > wanted.start ? wanted : { ...wanted, end: wanted.start + 1 };
  const origin = document.blocks[place.block]?.origin;
  if (origin?.kind !== "docx") return null;
  const { part, paragraph } = origin;
  const real = realSegments(origin.segments);
  const covered = real.filter(({ start, end }) => start < place.end && end > place.start);
  const [first] = covered;
  const last = covered[covered.length - 1];
  if (first && last) {
    return {
      part,
      paragraph,
      from: position(first, Math.max(place.start, first.start)),
      to: position(last, Math.min(place.end, last.end)),
    };
  }
  const next = real.find(({ start }) => start >= wanted.end);
  const before = real[real.length - 1];
  const at = next?.start ?? (before ? before.end - 1 : 0);
  const segment = next ?? before;
  if (!segment) return { part, paragraph, from: null, to: null };
  return { part, paragraph, from: position(segment, at), to: position(segment, at + 1) };
}

export function realSegments(segments: readonly RunSegment[]): (RunSegment & { node: number })[] {
  return segments.filter((segment): segment is RunSegment & { node: number } => segment.node !== null);
}

export function position({ node, offset, start }: RunSegment & { node: number }, at: number): NodePosition {
  return { node, offset: offset + at - start };
}
