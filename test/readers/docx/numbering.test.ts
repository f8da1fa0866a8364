import { describe, expect, it } from "vitest";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { formatNumber } from "../../../linter/readers/numberFormats";
import { abstractNum, type DocxParts, docx, level, num, numbered, p, run, table } from "../../support/docx";

const read = (parts: DocxParts) => readDocx(docx(parts), "草稿.docx").blocks;
const texts = (parts: DocxParts) => read(parts).map(({ text }) => text);
/** Paragraphs 甲, numbered on these levels of list 1 (or the list named). */
const listed = (...places: (number | [list: number, level: number])[]) =>
  places.map((place) => p("甲", Array.isArray(place) ? numbered(...place) : numbered(1, place))).join("");
const labels = (numbering: string, body: string, styles?: string) =>
  texts({ body, numbering, styles }).map((text) => text.replace(/甲$/, ""));

const CHINESE = abstractNum(0, [
  level("chineseCountingThousand", "%1、"),
  level("chineseCountingThousand", "（%2）"),
  level("decimal", "%3．"),
  level("decimal", "（%4）"),
]);

describe("formats", () => {
  const cases: [string, [number, string][]][] = [
    [
      "decimal",
      [
        [1, "1"],
        [120, "120"],
      ],
    ],
    [
      "decimalZero",
      [
        [1, "01"],
        [12, "12"],
      ],
    ],
    ["decimalFullWidth", [[12, "１２"]]],
    [
      "chineseCounting",
      [
        [1, "一"],
        [10, "十"],
        [11, "十一"],
        [20, "二十"],
        [99, "九十九"],
        [100, "一〇〇"],
      ],
    ],
    [
      "taiwaneseCounting",
      [
        [21, "二十一"],
        [101, "一〇一"],
      ],
    ],
    [
      "chineseCountingThousand",
      [
        [1, "一"],
        [10, "十"],
        [19, "十九"],
        [20, "二十"],
        [100, "一百"],
        [101, "一百零一"],
        [110, "一百一十"],
        [115, "一百一十五"],
        [1001, "一千零一"],
        [1010, "一千零一十"],
        [1100, "一千一百"],
        [10_001, "一万零一"],
        [12_000, "一万二千"],
        [100_000, "十万"],
      ],
    ],
    ["taiwaneseCountingThousand", [[115, "一百一十五"]]],
    [
      "japaneseCounting",
      [
        [1, "一"],
        [10, "十"],
        [21, "二十一"],
        [100, "百"],
        [101, "百一"],
        [110, "百十"],
        [1000, "千"],
      ],
    ],
    [
      "chineseLegalSimplified",
      [
        [1, "壹"],
        [10, "壹拾"],
        [15, "壹拾伍"],
        [105, "壹佰零伍"],
      ],
    ],
    ["ideographLegalTraditional", [[23, "貳拾參"]]],
    [
      "ideographDigital",
      [
        [10, "一〇"],
        [2024, "二〇二四"],
      ],
    ],
    [
      "ideographTraditional",
      [
        [1, "甲"],
        [10, "癸"],
        [11, "11"],
      ],
    ],
    ["ideographZodiac", [[12, "亥"]]],
    [
      "decimalEnclosedCircle",
      [
        [1, "①"],
        [20, "⑳"],
        [21, "21"],
      ],
    ],
    ["decimalEnclosedCircleChinese", [[10, "⑩"]]],
    ["decimalEnclosedParen", [[3, "⑶"]]],
    [
      "upperLetter",
      [
        [1, "A"],
        [26, "Z"],
        [27, "AA"],
        [28, "BB"],
      ],
    ],
    ["lowerLetter", [[53, "aaa"]]],
    [
      "upperRoman",
      [
        [4, "IV"],
        [1999, "MCMXCIX"],
      ],
    ],
    ["lowerRoman", [[9, "ix"]]],
    [
      "ordinal",
      [
        [1, "1st"],
        [2, "2nd"],
        [3, "3rd"],
        [4, "4th"],
        [11, "11th"],
        [13, "13th"],
        [21, "21st"],
        [112, "112th"],
      ],
    ],
    ["numberInDash", [[2, "- 2 -"]]],
    ["none", [[3, ""]]],
    ["hebrew1", [[7, "7"]]],
  ];
  it.each(cases)("%s", (format, values) => {
    expect(values.map(([value]) => formatNumber(value, format))).toEqual(values.map(([, text]) => text));
  });
});

