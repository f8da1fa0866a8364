import { describe, expect, it } from "vitest";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { docx, p, run, softBreak, table } from "../../support/docx";

const texts = (body: string, revisions?: "accepted" | "original") =>
  readDocx(docx(body), "草稿.docx", { revisions }).blocks.map(({ text }) => text);

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const deleted = (text: string) =>
  `<w:del w:id="1"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const inserted = (text: string) => `<w:ins w:id="1">${run(text)}</w:ins>`;
const textBox = (inner: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const checkBox = (ticked: string, content: string) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const formCheckBox = (state: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>${state}</w:checkBox></w:ffData></w:fldChar></w:r>${instruction("FORMCHECKBOX")}${field("end")}`;
const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

describe("text of paragraphs", () => {
  const cases: [string, string, string[]][] = [
    [
      "runs split inside a citation",
      p(run("根据《安全生") + run("产法》") + run("第三十条")),
      ["根据《安全生产法》第三十条"],
    ],
    ["empty paragraphs give no block", p("甲") + p("") + p(run("　 ")) + p("乙"), ["甲", "乙"]],
    ["blanks at the ends are left out", p(run("　　为了加强管理　")), ["为了加强管理"]],
    ["entities and CDATA", p("<w:r><w:t>A&amp;B&#x4E00;<![CDATA[<一>]]></w:t></w:r>"), ["A&B一<一>"]],
    ["blanks a node does not keep", p(`<w:r><w:t> 甲\n 乙 </w:t></w:r>${run("丙")}`), ["甲  乙丙"]],
    ["tab", p(`${run("签发人：")}<w:r><w:tab/></w:r>${run("张三")}`), ["签发人：\t张三"]],
    ["a tab stop is no tab", p(run("甲"), `<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>`), ["甲"]],
    [
      "hyphens",
      p(`<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t></w:r>`),
      ["A-BC"],
    ],
    ["hyperlink", p(`<w:hyperlink r:id="x">${run("政策解读")}</w:hyperlink>`), ["政策解读"]],
    [
      "smart tag",
      p(`<w:smartTag w:element="date">${run("2024年")}</w:smartTag>${run("3月")}`),
      ["2024年3月"],
    ],
    [
      "content control",
      `<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent>${p("甲")}</w:sdtContent></w:sdt>`,
      ["甲"],
    ],
    [
      "ruby: the base, not the reading",
      p(
        `<w:r><w:ruby><w:rt>${run("guī")}</w:rt><w:rubyBase>${run("规")}</w:rubyBase></w:ruby></w:r>${run("定")}`,
      ),
      ["规定"],
    ],
    ["formula", p(`${run("按")}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${run("计算")}`), ["按x+1计算"]],
    [
      "page numbers and comments marks are no text",
      p(
        `${run("甲")}<w:r><w:lastRenderedPageBreak/><w:commentReference w:id="0"/><w:footnoteReference w:id="2"/></w:r>`,
      ),
      ["甲"],
    ],
    ["page break before the text", p(`<w:r><w:br w:type="page"/></w:r>${run("附件1")}`), ["附件1"]],
  ];
  it.each(cases)("%s", (_, body, expected) => expect(texts(body)).toEqual(expected));
});

