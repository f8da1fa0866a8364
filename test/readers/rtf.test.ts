import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRtf } from "../../linter/readers/rtf/readRtf";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";

const notice = new Uint8Array(readFileSync(new URL("./fixtures/notice.rtf", import.meta.url)));
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const rtf = (body: string) => latin1(`{\\rtf1\\ansi\\ansicpg936 ${body}}`);
const read = (body: string) => readRtf(rtf(body), "通知.rtf").blocks;
const texts = (body: string) => read(body).map(({ text }) => text);

describe("readRtf", () => {
  it("reads a whole notice", () => {
    const { blocks, format } = readRtf(notice, "通知.rtf");
    expect(format).toBe("rtf");
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ["heading", "云溪县人民政府关于加强防汛工作的通知"],
      ["paragraph", "各乡镇人民政府："],
      [
        "paragraph",
        "为进一步加强全县防汛抗旱工作，切实保障人民群众生命财产安全，根据《中华人民共和国防洪法》等法律法规，经县人民政府同意，现就有关事项通知如下。",
      ],
      ["paragraph", "一、落实新的责任，实行24小时值班。"],
      ["paragraph", "二、联系方式见县政府网站。"],
      ["table-cell", "姓名"],
      ["table-cell", "职务"],
      ["table-cell", "张三"],
      ["table-cell", "组长"],
      ["paragraph", "云溪县人民政府"],
      ["paragraph", "2024年5月6日"],
      ["footnote", "2016年修正。"],
      ["header", "内部讨论稿"],
      ["footer", "— 1 —"],
    ]);
    expect(blocks[7]?.cell).toEqual({ table: 0, row: 1, column: 0 });
    expect(blocks[9]?.align).toBe("right");
  });

  it.each<[string, string, string[]]>([
    ["bytes of the code page", "\\'cd\\'a8\\'d6\\'aa\\par", ["通知"]],
    ["bytes of which the second is a letter", "\\'81A\\par", ["丄"]],
    ["bytes as they are", "\xcd\xa8\xd6\xaa", ["通知"]],
    ["Unicode with one fallback", "\\u-28646?\\u30693?a", ["通知a"]],
    ["Unicode without fallback", "\\uc0\\u36890\\u30693 ", ["通知"]],
    ["Unicode with two bytes of fallback", "\\uc2\\u36890\\'cd\\'a8\\u30693\\'d6\\'aa", ["通知"]],
    [
      "the character set of a font",
      "{\\fonttbl{\\f1\\fcharset136 Ming;}}{\\f1\\'b3\\'71}\\'cd\\'a8",
      ["通通"],
    ],
    ["escaped marks", "a\\{b\\}c\\\\d", ["a{b}c\\d"]],
    ["tabs and soft breaks", "\\u30002?\\tab\\u20057?\\par a\\line b", ["甲\t乙", "a", "b"]],
    ["paragraphs by a backslash at the line's end", "a\\\nb", ["a", "b"]],
    ["no hidden or deleted text", "a{\\v b}{\\deleted c}\\v d\\v0 e", ["ae"]],
    ["no instructions of fields", "a{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt b}}", ["ab"]],
    ["no groups unknown", "a{\\*\\unknown b{c}}{\\info{\\title d}}{\\stylesheet{e;}}e", ["ae"]],
    ["no pictures", "a{\\pict\\bin3 }}}ff}b", ["ab"]],
    [
      "labels of lists",
      "{\\listtext\\'d2\\'bb\\'a1\\'a2\\tab}a\\par{\\listtext 1\\tab}b\\par",
      ["一、a", "1 b"],
    ],
    ["text boxes", "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt a\\par}}{\\shprslt b}}c", ["a", "c"]],
    ["a deleted paragraph mark as joining", "a{\\deleted\\par}b", ["ab"]],
  ])("reads %s", (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  it("tells tables apart", () => {
    const table = "\\trowd\\intbl a\\cell b\\cell\\row\\pard ";
    expect(
      read(`${table}c\\par ${table}`).map(({ text, cell }) => [text, cell?.table, cell?.column]),
    ).toEqual([
      ["a", 0, 0],
      ["b", 0, 1],
      ["c", undefined, undefined],
      ["a", 1, 0],
      ["b", 1, 1],
    ]);
  });
});

/** The message of the only error allowed, or null; anything else thrown fails the test. */
function refusal(bytes: Uint8Array): string | null {
  try {
    readRtf(bytes, "通知.rtf");
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return error.message;
  }
}

describe("files that cannot be read", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["half a file", notice.slice(0, notice.length / 2), /没有正常结束/],
    ["no text", rtf("\\par"), /没有文字/],
    ["groups without end", latin1("{\\rtf1".repeat(100_000)), /没有正常结束/],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });

  it("whatever stands there, nothing else is thrown", () => {
    const piece = fc.constantFrom(
      ..."{ } \\ \\* \\' \\'c \\'cd \\u \\u-1? \\u99999 \\uc0 \\bin9 \\par \\cell \\row \\f1 \\fcharset134 \\v \\footnote \\header \\listtext \\outlinelevel1 \\intbl a \xcd \x00".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        refusal(rtf(pieces.join("")));
      }),
      { numRuns: 400 },
    );
  });

  it("whatever is broken, nothing else is thrown", () => {
    fc.assert(
      fc.property(fc.nat(notice.length - 12), fc.uint8Array({ minLength: 1, maxLength: 12 }), (at, junk) => {
        const bytes = Uint8Array.from(notice);
        bytes.set(junk, at);
        refusal(bytes);
      }),
      { numRuns: 100 },
    );
  });
});
