import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { annotateDocx } from "../../../linter/writers/docx/annotateDocx";
import { type DocxParts, docx, docxFiles, numbered, p, part, run, table, zipParts } from "../../support/docx";
import { findingAt } from "../../support/finding";
import { documentXml, partsOf } from "./parts";

const OPTIONS = { author: "公文校核", initials: "校", date: new Date(2026, 10, 24, 9, 30) };
const COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

function annotate(bytes: Uint8Array, words: readonly string[], title?: string): Uint8Array {
  const document = readDocx(bytes, "草稿.docx");
  const titlePlace = title === undefined ? null : findingAt(document, title).place;
  const findings = words.map((at) => findingAt(document, at));
  return annotateDocx(bytes, document, findings, { ...OPTIONS, title: titlePlace });
}

/** The words under each comment: text between its marks, deleted text included, read by a parser of its own. */
function commented(bytes: Uint8Array): Record<string, string> {
  const open = new Set<string>();
  const words: Record<string, string> = {};
  const parser = new SaxesParser({ xmlns: true });
  let inText = false;
  parser.on("opentag", ({ local, attributes }) => {
    const id = Object.values(attributes).find((attribute) => attribute.local === "id")?.value ?? "";
    if (local === "commentRangeStart") {
      open.add(id);
      words[id] = "";
    }
    if (local === "commentRangeEnd") open.delete(id);
    if (local === "footnoteReference") for (const id of open) words[id] += "[注]";
    inText = local === "t" || local === "delText";
  });
  parser.on("closetag", () => {
    inText = false;
  });
  const take = (text: string) => {
    if (inText) for (const id of open) words[id] += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(documentXml(bytes)).close();
  expect(open.size).toBe(0);
  return words;
}

function expectSameText(before: Uint8Array, after: Uint8Array): void {
  for (const revisions of ["accepted", "original"] as const) {
    const texts = (bytes: Uint8Array) =>
      readDocx(bytes, "草稿.docx", { revisions }).blocks.map(({ id, text, role }) => [id, role, text]);
    expect(texts(after)).toEqual(texts(before));
  }
}

const textBox = (inner: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const inserted = (inner: string) =>
  `<w:ins w:id="7" w:author="张三" w:date="2026-01-01T00:00:00Z">${inner}</w:ins>`;
const deleted = (text: string) =>
  `<w:del w:id="8" w:author="张三"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;

describe("a comment stands at its exact words", () => {
  const cases: [string, DocxParts, string, string][] = [
    ["within a run", { body: p("根据物权法制定") }, "物权法", "物权法"],
    ["a whole run", { body: p(run("根据") + run("物权法") + run("制定")) }, "物权法", "物权法"],
    [
      "across runs",
      { body: p(run("根据《物") + run("权", "<w:b/>") + run("法》制定")) },
      "《物权法》",
      "《物权法》",
    ],
    ["entities", { body: p("A&amp;B和C&#x4E00;&lt;D") }, "B和C一<", "B和C一<"],
    ["beyond the BMP", { body: p("甲&#x20BB7;野家𠮷") }, "野家", "野家"],
    ["table cell", { body: table([["责任单位", "物权法"]]) }, "权", "权"],
    [
      "text box, its first branch alone",
      { body: p(run("正文") + textBox(p("见物权法。"))) },
      "物权法",
      "物权法",
    ],
    ["tracked insertion", { body: p(run("根据") + inserted(run("原物权法"))) }, "物权法", "物权法"],
    ["over deleted text", { body: p(run("物") + deleted("业") + run("权法")) }, "物权法", "物业权法"],
    [
      "hyperlink",
      { body: p(`<w:hyperlink r:id="x">${run("见物权法全文")}</w:hyperlink>`) },
      "物权法",
      "物权法",
    ],
    [
      "content control",
      { body: p(`<w:sdt><w:sdtPr/><w:sdtContent>${run("见物权法全文")}</w:sdtContent></w:sdt>`) },
      "物权法",
      "物权法",
    ],
    [
      "several nodes of one run",
      { body: p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r>") },
      "\t乙",
      "乙",
    ],
    [
      "a formula as a whole",
      { body: p(`${run("即")}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`) },
      "+",
      "a+b",
    ],
    [
      "merged paragraphs",
      { body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("物权")}</w:p>${p("法制定")}` },
      "物权法",
      "物权法",
    ],
    ["CDATA as a whole", { body: p("<w:r><w:t>甲<![CDATA[<乙>]]>丙</w:t></w:r>") }, "乙", "甲<乙>丙"],
  ];
  it.each(cases)("%s", (_, parts, words, expected) => {
    const bytes = docx(parts);
    const result = annotate(bytes, [words]);
    const under = commented(result);
    expect(under["0"]).toBe(expected);
    expectSameText(bytes, result);
  });

  it("an automatic number falls on the next real character", () => {
    const bytes = docx({
      body: p("总则", numbered(1)),
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    });
    expect(commented(annotate(bytes, ["第一章"]))).toEqual({ "0": "总" });
  });

  it("keeps the formatting of both parts of a run", () => {
    const result = documentXml(annotate(docx(p(run("根据物权法", '<w:b/><w:sz w:val="32"/>'))), ["物权法"]));
    expect(result.match(/<w:rPr><w:b\/><w:sz w:val="32"\/><\/w:rPr>/g)).toHaveLength(2);
  });

  it("blanks show as before where a run is parted at one", () => {
    const bytes = docx(p(`<w:r><w:t> 甲 乙  丙 </w:t></w:r>${run("丁")}`));
    const result = annotate(bytes, ["乙", "甲 "]);
    expectSameText(bytes, result);
    expect(commented(result)).toEqual({ "0": "乙", "1": "甲 " });
  });

  it("comments may overlap, meet and repeat the same place", () => {
    const bytes = docx(p(run("甲乙丙") + run("丁戊")));
    const result = annotate(bytes, ["甲乙丙", "乙", "丙丁", "丁戊", "乙", "甲乙"]);
    // The second 乙 says the same of the same words.
    expect(commented(result)).toEqual({ "0": "甲乙丙", "1": "乙", "2": "丙丁", "3": "丁戊", "4": "甲乙" });
    expectSameText(bytes, result);
  });

  it("the mark stands outside of a tracked insertion, so that rejecting it keeps the comment", () => {
    const result = documentXml(annotate(docx(p(inserted(run("物权法和民法")))), ["物权法"]));
    expect(result).toMatch(
      /<\/w:ins><w:r><w:rPr><w:sz w:val="16"\/><\/w:rPr><w:commentReference w:id="0"\/>/,
    );
  });
});

