import type { Span } from "./place";

/** 版面: how a draft is set, in terms of no format. What a file leaves to the program that opens it is null. */
export interface DocumentLayout {
  sections: readonly SectionLayout[];
  /** For each block of the document; null for blocks outside the body (notes, headers, footers). */
  blocks: readonly (BlockLayout | null)[];
}

/** 节: a stretch of the body with one page set-up. */
export interface SectionLayout {
  /** 纸张, in millimetres as the page is turned. */
  page: { width: number; height: number } | null;
  /** 页边距, in millimetres; the binding edge is counted to its side. */
  margins: { top: number; right: number; bottom: number; left: number } | null;
  /** 文档网格, pitches in points: lines bind text that snaps to them, characters only where the grid has them. */
  grid: { linePitch: number; characterPitch: number | null } | null;
  /** 页码 of right-hand (odd) and left-hand (even) pages; null where the page bears none. */
  pageNumbers: { odd: PageNumber | null; even: PageNumber | null };
}

/** 页码 */
export interface PageNumber {
  position: "left" | "center" | "right" | "outside" | null;
  font: string | null;
  /** Points. */
  size: number | null;
  /** Between two dashes: — 1 — */
  dashes: boolean;
}

/** 段落格式: what a block comes to. Characters (字) are as wide as the block's own size. */
export interface BlockLayout {
  /** Index of the section it stands in. */
  section: number;
  align: "left" | "center" | "right" | "justified";
  /** 首行缩进 and 左右缩进, in characters; a hanging first line is negative. Null where the size is not known. */
  firstLine: number | null;
  left: number | null;
  right: number | null;
  /** Blanks typed in front of the text and behind it, in characters; null where there are tabs. */
  blanksBefore: number | null;
  blanksBehind: number | null;
  /** It stands behind a line break of its paragraph: its first line is none of the paragraph's. */
  continues: boolean;
  /** The paragraph bears an automatic number or mark. */
  numbered: boolean;
  /** 行距 in points; null where it hangs on the fonts at hand. */
  linePitch: number | null;
  /** The pitch is that of the grid, or a multiple of it. */
  onGrid: boolean;
  /** 字体 of Chinese characters and 字号 in points, those of most of the text. */
  font: string | null;
  size: number | null;
  runs: readonly RunLayout[];
}

/** Part of a block's text that is set alike. */
export interface RunLayout extends Span {
  font: string | null;
  size: number | null;
}
