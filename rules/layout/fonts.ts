import type { FormatEdit } from "../../linter/engine/finding";
import type { SetBlock } from "./setDocument";
import { sizeName } from "./sizes";

/** What letters are expected: a font by any of these parts of its name, and a size in points. */
export interface Lettering {
  fonts: readonly string[];
  size: number;
}

/** 仿宋 also stands for 仿宋_GB2312, 方正仿宋_GBK, 华文仿宋; FangSong for STFangsong. */
export function isFont(font: string, names: readonly string[]): boolean {
  const plain = font.toLowerCase();
  return names.some((name) => plain.includes(name.toLowerCase()));
}

/** Fonts of headings inside the running text (一、 黑体, （一） 楷体), which are no deviation of it. */
const HEADING_FONTS = ["黑体", "SimHei", "楷体", "KaiTi"];

/** What is wrong with most of a block's letters; what is not known is not wrong. */
export function deviation({ layout: { font, size }, heading }: SetBlock, expected: Lettering): string | null {
  const wrongFont =
    font !== null && !isFont(font, expected.fonts) && !(heading && isFont(font, HEADING_FONTS));
  const wrongSize = size !== null && size !== expected.size;
  if (!wrongFont && !wrongSize) return null;
  return [font && `“${font}”`, size !== null && sizeName(size)].filter(Boolean).join("、");
}

/** Sets all of a block's letters that deviate; headings inside it keep their font, as does all up to `headed`. */
export function setLetters(
  { index, layout, heading }: SetBlock,
  expected: Lettering,
  headed = 0,
): FormatEdit[] {
  const [font] = expected.fonts;
  return layout.runs.flatMap((run): FormatEdit[] => {
    const likeHeading =
      (heading || run.font !== layout.font) && run.font !== null && isFont(run.font, HEADING_FONTS);
    const own = likeHeading || run.end <= headed;
    const change = {
      ...(run.font !== null && !own && !isFont(run.font, expected.fonts) ? { font } : {}),
      ...(run.size !== null && run.size !== expected.size ? { size: expected.size } : {}),
    };
    if (change.font === undefined && change.size === undefined) return [];
    return [{ target: "text", place: { block: index, start: run.start, end: run.end }, ...change }];
  });
}
