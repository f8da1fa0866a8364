import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locate } from "../../linter/document/locate";
import { decodeText } from "../../linter/readers/encoding";
import { documentFromText, readText } from "../../linter/readers/text";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";

const texts = async (source: string) =>
  (await documentFromText(source, "草稿.txt")).blocks.map(({ text }) => text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const all = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(all.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < all.length; index++)
    view.setUint16(index * 2, all.charCodeAt(index), littleEndian);
  return bytes;
}

describe("encodings", () => {
  const text = "关于供水的通知\n";
  /** 关于供水的通知 in GBK */
  const gbk = [0xb9, 0xd8, 0xd3, 0xda, 0xb9, 0xa9, 0xcb, 0xae, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa, 0x0a];
  const cases: [string, Uint8Array, { encoding: string; bom: boolean }][] = [
    ["UTF-8", new TextEncoder().encode(text), { encoding: "utf-8", bom: false }],
    ["UTF-8 with mark", new TextEncoder().encode(`\uFEFF${text}`), { encoding: "utf-8", bom: true }],
    ["UTF-16 LE with mark", utf16(text, true, true), { encoding: "utf-16le", bom: true }],
    ["UTF-16 BE with mark", utf16(text, false, true), { encoding: "utf-16be", bom: true }],
    ["UTF-16 LE", utf16(text, true, false), { encoding: "utf-16le", bom: false }],
    ["UTF-16 BE", utf16(text, false, false), { encoding: "utf-16be", bom: false }],
    ["GBK", new Uint8Array(gbk), { encoding: "gb18030", bom: false }],
  ];
  it.each(cases)("%s", (_, bytes, expected) => {
    expect(decodeText(bytes)).toEqual({ text, notes: [], ...expected });
  });

  it("a few broken bytes are said, with their line", () => {
    const long = "保障农村居民饮水安全。".repeat(40);
    const bytes = new TextEncoder().encode(`${long}\n${long}`);
    bytes[bytes.length - 1] = 0xff;
    const { text: read, notes } = decodeText(bytes);
    expect(read).toContain("\uFFFD");
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("第 2 行");
  });

  const refused: [string, Uint8Array][] = [
    ["binary data", new Uint8Array([0, 1, 2, 3, 0x80, 0, 0xff, 0])],
    [
      "Shift-JIS",
      new Uint8Array([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0x91, 0x0a]),
    ],
  ];
  it.each(refused)("refuses %s", (_, bytes) => {
    expect(() => decodeText(bytes, "x.txt")).toThrow(UnreadableDocumentError);
  });

  it("refuses a file without text", async () => {
    const blank = new TextEncoder().encode(" \n\u3000\r\n");
    await expect(readText(blank, "空.txt")).rejects.toThrow(UnreadableDocumentError);
  });
});

describe("lines", () => {
  const cases: [string, string, string[]][] = [
    ["one paragraph a line", "甲：\n乙。\n丙", ["甲：", "乙。", "丙"]],
    ["all line ends", "甲。\r\n乙。\r丙。\n\f丁", ["甲。", "乙。", "丙。", "丁"]],
    ["indents and blank lines", "　　甲。\n\n\t乙。 \n \n", ["甲。", "乙。"]],
    ["invisible characters", "\u200B甲\u200B乙", ["甲乙"]],
    ["an order's number", "中华人民共和国国务院令\n第706号", ["中华人民共和国国务院令第706号"]],
    ["a year cut in two", "二〇二\n五年三月五日", ["二〇二五年三月五日"]],
    ["a date cut in two", "2025年3\n月5日", ["2025年3月5日"]],
    ["a document number cut in two", "云政发〔2025〕1\n2号", ["云政发〔2025〕12号"]],
    ["a bracket cut in two", "云政发〔20\n25〕12号", ["云政发〔2025〕12号"]],
    ["title marks open", "根据《农村供水\n管理办法》制定。", ["根据《农村供水管理办法》制定。"]],
    [
      "a title over two lines stays apart",
      "云溪县人民政府关于\n供水的通知",
      ["云溪县人民政府关于", "供水的通知"],
    ],
    ["after a comma", "经研究，\n现通知如下。", ["经研究，现通知如下。"]],
    ["numbering after a comma", "经研究，\n一、总则", ["经研究，", "一、总则"]],
    ["an indented line after a comma", "经研究，\n　　现通知", ["经研究，", "现通知"]],
    ["closing mark at the start", "（此件公开发布\n）", ["（此件公开发布）"]],
    ["signature and date", "云溪县人民政府\n2025年3月5日", ["云溪县人民政府", "2025年3月5日"]],
  ];
  it.each(cases)("%s", async (_, source, expected) => {
    expect(await texts(source)).toEqual(expected);
  });

  it("hard-wrapped text", async () => {
    const body = "为保障农村居民饮水安全规范农村供水行为，".repeat(12).slice(0, 8 * 30);
    const wrapped = `　　${body.match(/.{30}/gu)?.join("\n")}完。\n　　${body.match(/.{30}/gu)?.join("\n")}完。`;
    expect(await texts(wrapped)).toEqual([`${body}完。`, `${body}完。`]);
  });

  it("places count lines of the file, joined or not", async () => {
    const document = await documentFromText("\r\n　　国务院令\r\n第706号", "x.txt");
    expect(document.blocks.map(({ text }) => text)).toEqual(["国务院令第706号"]);
    expect(locate(document, { block: 0, start: 0, end: 4 })).toMatchObject({
      line: 2,
      column: 3,
      endColumn: 7,
    });
    expect(locate(document, { block: 0, start: 4, end: 9 })).toMatchObject({
      line: 3,
      column: 1,
      endColumn: 6,
    });
  });

  it("front matter is metadata", async () => {
    const document = await documentFromText("---\n公开属性: 主动公开\n---\n甲", "x.txt");
    expect(document.metadata[0]?.values).toEqual({ disclosure: "主动公开" });
    expect(document.blocks.map(({ text }) => text)).toEqual(["甲"]);
  });

  it("no visible character is lost, and each stands where its segment says", async () => {
    const piece = fc.constantFrom(
      ..."甲乙国令第号年月日〔〕《》（），。：a1 　\t\n\r\f\u200B".split(""),
      "2025年",
      "\r\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (all) => {
        const source = all.join("");
        const { blocks } = await documentFromText(source, "x.txt");
        const visible = (text: string) => text.replace(/[\s\u200B]/g, "");
        expect(visible(blocks.map(({ text }) => text).join(""))).toBe(visible(source));
        for (const { text, origin } of blocks) {
          if (origin.kind !== "text") throw new Error("no source");
          for (const { start, end, source: from, sourceEnd } of origin.segments) {
            if (sourceEnd === undefined)
              expect(source.slice(from, from + end - start)).toBe(text.slice(start, end));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
