import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../../linter/document/document";
import type { Edit } from "../../../linter/engine/finding";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { annotateDocx } from "../../../linter/writers/docx/annotateDocx";
import { fixDocx } from "../../../linter/writers/docx/fixDocx";
import { type DocxParts, docx, docxFiles, numbered, p, run, table, zipParts } from "../../support/docx";
import { findingAt, placeOf } from "../../support/finding";
import { documentXml, partsOf } from "./parts";

const OPTIONS = { author: "公文校核", date: new Date(2026, 10, 24, 9, 30) };

const texts = (bytes: Uint8Array, revisions?: "accepted" | "original") =>
  readDocx(bytes, "草稿.docx", { revisions }).blocks.map(({ text }) => text);

function fix(bytes: Uint8Array, changes: readonly (readonly [string, string])[], tracked = true) {
  const document = readDocx(bytes, "草稿.docx");
  const edits = changes.map(([words, text]): Edit => ({ place: placeOf(document, words), text }));
  return fixDocx(bytes, document, edits, { ...OPTIONS, tracked });
}

const inserted = (inner: string) =>
  `<w:ins w:id="7" w:author="张三" w:date="2026-01-01T00:00:00Z">${inner}</w:ins>`;
const deleted = (text: string) =>
  `<w:del w:id="8" w:author="张三"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const field = (result: string) =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>' +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe("edits", () => {
  it.each([true, false])("leave numbers that stay in their own runs (tracked: %s)", (tracked) => {
    const number = run("2018", '<w:rFonts w:ascii="Times New Roman"/>');
    const source = docx({ body: p(run("国办发[") + number + run("]37号", "<w:b/>")) });
    const { bytes, refused } = fix(source, [["国办发[2018]37号", "国办发〔2018〕37号"]], tracked);
    expect(refused).toEqual([]);
    expect(texts(bytes)).toEqual(["国办发〔2018〕37号"]);
    const xml = documentXml(bytes);
    expect(xml).toContain(number);
    expect(xml).toMatch(/<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">〕/);
    if (tracked) expect(texts(bytes, "original")).toEqual(["国办发[2018]37号"]);
  });

  const cases: [string, DocxParts, [string, string][], string[]][] = [
    [
      "within a run",
      { body: p("国办发[2016]80号文") },
      [["国办发[2016]80号", "国办发〔2016〕80号"]],
      ["国办发〔2016〕80号文"],
    ],
    [
      "a whole run",
      { body: p(run("依") + run("物权法") + run("定")) },
      [["物权法", "民法典"]],
      ["依民法典定"],
    ],
    [
      "across runs",
      { body: p(run("《物") + run("权", "<w:b/>") + run("法》")) },
      [["物权法", "民法典"]],
      ["《民法典》"],
    ],
    ["a deletion", { body: p("甲第〇八号") }, [["第〇", ""]], ["甲八号"]],
    [
      "several in one run",
      { body: p("甲一乙二丙三") },
      [
        ["一", "1"],
        ["丙", ""],
        ["三", "33"],
      ],
      ["甲1乙二33"],
    ],
    ["in a table", { body: table([["甲", "乙"]]) }, [["乙", "丙"]], ["甲", "丙"]],
    [
      "over a tab",
      { body: p(`<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>`) },
      [["甲\t乙", "甲乙"]],
      ["甲乙"],
    ],
    [
      "a tab and a line, which goes on in a cell",
      { body: table([[p("甲乙")]]) },
      [["乙", "\t丙\n丁"]],
      ["甲\t丙丁"],
    ],
    [
      "in a tracked insertion",
      { body: p(run("甲") + inserted(run("乙丙丁"))) },
      [["丙", "酉"]],
      ["甲乙酉丁"],
    ],
    ["over deleted text", { body: p(run("甲") + deleted("乙") + run("丙")) }, [["甲丙", "丁"]], ["丁"]],
    [
      "in a hyperlink",
      { body: p(`<w:hyperlink r:id="x">${run("见物权法")}</w:hyperlink>`) },
      [["物权", "民"]],
      ["见民法"],
    ],
    ["beyond the BMP", { body: p("甲𠮷乙") }, [["𠮷", "𠮶"]], ["甲𠮶乙"]],
    ["markup in the new text", { body: p("甲&amp;乙") }, [["&", "<&>"]], ["甲<&>乙"]],
    ["blanks at the edges", { body: p("<w:r><w:t> 甲乙丙 </w:t></w:r>") }, [["乙", " "]], ["甲 丙"]],
    [
      "in a footnote and a header",
      {
        body: `${p(`正文<w:r><w:footnoteReference w:id="2"/></w:r>`.replace("正文", run("正文")))}<w:sectPr><w:headerReference r:id="h"/></w:sectPr>`,
        footnotes: `<w:footnote w:id="2">${p("注甲")}</w:footnote>`,
        headers: { h: p("眉乙") },
      },
      [
        ["甲", "丙"],
        ["乙", "丁"],
      ],
      ["正文", "注丙", "眉丁"],
    ],
  ];
  it.each(cases)("tracked: %s", (_, parts, changes, expected) => {
    const bytes = docx(parts);
    const { bytes: fixed, refused } = fix(bytes, changes);
    expect(refused).toEqual([]);
    expect(texts(fixed)).toEqual(expected);
    // As if nothing had been changed: rejecting all gives the draft back.
    expect(texts(fixed, "original")).toEqual(texts(bytes, "original"));
  });

  it.each(cases)("plain: %s", (_, parts, changes, expected) => {
    const { bytes: fixed, refused } = fix(docx(parts), changes, false);
    expect(refused).toEqual([]);
    expect(texts(fixed)).toEqual(expected);
    expect(documentXml(fixed)).not.toContain("公文校核");
  });

  it("keep the formatting of the run and say who made them", () => {
    const format = '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>';
    const xml = documentXml(
      fix(docx(p(run("依物权法", format) + inserted(run("甲")))), [["物权", "民"]]).bytes,
    );
    const by = 'w:author="公文校核" w:date="2026-11-24T09:30:00Z"';
    const formatted = (inner: string) => `<w:r><w:rPr>${format}</w:rPr>${inner}</w:r>`;
    expect(xml).toContain(
      `<w:del w:id="8" ${by}>${formatted('<w:delText xml:space="preserve">物权</w:delText>')}</w:del>`,
    );
    expect(xml).toContain(`<w:ins w:id="9" ${by}>${formatted('<w:t xml:space="preserve">民</w:t>')}</w:ins>`);
  });

  it("in somebody's insertion stand beside it, each with its author", () => {
    const xml = documentXml(fix(docx(p(inserted(run("甲乙丙")))), [["乙", "丁"]]).bytes);
    expect(xml.match(/<w:ins [^>]*w:author="[^"]+"/g)?.map((tag) => tag.replace(/.*author=/, ""))).toEqual([
      '"张三"',
      '"公文校核"',
      '"张三"',
    ]);
    const ids = xml.match(/w:id="\d+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leave every other part and the rest of the text as they are", () => {
    const bytes = zipParts({
      ...docxFiles({ body: p("物权法") + p("乙"), styles: "" }),
      "word/media/图.png": new Uint8Array(999),
    });
    const before = partsOf(bytes);
    const after = partsOf(fix(bytes, [["物权", "民"]]).bytes);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(["word/document.xml"]);
    expect(after["word/document.xml"]?.endsWith(p("乙").concat("</w:body></w:document>"))).toBe(true);
  });
});

describe("what cannot be edited is refused, and the rest is made", () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const checkBox = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run("□")}</w:sdtContent></w:sdt>`;
  const cases: [string, DocxParts, string, RegExp][] = [
    ["an automatic number", { body: p("甲", numbered(1)) + p("好"), numbering }, "1.", /自动编号/],
    ["a field", { body: p(field("第3页")) + p("好") }, "3", /域/],
    [
      "a simple field",
      { body: p(`<w:fldSimple w:instr="PAGE">${run("甲3")}</w:fldSimple>`) + p("好") },
      "3",
      /域/,
    ],
    ["a tick box", { body: p(checkBox + run("甲")) + p("好") }, "☑", /复选框/],
    [
      "a formula",
      { body: p(`${run("即")}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`) + p("好") },
      "+",
      /公式/,
    ],
    ["moved text", { body: p(`<w:moveTo w:id="3">${run("甲乙")}</w:moveTo>`) + p("好") }, "甲", /移动/],
    ["a symbol font", { body: p(run("þ", '<w:rFonts w:ascii="Wingdings"/>')) + p("好") }, "☑", /符号字体/],
  ];
  it.each(cases)("%s", (_, parts, words, reason) => {
    for (const tracked of [true, false]) {
      const { bytes, refused } = fix(
        docx(parts),
        [
          [words, "改"],
          ["好", "妥"],
        ],
        tracked,
      );
      expect(refused).toEqual([{ edit: expect.anything(), reason: expect.stringMatching(reason) }]);
      expect(texts(bytes).at(-1)).toBe("妥");
      expect(texts(bytes).slice(0, -1)).toEqual(texts(docx(parts)).slice(0, -1));
    }
  });

  it("an edit that changes nothing leaves the very file", () => {
    const bytes = docx(p("甲"));
    expect(fix(bytes, [["甲", "甲"]])).toEqual({ bytes, refused: [] });
  });
});

