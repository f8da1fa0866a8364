import { type Cut, preserveBlanks } from "./cut";
import { withFreshIds } from "./freshIds";
import { wordNamespace } from "./markup";
import type { TextNode } from "./partMap";
import type { Splices } from "./splices";

/** The words a comment is on. */
export interface CommentRange {
  id: number;
  from: Cut;
  to: Cut;
}

/** Order at one point: what is open ends, old ranges end, new ones begin, and what was open goes on. */
const CLOSE = 0;
const END = 1;
const REFERENCE = 2;
const START = 3;
const OPEN = 4;

/**
 * Puts the marks of comments into a part. The mark that shows the comment stands outside of tracked changes, hyperlinks
 * and content controls: rejecting an insertion must not lose the comment on it.
 *
 * @param freshId gives ids for revisions that a run parted in two has twice
 */
export function markComments(
  xml: string,
  ranges: readonly CommentRange[],
  splices: Splices,
  freshId: () => string,
): void {
  const { declaration } = wordNamespace(xml);
  const points = new Set<number>();
  const parted = new Set<TextNode>();
  const cut = ({ at, close, open, removes, parted: node }: Cut) => {
    if (node && !parted.has(node)) {
      parted.add(node);
      preserveBlanks(xml, node, splices);
    }
    if (points.has(at)) return;
    points.add(at);
    splices.insert(at, close, CLOSE);
    splices.insert(at, withFreshIds(open, freshId), OPEN);
    if (removes > 0) splices.replace(at, at + removes, "");
  };
  for (const { id, from, to } of ranges) {
    cut(from);
    cut(to);
    // A range of no length begins before it ends.
    splices.insert(
      from.at,
      `<w:commentRangeStart${declaration} w:id="${id}"/>`,
      from.at === to.at ? END : START,
    );
    splices.insert(to.at, `<w:commentRangeEnd${declaration} w:id="${id}"/>`, END);
    splices.insert(to.behind, reference(id, declaration), REFERENCE);
  }
}

function reference(id: number, declaration: string): string {
  return `<w:r${declaration}><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
}