describe("labels", () => {
  it("the four levels of a 公文, restarting below", () => {
    const body = listed(0, 1, 1, 2, 3, 2, 1, 2, 0, 1);
    expect(labels(CHINESE + num(1, 0), body)).toEqual([
      "一、",
      "（一）",
      "（二）",
      "1．",
      "（1）",
      "2．",
      "（三）",
      "1．",
      "二、",
      "（一）",
    ]);
  });
  const suffix = (kind: string) => `<w:suff w:val="${kind}"/>`;
  const cases: [string, string, string][] = [
    ["an article and its tab: one blank", level("chineseCountingThousand", "第%1条"), "第一条 "],
    [
      "nothing behind, if the list says so",
      level("chineseCountingThousand", "第%1条", suffix("nothing")),
      "第一条",
    ],
    ["no blank behind a label that closes itself", level("decimal", "%1.", suffix("space")), "1."],
    ["a number with blanks of its own", level("chineseCounting", "第%1章　", suffix("space")), "第一章 "],
    ["full-width digits", level("decimalFullWidth", "%1．"), "１．"],
    ["circled", level("decimalEnclosedCircleChinese", "%1"), "① "],
    ["a bullet is ornament", level("bullet", "•"), ""],
    [
      "a bullet of a symbol font",
      `<w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>`,
      "",
    ],
    [
      "a bullet that is a tick box",
      `<w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0A8;"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>`,
      "☐ ",
    ],
    ["no number at all", level("none", ""), ""],
    ["hidden number", level("decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"), ""],
    ["another start", `<w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>`, "5."],
    ["no start means 0", `<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>`, "0."],
    [
      "a custom format with leading zeros",
      `<w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/>`,
      "007 ",
    ],
  ];
  it.each(cases)("%s", (_, inner, expected) => {
    expect(labels(abstractNum(0, [inner]) + num(1, 0), listed(0))).toEqual([expected]);
  });

  const outline = (extra = "") =>
    abstractNum(0, [
      level("chineseCounting", "%1、"),
      level("decimal", "%1.%2", extra),
      level("decimal", "%1.%2.%3", extra),
    ]);
  it("numbers of higher levels in their own format, or all in Arabic digits", () => {
    expect(labels(outline() + num(1, 0), listed(0, 0, 1, 2))).toEqual(["一、", "二、", "二.1 ", "二.1.1 "]);
    expect(labels(outline("<w:isLgl/>") + num(1, 0), listed(0, 0, 1, 2))).toEqual([
      "一、",
      "二、",
      "2.1 ",
      "2.1.1 ",
    ]);
  });
  it("a level skipped shows its start", () => {
    expect(labels(outline("<w:isLgl/>") + num(1, 0), listed(2, 0))).toEqual(["1.1.1 ", "一、"]);
  });
  it("a level that never restarts, and one that restarts only below the first", () => {
    const levels = (restart: string) =>
      abstractNum(0, [level("decimal", "%1."), level("decimal", "%2)"), level("decimal", "(%3)", restart)]) +
      num(1, 0);
    expect(labels(levels(`<w:lvlRestart w:val="0"/>`), listed(0, 2, 0, 2))).toEqual([
      "1.",
      "(1)",
      "2.",
      "(2)",
    ]);
    expect(labels(levels(`<w:lvlRestart w:val="1"/>`), listed(0, 1, 2, 1, 2, 0, 2))).toEqual([
      "1.",
      "1)",
      "(1)",
      "2)",
      "(2)",
      "2.",
      "(1)",
    ]);
  });
});