describe("any runs, any edits", () => {
  const piece = fc.stringMatching(/^[甲乙 a&<𠮷]{1,6}$/u);
  const runXml = fc.record({
    text: piece,
    kind: fc.constantFrom("run", "bold", "inserted", "link", "split", "trimmed"),
  });
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const toXml = ({ text, kind }: { text: string; kind: string }) => {
    const plain = run(escaped(text));
    switch (kind) {
      case "bold":
        return run(escaped(text), "<w:b/>");
      case "inserted":
        return inserted(plain);
      case "link":
        return `<w:hyperlink w:anchor="a">${plain}</w:hyperlink>`;
      case "split":
        return `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r>`;
      case "trimmed":
        return `<w:r><w:t> ${escaped(text)} </w:t></w:r>`;
      default:
        return plain;
    }
  };
  /** Cuts between characters, so that no pair is parted. */
  const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.stringMatching(/^[丁戊& ]{0,3}$/)), {
    maxLength: 4,
  });

  function editsOf(
    document: OfficialDocument,
    wanted: readonly (readonly [number, number, string])[],
  ): Edit[] {
    const text = document.blocks[0]?.text ?? "";
    const starts = [0];
    for (const character of text) starts.push((starts.at(-1) ?? 0) + character.length);
    const chosen: Edit[] = [];
    let free = 0;
    for (const [from, length, replacement] of [...wanted].sort((a, b) => a[0] - b[0])) {
      const [start, end] = [starts[from], starts[from + length]];
      if (start === undefined || end === undefined || start < free) continue;
      chosen.push({ place: { block: 0, start, end }, text: replacement });
      free = end + 1;
    }
    return chosen;
  }

  it("say what the edits say when accepted, and what the draft said when rejected", () => {
    fc.assert(
      fc.property(
        fc.array(runXml, { minLength: 1, maxLength: 5 }),
        edits,
        fc.boolean(),
        (runs, wanted, tracked) => {
          // Marks at both ends, as blanks there are no text.
          const bytes = docx(p(run("【") + runs.map(toXml).join("") + run("】")));
          const document = readDocx(bytes, "草稿.docx");
          const chosen = editsOf(document, wanted).filter(
            ({ place }) => place.start > 0 && place.end < (document.blocks[0]?.text.length ?? 0),
          );
          let expected = document.blocks[0]?.text ?? "";
          for (const { place, text } of [...chosen].reverse()) {
            expected = expected.slice(0, place.start) + text + expected.slice(place.end);
          }
          const { bytes: fixed, refused } = fixDocx(bytes, document, chosen, { ...OPTIONS, tracked });
          expect(refused).toEqual([]);
          expect(texts(fixed)).toEqual([expected]);
          if (tracked) expect(texts(fixed, "original")).toEqual(texts(bytes, "original"));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("take comments anywhere, once", () => {
    fc.assert(
      fc.property(fc.array(runXml, { minLength: 1, maxLength: 5 }), edits, (runs, wanted) => {
        const bytes = docx(p(run("【") + runs.map(toXml).join("") + run("】")));
        const document = readDocx(bytes, "草稿.docx");
        const findings = editsOf(document, wanted).map(({ place }) => findingAt(document, place));
        const options = { ...OPTIONS, initials: "校" };
        const once = annotateDocx(bytes, document, findings, options);
        const again = readDocx(once, "草稿.docx");
        expect(again.blocks.map(({ text }) => text)).toEqual(document.blocks.map(({ text }) => text));
        expect(texts(once, "original")).toEqual(texts(bytes, "original"));
        expect(documentXml(annotateDocx(once, again, findings, options))).toBe(documentXml(once));
      }),
      { numRuns: 400 },
    );
  });
});
