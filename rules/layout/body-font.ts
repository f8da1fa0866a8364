import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { deviation, type Lettering, setLetters } from "./fonts";
import { headingsOf } from "./headings";
import { badSample, SAMPLE, sample } from "./sample";
import { placeOf, setDocument } from "./setDocument";
import { sizeName } from "./sizes";

export const bodyFont = defineRule<Lettering>({
  id: "layout/body-font",
  title: "正文字体、字号不合格式",
  group: "layout",
  severity: "info",
  basis: standard("5.2.2、7.3.3"),
  description: [
    "正文一般用三号（16 磅）仿宋体字。按汉字看每段占多数的字体和字号，经主题、默认格式、样式和直接格式逐层得出；数字和字母用什么字体不管。" +
      "字体名含有“仿宋”或者“FangSong”的都算，如仿宋_GB2312、方正仿宋_GBK、华文仿宋。小标题不算，见 `layout/heading-font`。文件没有写明字体或者字号的，不判断。",
    "只看公文本身和所印发文本里成句的段落，以及主送机关、附件说明、署名、成文日期和附注（没有特别规定的要素也用三号仿宋）；附件、表格、章节标题不看。一份文件只报告一次。自动修改只改不符的文字，以修订方式写入。" +
      "用 `fonts` 列出认可的字体名（含其中之一即可，第一个用于修改），用 `size` 写字号（磅）。",
  ].join("\n\n"),
  examples: {
    good: [sample("三号仿宋_GB2312", {}), sample("三号华文仿宋", { bodyFont: "STFangsong" })],
    bad: [
      badSample("三号宋体", { bodyFont: "宋体" }, SAMPLE.addressees),
      badSample("四号仿宋", { bodySize: 14 }, SAMPLE.addressees),
    ],
  },
  defaults: { fonts: ["仿宋", "FangSong"], size: 16 },
  schema: (z) => z.object({ fonts: z.array(z.string()).min(1), size: z.number().positive() }).partial(),
  *check(context) {
    const set = setDocument(context);
    const { options } = context;
    const paragraphs = new Map(
      [...(set?.body ?? []), ...(set?.elements ?? [])].map((one) => [one.index, one]),
    );
    // What heads a paragraph, or is one, is for layout/heading-font.
    const headed = new Map(headingsOf(context).map(({ set: { index }, span }) => [index, span.end]));
    for (const [index, { block }] of paragraphs)
      if (headed.get(index) === block.text.length) paragraphs.delete(index);
    const ordered = [...paragraphs.values()].sort((a, b) => a.index - b.index);
    const wrong = ordered.flatMap((paragraph) => {
      const found = deviation(paragraph, options);
      return found === null ? [] : [{ paragraph, found }];
    });
    const [first] = wrong;
    if (!first) return;
    const wanted = `${sizeName(options.size)}${options.fonts[0]}`;
    yield {
      place: placeOf(first.paragraph),
      message: `正文、主送机关、署名等 ${ordered.length} 段中有 ${wrong.length} 段不是${wanted}，第一处为${first.found}。`,
      suggestions: [`把正文改为${wanted}，段内的黑体、楷体小标题除外。`],
      fix: {
        safety: "safe",
        title: `设为${wanted}`,
        edits: [],
        formats: wrong.flatMap(({ paragraph }) =>
          setLetters(paragraph, options, headed.get(paragraph.index)),
        ),
      },
    };
  },
});
