import type { PageNumber } from "../../linter/document/layout";
import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { isFont } from "./fonts";
import { badSample, SAMPLE, sample } from "./sample";
import { sectionPlace } from "./sectionPlace";
import { setDocument } from "./setDocument";
import { sizeName } from "./sizes";

interface Options {
  fonts: readonly string[];
  size: number;
  position: "outside" | "center" | "any";
}

const NAMES = { left: "居左", center: "居中", right: "居右", outside: "居外侧" } as const;

export const pageNumber = defineRule<Options>({
  id: "layout/page-number",
  title: "页码缺失或者不合格式",
  group: "layout",
  severity: "info",
  basis: standard("7.5"),
  description: [
    "页码一般用四号（14 磅）半角宋体阿拉伯数字，编排在版心下边缘之下，数字左右各放一条一字线；单页码居右空一字，双页码居左空一字。" +
      "看页脚里的页码域：有没有、在哪一侧、字体字号、有没有一字线。页脚用制表符定位的，不看位置；没有写明字体字号的，不看字体字号。",
    "信函格式首页不显示页码，函没有页码的不报告。页码居中的单位把选项 `position` 设为 `center`，两样都行的设为 `any`；`fonts`、`size` 为认可的字体和字号（磅）。",
  ].join("\n\n"),
  examples: {
    good: [sample("单页居右、双页居左", {}), sample("正文行距不同，页码不变", { linePitch: 28 })],
    bad: [
      badSample("没有页码", { pageNumber: "none" }, SAMPLE.title),
      badSample("页码居中", { pageNumber: "center" }, SAMPLE.title),
    ],
  },
  defaults: { fonts: ["宋体", "SimSun"], size: 14, position: "outside" },
  schema: (z) =>
    z
      .object({
        fonts: z.array(z.string()).min(1),
        size: z.number().positive(),
        position: z.enum(["outside", "center", "any"]),
      })
      .partial(),
  *check(context) {
    const set = setDocument(context);
    if (!set) return;
    for (const section of set.sections) {
      const { odd, even } = set.layout.sections[section.index]?.pageNumbers ?? { odd: null, even: null };
      const wrong = odd || even ? faults(odd, even, context.options) : ["页脚没有页码"];
      if (wrong.length === 0 || (!odd && !even && context.facts.kind === "函")) continue;
      yield {
        place: sectionPlace(context, section),
        message: `${wrong.join("；")}。`,
        suggestions: [
          `在页脚插入页码：${sizeName(context.options.size)}半角${context.options.fonts[0]}，数字左右各一条一字线，` +
            (context.options.position === "center" ? "居中。" : "单页居右空一字，双页居左空一字。"),
        ],
      };
      return;
    }
  },
});

function faults(
  odd: PageNumber | null,
  even: PageNumber | null,
  { fonts, size, position }: Options,
): string[] {
  const found: string[] = [];
  const missing = odd ? (even ? null : "双") : "单";
  if (missing) found.push(`${missing}页没有页码`);
  const sides = [
    [odd, "right", "单页"],
    [even, "left", "双页"],
  ] as const;
  for (const [number, side, name] of sides) {
    const at = number?.position ?? null;
    if (at === null || position === "any") continue;
    const wanted = position === "center" ? at === "center" : at === side || at === "outside";
    if (!wanted) found.push(`${name}页码${NAMES[at]}（应${position === "center" ? "居中" : NAMES[side]}）`);
  }
  const number = odd ?? even;
  if (!number) return found;
  if (!number.dashes) found.push("页码左右没有一字线");
  if (number.font !== null && !isFont(number.font, fonts))
    found.push(`页码字体为“${number.font}”（应为${fonts[0]}）`);
  if (number.size !== null && number.size !== size)
    found.push(`页码字号为${sizeName(number.size)}（应为${sizeName(size)}）`);
  return found;
}
