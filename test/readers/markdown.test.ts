import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../linter/document/document";
import { locate } from "../../linter/document/locate";
import { documentFromMarkdown, readMarkdown } from "../../linter/readers/markdown";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";

const read = (source: string) => documentFromMarkdown(source, "草稿.md");
const texts = async (source: string) => (await read(source)).blocks.map(({ text }) => text);
const roles = async (source: string) => (await read(source)).blocks.map(({ role, text }) => [role, text]);

/** Segments follow each other, stay inside the source and show what it writes. */
function expectPlaces({ blocks }: OfficialDocument, source: string): void {
  for (const { text, origin } of blocks) {
    if (origin.kind !== "text") throw new Error("no source");
    let end = 0;
    let from = 0;
    for (const segment of origin.segments) {
      expect(segment.start).toBe(end);
      expect(segment.end).toBeGreaterThan(segment.start);
      expect(segment.source).toBeGreaterThanOrEqual(from);
      const sourceEnd = segment.sourceEnd ?? segment.source + segment.end - segment.start;
      expect(sourceEnd).toBeGreaterThanOrEqual(segment.source);
      expect(sourceEnd).toBeLessThanOrEqual(source.length);
      if (segment.sourceEnd === undefined) {
        expect(source.slice(segment.source, sourceEnd)).toBe(text.slice(segment.start, segment.end));
      }
      end = segment.end;
      from = segment.source;
    }
    expect(end).toBe(text.length);
  }
}

describe("constructs", () => {
  const cases: [string, string, [string, string][]][] = [
    ["heading", "# 关于**供水**的通知", [["heading", "关于供水的通知"]]],
    ["underlined heading", "关于供水的通知\n===", [["heading", "关于供水的通知"]]],
    ["a rule under a sentence", "内容完毕。\n---", [["paragraph", "内容完毕。"]]],
    [
      "a rule under a signature",
      "云溪县人民政府\n2025年3月5日\n---",
      [
        ["paragraph", "云溪县人民政府"],
        ["paragraph", "2025年3月5日"],
      ],
    ],
    [
      "paragraphs",
      "第一段。\n\n第二段。",
      [
        ["paragraph", "第一段。"],
        ["paragraph", "第二段。"],
      ],
    ],
    ["full-width indent", "　　正文。", [["paragraph", "正文。"]]],
    [
      "four blanks are no code",
      "    **正文**。\n    后文。",
      [
        ["paragraph", "正文。"],
        ["paragraph", "后文。"],
      ],
    ],
    ["a tab is no code", "\t（一）正文。", [["paragraph", "（一）正文。"]]],
    [
      "numbering of 公文",
      "一、总则\n\n（一）目的\n\n1、对象",
      [
        ["paragraph", "一、总则"],
        ["paragraph", "（一）目的"],
        ["paragraph", "1、对象"],
      ],
    ],
    [
      "ordered items",
      "1. 甲\n2. 乙\n10) 丙",
      [
        ["list-item", "1. 甲"],
        ["list-item", "2. 乙"],
        ["list-item", "10) 丙"],
      ],
    ],
    [
      "numbers as written",
      "3. 甲\n3. 乙",
      [
        ["list-item", "3. 甲"],
        ["list-item", "3. 乙"],
      ],
    ],
    ["an item inside an item", "1. 1. 甲", [["list-item", "1. 1. 甲"]]],
    [
      "a number without text",
      "1.\n\n甲",
      [
        ["list-item", "1."],
        ["paragraph", "甲"],
      ],
    ],
    [
      "bullets",
      "- 甲\n  * 乙\n- [x] 丙",
      [
        ["list-item", "甲"],
        ["list-item", "乙"],
        ["list-item", "丙"],
      ],
    ],
    [
      "what follows a list without a blank line",
      "1. 甲。\n云溪县人民政府\n2025年3月5日",
      [
        ["list-item", "1. 甲。"],
        ["paragraph", "云溪县人民政府"],
        ["paragraph", "2025年3月5日"],
      ],
    ],
    [
      "quote",
      "> 甲。\n> 乙。",
      [
        ["quote", "甲。"],
        ["quote", "乙。"],
      ],
    ],
    ["fenced code", "```js\nlet a;\n```", [["code", "let a;"]]],
    [
      "a fence of decoration",
      "~~~重要~~~\n内容。",
      [
        ["paragraph", "~~~重要~~~"],
        ["paragraph", "内容。"],
      ],
    ],
    [
      "footnote",
      "正文[^1]。\n\n[^1]: 注释。",
      [
        ["paragraph", "正文。"],
        ["footnote", "注释。"],
      ],
    ],
    ["a note in square brackets", "[1]: 参见《办法》", [["paragraph", "[1]: 参见《办法》"]]],
    ["link and image", "见[解读](解读.md)![图](a.png)。", [["paragraph", "见解读。"]]],
    ["a number that looks like a link", "云政[2019](12)号", [["paragraph", "云政[2019](12)号"]]],
    ["tildes of a range", "5~10天，3~5人", [["paragraph", "5~10天，3~5人"]]],
    ["struck out", "~~甲~~乙", [["paragraph", "甲乙"]]],
    ["inline code", "发`甲 乙`文", [["paragraph", "发甲 乙文"]]],
    ["entities and escapes", "&ldquo;甲&rdquo;\\*&#x4e59;&", [["paragraph", "“甲”*乙&"]]],
    ["address in running text", "邮箱a@b.cn收", [["paragraph", "邮箱a@b.cn收"]]],
    [
      "inline tags",
      "<u>甲</u><br>乙<!-- 丙 -->丁",
      [
        ["paragraph", "甲"],
        ["paragraph", "乙丁"],
      ],
    ],
    [
      "a stretch of HTML",
      '<div align="center">\n甲&amp;\n<h2>乙</h2></div>',
      [
        ["paragraph", "甲&"],
        ["heading", "乙"],
      ],
    ],
    ["script and style", "<style>\n.a { }\n</style>\n\n甲", [["paragraph", "甲"]]],
    [
      "expressly broken line",
      "甲，  \n乙",
      [
        ["paragraph", "甲，"],
        ["paragraph", "乙"],
      ],
    ],
  ];
  it.each(cases)("%s", async (_, source, expected) => {
    expect(await roles(source)).toEqual(expected);
    expectPlaces(await read(source), source);
  });

  it("levels of headings and lists", async () => {
    const { blocks } = await read("### 甲\n\n- 乙\n  - 丙");
    expect(blocks.map(({ level }) => level)).toEqual([3, 0, 1]);
  });

  it("cells with their position", async () => {
    const { blocks } = await read("| 甲 | 乙\\|丙 |\n|--|--|\n| | 丁 |\n\n|戊|\n|-|");
    expect(blocks.map(({ text, role, cell }) => [text, role, cell])).toEqual([
      ["甲", "table-cell", { table: 0, row: 0, column: 0 }],
      ["乙|丙", "table-cell", { table: 0, row: 0, column: 1 }],
      ["丁", "table-cell", { table: 0, row: 1, column: 1 }],
      ["戊", "table-cell", { table: 1, row: 0, column: 0 }],
    ]);
  });
});

