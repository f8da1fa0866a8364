import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { badSample, SAMPLE, sample } from "./sample";
import { placeOf, setDocument } from "./setDocument";
import { measure } from "./sizes";

export const linePitch = defineRule({
  id: "layout/line-pitch",
  title: "正文行距过密或过疏",
  group: "layout",
  severity: "info",
  basis: standard("5.2.3"),
  description: [
    "标准没有规定行距，但每面 22 行、版心高 225 毫米，合每行约 29 磅；实践中多用固定值 28 磅至 30 磅。" +
      "正文行距小于选项 `least` 或者大于 `most`（磅）的才报告，一份文件只报告一次。",
    "只看写明了磅值的行距；依文档网格的行距见 `layout/grid`，单倍、多倍行距而没有网格的，取决于字体，不判断。",
  ].join("\n\n"),
  examples: {
    good: [sample("固定值 28 磅", { linePitch: 28 }), sample("固定值 30 磅", { linePitch: 30 })],
    bad: [
      badSample("固定值 20 磅", { linePitch: 20 }, SAMPLE.body),
      badSample("固定值 36 磅", { linePitch: 36 }, SAMPLE.body),
    ],
  },
  defaults: { least: 26, most: 32 },
  schema: (z) => z.object({ least: z.number().positive(), most: z.number().positive() }).partial(),
  *check(context) {
    const set = setDocument(context);
    const { least, most } = context.options;
    const wrong = (set?.body ?? []).flatMap((paragraph) => {
      const { linePitch: pitch, onGrid } = paragraph.layout;
      return pitch === null || onGrid || (pitch >= least && pitch <= most) ? [] : [{ paragraph, pitch }];
    });
    const [first] = wrong;
    if (!set || !first) return;
    yield {
      place: placeOf(first.paragraph),
      message:
        `正文 ${set.body.length} 段中有 ${wrong.length} 段行距不在 ${least} 磅至 ${most} 磅之间，第一处为 ${measure(first.pitch)} 磅。` +
        "每面 22 行合每行约 29 磅。",
      suggestions: ["把正文行距设为固定值 28 磅至 30 磅，或者按每面 22 行设置文档网格。"],
    };
  },
});
