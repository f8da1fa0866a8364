import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import fc from "fast-check";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "../../../linter/readers/docx/readDocx";
import { UnreadableDocumentError } from "../../../linter/readers/unreadable";
import {
  abstractNum,
  docx,
  docxFiles,
  level,
  num,
  numbered,
  p,
  part,
  run,
  table,
  zipParts,
} from "../../support/docx";

/** What reading comes to: the message of the only error allowed, or null. Anything else thrown fails the test. */
function refusal(bytes: Uint8Array): string | null {
  try {
    readDocx(bytes, "目录/草稿.docx");
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    expect(error.path).toBe("目录/草稿.docx");
    return error.message;
  }
}

function compoundFile(entry: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let i = 0; i < entry.length; i++) bytes[1024 + 128 + 2 * i] = entry.charCodeAt(i);
  return bytes;
}

const ascii = (text: string) => new TextEncoder().encode(text);
const withBody = (xml: string | Uint8Array) => docx({ body: "", files: { "word/document.xml": xml } });

describe("files that cannot be read", () => {
  const good = docx(p("甲"));
  const cases: [string, Uint8Array, RegExp][] = [
    ["nothing", new Uint8Array(), /^文件是空的$/],
    ["password", compoundFile("EncryptedPackage"), /^文件有密码保护，无法读取$/],
    ["an old .doc", compoundFile("WordDocument"), /旧版 Word 文档/],
    ["another compound file", compoundFile("Workbook"), /复合文件/],
    ["a PDF", ascii("%PDF-1.7"), /PDF/],
    ["an RTF", ascii("{\\rtf1}"), /RTF/],
    ["text", ascii("关于加强管理的通知"), /不是 \.docx/],
    ["half a zip", good.slice(0, good.length / 2), /^文件不完整或已损坏：压缩包无法解开$/],
    ["the beginning of a zip", good.slice(0, 4), /压缩包无法解开/],
    ["a zip of something else", zipParts({ "a.txt": "甲" }), /word\/document\.xml/],
    ["an empty zip", zipSync({}), /word\/document\.xml/],
    ["a workbook", zipParts({ "xl/workbook.xml": "<a/>" }), /Excel/],
    ["a presentation", zipParts({ "ppt/presentation.xml": "<a/>" }), /PowerPoint/],
    ["XML that breaks off", withBody("<w:document><w:body>"), /word\/document\.xml 的内容有错/],
    ["tags that do not match", withBody(part("document", "<w:body></w:p>")), /内容有错/],
    ["an entity nobody declared", withBody(part("document", "<w:body>&x;</w:body>")), /内容有错/],
    ["an empty part", withBody(""), /内容有错/],
    [
      "bytes that are no text",
      withBody(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c])),
      /无法识别的字节/,
    ],
    [
      "broken styles",
      docx({ body: p("甲"), files: { "word/styles.xml": "<w:styles" }, styles: "" }),
      /word\/styles\.xml/,
    ],
    ["broken relationships", docx({ body: p("甲"), files: { "_rels/.rels": "<x" } }), /_rels\/\.rels/],
  ];
  it.each(cases)("%s", (_, bytes, message) => expect(refusal(bytes)).toMatch(message));

  it("a zip bomb, by the size it declares", () => {
    const bytes = docx(p("甲"));
    // The central directory says how long each entry will be: claim 1 GB for every one.
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) {
        bytes.set([0, 0, 0, 0x40], at + 24);
      }
    }
    expect(refusal(bytes)).toBe("文件解压后过大，为安全起见没有读取");
  });
  it("a zip of too many entries", () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`a${i}`, new Uint8Array()]));
    expect(refusal(zipSync({ ...many }, { level: 0 }))).toBe("文件解压后过大，为安全起见没有读取");
  });
  it("elements nested very deep", () => {
    const depth = 20_000;
    const body = `${"<w:sdt>".repeat(depth)}${p("甲")}${"</w:sdt>".repeat(depth)}`;
    expect(readDocx(docx(body), "a.docx").blocks[0]?.text).toBe("甲");
  });
});

