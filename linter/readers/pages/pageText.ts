/** 文字块: a run of text where a page shows it. Lengths are in the page's own unit, from its top left corner. */
export interface PlacedText {
  text: string;
  /** Left and right edge. */
  x: number;
  right: number;
  /** Height of the baseline below the top of the page. */
  baseline: number;
  /** Font size (字号): the width of a Han character. */
  size: number;
}

/** 页: what stands on one page, in the order the file draws it. */
export interface PageText {
  /** Counted from 1. */
  number: number;
  height: number;
  texts: PlacedText[];
  /** Text that stands aslant or upright was left out: a watermark, as a rule. */
  skewed: boolean;
}
