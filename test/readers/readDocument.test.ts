import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../linter/document/document";
import { readDocument } from "../../linter/readers/index";
import { sniff } from "../../linter/readers/sniff";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (latin1: string) => Uint8Array.from(latin1, (character) => character.charCodeAt(0));

const NOTICE = "云溪县人民政府关于做好防汛工作的通知\n各乡镇人民政府：\n请做好防汛工作。\n";
const OLE = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".padEnd(600, "\0");

describe("readDocument", () => {
  it.each([
    ["通知.txt", NOTICE, "txt"],
    ["通知.TXT", NOTICE, "txt"],
    ["送审.v2/通知.md", NOTICE, "md"],
    ["通知.htm", `<p>${NOTICE.trim().replaceAll("\n", "</p><p>")}</p>`, "html"],
  ])("reads %s", async (path, text, format) => {
    const document = await readDocument(utf8(text), path);
    expect(document).toMatchObject({ path, format });
    expect(document.blocks.map((block) => block.text)).toEqual(NOTICE.trim().split("\n"));
  });

  it("names files with slashes", async () => {
    expect((await readDocument(utf8(NOTICE), "送审\\通知.txt")).path).toBe("送审/通知.txt");
  });

  it("reads as the given format whatever the name says", async () => {
    expect((await readDocument(utf8(NOTICE), "stdin", { format: "txt" })).format).toBe("txt");
  });

  const refused: [string, string, Uint8Array, RegExp][] = [
    ["an unknown extension", "表.xlsx", bytes("PK\x03\x04"), /不支持 \.xlsx 文件.*\.txt.*\.docx/],
    ["no extension", "通知", utf8(NOTICE), /没有扩展名/],
    ["a hidden file", ".gitignore", utf8("x"), /没有扩展名/],
    ["a folder", "送审/", utf8("x"), /文件夹/],
    ["an empty file", "空.txt", bytes(""), /文件是空的/],
    ["half an .ofd", "a.ofd", bytes("PK\x03\x04\x14 Doc_0/Pages"), /不完整或已损坏：可能没有下载完/],
    ["half a .docx", "a.docx", bytes("PK\x03\x04\x14 docProps/app.xml"), /不完整或已损坏/],
    ["half a zip as text", "a.txt", bytes("PK\x03\x04\x14 x"), /\.txt，内容却是不完整的压缩包/],
    ["another zip as .ofd", "a.ofd", bytes("PK\x03\x04\x14 a.txt PK\x05\x06"), /\.ofd，内容却是压缩包/],
    ["a zip as text", "a.txt", bytes("PK\x03\x04\x14 a PK\x05\x06"), /\.txt，内容却是压缩包/],
    ["a .docx as text", "a.txt", bytes("PK\x03\x04\x14 word/document.xml"), /内容却是Word 文档（\.docx）/],
    ["an .ofd as text", "a.md", bytes("PK\x03\x04\x14 OFD.xml"), /内容却是OFD/],
    ["a .doc as text", "a.txt", bytes(OLE), /内容却是Word 97—2003 或 WPS/],
    ["a PDF as text", "a.txt", bytes("%PDF-1.7\n\0"), /内容却是PDF/],
    ["an RTF as Markdown", "a.md", bytes("{\\rtf1 x}"), /内容却是RTF/],
    ["a picture as a page", "a.html", bytes("\x89PNG\r\n\x1A\n"), /内容却是图片/],
    ["a page as .docx", "a.docx", utf8("<!DOCTYPE html><p>x"), /内容却是网页/],
    ["a page as text", "a.txt", utf8("\uFEFF\n<html><body>x"), /内容却是网页/],
    ["text as .docx", "a.docx", utf8(NOTICE), /内容却是纯文本/],
    [
      "a .docx as .doc",
      "a.doc",
      bytes("PK\x03\x04\x14 word/document.xml"),
      /\.doc，内容却是Word 文档（\.docx）/,
    ],
    ["an RTF as .doc", "a.doc", bytes("{\\rtf1 x}"), /内容却是RTF/],
    ["a PDF as .ofd", "a.ofd", bytes("%PDF-1.7\n\0"), /\.ofd，内容却是PDF/],
    ["an .ofd as .odt", "a.odt", bytes("PK\x03\x04\x14 OFD.xml"), /内容却是OFD/],
    ["a page as .wps", "a.wps", utf8("<html><body>x"), /内容却是网页/],
    ["text as .rtf", "a.rtf", utf8(NOTICE), /内容却是纯文本/],
    ["a picture as .pdf", "a.pdf", bytes("\x89PNG\r\n\x1A\n"), /内容却是图片/],
    [
      "a web archive as a page",
      "a.html",
      utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"),
      /内容却是单个文件网页/,
    ],
    ["binary data as text", "a.txt", bytes("\x01\x02\x03\0\xFF\xFE\x90"), /不是可以识别的文字/],
  ];
  it.each(refused)("refuses %s", async (_, path, content, message) => {
    const reading = readDocument(content, path);
    await expect(reading).rejects.toThrow(UnreadableDocumentError);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toMatchObject({ path });
  });

  it("takes no time over comments without end", () => {
    const start = performance.now();
    expect(sniff(utf8("<!---->".repeat(600))).kind).toBe("text");
    expect(sniff(utf8(`${"<!-- 甲 -->\n".repeat(60)}<html>`)).kind).toBe("html");
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("tells UTF-16 markup from text", () => {
    const wide = bytes([..."<html><p>"].map((character) => `${character}\0`).join(""));
    expect(sniff(Uint8Array.from([0xff, 0xfe, ...wide])).kind).toBe("html");
  });
});

/** Bytes at random, and text at random with what readers look for. */
const anything = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ..."---\n|标题: a\n|\r\n|《|》|〔2024〕|6号|令|第|# |> |1. |- |\t|    |**|`|\\|&amp;|&#x4e00;|&nbsp;|<p>|</p>|<br>|<table><tr><td>|</td></tr></table>|<ol><li>|<html>|<body>|<!--|-->|[^1]|[^1]: |~~|\u200B|\u3000|，|。|甲|乙|a|1|\0".split(
          "|",
        ),
        "|",
        "| - | - |",
        "\uFEFF",
        "\u{20000}",
      ),
      { maxLength: 60 },
    )
    .map((parts) => utf8(parts.join(""))),
);

function expectSound(document: OfficialDocument): void {
  const ids = new Set(document.blocks.map(({ id }) => id));
  expect(ids.size).toBe(document.blocks.length);
  expect(document.blocks.length).toBeGreaterThan(0);
  for (const { text, origin } of document.blocks) {
    expect(text.trim()).not.toBe("");
    if (origin.kind !== "text") continue;
    let behind = 0;
    for (const { start, end, source, sourceEnd } of origin.segments) {
      expect(start).toBe(behind);
      expect(end).toBeGreaterThan(start);
      expect(source).toBeGreaterThanOrEqual(0);
      expect(sourceEnd ?? source).toBeGreaterThanOrEqual(source);
      behind = end;
    }
    expect(behind).toBe(text.length);
  }
}

describe.each(["a.txt", "a.md", "a.html", "a.docx"])("whatever the bytes of %s are", (path) => {
  it("they are a sound document or unreadable, and nothing else is thrown", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (content) => {
        const document = await readDocument(content, path).catch((error: unknown) => {
          if (error instanceof UnreadableDocumentError) return null;
          throw error;
        });
        if (document) expectSound(document);
      }),
      { numRuns: 400 },
    );
  });
});