describe("symbols", () => {
  const cases: [string, string, string][] = [
    ["Wingdings ☑", symbol("Wingdings", "F0FE"), "☑"],
    ["Wingdings ☐", symbol("Wingdings", "F0A8"), "☐"],
    ["Wingdings without the private area", symbol("Wingdings", "006F"), "☐"],
    ["Wingdings 2 ☑", symbol("Wingdings 2", "F052"), "☑"],
    ["Wingdings 2 ☐", symbol("Wingdings 2", "00A3"), "☐"],
    ["Wingdings 2 ✓", symbol("Wingdings 2", "0050"), "✓"],
    ["a plain font", symbol("宋体", "2611"), "☑"],
    ["R typed in Wingdings 2", run("R", `<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>`), "☑"],
    [
      "Han characters are safe from a symbol font",
      run("主动公开", `<w:rFonts w:ascii="Wingdings 2"/>`),
      "主动公开",
    ],
    ["content control ticked", checkBox("1", run("☒")), "☑"],
    ["content control not ticked", checkBox("0", run("☐")), "☐"],
    ["content control without content", checkBox("true", ""), "☑"],
    ["content control of several runs", checkBox("1", run("☒") + run("x")), "☑"],
    ["form field ticked", formCheckBox(`<w:default w:val="0"/><w:checked/>`), "☑"],
    ["form field not ticked", formCheckBox(`<w:default w:val="1"/><w:checked w:val="0"/>`), "☐"],
    ["form field by default", formCheckBox(`<w:default w:val="1"/>`), "☑"],
  ];
  it.each(cases)("%s", (_, content, expected) => {
    expect(texts(p(`${run("（")}${content}${run("）")}`))).toEqual([`（${expected}）`]);
  });
  it("a typed letter whose symbol would change the length stays", () => {
    expect(texts(p(run("r1", `<w:rFonts w:ascii="Webdings"/>`)))[0]).toHaveLength(2);
  });
  it("a code that is no character shows nothing", () => {
    expect(texts(p(symbol("宋体", "FFFFFFFF") + symbol("宋体", "zz") + run("甲")))).toEqual(["甲"]);
  });
});

describe("fields", () => {
  it("simple field", () => {
    expect(
      texts(p(`${run("第")}<w:fldSimple w:instr=" PAGE ">${run("3")}</w:fldSimple>${run("页")}`)),
    ).toEqual(["第3页"]);
  });
  it("complex field: result without instruction", () => {
    const content =
      run("见") +
      field("begin") +
      instruction(" REF _a ") +
      field("separate") +
      run("附件1") +
      field("end") +
      run("。");
    expect(texts(p(content))).toEqual(["见附件1。"]);
  });
  it("nested in an instruction: nothing of it shows", () => {
    const inner = field("begin") + instruction("DATE") + field("separate") + run("隐") + field("end");
    expect(
      texts(
        p(
          field("begin") +
            instruction("IF ") +
            inner +
            run("隐") +
            field("separate") +
            run("显") +
            field("end"),
        ),
      ),
    ).toEqual(["显"]);
  });
  it("a result over several paragraphs", () => {
    const body =
      p(field("begin") + instruction("TOC") + field("separate") + run("一、总则")) +
      p("二、附则") +
      p(field("end") + run("正文"));
    expect(texts(body)).toEqual(["一、总则", "二、附则", "正文"]);
  });
  it("a field without its end swallows nothing", () => {
    expect(texts(p(run("甲") + field("begin") + instruction("PAGE")) + p("乙"))).toEqual(["甲", "乙"]);
  });
  it("an end without a beginning does no harm", () => {
    expect(texts(p(field("end") + run("甲") + field("separate") + run("乙")))).toEqual(["甲乙"]);
  });
});

describe("hidden text", () => {
  const styles = `<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="H2"><w:basedOn w:val="H"/></w:style>
    <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>`;
  const cases: [string, string, string[]][] = [
    ["run", p(run("甲") + run("隐", "<w:vanish/>")), ["甲"]],
    ["switched off", p(run("甲", `<w:vanish w:val="0"/>`)), ["甲"]],
    [
      "character style and one based on it",
      p(run("甲") + run("隐", `<w:rStyle w:val="H"/>`) + run("隐", `<w:rStyle w:val="H2"/>`)),
      ["甲"],
    ],
    ["paragraph style", p("隐", `<w:pStyle w:val="P"/>`), []],
    ["both styles: shown again", p(run("甲", `<w:rStyle w:val="H"/>`), `<w:pStyle w:val="P"/>`), ["甲"]],
    ["direct formatting decides", p(run("甲", `<w:vanish w:val="false"/>`), `<w:pStyle w:val="P"/>`), ["甲"]],
    ["the mark's own formatting is not the runs'", p(run("甲"), "<w:rPr><w:vanish/></w:rPr>"), ["甲"]],
  ];
  it.each(cases)("%s", (_, body, expected) => {
    const { blocks } = readDocx(docx({ body, styles }), "a.docx");
    expect(blocks.map(({ text }) => text)).toEqual(expected);
  });
});

