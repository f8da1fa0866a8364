import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../linter/document/block";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { hasCharacterData, isTextNode } from "../../../linter/readers/docx/textNodes";
import {
  type DocxParts,
  docx,
  docxFiles,
  p,
  part,
  run,
  softBreak,
  table,
  zipParts,
} from "../../support/docx";

const read = (parts: DocxParts | string) => readDocx(docx(parts), "草稿.docx");

describe("roles, levels and alignment", () => {
  const styles = `
    <w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="own"><w:name w:val="节标题"/><w:pPr><w:outlineLvl w:val="2"/><w:jc w:val="end"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="derived"><w:name w:val="派生"/><w:basedOn w:val="own"/></w:style>
    <w:style w:type="table" w:styleId="t"><w:name w:val="表"/><w:tblStylePr><w:pPr><w:jc w:val="right"/></w:pPr></w:tblStylePr></w:style>`;
  const cases: [string, string, Partial<Block>][] = [
    ["plain", "", { role: "paragraph" }],
    ["heading 1 by name", `<w:pStyle w:val="1"/>`, { role: "heading", level: 1 }],
    ["标题 2 by name, centred", `<w:pStyle w:val="2"/>`, { role: "heading", level: 2, align: "center" }],
    ["the document's title", `<w:pStyle w:val="a3"/>`, { role: "heading", level: 1, align: "center" }],
    ["outline level of a style", `<w:pStyle w:val="own"/>`, { role: "heading", level: 3, align: "right" }],
    ["through basedOn", `<w:pStyle w:val="derived"/>`, { role: "heading", level: 3, align: "right" }],
    [
      "direct alignment",
      `<w:pStyle w:val="derived"/><w:jc w:val="left"/>`,
      { role: "heading", level: 3, align: "left" },
    ],
    ["direct outline level", `<w:outlineLvl w:val="0"/>`, { role: "heading", level: 1 }],
    ["levels end at 6", `<w:outlineLvl w:val="8"/>`, { role: "heading", level: 6 }],
    [
      "body text in a heading's style",
      `<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>`,
      { role: "paragraph" },
    ],
    ["a style nobody defined", `<w:pStyle w:val="无"/>`, { role: "paragraph" }],
    ["a table style does not count", `<w:pStyle w:val="t"/>`, { role: "paragraph" }],
  ];
  it.each(cases)("%s", (_, properties, expected) => {
    const { role, level, align } = read({ styles, body: p("甲", properties) }).blocks[0] as Block;
    expect({ role, level, align }).toEqual({ level: undefined, align: undefined, ...expected });
  });
  it("a cell stays a cell, whatever its style", () => {
    const [block] = read({ styles, body: table([[p("甲", `<w:pStyle w:val="1"/>`)]]) }).blocks;
    expect(block).toMatchObject({ role: "table-cell" });
    expect(block?.level).toBeUndefined();
  });
});

