import { defineRule } from "../../linter/engine/rule";
import { standard } from "./basis";
import { badSample, SAMPLE, sample } from "./sample";
import { sectionPlace } from "./sectionPlace";
import { type SetDocument, setDocument } from "./setDocument";
import { measure } from "./sizes";

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** A grid that misses by less than this is meant to fit: its lengths are rounded. */
const ROUNDING = 0.05;

export const grid = defineRule({
  id: "layout/grid",
  title: "每面行数、每行字数不合格式",
  group: "layout",
  severity: "info",
  basis: standard("5.2.3"),
  description: [
    "一般每面排 22 行，每行排 28 个字，并撑满版心。行数按版心高和正文在文档网格上的实际行距算：一行文字高过网格的，占两格。" +
      "字数按版心宽和网格的字距算。正文行距是固定值的，网格不起作用，行数见 `layout/line-pitch`；没有设字符网格的，不看字数。",
    "三号字不设字符网格时每行排 27 字，行距取整也会差一行，所以与 `lines`、`characters` 相差不超过 `tolerance` 的不报告。",
  ].join("\n\n"),
  examples: {
    good: [
      sample("每面 22 行、每行 28 字", {}),
      sample("正文行距为固定值，网格不起作用", { gridPitch: 15.6, linePitch: 28 }),
    ],
    bad: [
      badSample("网格行距 15.6 磅，三号字占两格，每面 20 行", { gridPitch: 15.6 }, SAMPLE.title),
      badSample("网格行距 25 磅，每面 25 行", { gridPitch: 25 }, SAMPLE.title),
    ],
  },
  defaults: { lines: 22, characters: 28, tolerance: 1 },
  schema: (z) => {
    const count = z.number().int().min(0);
    return z.object({ lines: count, characters: count, tolerance: count }).partial();
  },
  *check(context) {
    const set = setDocument(context);
    const { lines, characters, tolerance } = context.options;
    for (const section of set?.sections ?? []) {
      if (!set) return;
      const found = fitting(set, section.index);
      const wrong: string[] = [];
      if (found.lines !== null && Math.abs(found.lines - lines) > tolerance)
        wrong.push(`每面排 ${found.lines} 行（应为 ${lines} 行，正文行距 ${measure(found.pitch ?? 0)} 磅）`);
      if (found.characters !== null && Math.abs(found.characters - characters) > tolerance)
        wrong.push(`每行排 ${found.characters} 字（应为 ${characters} 字）`);
      if (wrong.length === 0) continue;
      yield {
        place: sectionPlace(context, section),
        message: `按文档网格${wrong.join("，")}。`,
        suggestions: [`在页面设置的文档网格中指定每页 ${lines} 行、每行 ${characters} 字。`],
      };
      return;
    }
  },
});

/** How many lines of running text fit on a page of the section, and how many characters on a line; null: not known. */
function fitting(set: SetDocument, section: number) {
  const { page, margins, grid: net } = set.layout.sections[section] ?? {};
  const nothing = { lines: null, characters: null, pitch: null };
  if (!page || !margins || !net || page.width > page.height) return nothing;
  const height = (page.height - margins.top - margins.bottom) * POINTS_PER_MILLIMETRE;
  const width = (page.width - margins.left - margins.right) * POINTS_PER_MILLIMETRE;
  const body = set.body.filter(({ layout }) => layout.section === section);
  const pitch = mostCommon(body.map(({ layout }) => (layout.onGrid ? layout.linePitch : null)));
  return {
    lines: pitch === null ? null : Math.floor(height / pitch + ROUNDING),
    characters:
      net.characterPitch === null || body.length === 0
        ? null
        : Math.floor(width / net.characterPitch + ROUNDING),
    pitch,
  };
}

function mostCommon(values: readonly (number | null)[]): number | null {
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