describe("tracked changes", () => {
  const gone = '<w:rPr><w:del w:id="9"/></w:rPr>';
  const come = '<w:rPr><w:ins w:id="9"/></w:rPr>';
  const cases: [string, string, string[], string[]][] = [
    [
      "insertion and deletion",
      p(run("第") + deleted("三") + inserted("五") + run("条")),
      ["第五条"],
      ["第三条"],
    ],
    [
      "move",
      p(`<w:moveFrom w:id="1">${run("甲")}</w:moveFrom>`) + p(`<w:moveTo w:id="2">${run("乙")}</w:moveTo>`),
      ["乙"],
      ["甲"],
    ],
    [
      "deletion inside an insertion",
      p(`${run("甲")}<w:ins w:id="1">${deleted("乙")}</w:ins>`),
      ["甲"],
      ["甲"],
    ],
    [
      "deleted tab",
      p(`${run("甲")}<w:del w:id="1"><w:r><w:tab/></w:r></w:del>${run("乙")}`),
      ["甲乙"],
      ["甲\t乙"],
    ],
    ["deleted mark joins paragraphs", p(run("甲"), gone) + p("乙"), ["甲乙"], ["甲", "乙"]],
    [
      "three paragraphs into one",
      p(run("甲"), gone) + p(run("乙"), gone) + p("丙"),
      ["甲乙丙"],
      ["甲", "乙", "丙"],
    ],
    ["inserted mark parts a paragraph", p(run("甲"), come) + p("乙"), ["甲", "乙"], ["甲乙"]],
    [
      "a paragraph deleted with its mark",
      p("甲") + p(deleted("乙"), gone) + p("丙"),
      ["甲", "丙"],
      ["甲", "乙", "丙"],
    ],
    ["deleted mark at the end of a cell", table([[p(run("甲"), gone), "乙"]]), ["甲", "乙"], ["甲", "乙"]],
    ["deleted mark before a table", p(run("甲"), gone) + table([["乙"]]), ["甲", "乙"], ["甲", "乙"]],
    [
      "deleted row",
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${p("甲")}</w:tc></w:tr><w:tr><w:tc>${p("乙")}</w:tc></w:tr></w:tbl>`,
      ["乙"],
      ["甲", "乙"],
    ],
    [
      "inserted cell",
      `<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:id="1"/></w:tcPr>${p("甲")}</w:tc><w:tc>${p("乙")}</w:tc></w:tr></w:tbl>`,
      ["甲", "乙"],
      ["乙"],
    ],
    [
      "formatting changed to hidden",
      p(run("甲") + run("乙", '<w:vanish/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')),
      ["甲"],
      ["甲乙"],
    ],
    [
      "formatting changed from hidden",
      p(run("甲") + run("乙", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      ["甲乙"],
      ["甲"],
    ],
  ];
  it.each(cases)("%s", (_, body, accepted, original) => {
    expect(texts(body)).toEqual(accepted);
    expect(texts(body, "original")).toEqual(original);
  });
  it("joined paragraphs take the formatting of the mark that is left", () => {
    const body = p(run("甲"), `<w:jc w:val="center"/>${gone}`) + p("乙", `<w:jc w:val="right"/>`);
    expect(readDocx(docx(body), "a.docx").blocks[0]).toMatchObject({ text: "甲乙", align: "right" });
  });
  it("nothing of the formatting whose mark is gone", () => {
    const body = p(run("甲"), `<w:jc w:val="center"/><w:outlineLvl w:val="0"/>${gone}`) + p("乙");
    const [block] = readDocx(docx(body), "a.docx").blocks;
    expect(block).toMatchObject({ text: "甲乙", role: "paragraph" });
    expect(block?.align).toBeUndefined();
  });
  it("deleted text without its deletion", () => {
    expect(texts(p(`<w:r><w:delText>旧</w:delText><w:t>新</w:t></w:r>`))).toEqual(["新"]);
  });
  it("formatting before a change is the original's", () => {
    const body = p(
      "甲",
      `<w:jc w:val="center"/><w:pPrChange w:id="1"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>`,
    );
    const align = (revisions: "accepted" | "original") =>
      readDocx(docx(body), "a.docx", { revisions }).blocks[0]?.align;
    expect([align("accepted"), align("original")]).toEqual(["center", "right"]);
  });
});

describe("soft breaks", () => {
  const lines = (...parts: string[]) => parts.map((text) => run(text)).join(softBreak);
  const centred = `<w:jc w:val="center"/>`;
  const long = "坚持以习近平新时代中国特色社会主义思想为指导全面贯彻落实";
  const cases: [string, string, string[]][] = [
    [
      "a title set in two lines is one name",
      p(lines("关于印发《安全生产", "管理办法》的通知"), centred),
      ["关于印发《安全生产管理办法》的通知"],
    ],
    [
      "an order and its number",
      p(lines("中华人民共和国国务院令", "第706号"), centred),
      ["中华人民共和国国务院令第706号"],
    ],
    [
      "a subtitle",
      p(lines("政府工作报告", "——在县人民代表大会上"), centred),
      ["政府工作报告", "——在县人民代表大会上"],
    ],
    [
      "a number under the title",
      p(lines("关于加强管理的通知", "×政发〔2024〕1号"), centred),
      ["关于加强管理的通知", "×政发〔2024〕1号"],
    ],
    [
      "a name cut in the running text",
      p(lines("根据《中华人民共和国", "安全生产法》的规定")),
      ["根据《中华人民共和国安全生产法》的规定"],
    ],
    ["a full line goes on", p(lines(long, "各项任务。")), [`${long}各项任务。`]],
    [
      "a sentence that has ended",
      p(lines("第一条　为了加强管理。", "第二条　本办法适用于本县。")),
      ["第一条　为了加强管理。", "第二条　本办法适用于本县。"],
    ],
    [
      "signature and date",
      p(lines("某某县人民政府", "2024年3月5日"), `<w:jc w:val="right"/>`),
      ["某某县人民政府", "2024年3月5日"],
    ],
    ["a note pasted behind", p(lines(`${long}。`, "（此件公开发布）")), [`${long}。`, "（此件公开发布）"]],
    ["list of annexes", p(lines("附件：1. 任务清单", "2. 责任分工")), ["附件：1. 任务清单", "2. 责任分工"]],
    [
      "a page break always separates",
      p(`${run("工作方案")}<w:r><w:br w:type="page"/></w:r>${run("总体要求")}`, centred),
      ["工作方案", "总体要求"],
    ],
    ["an empty line in a cell", table([[p(lines("甲", "", "乙"))]]), ["甲\n乙"]],
    [
      "Latin words keep a blank",
      p(lines("Interim Measures for Work", "Safety Supervision")),
      ["Interim Measures for Work Safety Supervision"],
    ],
    ["empty lines", p(lines("", "甲。", "", "", "乙。", "")), ["甲。", "乙。"]],
    ["a narrow cell", table([[p(lines("公开", "属性"))]]), ["公开属性"]],
    [
      "options in a cell stay together",
      table([[p(lines("☑主动公开", "☐依申请公开", "", "☐不予公开"))]]),
      ["☑主动公开\n☐依申请公开\n☐不予公开"],
    ],
  ];
  it.each(cases)("%s", (_, body, expected) => expect(texts(body)).toEqual(expected));
});

describe("tables and text boxes", () => {
  it("cells are blocks with their position, nested tables count on", () => {
    const inner = table([["内"]]);
    const body =
      p("前") +
      table([
        ["甲", "乙"],
        ["丙", `<w:p/>${inner}${p("丁")}`],
      ]) +
      table([["戊"]]);
    const { blocks } = readDocx(docx(body), "a.docx");
    expect(
      blocks.map(({ text, role, cell }) => [text, role, cell && [cell.table, cell.row, cell.column]]),
    ).toEqual([
      ["前", "paragraph", undefined],
      ["甲", "table-cell", [0, 0, 0]],
      ["乙", "table-cell", [0, 0, 1]],
      ["丙", "table-cell", [0, 1, 0]],
      ["内", "table-cell", [1, 0, 0]],
      ["丁", "table-cell", [0, 1, 1]],
      ["戊", "table-cell", [2, 0, 0]],
    ]);
  });
  it("a text box follows the paragraph it hangs on, and is read once", () => {
    const { blocks } = readDocx(
      docx(p(run("甲") + textBox(p("盒一") + p("盒二")) + run("乙")) + p("丙")),
      "a.docx",
    );
    expect(blocks.map(({ text, role }) => [text, role])).toEqual([
      ["甲乙", "paragraph"],
      ["盒一", "text-box"],
      ["盒二", "text-box"],
      ["丙", "paragraph"],
    ]);
  });
  it("only the fallback, where there is no choice", () => {
    expect(
      texts(
        p(
          `<w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent>${p("旧")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
    ).toEqual(["旧"]);
  });
  it("the first of several choices", () => {
    expect(
      texts(
        p(
          `<mc:AlternateContent><mc:Choice Requires="a">${run("甲")}</mc:Choice><mc:Choice Requires="b">${run("乙")}</mc:Choice><mc:Fallback>${run("丙")}</mc:Fallback></mc:AlternateContent>`,
        ),
      ),
    ).toEqual(["甲"]);
  });
  it("a table inside a text box inside a table", () => {
    const { blocks } = readDocx(docx(table([[p(run("格") + textBox(p("盒") + table([["内"]])))]])), "a.docx");
    expect(blocks.map(({ text, role, cell }) => [text, role, cell?.table])).toEqual([
      ["格", "table-cell", 0],
      ["盒", "text-box", undefined],
      ["内", "table-cell", 1],
    ]);
  });
  it("a field open around a text box does not reach into it", () => {
    const content =
      field("begin") + instruction("X") + textBox(p("盒")) + field("separate") + run("果") + field("end");
    expect(texts(p(content))).toEqual(["果", "盒"]);
  });
  it("old WordArt", () => {
    const body = p(
      `<w:r><w:pict><v:shape><v:textpath string="某某县人民政府文件"/></v:shape></w:pict></w:r>${run("甲")}`,
    );
    expect(readDocx(docx(body), "a.docx").blocks.map(({ text, role }) => [text, role])).toEqual([
      ["甲", "paragraph"],
      ["某某县人民政府文件", "text-box"],
    ]);
  });
  it("old WordArt in two lines", () => {
    const shape = `<v:shape><v:textpath string="某某县人民政府&#10;2024年3月5日"/></v:shape>`;
    const { blocks } = readDocx(docx(p(`<w:r><w:pict>${shape}</w:pict></w:r>`)), "a.docx");
    expect(blocks.map(({ text, origin }) => [text, origin.kind === "docx" && origin.segments])).toEqual([
      ["某某县人民政府", [{ start: 0, end: 7, node: null, offset: 0 }]],
      ["2024年3月5日", [{ start: 0, end: 9, node: null, offset: 8 }]],
    ]);
  });
});