describe("parts", () => {
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/></w:sectPr>`;
  it("body, footnotes, endnotes, headers, footers", () => {
    const { blocks } = read({
      body: p(run("正文"), `${section}`) + p("后文") + section,
      footnotes: `<w:footnote w:type="separator" w:id="0">${p("分隔")}</w:footnote><w:footnote w:id="2">${p("脚注")}</w:footnote>`,
      endnotes: `<w:endnote w:type="normal" w:id="2">${p("尾注")}</w:endnote>`,
      headers: { h1: p("页眉"), h9: p("没有用到的页眉") },
      footers: { f1: table([["页脚"]]) },
    });
    expect(
      blocks.map(({ text, role, origin }) => [text, role, origin.kind === "docx" && origin.part]),
    ).toEqual([
      ["正文", "paragraph", "word/document.xml"],
      ["后文", "paragraph", "word/document.xml"],
      ["脚注", "footnote", "word/footnotes.xml"],
      ["尾注", "footnote", "word/endnotes.xml"],
      ["页眉", "header", "word/header-h1.xml"],
      ["页脚", "footer", "word/footer-f1.xml"],
    ]);
  });
  it("ids are unique, paths and format as given", () => {
    const document = read(p("甲") + p("乙"));
    expect(document).toMatchObject({ path: "草稿.docx", format: "docx", metadata: [], readerNotes: [] });
    expect(new Set(document.blocks.map(({ id }) => id)).size).toBe(2);
  });
  it("says what it could not read", () => {
    expect(read(p("")).readerNotes).toEqual(["文档里没有读到文字（可能只有图片）"]);
    expect(read(`${p("甲")}<w:altChunk r:id="x"/>`).readerNotes).toEqual([
      "文档嵌有外部内容（altChunk），其中的文字没有读取",
    ]);
    const files = { "word/header-h1.xml": null };
    expect(read({ body: p("甲") + section, headers: { h1: "" }, files }).readerNotes).toEqual([
      "文档缺少 word/header-h1.xml，这一部分没有读取",
    ]);
  });
});

describe("the way back into the XML", () => {
  const body =
    p(
      `<w:del w:id="1"><w:r><w:delText>旧的</w:delText><w:tab/></w:r></w:del>${run("甲 《安", "<w:i/>")}<w:r><w:t> 全 </w:t></w:r>${run("隐", "<w:vanish/>")}` +
        `<mc:AlternateContent><mc:Choice Requires="x">${run("生产法》")}</mc:Choice><mc:Fallback>${run("生产法》")}</mc:Fallback></mc:AlternateContent>` +
        `<w:r><w:tab/><w:t>末</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`,
      `<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>`,
    ) +
    p(run("一。") + softBreak + run("　二", "")) +
    table([[p(run("格")), p("")]]);

  it("every node of the part counts, shown or not", () => {
    const [first, second, third, cell] = read(body).blocks;
    expect(first?.text).toBe("甲 《安全生产法》\t末☑");
    expect(first?.origin).toEqual({
      kind: "docx",
      part: "word/document.xml",
      paragraph: 0,
      segments: [
        { start: 0, end: 4, node: 2, offset: 0 },
        { start: 4, end: 5, node: 3, offset: 1 },
        { start: 5, end: 9, node: 5, offset: 0 },
        { start: 9, end: 10, node: 7, offset: 0 },
        { start: 10, end: 11, node: 8, offset: 0 },
        { start: 11, end: 12, node: 9, offset: 0 },
      ],
    });
    expect(second?.origin).toMatchObject({
      paragraph: 1,
      segments: [{ start: 0, end: 2, node: 10, offset: 0 }],
    });
    expect(third?.text).toBe("二");
    expect(third?.origin).toMatchObject({
      paragraph: 1,
      segments: [{ start: 0, end: 1, node: 12, offset: 1 }],
    });
    expect(cell?.origin).toMatchObject({ paragraph: 2, segments: [{ node: 13 }] });
  });

  it("another reader of the part finds each character where the segment says", () => {
    for (const revisions of ["accepted", "original"] as const) {
      const { blocks } = readDocx(docx(body), "a.docx", { revisions });
      const nodes = textNodesOf(part("document", `<w:body>${body}</w:body>`));
      for (const { text, origin } of blocks) {
        if (origin.kind !== "docx") throw new Error("not from a .docx");
        for (const { start, end, node, offset } of origin.segments) {
          const written = node === null ? null : nodes[node];
          if (written?.name === "w:t" || written?.name === "w:delText") {
            expect(written.text.slice(offset, offset + end - start)).toBe(text.slice(start, end));
          }
        }
      }
    }
  });

  it("a break in a cell stands in its own node", () => {
    const [block] = read(table([[p(run("☑甲") + softBreak + run("☐乙"))]])).blocks;
    expect(block?.text).toBe("☑甲\n☐乙");
    expect(block?.origin).toMatchObject({
      segments: [{ node: 0 }, { start: 2, end: 3, node: 1, offset: 0 }, { node: 2 }],
    });
  });
});

/** The text nodes of a part, found with the counting rule alone. */
function textNodesOf(xml: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (isTextNode(name, path[path.length - 1])) found.push({ name, text: "" });
    path.push(name);
  });
  parser.on("text", (text) => {
    const name = path[path.length - 1];
    const last = found[found.length - 1];
    if (last && name && hasCharacterData(name)) last.text += text;
  });
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return found;
}

describe("namespaces", () => {
  const body = p(
    `${run("甲", '<w:vanish w:val="0"/>')}${run("隐", "<w:vanish/>")}<mc:AlternateContent><mc:Choice Requires="x">${run("乙")}</mc:Choice><mc:Fallback>${run("丙")}</mc:Fallback></mc:AlternateContent>`,
    `<w:jc w:val="center"/>`,
  );
  const original = part("document", `<w:body>${body}</w:body>`);
  const cases: [string, string][] = [
    [
      "strict OOXML",
      original.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      ),
    ],
    [
      "another prefix",
      original
        .replaceAll("<w:", "<ns0:")
        .replaceAll("</w:", "</ns0:")
        .replaceAll(" w:", " ns0:")
        .replace("xmlns:w=", "xmlns:ns0="),
    ],
    [
      "the default namespace",
      original
        .replaceAll("<w:", "<")
        .replaceAll("</w:", "</")
        .replace("xmlns:w=", `xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w=`),
    ],
    [
      "declared where it is used",
      original
        .replace(/ xmlns:mc="[^"]*"/, "")
        .replace(
          "<mc:AlternateContent>",
          `<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>`,
        ),
    ],
    [
      "one prefix with two meanings",
      original.replace(
        "</w:body>",
        `<x:a xmlns:x="urn:a"><w:p xmlns:w="urn:other"><w:r><w:t>别的</w:t></w:r></w:p></x:a></w:body>`,
      ),
    ],
    [
      "the usual prefix for something else",
      original
        .replaceAll("<w:", "<d:")
        .replaceAll("</w:", "</d:")
        .replaceAll(" w:", " d:")
        .replace("xmlns:w=", `xmlns:w="urn:other" xmlns:d=`)
        .replace("</d:body>", "<w:p><w:r><w:t>别的</w:t></w:r></w:p></d:body>"),
    ],
  ];
  it.each(cases)("%s", (_, xml) => {
    const { blocks } = read({ body: "", files: { "word/document.xml": xml } });
    expect(blocks.map(({ text, align }) => [text, align])).toEqual([["甲乙", "center"]]);
  });
  it("names of namespaces in the text change nothing", () => {
    const text = `xmlns:w=&quot;urn:x&quot; xmlns:w="urn:y"`;
    expect(read(p(run(text))).blocks[0]?.text).toBe(`xmlns:w="urn:x" xmlns:w="urn:y"`);
  });
});

describe("packages", () => {
  const files = docxFiles({ body: p("甲"), styles: "" });
  it("a main part of another name, a leading slash, upper case, backslashes", () => {
    const {
      "word/document.xml": body,
      "word/_rels/document.xml.rels": own,
      "_rels/.rels": root,
      ...rest
    } = files;
    const moved = {
      ...rest,
      "Word\\Document2.xml": body ?? "",
      "word\\_rels\\document2.xml.rels": own ?? "",
      "_rels/.rels": String(root).replace("word/document.xml", "/word/document2.xml"),
    };
    expect(readDocx(zipParts(moved), "a.docx").blocks[0]?.origin).toMatchObject({
      part: "word/document2.xml",
    });
  });
  it("no relationships at all", () => {
    const { "_rels/.rels": _, "word/_rels/document.xml.rels": __, ...rest } = files;
    expect(readDocx(zipParts(rest), "a.docx").blocks.map(({ text }) => text)).toEqual(["甲"]);
  });
  it("UTF-16 parts and a byte order mark", () => {
    const xml = part("document", `<w:body>${p("甲")}</w:body>`).replace("UTF-8", "UTF-16");
    const wide = new Uint8Array(new Uint16Array([...`\ufeff${xml}`].map((c) => c.charCodeAt(0))).buffer);
    for (const data of [wide, wide.slice(2), `\ufeff${xml}`]) {
      expect(read({ body: "", files: { "word/document.xml": data } }).blocks[0]?.text).toBe("甲");
    }
  });
});
