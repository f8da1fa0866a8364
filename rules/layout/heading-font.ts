import type { FormatEdit } from "../../linter/engine/finding";
import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { isFont } from "./fonts";
import { type Heading, headingsOf } from "./headings";
import { badSample, HEADED, headedSample } from "./sample";

interface Options {
  first: readonly string[];
  second: readonly string[];
}

const LEVELS = [
  { level: 1, name: "一级小标题（如“一、”）", fonts: ({ first }: Options) => first },
  { level: 2, name: "二级小标题（如“（一）”）", fonts: ({ second }: Options) => second },
] as const;

export const headingFont = defineRule<Options>({
  id: "layout/heading-font",
  title: "小标题字体不合格式",
  group: "layout",
  severity: "info",
  basis: standard("7.3.3"),
  description: [
    "结构层次一般第一层“一、”用黑体字、第二层“（一）”用楷体字，第三层、第四层和正文一样用仿宋体字（见 `layout/body-font`）。" +
      "按汉字看每个小标题占多数的字体，经样式和直接格式逐层得出；独占一段的看整段，后面接着写正文的只看第一句。加粗与否不管，文件没有写明字体的不判断。",
    "只看公文本身和所印发文本里成组的小标题：从一起连续编号、至少两个，而且个个都是小标题的。编了号的整段话、列举项、条款下的项不是小标题，不看。一份文件只报告一次。" +
      "自动修改以修订方式写入，只改独占一段的，和与后面正文字体本来就不同的；和正文连在一起、字体也一样的，请手工修改。" +
      "用 `first`、`second` 列出两级认可的字体名（含其中之一即可，第一个用于修改）。",
  ].join("\n\n"),
  examples: {
    good: [
      headedSample("一级黑体，二级楷体，正文接在二级小标题之后", {}),
      headedSample("方正字体", { headingFonts: ["方正黑体_GBK", "方正楷体_GBK"] }),
    ],
    bad: [
      badSample("一级用仿宋", { headingFonts: ["仿宋_GB2312", "楷体_GB2312"] }, HEADED.first, HEADED.text),
      badSample("二级也用黑体", { headingFonts: ["黑体", "黑体"] }, HEADED.second, HEADED.text),
    ],
  },
  defaults: { first: ["黑体", "SimHei", "Heiti"], second: ["楷体", "KaiTi"] },
  schema: (z) => {
    const fonts = z.array(z.string()).min(1);
    return z.object({ first: fonts, second: fonts }).partial();
  },
  *check(context) {
    const headings = headingsOf(context);
    const told = LEVELS.flatMap(({ level, name, fonts }) => {
      const wanted = fonts(context.options);
      const all = headings.filter((heading) => heading.level === level);
      const wrong = all.flatMap((heading) => {
        const found = fontOf(heading);
        return found === null || isFont(found, wanted) ? [] : [{ heading, found }];
      });
      const [first] = wrong;
      if (!first) return [];
      const font = wanted[0] ?? "";
      return [
        {
          first: first.heading,
          font,
          message: `${name} ${all.length} 处中有 ${wrong.length} 处不是${font}，第一处为“${first.found}”`,
          formats: wrong.flatMap(({ heading }) => setFont(heading, wanted)),
        },
      ];
    });
    const place = told.map(({ first }) => first).sort((a, b) => a.set.index - b.set.index)[0];
    if (!place) return;
    const fonts = told.map(({ font }) => font).join("、");
    const formats = told.flatMap((level) => level.formats);
    yield {
      place: { block: place.set.index, ...place.span },
      message: `${told.map(({ message }) => message).join("；")}。`,
      suggestions: told.map(
        ({ first, font }) => `把${first.level === 1 ? "一级" : "二级"}小标题改为${font}，后面的正文不改。`,
      ),
      fix: formats.length > 0 ? { safety: "safe", title: `小标题设为${fonts}`, edits: [], formats } : null,
    };
  },
});

const CHINESE = /\p{Script=Han}/gu;

/** The font of most of a heading's Chinese characters; null where nothing states it. */
function fontOf({ set: { block, layout }, span }: Heading): string | null {
  const counts = new Map<string | null, number>();
  for (const { start, end, font } of layout.runs) {
    const count = block.text.slice(start, Math.min(end, span.end)).match(CHINESE)?.length ?? 0;
    counts.set(font, (counts.get(font) ?? 0) + count);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] > 0 ? most[0] : null;
}

/** Nothing where the heading's last letters are set like the text behind it: they may stand in one run with it. */
function setFont({ set: { index, block, layout }, span }: Heading, wanted: readonly string[]): FormatEdit[] {
  const apart = span.end === block.text.length || layout.runs.some(({ end }) => end === span.end);
  const [font] = wanted;
  if (!apart) return [];
  return layout.runs.flatMap(({ start, end, font: own }): FormatEdit[] =>
    end > span.end || own === null || isFont(own, wanted)
      ? []
      : [{ target: "text", place: { block: index, start, end }, font }],
  );
}