describe("lists", () => {
  it("two numbers of one definition count on; a start of its own begins again, once", () => {
    const restart = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`;
    const numbering = CHINESE + num(1, 0) + num(2, 0) + num(3, 0, restart);
    expect(labels(numbering, listed(0, [2, 0], [3, 0], [3, 0], 0))).toEqual([
      "一、",
      "二、",
      "一、",
      "二、",
      "三、",
    ]);
  });
  it("a level defined anew by the number", () => {
    const override = `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">${level("decimal", "%1)")}</w:lvl></w:lvlOverride>`;
    expect(labels(CHINESE + num(1, 0, override), listed(0, 1, 0))).toEqual(["1)", "（一）", "2)"]);
  });
  it("a list that is defined by a numbering style", () => {
    const numbering = `<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="公文"/></w:abstractNum>${CHINESE}${num(1, 7)}${num(5, 0)}`;
    const styles = `<w:style w:type="numbering" w:styleId="公文"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`;
    expect(labels(numbering, listed(0, 1, [5, 0]), styles)).toEqual(["一、", "（一）", "二、"]);
  });
  it("numbering style links that go round in a circle", () => {
    const numbering = `<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="X"/></w:abstractNum>${num(1, 7)}`;
    const styles = `<w:style w:type="numbering" w:styleId="X"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    expect(labels(numbering, listed(0), styles)).toEqual([""]);
  });
  it("an unknown list, list 0, a level that is not defined", () => {
    const numbering = abstractNum(0, [level("decimal", "%1.")]) + num(1, 0) + num(0, 0);
    expect(labels(numbering, listed([9, 0], [0, 0], [1, 3], [1, 0]))).toEqual(["", "", "", "1."]);
  });
  it("an empty paragraph shows its number; a hidden one is not counted", () => {
    const numbering = abstractNum(0, [level("decimal", "%1")]) + num(1, 0);
    const hidden = p(run("隐", "<w:vanish/>"), `${numbered(1)}<w:rPr><w:vanish/></w:rPr>`);
    expect(texts({ numbering, body: table([[p("", numbered(1)), "项目"]]) + hidden + listed(0) })).toEqual([
      "1",
      "项目",
      "2 甲",
    ]);
  });
  it("a paragraph deleted with its mark is not counted", () => {
    const gone = p(
      `<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del>`,
      `${numbered(1)}<w:rPr><w:del w:id="2"/></w:rPr>`,
    );
    const parts = { numbering: CHINESE + num(1, 0), body: listed(0) + gone + listed(0) };
    expect(texts(parts)).toEqual(["一、甲", "二、甲"]);
    const original = readDocx(docx(parts), "a.docx", { revisions: "original" }).blocks;
    expect(original.map(({ text }) => text)).toEqual(["一、甲", "二、乙", "三、甲"]);
  });
  it("what is deleted, or stands in a branch not shown, is not counted", () => {
    const branch = `<mc:AlternateContent><mc:Choice Requires="x">${listed(0)}</mc:Choice><mc:Fallback>${listed(0)}</mc:Fallback></mc:AlternateContent>`;
    expect(labels(CHINESE + num(1, 0), listed(0) + branch + listed(0))).toEqual(["一、", "二、", "三、"]);
  });
  it("notes count for themselves", () => {
    const numbering = CHINESE + num(1, 0);
    const footnotes = `<w:footnote w:id="2">${listed(0)}</w:footnote>`;
    expect(texts({ numbering, body: listed(0, 0), footnotes })).toEqual(["一、甲", "二、甲", "一、甲"]);
  });
  it("the label stands in no node and moves the rest", () => {
    const [block] = read({ numbering: CHINESE + num(1, 0), body: p(run("总体") + run("要求"), numbered(1)) });
    expect(block?.text).toBe("一、总体要求");
    expect(block?.origin).toMatchObject({
      segments: [
        { start: 0, end: 2, node: null, offset: 0 },
        { start: 2, end: 4, node: 0, offset: 0 },
        { start: 4, end: 6, node: 1, offset: 0 },
      ],
    });
  });
});

describe("lists that styles bring along", () => {
  const style = (id: string, properties: string, basedOn = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
  const inStyle = (id: string, properties = "") => p("甲", `<w:pStyle w:val="${id}"/>${properties}`);
  const linked = abstractNum(0, [
    level("chineseCounting", "%1、", `<w:pStyle w:val="H1"/>`),
    level("chineseCounting", "（%2）", `<w:pStyle w:val="H2"/>`),
  ]);
  const numbering = linked + num(1, 0) + num(2, 0);
  const inList = (ilvl = "") => `<w:numPr>${ilvl}<w:numId w:val="1"/></w:numPr>`;

  it("the level is the one that names the style", () => {
    const styles = style("H1", inList()) + style("H2", inList());
    expect(labels(numbering, inStyle("H1") + inStyle("H2") + inStyle("H2"), styles)).toEqual([
      "一、",
      "（一）",
      "（二）",
    ]);
  });
  it("or the one the style names", () => {
    const styles = style("A", inList(`<w:ilvl w:val="1"/>`));
    expect(labels(numbering, inStyle("A"), styles)).toEqual(["（一）"]);
  });
  it("through the styles it is based on", () => {
    const styles = style("H2", inList()) + style("B", "", "H2") + style("C", "", "B");
    expect(labels(numbering, inStyle("C"), styles)).toEqual(["（一）"]);
  });
  it("a level of its own, the list from the style it is based on", () => {
    const styles = style("A", inList()) + style("B", `<w:numPr><w:ilvl w:val="1"/></w:numPr>`, "A");
    expect(labels(numbering, inStyle("A") + inStyle("B"), styles)).toEqual(["一、", "（一）"]);
  });
  it("the level that names a style goes before one it takes over", () => {
    const styles = style("H1", inList(`<w:ilvl w:val="0"/>`)) + style("H2", inList(), "H1");
    expect(labels(numbering, inStyle("H2"), styles)).toEqual(["（一）"]);
  });
  it("the numbering a style had before a tracked change", () => {
    const change = `<w:pPrChange w:id="1"><w:pPr>${numbered(2, 1)}</w:pPr></w:pPrChange>`;
    expect(labels(numbering, inStyle("A"), style("A", inList(`<w:ilvl w:val="0"/>`) + change))).toEqual([
      "一、",
    ]);
  });
  it("0 takes the numbering away, directly or in a style", () => {
    const none = `<w:numPr><w:numId w:val="0"/></w:numPr>`;
    const styles = style("H1", inList()) + style("B", none, "H1");
    expect(labels(numbering, inStyle("H1", none) + inStyle("B") + inStyle("H1"), styles)).toEqual([
      "",
      "",
      "一、",
    ]);
  });
  it("the default paragraph style holds where none is named", () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr>${inList()}</w:pPr></w:style>`;
    expect(labels(numbering, p("甲"), styles)).toEqual(["一、"]);
  });
  it("a change of formatting keeps the old numbering to itself", () => {
    const change = `<w:pPrChange w:id="1"><w:pPr>${numbered(1, 1)}</w:pPr></w:pPrChange>`;
    const body = p("甲", numbered(1, 0) + change);
    expect(texts({ numbering, body })).toEqual(["一、甲"]);
    expect(readDocx(docx({ numbering, body }), "a.docx", { revisions: "original" }).blocks[0]?.text).toBe(
      "（一）甲",
    );
  });
  it("styles based on each other", () => {
    const styles = style("A", "", "B") + style("B", inList(), "A");
    expect(labels(numbering, inStyle("A"), styles)).toEqual(["一、"]);
  });
});