describe("properties", () => {
  const numbering = abstractNum(0, [level("chineseCounting", "%1、"), level("decimal", "%1.%2")]) + num(1, 0);
  const rich = docxFiles({
    numbering,
    styles: `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>`,
    body:
      p("总体要求", `<w:pStyle w:val="1"/>${numbered(1)}`) +
      p(
        `${run("根据《安全")}<w:ins w:id="1">${run("生产法》")}</w:ins><w:r><w:br/></w:r>${run("。")}`,
        numbered(1, 1),
      ) +
      table([["甲", "乙"]]),
  });
  let samples: Uint8Array[] = [];
  beforeAll(async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [new TextRun("关于"), new TextRun({ text: "通知", bold: true, break: 1 })],
            }),
            new Table({
              rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph("格")] })] })],
            }),
          ],
        },
      ],
    });
    samples = [zipParts(rich), new Uint8Array(await Packer.toBuffer(document))];
    expect(samples.map(refusal)).toEqual([null, null]);
  });

  it("random bytes are refused, never a crash", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, zip) => {
        const all = zip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes;
        expect(refusal(all)).not.toBeNull();
      }),
    );
  });
  it("truncated and corrupted files are read or refused, never a crash", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(1), fc.nat(), damage, (which, cut, changes) => {
        const bytes = (samples[which] as Uint8Array).slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        refusal(changes.length === 0 ? bytes.slice(0, cut % bytes.length) : bytes);
      }),
      { numRuns: 500 },
    );
  });
  it("corrupted XML is read or refused, never a crash", () => {
    const names = [
      "word/document.xml",
      "word/numbering.xml",
      "word/styles.xml",
      "word/_rels/document.xml.rels",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(30),
        fc.string({ maxLength: 8 }),
        (name, at, length, put) => {
          const xml = String(rich[name]);
          const start = at % xml.length;
          refusal(zipParts({ ...rich, [name]: xml.slice(0, start) + put + xml.slice(start + length) }));
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Random bodies of the constructs that move text about. */
  const piece = fc.oneof(
    fc
      .string({
        unit: fc.constantFrom("甲", "乙", "《", "》", "。", " ", "　", "1", "a", "\n"),
        maxLength: 12,
      })
      .map((text) => run(text)),
    fc.constantFrom(
      "<w:r><w:br/></w:r>",
      "<w:r><w:tab/></w:r>",
      `<w:r><w:sym w:font="Webdings" w:char="F072"/></w:r>`,
      `<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>`,
      run("隐", "<w:vanish/>"),
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`,
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`,
      `<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      `<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run("☐")}</w:sdtContent></w:sdt>`,
      `<w:r><w:pict><w:txbxContent>${p("盒")}</w:txbxContent></w:pict></w:r>`,
    ),
  );
  const properties = fc.constantFrom(
    "",
    numbered(1),
    numbered(1, 1),
    `<w:jc w:val="center"/>`,
    `<w:rPr><w:del w:id="1"/></w:rPr>`,
  );
  const paragraph = fc
    .tuple(fc.array(piece, { maxLength: 8 }), properties)
    .map(([pieces, of]) => p(`<w:r/>${pieces.join("")}`, of));
  const body = fc.array(
    fc.oneof(
      paragraph,
      paragraph.map((inner) => table([[inner, "格"]])),
    ),
    { maxLength: 6 },
  );

  it("segments cover a block's text without gaps, in order, and nodes are within the part", () => {
    fc.assert(
      fc.property(body, fc.constantFrom("accepted" as const, "original" as const), (parts, revisions) => {
        const document = parts.join("");
        const nodes = document.match(/<w:(?:t|delText|br|tab|sym)[ />]/g)?.length ?? 0;
        for (const { text, origin } of readDocx(docx({ numbering, body: document }), "a.docx", { revisions })
          .blocks) {
          if (origin.kind !== "docx") throw new Error("not from a .docx");
          expect(text.trim()).toBe(text);
          expect(text).not.toBe("");
          let covered = 0;
          for (const { start, end, node, offset } of origin.segments) {
            expect(start).toBe(covered);
            expect(end).toBeGreaterThan(start);
            expect(offset).toBeGreaterThanOrEqual(0);
            if (node !== null) expect(node).toBeLessThan(nodes);
            covered = end;
          }
          expect(covered).toBe(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
