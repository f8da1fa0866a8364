import { pointedAt } from "../adapters/adapter";
import { windowOf } from "../adapters/inputPaths";
import type { Draft } from "../draft";
import { type Box, cutToScrollers, toTopWindow } from "../drawing/geometry";
import type { Mark } from "../typing/marks";

/** Where a mark's words stand in this window. */
export function boxesOf(draft: Draft, mark: Mark): Box[] {
  const { adapter } = draft;
  return toTopWindow(cutToScrollers(adapter.rectangles(mark), pointedAt(adapter)), windowOf(adapter.element));
}

/**
 * Finds the mark under a point. The places of all marks are measured once after each change, so that moving the pointer
 * over a long draft costs nothing.
 */
export class Pointing {
  private places: { mark: Mark; box: Box }[] | null = null;

  constructor(private readonly draft: Draft) {}

  /** Marks, text or layout changed. */
  forget(): void {
    this.places = null;
  }

  at(x: number, y: number): { mark: Mark; box: Box } | null {
    this.places ??= this.draft
      .allMarks()
      .flatMap((mark) => boxesOf(this.draft, mark).map((box) => ({ mark, box })));
    const hits = this.places.filter(
      ({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom + 3,
    );
    // The shortest of several is the most particular.
    return hits.sort((a, b) => a.mark.end - a.mark.start - (b.mark.end - b.mark.start))[0] ?? null;
  }
}
