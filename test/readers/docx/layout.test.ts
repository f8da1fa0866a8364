import { describe, expect, it } from "vitest";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { abstractNum, type DocxParts, docx, level, num, numbered, p, run, table } from "../../support/docx";

const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:gutter="0"/></w:sectPr>';

function layoutOf({ body, ...parts }: DocxParts, revisions?: "accepted" | "original") {
  const document = readDocx(docx({ body: body + SECTION, ...parts }), "草稿.docx", { revisions });
  const layout = document.layout?.();
  if (!layout) throw new Error("no layout");
  return layout;
}

const first = (parts: DocxParts, revisions?: "accepted" | "original") => layoutOf(parts, revisions).blocks[0];

const font = (name: string) => `<w:rFonts w:eastAsia="${name}"/>`;
const size = (points: number) => `<w:sz w:val="${points * 2}"/>`;
const style = (id: string, inner: string, type = "paragraph", attributes = "") =>
  `<w:style w:type="${type}" w:styleId="${id}"${attributes}><w:name w:val="${id}"/>${inner}</w:style>`;
const defaults = (run: string, paragraph = "") =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`;
const runFormat = (inner: string) => `<w:rPr>${inner}</w:rPr>`;

describe("fonts and sizes", () => {
  const letters = (parts: DocxParts) => {
    const block = first(parts);
    return [block?.font, block?.size];
  };
  const plain = p("正文");

  it.each<[string, DocxParts, [string | null, number | null]]>([
    ["are not known where nothing states them", { body: plain }, [null, null]],
    ["come from the defaults", { body: plain, styles: defaults(font("宋体") + size(12)) }, ["宋体", 12]],
    [
      "come from the default paragraph style, which wins over the defaults",
      {
        body: plain,
        styles:
          defaults(font("宋体") + size(12)) + style("a", runFormat(size(16)), "paragraph", ' w:default="1"'),
      },
      ["宋体", 16],
    ],
    [
      "come down the chain of styles, the nearest first",
      {
        body: p("正文", '<w:pStyle w:val="b"/>'),
        styles:
          style("a", runFormat(font("宋体") + size(12))) +
          style("b", `<w:basedOn w:val="a"/>${runFormat(font("仿宋"))}`),
      },
      ["仿宋", 12],
    ],
    [
      "stop at a chain that runs in a circle",
      {
        body: p("正文", '<w:pStyle w:val="b"/>'),
        styles:
          style("a", `<w:basedOn w:val="b"/>${runFormat(size(12))}`) +
          style("b", `<w:basedOn w:val="a"/>${runFormat(font("仿宋"))}`),
      },
      ["仿宋", 12],
    ],
    [
      "come from the character style, over the paragraph's",
      {
        body: p(run("正文", '<w:rStyle w:val="c"/>'), '<w:pStyle w:val="a"/>'),
        styles:
          style("a", runFormat(font("宋体") + size(12))) + style("c", runFormat(font("楷体")), "character"),
      },
      ["楷体", 12],
    ],
    [
      "are stated directly, over all styles",
      {
        body: p(run("正文", `<w:rStyle w:val="c"/>${font("仿宋_GB2312")}${size(16)}`)),
        styles: style("c", runFormat(font("楷体") + size(22)), "character"),
      },
      ["仿宋_GB2312", 16],
    ],
    [
      "are those of most Chinese characters, whatever the digits are set in",
      {
        body: p(
          run("正文", font("仿宋")) + run("标题如此", font("黑体")) + run("2026 ABCDEFG", font("宋体")),
        ),
      },
      ["黑体", null],
    ],
    [
      "come from a table's style",
      {
        body: table([["表"]]).replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>'),
        styles: style("t", runFormat(font("黑体") + size(12)), "table"),
      },
      ["黑体", 12],
    ],
    [
      "are not those of a style's corners or of its former formatting",
      {
        body: p("正文", '<w:pStyle w:val="a"/>'),
        styles: style(
          "a",
          runFormat(`${size(16)}<w:rPrChange w:id="1" w:author="甲"><w:rPr>${size(9)}</w:rPr></w:rPrChange>`),
        ),
      },
      [null, 16],
    ],
    [
      "of a paragraph's mark are not those of its text",
      { body: p(run("正文", size(16)), `<w:rPr>${size(9)}</w:rPr>`) },
      [null, 16],
    ],
  ])("%s", (_, parts, expected) => {
    expect(letters(parts)).toEqual(expected);
  });

  it("name the runs that differ, over the nodes of one formatting", () => {
    const block = first({ body: p(run("甲", size(16)) + run("乙", size(16)) + run("丙", size(12))) });
    expect(block?.runs).toEqual([
      { start: 0, end: 2, font: null, size: 16 },
      { start: 2, end: 3, font: null, size: 12 },
    ]);
  });
});

describe("fonts of the theme", () => {
  const theme = (ea: string) =>
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="${ea}"/><a:font script="Hans" typeface="等线"/><a:font script="Jpan" typeface="游明朝"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
  const themed = '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:eastAsia="宋体"/>';
  const fontWith = (ea: string, settings: string, properties = themed) =>
    first({ body: p(run("正文", properties)), theme: theme(ea), settings })?.font;
  const chinese = '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>';

  it("win over a font named beside them", () => {
    expect(fontWith("仿宋", chinese)).toBe("仿宋");
  });

  it("leave an empty slot to the script of the language", () => {
    expect(fontWith("", chinese)).toBe("等线");
    expect(fontWith("", '<w:themeFontLang w:eastAsia="ja-JP"/>')).toBe("游明朝");
  });

  it("say nothing without a language, so that the font beside them holds", () => {
    expect(fontWith("", "")).toBe("宋体");
  });

  it("give way to a font that is stated nearer", () => {
    const block = first({
      body: p(run("正文", font("仿宋"))),
      styles: defaults('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'),
      theme: theme("宋体"),
    });
    expect(block?.font).toBe("仿宋");
  });
});

describe("indents", () => {
  const indents = (ind: string, parts: Partial<DocxParts> = {}) => {
    const block = first({ body: p(run("正文", size(16)), ind), ...parts });
    return [block?.firstLine, block?.left, block?.right];
  };

  it.each<[string, string, (number | null)[]]>([
    ["nothing", "", [0, 0, 0]],
    ["a length, in characters of the text's size", '<w:ind w:firstLine="640"/>', [2, 0, 0]],
    [
      "characters, which win over the length beside them",
      '<w:ind w:firstLineChars="200" w:firstLine="420"/>',
      [2, 0, 0],
    ],
    [
      "no characters, so that the length counts",
      '<w:ind w:firstLineChars="0" w:firstLine="320"/>',
      [1, 0, 0],
    ],
    ["a hanging first line", '<w:ind w:left="640" w:hanging="640"/>', [-2, 2, 0]],
    ["both sides", '<w:ind w:leftChars="100" w:rightChars="400"/>', [0, 1, 4]],
    ["the names of strict files", '<w:ind w:start="320" w:end="640"/>', [0, 1, 2]],
    ["something unreadable", '<w:ind w:firstLine="viel"/>', [0, 0, 0]],
  ])("%s", (_, ind, expected) => {
    expect(indents(ind)).toEqual(expected);
  });

  it("in lengths are not known without a size", () => {
    expect(first({ body: p("正文", '<w:ind w:firstLine="640"/>') })?.firstLine).toBeNull();
  });

  const numbering =
    abstractNum(0, [level("decimal", "%1.", '<w:pPr><w:ind w:left="320"/></w:pPr>')]) + num(1, 0);

  it("of a list win over the style's, and give way to those stated directly", () => {
    const styles = style("a", '<w:pPr><w:ind w:left="960"/></w:pPr>');
    const inList = `<w:pStyle w:val="a"/>${numbered(1)}`;
    expect(indents(inList, { styles, numbering })).toEqual([0, 1, 0]);
    expect(indents(`${inList}<w:ind w:left="640"/>`, { styles, numbering })).toEqual([0, 2, 0]);
  });

  it("of a list that the style brings give way to the style's own", () => {
    const styles = style("a", `<w:pPr>${numbered(1)}<w:ind w:left="960"/></w:pPr>`);
    expect(indents('<w:pStyle w:val="a"/>', { styles, numbering })).toEqual([0, 3, 0]);
    expect(first({ body: p("正文", '<w:pStyle w:val="a"/>'), styles, numbering })?.numbered).toBe(true);
  });

  it.each<[string, string, [number | null, number | null]]>([
    ["ideographic ones", run("　　正文"), [2, 0]],
    ["plain ones, half as wide", run("    正文 "), [2, 0.5]],
    ["in runs of their own", run("　") + run("　正文") + run("　　"), [2, 2]],
    ["a tab, whose width is not known", `<w:r><w:tab/></w:r>${run("正文")}`, [null, 0]],
  ])("count typed blanks: %s", (_, body, expected) => {
    const block = first({ body: p(body) });
    expect([block?.blanksBefore, block?.blanksBehind]).toEqual(expected);
  });
});

it("knows the lines behind a soft break", () => {
  const line = "为加强河道采砂管理，保障防洪安全，现就有关事项通知如下。";
  const { blocks } = layoutOf({
    body: p(`${run(line)}<w:r><w:br/></w:r>${run("　二、另起一行。")}`, '<w:ind w:firstLineChars="200"/>'),
  });
  expect(blocks.map((block) => [block?.continues, block?.firstLine, block?.blanksBefore])).toEqual([
    [false, 2, 0],
    [true, 0, 1],
  ]);
});

it("reads the units of strict files", () => {
  const strict = '<w:sectPr><w:pgSz w:w="210mm" w:h="29.7cm"/></w:sectPr>';
  const document = readDocx(
    docx(p(run("正文", '<w:sz w:val="16pt"/>'), '<w:ind w:firstLine="32pt"/>') + strict),
    "草稿.docx",
  );
  const layout = document.layout?.();
  expect(layout?.blocks[0]).toMatchObject({ size: 16, firstLine: 2 });
  expect(layout?.sections[0]?.page?.height).toBeCloseTo(297, 1);
});

describe("line pitch", () => {
  const grid = (type: string, pitch: number) =>
    `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:docGrid w:type="${type}" w:linePitch="${pitch}"/></w:sectPr>`;
  const pitch = (spacing: string, section: string, points = 16) => {
    const bytes = docx(p(run("正文", size(points)), spacing) + section);
    const block = readDocx(bytes, "草稿.docx").layout?.()?.blocks[0];
    return [block?.linePitch, block?.onGrid];
  };
  const exact = '<w:spacing w:line="560" w:lineRule="exact"/>';

  it.each<[string, string, string, [number | null, boolean]]>([
    ["exact, whatever the grid", exact, grid("lines", 579), [28, false]],
    ["the grid's", "", grid("lines", 579), [28.95, true]],
    ["two lines of a grid that is too narrow", "", grid("lines", 312), [31.2, true]],
    ["a multiple of the grid's", '<w:spacing w:line="360"/>', grid("lines", 400), [null, false]],
    [
      "one and a half lines of a wide grid",
      '<w:spacing w:line="360" w:lineRule="auto"/>',
      grid("lines", 579),
      [43.425, true],
    ],
    [
      "not known where the text does not snap",
      '<w:snapToGrid w:val="0"/>',
      grid("lines", 579),
      [null, false],
    ],
    ["not known without a grid", "", SECTION, [null, false]],
    ["not known where the grid has no type", "", grid("default", 312), [null, false]],
    [
      "at least what no line of its size exceeds",
      '<w:spacing w:line="560" w:lineRule="atLeast"/>',
      SECTION,
      [28, false],
    ],
    [
      "not known where the font may need more",
      '<w:spacing w:line="340" w:lineRule="atLeast"/>',
      SECTION,
      [null, false],
    ],
  ])("%s", (_, spacing, section, expected) => {
    const [points, onGrid] = pitch(spacing, section);
    if (expected[0] === null) expect(points).toBeNull();
    else expect(points).toBeCloseTo(expected[0]);
    expect(onGrid).toBe(expected[1]);
  });
});

describe("sections", () => {
  it("measure page and margins, the gutter counted to the binding", () => {
    const bytes = docx(
      `${p("正文")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-2098" w:right="1474" w:bottom="1984" w:left="1247" w:gutter="340"/></w:sectPr>`,
    );
    const section = readDocx(bytes, "草稿.docx").layout?.()?.sections[0];
    expect(section?.page?.width).toBeCloseTo(210, 1);
    expect(section?.margins?.top).toBeCloseTo(37, 1);
    expect(section?.margins?.left).toBeCloseTo(28, 1);
  });

  it("own the paragraphs up to the one that ends them", () => {
    const ending = `<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>`;
    const { blocks, sections } = layoutOf({ body: p("一") + p("二", ending) + p("三") });
    expect(blocks.map((block) => block?.section)).toEqual([0, 0, 1]);
    expect(sections.map(({ page }) => Math.round(page?.width ?? 0))).toEqual([297, 210]);
  });

  it("are none in a text that was never laid out", () => {
    expect(readDocx(docx(p("正文")), "草稿.docx").layout?.()).toBeNull();
  });
});