describe("lines of a paragraph", () => {
  const full = "为进一步规范农村供水行为，保障农村居民饮水安全，根据有关法律法规";
  const cases: [string, string, string[]][] = [
    [
      "elements typed line by line",
      `各乡镇人民政府：\n${full}，制定本办法。\n云溪县人民政府\n2025年3月5日\n（此件公开发布）`,
      ["各乡镇人民政府：", `${full}，制定本办法。`, "云溪县人民政府", "2025年3月5日", "（此件公开发布）"],
    ],
    [
      "hard-wrapped text",
      `${full}\n的规定，结合本县实际情况，现就加强农村供水工作提出以下实施意见\n如下。`,
      [`${full}的规定，结合本县实际情况，现就加强农村供水工作提出以下实施意见如下。`],
    ],
    ["a full line that ends its sentence", `${full}。\n第二段。`, [`${full}。`, "第二段。"]],
    ["a heading before its text", `加强组织领导\n${full}。`, ["加强组织领导", `${full}。`]],
    [
      "a long heading is no running text",
      "云溪县人民政府办公室关于进一步加强农村供水保障工作\n的实施意见",
      ["云溪县人民政府办公室关于进一步加强农村供水保障工作", "的实施意见"],
    ],
    [
      "a title that lists, before its addressees",
      "云溪县人民政府办公室关于调整县直机关、事业单位工作时间的通知\n县直各单位、各乡镇人民政府：",
      ["云溪县人民政府办公室关于调整县直机关、事业单位工作时间的通知", "县直各单位、各乡镇人民政府："],
    ],
    ["numbering begins a paragraph", `${full}\n（一）明确责任。`, [full, "（一）明确责任。"]],
    ["after a comma", "经研究，\n现通知如下。", ["经研究，现通知如下。"]],
    ["an order's number", "中华人民共和国国务院令\n第706号", ["中华人民共和国国务院令第706号"]],
    ["a number cut in two", "云政发〔2025〕\n3号", ["云政发〔2025〕3号"]],
    [
      "book-title marks open at the break",
      "根据《农村供水\n管理办法》制定。",
      ["根据《农村供水管理办法》制定。"],
    ],
    [
      "signature under a full line without stop",
      `${full}\n云溪县人民政府\n云溪县供水局\n二〇二五年三月五日`,
      [full, "云溪县人民政府", "云溪县供水局", "二〇二五年三月五日"],
    ],
    ["an indent begins a paragraph", `${full}\n　　另一段。`, [full, "另一段。"]],
    ["in a quote", `> ${full}\n> 的规定。`, [`${full}的规定。`]],
    ["Latin words keep their blank", "根据《Water\nSupply办法》制定。", ["根据《Water Supply办法》制定。"]],
  ];
  it.each(cases)("%s", async (_, source, expected) => {
    expect(await texts(source)).toEqual(expected);
    expectPlaces(await read(source), source);
    const crlf = source.replaceAll("\n", "\r\n");
    expect(await texts(crlf)).toEqual(expected);
    expectPlaces(await read(crlf), crlf);
  });
});

