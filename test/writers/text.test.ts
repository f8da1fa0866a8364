import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredEncoding } from "../../linter/readers/html/readHtml";
import { readDocument } from "../../linter/readers/index";
import { ByteOffsets } from "../../linter/writers/byteOffsets";
import { encodeText } from "../../linter/writers/encodeText";
import { fixText } from "../../linter/writers/text";
import { placeOf } from "../support/finding";

async function fix(bytes: Uint8Array, path: string, changes: readonly (readonly [string, string])[]) {
  const document = await readDocument(bytes, path);
  const edits = changes.map(([words, text]) => ({ place: placeOf(document, words), text }));
  return fixText(bytes, document, edits, declaredEncoding(bytes));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("only the touched bytes change", () => {
  const before = "关于停车收费的通知\r\n\r\n根据国办发[2016]80号和《物权法》制定。\r\n完\n";
  const after = "关于停车收费的通知\r\n\r\n根据国办发〔2016〕80号和《民法典》制定。\r\n完\n";
  const changes = [
    ["《物权法》", "《民法典》"],
    ["国办发[2016]80号", "国办发〔2016〕80号"],
  ] as const;
  const encoded = (text: string, encoding: string) => encodeText(text, encoding) ?? new Uint8Array();
  const cases: [string, (text: string) => Uint8Array][] = [
    ["UTF-8", utf8],
    ["UTF-8 with a byte order mark", (text) => utf8(`\uFEFF${text}`)],
    ["UTF-16 little-endian with one", (text) => encoded(`\uFEFF${text}`, "utf-16le")],
    ["UTF-16 big-endian with one", (text) => encoded(`\uFEFF${text}`, "utf-16be")],
    ["UTF-16 little-endian", (text) => encoded(text, "utf-16le")],
    ["GB18030", (text) => encoded(text, "gb18030")],
  ];
  it.each(cases)("%s", async (_, encode) => {
    const { bytes, refused } = await fix(encode(before), "草稿.txt", changes);
    expect(refused).toEqual([]);
    expect(bytes).toEqual(encode(after));
  });

  it("at the very start, behind a byte order mark", async () => {
    expect((await fix(utf8("\uFEFF甲乙"), "草稿.txt", [["甲", "丙"]])).bytes).toEqual(utf8("\uFEFF丙乙"));
  });
});

describe("what is not the text's own stays", () => {
  it.each([
    [
      "a line end inside the words",
      "a.txt",
      "根据《中华人民\n共和国物权法》制定。",
      "《中华人民共和国物权法》",
      "《民法典》",
      "根据《民法典\n》制定。",
    ],
    [
      "emphasis in Markdown",
      "a.md",
      "根据**国办发**[2016]80号制定。",
      "国办发[2016]",
      "国办发〔2016〕",
      "根据**国办发**〔2016〕80号制定。",
    ],
    [
      "tags in HTML",
      "a.html",
      "<!doctype html><p>依<b>物权</b>法制定</p>",
      "物权法",
      "民法典",
      "<!doctype html><p>依<b>民法典</b>制定</p>",
    ],
    [
      "an entity that is replaced",
      "a.html",
      "<!doctype html><p>甲&amp;乙制定</p>",
      "&",
      "和",
      "<!doctype html><p>甲和乙制定</p>",
    ],
    [
      "markup in what is put in",
      "a.html",
      "<!doctype html><p>甲乙制定</p>",
      "乙",
      "<&",
      "<!doctype html><p>甲&lt;&amp;制定</p>",
    ],
    ["markup in what is put in", "a.md", "甲乙制定", "乙", "*丙*", "甲\\*丙\\*制定"],
  ])("%s (%s)", async (_, path, source, words, text, expected) => {
    const { bytes, refused } = await fix(utf8(source), path, [[words, text]]);
    expect(refused).toEqual([]);
    expect(new TextDecoder().decode(bytes)).toBe(expected);
  });

  it("the encoding an HTML page declares", async () => {
    const page = (text: string) => {
      const head = utf8('<!doctype html><meta charset="gbk"><p>');
      return Uint8Array.from([...head, ...(encodeText(text, "gbk") ?? [])]);
    };
    const { bytes } = await fix(page("根据物权法制定"), "页.html", [["物权法", "民法典"]]);
    expect(bytes).toEqual(page("根据民法典制定"));
  });
});

describe("what cannot be written is refused", () => {
  it("a character the encoding lacks", async () => {
    const source = Uint8Array.from([
      ...utf8('<!doctype html><meta charset="big5"><p>'),
      ...(encodeText("根據物權法制定", "big5") ?? []),
    ]);
    const { bytes, refused } = await fix(source, "页.html", [
      ["物權法", "〇龘法"],
      ["制定", "訂立"],
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining("写不出")]);
    expect(new TextDecoder("big5").decode(bytes)).toContain("根據物權法訂立");
  });

  it("words beside damaged bytes", async () => {
    const source = Uint8Array.from([
      ...utf8("根据甲"),
      0xff,
      ...utf8(`物权法制定，${"其他文字".repeat(60)}`),
    ]);
    const { bytes, refused } = await fix(source, "草稿.txt", [
      ["物权法", "民法典"],
      ["制定", "订立"],
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining("无法识别的字节")]);
    expect(new TextDecoder().decode(bytes)).toContain("物权法订立");
  });
});

describe("encoding", () => {
  it("writes what the platform's decoder reads, for every character", () => {
    for (let code = 0x20; code < 0x3_0000; code += code < 0xffff ? 7 : 997) {
      if (code >= 0xd800 && code < 0xf900) continue;
      const character = String.fromCodePoint(code);
      const bytes = encodeText(character, "gb18030");
      expect(bytes && new TextDecoder("gb18030").decode(bytes)).toBe(character);
    }
  });

  it("keeps to the common codes", () => {
    expect([...(encodeText("〔2016〕啊", "gb18030") ?? [])]).toEqual([
      0xa1, 0xb2, 50, 48, 49, 54, 0xa1, 0xb3, 0xb0, 0xa1,
    ]);
  });

  it("bytes are found again at every offset of any text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "甲", "㐀", "𠮷", "\r\n", "〔"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.constantFrom("utf-8", "utf-16le", "gb18030"), (whole, encoding) => {
        const bytes = encodeText(whole, encoding) ?? new Uint8Array();
        const offsets = new ByteOffsets(bytes, encoding, 0);
        let at = 0;
        for (const character of whole) {
          expect(offsets.find(at)).toBe(encodeText(whole.slice(0, at), encoding)?.length);
          at += character.length;
        }
      }),
    );
  });
});