describe("where Word allows no comment", () => {
  const note = (id: number, inner: string) => `<w:footnote w:id="${id}">${inner}</w:footnote>`;
  const parts: DocxParts = {
    body:
      p("关于停车收费的通知") +
      p(`${run("正文甲")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("正文乙")}`) +
      '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>',
    footnotes: note(0, p("别的")) + note(2, p("依据物权法")),
    headers: { h1: p("云溪县机密") },
  };

  it("a finding in a footnote goes to the mark that refers to it", async () => {
    const result = annotate(docx(parts), ["物权法"]);
    expect(commented(result)).toEqual({ "0": "[注]" });
    expect(partsOf(result)["word/comments.xml"]).toContain("位置：脚注或尾注“物权法”");
  });

  it("a finding in a header goes to the title", () => {
    const result = annotate(docx(parts), ["机密"], "停车收费");
    expect(commented(result)).toEqual({ "0": "停车收费" });
    expect(partsOf(result)["word/comments.xml"]).toContain("位置：页眉“机密”");
  });

  it.each([
    ["an empty paragraph", "<w:p/>"],
    ["a paragraph with properties alone", "<w:p><w:pPr><w:jc/></w:pPr></w:p>"],
    ["no paragraph", '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'],
  ])("a document without text is commented in %s", (_, body) => {
    const bytes = docx(body);
    const document = readDocx(bytes, "空.docx");
    const finding = { ...findingAt(document, { block: 0, start: 0, end: 0 }), message: "没有文字。" };
    const result = annotateDocx(bytes, document, [finding], OPTIONS);
    expect(commented(result)).toEqual({ "0": "" });
    expect(annotateDocx(result, readDocx(result, "空.docx"), [finding], OPTIONS)).toBe(result);
  });
});

