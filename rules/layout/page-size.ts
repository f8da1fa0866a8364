import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { badSample, SAMPLE, sample } from "./sample";
import { sectionPlace } from "./sectionPlace";
import { setDocument } from "./setDocument";
import { measure } from "./sizes";

const A4 = { width: 210, height: 297 };

export const pageSize = defineRule({
  id: "layout/page-size",
  title: "纸张不是 A4",
  group: "layout",
  severity: "info",
  basis: standard("5.1"),
  description:
    "公文用纸采用 A4 型纸，幅面 210 毫米×297 毫米。横排的页面长宽对调，同样算 A4；相差不超过选项 `tolerance`（毫米）的不报告。" +
    "只看公文本身和所印发文本所在的节，附件不看。自动修改保持纸张方向，以修订方式写入。",
  examples: {
    good: [
      sample("A4 纸", {}),
      sample("横排的 A4 纸", { page: { width: 297, height: 210 }, margins: [28, 37, 26, 35] }),
    ],
    bad: [
      badSample("信纸", { page: { width: 215.9, height: 279.4 } }, SAMPLE.title),
      badSample("16 开纸", { page: { width: 184, height: 260 } }, SAMPLE.title),
    ],
  },
  defaults: { tolerance: 1 },
  schema: (z) => z.object({ tolerance: z.number().min(0) }).partial(),
  *check(context) {
    const set = setDocument(context);
    const wrong = (set?.sections ?? []).flatMap(({ index, first }) => {
      const page = set?.layout.sections[index]?.page;
      if (!page) return [];
      const wide = page.width > page.height;
      const wanted = wide ? { width: A4.height, height: A4.width } : A4;
      const off = Math.max(Math.abs(page.width - wanted.width), Math.abs(page.height - wanted.height));
      return off > context.options.tolerance ? [{ index, first, page, wanted }] : [];
    });
    const [found] = wrong;
    if (!found) return;
    const { width, height } = found.page;
    yield {
      place: sectionPlace(context, found),
      message: `纸张为 ${measure(width)}×${measure(height)} 毫米，应为 A4（210×297 毫米）。`,
      suggestions: ["把纸张改为 A4，改后核对分页。"],
      fix: {
        safety: "safe",
        title: "纸张设为 A4",
        edits: [],
        formats: wrong.map(({ index, wanted }) => ({ target: "section", section: index, page: wanted })),
      },
    };
  },
});
