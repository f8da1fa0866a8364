import type { Draft } from "../draft";

/** Shows a draft's marks (下划线). One painter a draft. */
export interface Painter {
  /** Marks of these paragraphs changed. */
  marksChanged(paragraphs: ReadonlySet<string>): void;
  /** Something scrolled, grew or moved. */
  layoutChanged(): void;
  dispose(): void;
}

export type MakePainter = (draft: Draft) => Painter;
