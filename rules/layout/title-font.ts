import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { deviation, type Lettering, setLetters } from "./fonts";
import { badSample, SAMPLE, sample } from "./sample";
import { placeOf, setDocument } from "./setDocument";
import { sizeName } from "./sizes";

export const titleFont = defineRule<Lettering>({
  id: "layout/title-font",
  title: "标题字体、字号不合格式",
  group: "layout",
  severity: "info",
  basis: standard("7.3.1"),
  description: [
    "标题一般用二号（22 磅）小标宋体字。字体名含有“小标宋”或者“XiaoBiaoSong”的都算，如方正小标宋简体、方正小标宋_GBK；" +
      "宋体加粗、华文中宋、黑体不是小标宋，默认不算，单位惯用的可以加到选项 `fonts` 里。文件没有写明字体或者字号的，不判断。",
    "标题分成几段的，逐段看，一份文件只报告一次。自动修改以修订方式写入，第一个字体用于修改。",
  ].join("\n\n"),
  examples: {
    good: [sample("二号方正小标宋简体", {}), sample("二号方正小标宋_GBK", { titleFont: "方正小标宋_GBK" })],
    bad: [
      badSample("二号宋体", { titleFont: "宋体" }, SAMPLE.title),
      badSample("三号小标宋", { titleSize: 16 }, SAMPLE.title),
    ],
  },
  defaults: { fonts: ["方正小标宋简体", "小标宋", "XiaoBiaoSong"], size: 22 },
  schema: (z) => z.object({ fonts: z.array(z.string()).min(1), size: z.number().positive() }).partial(),
  *check(context) {
    const { options } = context;
    const wrong = (setDocument(context)?.title ?? []).flatMap((line) => {
      const found = deviation(line, options);
      return found === null ? [] : [{ line, found }];
    });
    const [first] = wrong;
    if (!first) return;
    const wanted = `${sizeName(options.size)}${options.fonts[0]}`;
    yield {
      place: placeOf(first.line),
      message: `标题为${first.found}，应为${sizeName(options.size)}小标宋体。`,
      suggestions: [`把标题改为${wanted}。`],
      fix: {
        safety: "safe",
        title: `设为${wanted}`,
        edits: [],
        formats: wrong.flatMap(({ line }) => setLetters(line, options)),
      },
    };
  },
});
