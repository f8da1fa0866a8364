import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { badSample, SAMPLE, sample } from "./sample";
import { placeOf, type SetBlock, setDocument } from "./setDocument";
import { measure } from "./sizes";

/** A paragraph that may be longer than a line shows where its further lines begin. */
const LONGER_THAN_A_LINE = 30;

export const indent = defineRule({
  id: "layout/indent",
  title: "正文段首没有空二字",
  group: "layout",
  severity: "info",
  basis: standard("7.3.3"),
  description:
    "正文每个自然段左空二字，回行顶格。用首行缩进和用空格空出来的都算，两样加在一起超过二字的要报告；自动编号的段落、软回车之后的行和用制表符开头的不看。" +
    "相差不超过 `tolerance`（字）的不报告，一份文件只报告一次。自动修改只设没有空格、没有左缩进的段落，以修订方式写入。" +
    "`characters` 为应空的字数。",
  examples: {
    good: [sample("首行缩进 2 字符", {}), sample("四号字，首行缩进 2 字符", { bodySize: 14 })],
    bad: [
      badSample("没有缩进", { firstLine: 0 }, SAMPLE.body),
      badSample("首行缩进 4 字符", { firstLine: 4 }, SAMPLE.body),
    ],
  },
  defaults: { characters: 2, tolerance: 0.3 },
  schema: (z) => z.object({ characters: z.number().min(0), tolerance: z.number().min(0) }).partial(),
  *check(context) {
    const set = setDocument(context);
    const { characters, tolerance } = context.options;
    const wrong = (set?.body ?? []).flatMap((paragraph) => {
      const found = indentsOf(paragraph);
      if (!found) return [];
      const offFirst = Math.abs(found.first - characters) > tolerance;
      const offRest = paragraph.block.text.length > LONGER_THAN_A_LINE && Math.abs(found.rest) > tolerance;
      return offFirst || offRest ? [{ paragraph, found }] : [];
    });
    const [first] = wrong;
    if (!set || !first) return;
    const formats = wrong.flatMap(({ paragraph: { index, layout }, found }) =>
      found.typed || found.rest !== 0 || layout.size === null
        ? []
        : [{ target: "paragraph" as const, block: index, firstLine: characters, size: layout.size }],
    );
    yield {
      place: placeOf(first.paragraph),
      message:
        `正文 ${set.body.length} 段中有 ${wrong.length} 段不是左空 ${characters} 字、回行顶格，` +
        `第一处首行空 ${measure(first.found.first)} 字、回行空 ${measure(first.found.rest)} 字。`,
      suggestions: [`用首行缩进 ${characters} 字符，不用空格，不设左缩进。`],
      fix:
        formats.length > 0
          ? { safety: "safe", title: `首行缩进 ${characters} 字符`, edits: [], formats }
          : null,
    };
  },
});

/** Where the first line begins and where the others do, in characters; null where that is not known. */
function indentsOf({ layout }: SetBlock): { first: number; rest: number; typed: boolean } | null {
  const { firstLine, left, blanksBefore, numbered, continues } = layout;
  if (numbered || continues || firstLine === null || left === null || blanksBefore === null) return null;
  return { first: left + firstLine + blanksBefore, rest: left, typed: blanksBefore > 0 };
}