describe("the package", () => {
  it("is read by mammoth with message, basis and advice at the words", async () => {
    const result = annotate(docx(p("根据物权法制定")), ["物权法"]);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(result) },
      { styleMap: ["comment-reference => sup"] },
    );
    expect(value).toMatch(/<p>根据物权法<sup>.*<\/sup>制定<\/p>/);
    for (const text of [
      "【错误】“物权法”有误。",
      "依据：国办发〔2016〕80号",
      "建议：改正。",
      "规则：sample-rule",
    ]) {
      expect(value).toContain(`<p>${text}`);
    }
    const raw = await mammoth.extractRawText({ buffer: Buffer.from(result) });
    expect(raw.value.trim()).toBe("根据物权法制定");
  });

  it("declares the new part and leaves every other as it is", () => {
    const files = {
      ...docxFiles({ body: p("根据物权法制定"), styles: "", footnotes: "" }),
      "word/media/图.png": new Uint8Array(5000).fill(7),
    };
    const bytes = zipParts(files);
    const before = partsOf(bytes);
    const after = partsOf(annotate(bytes, ["物权法"]));
    expect(Object.keys(after)).toEqual([...Object.keys(before), "word/comments.xml"]);
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed).toEqual(["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"]);
    expect(after["[Content_Types].xml"]).toContain('<Override PartName="/word/comments.xml"');
    expect(after["word/_rels/document.xml.rels"]).toContain(`Type="${COMMENTS}"`);
    const dated = after["word/comments.xml"];
    expect(dated).toContain('w:author="公文校核" w:date="2026-11-24T09:30:00Z" w:initials="校"');
  });

  it("keeps comments that are there, and goes on behind their ids", () => {
    const own = `<w:comment w:id="41" w:author="张三">${p("请核实")}</w:comment>`;
    const body = p(
      `<w:commentRangeStart w:id="41"/>${run("根据")}<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r>${run("物权法")}`,
    );
    const files = docxFiles({ body });
    const bytes = zipParts({
      ...files,
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${COMMENTS}" Target="comments.xml"/></Relationships>`,
      "word/comments.xml": part("comments", own),
    });
    const after = partsOf(annotate(bytes, ["物权法"]));
    expect(after["word/comments.xml"]).toContain(own);
    expect(after["word/comments.xml"]?.match(/w:id="\d+"/g)).toEqual(['w:id="41"', 'w:id="42"']);
    expect(after["[Content_Types].xml"]).toBe(files["[Content_Types].xml"]);
    expect(commented(annotate(bytes, ["物权法"]))).toEqual({ "41": "根据", "42": "物权法" });
  });

  it("is not changed by a second run; a new finding alone is added", () => {
    const bytes = docx(p(run("根据物") + run("权法") + inserted(run("和合同法制定"))));
    const once = annotate(bytes, ["物权法", "合同法"]);
    expect(annotate(once, ["物权法", "合同法"])).toBe(once);
    const more = annotate(once, ["物权法", "制定", "合同法"]);
    expect(commented(more)).toEqual({ "0": "物权法", "1": "合同法", "2": "制定" });
    expectSameText(bytes, more);
  });

  it("of another prefix, strict and in UTF-16", () => {
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const xml = `<x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>根据物权法制定</x:t></x:r></x:p></x:body></x:document>`;
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${xml}`, "utf16le"));
    const bytes = zipParts({ ...docxFiles({ body: "" }), "word/document.xml": utf16 });
    const result = annotate(bytes, ["物权法"]);
    expectSameText(bytes, result);
    const written = partsOf(result);
    expect(written["word/comments.xml"]).toContain(`xmlns:w="${strict}"`);
    expect(annotate(result, ["物权法"])).toBe(result);
  });

  it("without findings is the very file", () => {
    const bytes = docx(p("甲"));
    expect(annotateDocx(bytes, readDocx(bytes, "甲.docx"), [], OPTIONS)).toBe(bytes);
  });
});
