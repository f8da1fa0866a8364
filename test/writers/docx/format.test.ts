import { describe, expect, it } from "vitest";
import type { FormatEdit } from "../../../linter/engine/finding";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { annotateDocx } from "../../../linter/writers/docx/annotateDocx";
import { fixDocx } from "../../../linter/writers/docx/fixDocx";
import { formatDocx } from "../../../linter/writers/docx/formatDocx";
import { type DocxParts, docx, p, run } from "../../support/docx";
import { findingAt } from "../../support/finding";
import { documentXml, partsOf } from "./parts";

const OPTIONS = { author: "公文<校核>", date: new Date(2026, 10, 24, 9, 30) };
const SECTION = '<w:sectPr><w:pgSz w:w="12240" w:h="15840" w:code="1"/></w:sectPr>';

function format(parts: DocxParts | string, formats: readonly FormatEdit[], tracked = true) {
  const bytes = docx(parts);
  const written = formatDocx(bytes, readDocx(bytes, "草稿.docx"), formats, { ...OPTIONS, tracked });
  return { ...written, before: bytes, xml: documentXml(written.bytes) };
}

const text = (
  block: number,
  start: number,
  end: number,
  change: { font?: string; size?: number },
): FormatEdit => ({
  target: "text",
  place: { block, start, end },
  ...change,
});

/** The XML between two pieces, to look at one element. */
const inside = (xml: string, from: string, to: string) =>
  xml.slice(xml.indexOf(from), xml.indexOf(to) + to.length);
const MARK = 'w:id="0" w:author="公文&lt;校核&gt;" w:date="2026-11-24T09:30:00Z"';

describe("letters", () => {
  it("change in the runs named, and keep what they were", () => {
    const { xml } = format(p(run("甲", '<w:b/><w:sz w:val="24"/><w:u/>') + run("乙")), [
      text(0, 0, 1, { size: 16 }),
    ]);
    expect(inside(xml, "<w:r>", "</w:r>")).toBe(
      '<w:r><w:rPr><w:b/><w:sz w:val="32"/><w:szCs w:val="32"/><w:u/>' +
        `<w:rPrChange ${MARK}><w:rPr><w:b/><w:sz w:val="24"/><w:u/></w:rPr></w:rPrChange></w:rPr>` +
        '<w:t xml:space="preserve">甲</w:t></w:r>',
    );
    expect(xml).toContain(run("乙"));
  });

  it("change at once where nothing is tracked", () => {
    const { xml } = format(p("甲"), [text(0, 0, 1, { size: 16, font: "仿宋" })], false);
    expect(xml).toContain(
      '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t xml:space="preserve">甲</w:t></w:r>',
    );
  });

  it("take the place of a font of the theme, and leave Latin fonts alone", () => {
    const fonts = '<w:rFonts w:ascii="Arial" w:eastAsiaTheme="minorEastAsia" w:hint="eastAsia"/>';
    const { xml } = format(p(run("甲", fonts)), [text(0, 0, 1, { font: "仿宋" })], false);
    expect(xml).toContain('<w:rPr><w:rFonts w:ascii="Arial" w:hint="eastAsia" w:eastAsia="仿宋"/></w:rPr>');
  });

  it("keep the first form where a change is already tracked", () => {
    const former = '<w:rPrChange w:id="5" w:author="甲"><w:rPr><w:sz w:val="18"/></w:rPr></w:rPrChange>';
    const { xml } = format(p(run("甲", `<w:sz w:val="24"/>${former}`)), [text(0, 0, 1, { size: 16 })]);
    expect(xml).toContain(`<w:sz w:val="32"/><w:szCs w:val="32"/>${former}</w:rPr>`);
    expect(xml.match(/rPrChange /g)).toHaveLength(1);
  });

  it("are refused in a ruby, and then nothing is changed", () => {
    const ruby = `<w:r><w:ruby><w:rt>${run("pin")}</w:rt><w:rubyBase>${run("拼")}</w:rubyBase></w:ruby></w:r>`;
    const edit = text(0, 0, 1, { size: 16 });
    const { bytes, before, refused } = format(p(ruby), [edit]);
    expect(refused).toEqual([{ edit, reason: expect.stringContaining("拼音") }]);
    expect(bytes).toBe(before);
  });
});

describe("paragraphs", () => {
  const indent: FormatEdit = { target: "paragraph", block: 0, firstLine: 2, size: 16 };

  it("get properties where they have none", () => {
    expect(format(p("甲"), [indent]).xml).toContain(
      `<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:pPrChange ${MARK}><w:pPr></w:pPr></w:pPrChange></w:pPr>`,
    );
  });

  it("lose a hanging line and keep what else their properties hold, in the order of the schema", () => {
    const { xml } = format(
      p(
        "甲",
        '<w:spacing w:line="560"/><w:ind w:left="0" w:hanging="640"/><w:jc w:val="both"/><w:rPr><w:b/></w:rPr>',
      ),
      [indent],
    );
    expect(inside(xml, "<w:pPr>", "</w:pPr></w:pPrChange></w:pPr>")).toBe(
      '<w:pPr><w:spacing w:line="560"/><w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/><w:rPr><w:b/></w:rPr>' +
        `<w:pPrChange ${MARK}><w:pPr><w:spacing w:line="560"/><w:ind w:left="0" w:hanging="640"/><w:jc w:val="both"/></w:pPr></w:pPrChange></w:pPr>`,
    );
  });

  it("are indented by the size that their text gets in the same go", () => {
    const { xml } = format(p(run("甲", '<w:sz w:val="24"/>')), [
      { ...indent, size: 12 },
      text(0, 0, 1, { size: 16 }),
    ]);
    expect(xml).toContain('w:firstLine="640"');
  });
});