describe("front matter, comments, places", () => {
  it("front matter is metadata and no text", async () => {
    const source = "---\n标题: 甲\n公开属性: 主动公开\n---\n# 乙\n";
    const document = await read(source);
    expect(document.metadata[0]?.values).toEqual({ title: "甲", disclosure: "主动公开" });
    expect(document.blocks.map(({ text }) => text)).toEqual(["乙"]);
    expect(locate(document, { block: 0, start: 0, end: 1 })).toMatchObject({ line: 5, column: 3 });
  });

  it("text between two rules stays text", async () => {
    expect(await texts("---\n这是正文。\n---\n后文")).toEqual(["这是正文。", "后文"]);
  });

  it("comments to the linter stand before a block", async () => {
    const source =
      "<!-- gongwen-lint-disable a -->\n# 甲\n\n乙<!-- gongwen-lint-x -->\n丙\n\n<!-- 别的 -->\n";
    const { comments, blocks } = await read(source);
    expect(blocks.map(({ text }) => text)).toEqual(["甲", "乙", "丙"]);
    expect(comments).toEqual([
      { text: "gongwen-lint-disable a", block: 0, source: 0 },
      { text: "gongwen-lint-x", block: 2, source: source.indexOf("<!-- gongwen-lint-x") },
    ]);
  });

  it("an entity is located as a whole", async () => {
    const document = await read("甲&ldquo;乙");
    expect(locate(document, { block: 0, start: 1, end: 2 })).toMatchObject({ column: 2, endColumn: 9 });
    expect(locate(document, { block: 0, start: 2, end: 3 })).toMatchObject({ column: 9, endColumn: 10 });
  });

  it("lines inside a quote are located behind its marks", async () => {
    const document = await read("> 甲。\n>   乙");
    expect(locate(document, { block: 1, start: 0, end: 1 })).toMatchObject({ line: 2, column: 5 });
  });

  it("refuses a file without text", async () => {
    const empty = new TextEncoder().encode("---\n标题: 甲\n---\n\n<!-- 乙 -->\n\n---\n");
    await expect(readMarkdown(empty, "空.md")).rejects.toThrow(UnreadableDocumentError);
  });
});

describe("whatever is written", () => {
  const pieces = fc.constantFrom(
    ..."甲乙丙国令年月日。，：（）《》〔〕　 \t\n#>*-+_~`|\\&;.1)[]!<>/:^=a@".split(""),
    ..."1. |\n|---|\n|- |> |```\n|~~~|&amp;|&#20013;|<br>|<div>|</div>|<!--|-->|[^1]: |[^1]|](a.md)|---\n|    |\r\n|2025年|www.a.cn".split(
      "|",
    ),
  );
  const markdown = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(""));

  it("places are in order and show what the source writes", async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async (source) => {
        expectPlaces(await read(source), source);
      }),
      { numRuns: 2000 },
    );
  });

  it("only a file without text is refused", async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async (source) => {
        try {
          await readMarkdown(new TextEncoder().encode(source), "x.md");
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDocumentError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("no Han character is lost between marks", async () => {
    const plain = fc.constantFrom(
      ..."甲乙丙丁。，、（）　 \n\n#>*-+_~`|.1)".split(""),
      "1. ",
      "```",
      "    ",
      "|-|\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { maxLength: 60 }), async (all) => {
        const source = all.join("");
        const han = (text: string) => text.match(/\p{Script=Han}/gu)?.join("") ?? "";
        expect(han((await texts(source)).join(""))).toBe(han(source));
      }),
      { numRuns: 2000 },
    );
  });
});
