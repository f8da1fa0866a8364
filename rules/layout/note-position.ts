import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { badSample, SAMPLE, sample } from "./sample";
import { placeOf, setDocument } from "./setDocument";
import { measure } from "./sizes";

export const notePosition = defineRule({
  id: "layout/note-position",
  title: "附注没有左空二字",
  group: "layout",
  severity: "info",
  basis: standard("7.3.6"),
  description:
    "附注居左空二字加圆括号，编排在成文日期下一行。附注居中、居右或者左空不是二字的报告；与成文日期写在同一段、用制表符定位的不看。" +
    "`tolerance` 为容许的偏差（字）。自动修改只设居左、没有空格和左缩进的附注，以修订方式写入。",
  examples: {
    good: [sample("左空二字", {}), sample("左空二字，四号字", { bodySize: 14 })],
    bad: [
      badSample("顶格", { noteFirstLine: 0 }, SAMPLE.note),
      badSample("左空四字", { noteFirstLine: 4 }, SAMPLE.note),
    ],
  },
  defaults: { tolerance: 0.5 },
  schema: (z) => z.object({ tolerance: z.number().min(0) }).partial(),
  *check(context) {
    const { note } = context.facts.elements;
    const set = setDocument(context)?.at(note?.place?.block);
    if (!set || !note?.place || note.place.start > 0 || !context.facts.blocks[set.index]?.shape.note) return;
    const { align, left, firstLine, blanksBefore, numbered, size } = set.layout;
    if (left === null || firstLine === null || blanksBefore === null || numbered) return;
    const found = left + firstLine + blanksBefore;
    const aside = align === "center" || align === "right";
    if (!aside && Math.abs(found - 2) <= context.options.tolerance) return;
    const where = aside ? (align === "center" ? "居中" : "居右") : `左空 ${measure(found)} 字`;
    yield {
      place: placeOf(set),
      message: `附注${where}，应居左空二字。`,
      suggestions: ["把附注设为居左、首行缩进 2 字符，放在成文日期下一行。"],
      fix:
        aside || left !== 0 || blanksBefore > 0 || size === null
          ? null
          : {
              safety: "safe",
              title: "首行缩进 2 字符",
              edits: [],
              formats: [{ target: "paragraph", block: set.index, firstLine: 2, size }],
            },
    };
  },
});