describe("page numbers", () => {
  const field = (instruction: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("1", '<w:rFonts w:ascii="宋体"/><w:sz w:val="28"/>')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const numbers = (footers: Record<string, string>, references: string, settings = "") => {
    const body = `${p("正文")}<w:sectPr>${references}</w:sectPr>`;
    return readDocx(docx({ body, footers, settings }), "草稿.docx").layout?.()?.sections[0]?.pageNumbers;
  };
  const odd = '<w:footerReference w:type="default" r:id="f1"/>';
  const both = `${odd}<w:footerReference w:type="even" r:id="f2"/>`;
  const right = p(run("— ") + field(" PAGE ") + run(" —"), '<w:jc w:val="right"/>');

  it("have a side, letters and dashes", () => {
    const number = { position: "right", font: "宋体", size: 14, dashes: true };
    expect(numbers({ f1: right }, odd)).toEqual({ odd: number, even: number });
  });

  it("differ on even pages only where the document says so", () => {
    const footers = { f1: right, f2: p(field(" PAGE ")) };
    expect(numbers(footers, both)?.even?.position).toBe("right");
    expect(numbers(footers, both, "<w:evenAndOddHeaders/>")?.even).toMatchObject({
      position: "left",
      dashes: false,
    });
    expect(numbers({ f1: right }, odd, "<w:evenAndOddHeaders/>")?.even).toBeNull();
  });

  it("stand where their frame does, and nobody knows where behind a tab", () => {
    const framed = p(field("PAGE"), '<w:framePr w:xAlign="outside"/><w:jc w:val="center"/>');
    expect(numbers({ f1: framed }, odd)?.odd?.position).toBe("outside");
    expect(numbers({ f1: p(`<w:r><w:tab/></w:r>${field("PAGE")}`) }, odd)?.odd?.position).toBeNull();
  });

  it("are no other fields", () => {
    expect(numbers({ f1: p(field("NUMPAGES") + field(" PAGEREF a ")) }, odd)?.odd).toBeNull();
  });
});

describe("tracked changes of formatting", () => {
  const changed = p(
    run("正文", `${size(16)}<w:rPrChange w:id="1" w:author="甲"><w:rPr>${size(12)}</w:rPr></w:rPrChange>`),
    '<w:ind w:firstLineChars="200"/><w:pPrChange w:id="2" w:author="甲"><w:pPr><w:ind w:firstLineChars="400"/></w:pPr></w:pPrChange>',
  );

  it("are read as accepted", () => {
    expect(first({ body: changed })).toMatchObject({ size: 16, firstLine: 2 });
  });

  it("are read as not made", () => {
    expect(first({ body: changed }, "original")).toMatchObject({ size: 12, firstLine: 4 });
  });

  it("give two paragraphs that run together the formatting of the second", () => {
    const gone = '<w:jc w:val="center"/><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>';
    expect(first({ body: p("甲", gone) + p("乙", '<w:jc w:val="right"/>') })?.align).toBe("right");
  });
});