describe("sections", () => {
  const margins = { top: 37, right: 26, bottom: 35, left: 28 };

  it("change paper and margins, and keep headers out of what they were", () => {
    const section = `<w:sectPr><w:footerReference w:type="default" r:id="f"/><w:pgSz w:w="12240" w:h="15840" w:code="1"/><w:cols w:num="2"/></w:sectPr>`;
    const edits: FormatEdit[] = [
      { target: "section", section: 0, page: { width: 210, height: 297 } },
      { target: "section", section: 0, margins },
    ];
    const { xml } = format({ body: p("甲") + section, footers: { f: p("一") } }, edits);
    expect(inside(xml, "<w:sectPr>", "</w:sectPrChange></w:sectPr>")).toBe(
      '<w:sectPr><w:footerReference w:type="default" r:id="f"/><w:pgSz w:w="11906" w:h="16838"/>' +
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:gutter="0"/><w:cols w:num="2"/>' +
        `<w:sectPrChange ${MARK}><w:sectPr><w:pgSz w:w="12240" w:h="15840" w:code="1"/><w:cols w:num="2"/></w:sectPr></w:sectPrChange></w:sectPr>`,
    );
  });

  it("are counted without those that tracked changes keep", () => {
    const changed = `<w:sectPr><w:pgSz w:w="1" w:h="1"/><w:sectPrChange w:id="1" w:author="甲"><w:sectPr><w:pgSz w:w="2" w:h="2"/></w:sectPr></w:sectPrChange></w:sectPr>`;
    const { xml } = format(p("甲", changed) + p("乙") + SECTION, [
      { target: "section", section: 1, margins },
    ]);
    expect(xml).toContain(changed);
    expect(xml.slice(xml.lastIndexOf("乙"))).toContain('<w:pgMar w:top="2098"');
  });

  it("that are not there are refused", () => {
    expect(format(p("甲") + SECTION, [{ target: "section", section: 3, margins }]).refused).toHaveLength(1);
  });
});

it("changes a section's last paragraph, its section and its text in one go", () => {
  const { bytes } = format(p(run("甲", '<w:sz w:val="24"/>'), SECTION) + p("乙") + SECTION, [
    { target: "section", section: 0, page: { width: 210, height: 297 } },
    { target: "paragraph", block: 0, firstLine: 2, size: 16 },
    text(0, 0, 1, { size: 16, font: "仿宋" }),
  ]);
  const layout = readDocx(bytes, "草稿.docx").layout?.();
  expect(layout?.blocks[0]).toMatchObject({ firstLine: 2, size: 16, font: "仿宋" });
  expect(Math.round(layout?.sections[0]?.page?.width ?? 0)).toBe(210);
  expect(Math.round(layout?.sections[1]?.page?.width ?? 0)).toBe(216);
  const before = readDocx(bytes, "草稿.docx", { revisions: "original" }).layout?.();
  expect(before?.blocks[0]).toMatchObject({ firstLine: 0, size: 12, font: null });
  expect(Math.round(before?.sections[0]?.page?.width ?? 0)).toBe(216);
});

it("touches no other part, and nothing beside the formatting", () => {
  const parts = { body: p("甲") + p("乙&amp;丙") + SECTION, styles: "<!-- 样式 -->" };
  const { bytes, before, xml } = format(parts, [text(1, 0, 1, { size: 16 })], false);
  expect({ ...partsOf(bytes), "word/document.xml": "" }).toEqual({
    ...partsOf(before),
    "word/document.xml": "",
  });
  expect(xml.replace(/<w:rPr><w:sz w:val="32"\/><w:szCs w:val="32"\/><\/w:rPr>/, "")).toBe(
    documentXml(before),
  );
});

it("speaks the prefix of a file that has another one", () => {
  const usual = documentXml(docx(p(run("甲", '<w:sz w:val="24"/>')) + SECTION));
  const xml = usual.replace("xmlns:w=", "xmlns:n=").replace(/([<\s/])w:/g, "$1n:");
  const edits = [text(0, 0, 1, { size: 16, font: "仿宋" })];
  const { bytes } = format({ body: "", files: { "word/document.xml": xml } }, edits);
  expect(readDocx(bytes, "草稿.docx").layout?.()?.blocks[0]).toMatchObject({ size: 16, font: "仿宋" });
  const before = readDocx(bytes, "草稿.docx", { revisions: "original" }).layout?.();
  expect(before?.blocks[0]).toMatchObject({ size: 12, font: null });
});

it("leaves no two revisions with one id when a run that was set anew is parted", () => {
  const { bytes } = format(p("甲乙丙丁戊"), [text(0, 0, 5, { size: 16 })]);
  const document = readDocx(bytes, "草稿.docx");
  const commented = annotateDocx(bytes, document, [findingAt(document, "乙丙")], {
    ...OPTIONS,
    initials: "校",
  });
  const edit = { place: { block: 0, start: 1, end: 2 }, text: "己" };
  const fixed = fixDocx(bytes, document, [edit], { ...OPTIONS, tracked: true }).bytes;
  for (const [result, revisions] of [
    [commented, 3],
    [fixed, 6],
  ] as const) {
    const found = [...documentXml(result).matchAll(/<w:(?:rPrChange|ins|del) w:id="(\d+)"/g)].map(
      ([, id]) => id,
    );
    expect(found).toHaveLength(revisions);
    expect(new Set(found).size).toBe(revisions);
  }
});
