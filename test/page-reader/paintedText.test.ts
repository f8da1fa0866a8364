import { describe, expect, test } from "vitest";
import { locate } from "../../entrypoints/content/canvas/locate";
import { type Painting, paintedParagraphs } from "../../entrypoints/content/canvas/paintedText";
import type { PaintedRun } from "../../entrypoints/shared/pageText";

/** Characters are 16 wide and rows 32 apart, as on a page of 20 characters a row. */
const SIZE = 16;
const LEFT = 100;

function run(text: string, row: number, column = 0): PaintedRun {
  const left = LEFT + column * SIZE;
  const top = 50 + row * 32;
  return { text, left, top, right: left + text.length * SIZE, bottom: top + 20 };
}

function page(...runs: PaintedRun[]): Painting {
  return { canvas: {} as HTMLCanvasElement, width: 520, height: 800, runs };
}

const FULL = "各单位要加强组织领导细化工作措施明确责任";

function textsOf(...paintings: Painting[]): string[] {
  return paintedParagraphs(paintings).map(({ text }) => text);
}

describe("paragraphs of what is painted", () => {
  test("are in reading order, however they were painted", () => {
    expect(textsOf(page(run("二、其次。", 1), run("管理", 0, 4), run("一、加强", 0)))).toEqual([
      "一、加强管理",
      "二、其次。",
    ]);
  });

  test("one glyph a call makes the same paragraph", () => {
    const glyphs = [..."一、加强管理"].map((char, column) => run(char, 0, column));
    expect(textsOf(page(...glyphs.reverse()))).toEqual(["一、加强管理"]);
  });

  test("go on over full rows and end with a short one", () => {
    expect(textsOf(page(run(FULL, 0), run("分工。", 1), run("其次。", 2)))).toEqual([
      `${FULL}分工。`,
      "其次。",
    ]);
  });

  test("short rows alone are a paragraph each, the widest of them too", () => {
    const rows = ["云溪县人民政府办公室", "2026年11月20日", "（此件公开发布）"];
    expect(textsOf(page(...rows.map((text, row) => run(text, row))))).toEqual(rows);
  });

  test("begin with an indent, by place or by spaces, also behind a full row", () => {
    expect(textsOf(page(run(FULL, 0), run("其次", 1, 2)))).toEqual([FULL, "其次"]);
    expect(textsOf(page(run(FULL, 0), run("　　其次", 1)))).toEqual([FULL, "　　其次"]);
  });

  test.each(["\u200b", "\r"])("begin and end at the marks that editors paint along (%j)", (mark) => {
    const [first, second] = mark === "\r" ? [FULL + mark, "其次"] : [FULL, `${mark}其次`];
    expect(textsOf(page(run(first, 0), run(second, 1)))).toEqual([FULL, "其次"]);
  });

  test("go on over pages; page numbers are footers", () => {
    const painted = paintedParagraphs([
      page(run(FULL, 0), run("— 1 —", 20, 8)),
      page(run("分工。", 0), run("2", 20, 9)),
    ]);
    expect(painted.filter(({ role }) => role === "footer").map(({ text }) => text)).toEqual(["— 1 —", "2"]);
    expect(painted.filter(({ role }) => role !== "footer").map(({ text }) => text)).toEqual([
      `${FULL}分工。`,
    ]);
  });

  test("know where each character stands, within a run by its edges", () => {
    const mixed = { ...run("第10条", 0), edges: [100, 116, 124, 132] };
    const [paragraph] = paintedParagraphs([page({ ...mixed, right: 148 })]);
    expect(paragraph?.spots.map(({ left, right }) => [left, right])).toEqual([
      [100, 116],
      [116, 124],
      [124, 132],
      [132, 148],
    ]);
  });

  test("an empty canvas has none", () => {
    expect(textsOf(page())).toEqual([]);
  });
});

describe("a document's paragraphs in what is painted", () => {
  test("are found apart from white space, each behind the one before", () => {
    const painted = paintedParagraphs([page(run("同一句话。", 0), run("同一句话。", 1), run("　　末句", 2))]);
    const [first, second, unseen, last] = locate(["同一句话。", "同一句话。", "没有显示", "末 句"], painted);
    expect(first?.[0]?.top).toBe(50);
    expect(second?.[0]?.top).toBe(82);
    expect(unseen).toBeNull();
    expect(last?.map((spot) => spot?.left ?? null)).toEqual([LEFT + 32, null, LEFT + 48]);
  });
});
