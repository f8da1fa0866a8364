import type { SectionLayout } from "../../linter/document/layout";
import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { badSample, SAMPLE, sample } from "./sample";
import { sectionPlace } from "./sectionPlace";
import { setDocument } from "./setDocument";
import { measure } from "./sizes";

type Margins = NonNullable<SectionLayout["margins"]>;

const SIDES = [
  ["top", "上"],
  ["bottom", "下"],
  ["left", "左"],
  ["right", "右"],
] as const;

export const margins = defineRule<Margins & { tolerance: number }>({
  id: "layout/margins",
  title: "页边距不合格式",
  group: "layout",
  severity: "info",
  basis: standard("5.2.1"),
  description:
    "天头（上白边）37 毫米±1 毫米，订口（左白边）28 毫米±1 毫米，版心 156 毫米×225 毫米；A4 纸的右、下白边因此为 26 毫米和 35 毫米。" +
    "装订线计入所在的一边。只看纵向的页面，附件不看。自动修改以修订方式写入，不改分页以外的内容。" +
    "选项 `top`、`bottom`、`left`、`right` 为应有的边距，`tolerance` 为容许的偏差，均以毫米计。",
  examples: {
    good: [
      sample("上 37、下 35、左 28、右 26 毫米", {}),
      sample("左 28.8 毫米，在容许的偏差以内", { margins: [37, 25.4, 35, 28.8] }),
    ],
    bad: [
      badSample("四边都是 25.4 毫米", { margins: [25.4, 25.4, 25.4, 25.4] }, SAMPLE.title),
      badSample("左 31.8 毫米", { margins: [37, 26, 35, 31.8] }, SAMPLE.title),
    ],
  },
  defaults: { top: 37, bottom: 35, left: 28, right: 26, tolerance: 1 },
  schema: (z) => {
    const length = z.number().min(0);
    return z
      .object({ top: length, bottom: length, left: length, right: length, tolerance: length })
      .partial();
  },
  *check(context) {
    const set = setDocument(context);
    const { tolerance, ...wanted } = context.options;
    const wrong = (set?.sections ?? []).flatMap(({ index, first }) => {
      const { page, margins: found } = set?.layout.sections[index] ?? {};
      if (!found || (page && page.width > page.height)) return [];
      // A length that a file holds in twentieths of a point is never quite the one in millimetres.
      const off = SIDES.filter(([side]) => Math.abs(found[side] - wanted[side]) > tolerance + 0.05);
      return off.length > 0 ? [{ index, first, found, off }] : [];
    });
    const [one] = wrong;
    if (!one) return;
    const differences = one.off.map(
      ([side, name]) => `${name} ${measure(one.found[side])} 毫米（应为 ${measure(wanted[side])} 毫米）`,
    );
    yield {
      place: sectionPlace(context, one),
      message: `页边距${differences.join("、")}。`,
      suggestions: ["在页面设置中改正页边距，改后核对分页。"],
      fix: {
        safety: "safe",
        title: `页边距设为上 ${wanted.top}、下 ${wanted.bottom}、左 ${wanted.left}、右 ${wanted.right} 毫米`,
        edits: [],
        formats: wrong.map(({ index }) => ({ target: "section", section: index, margins: wanted })),
      },
    };
  },
});
