import { readFileSync } from "node:fs";
import { type CFB$Container, find, read, utils, write } from "cfb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDoc } from "../../linter/readers/doc/readDoc";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";

const notice = new Uint8Array(readFileSync(new URL("./fixtures/notice.doc", import.meta.url)));
const left = { align: "left" };
const cell = (row: number, column: number) => ({ role: "table-cell", cell: { table: 0, row, column } });

/** A compound file with these streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) utils.cfb_add(container, `/${name}`, [...content]);
  return written(container);
}

function written(container: CFB$Container): Uint8Array {
  return Uint8Array.from(write(container, { type: "array" }) as ArrayLike<number>);
}

/** The streams of the notice, one of them changed. */
function noticeWith(name: string, change: (stream: DataView) => void): Uint8Array {
  const container = read(notice, { type: "array" });
  const streams = Object.fromEntries(
    ["WordDocument", "1Table"].map((stream) => [
      stream,
      Uint8Array.from(find(container, stream)?.content ?? []),
    ]),
  );
  change(new DataView((streams[name] as Uint8Array).buffer));
  return compound(streams);
}

describe("readDoc", () => {
  it("reads text, tables, notes, headers and footers, tracked changes as accepted", () => {
    const { blocks, format } = readDoc(notice, "通知.doc");
    expect(format).toBe("doc");
    expect(blocks.map(({ id, version, origin, ...rest }) => rest)).toEqual([
      { text: "云溪县人民政府关于加强防汛工作的通知", role: "heading", level: 1 },
      { text: "各乡镇人民政府：", role: "paragraph", ...left },
      {
        text: "为进一步加强全县防汛抗旱工作，切实保障人民群众生命财产安全，根据《中华人民共和国防洪法》等法律法规，经县人民政府同意，现就有关事项通知如下。",
        role: "paragraph",
        ...left,
      },
      { text: "一、落实新的责任，实行24小时值班。", role: "paragraph", ...left },
      { text: "二、联系方式见县政府网站。", role: "paragraph", ...left },
      { text: "姓名", ...cell(0, 0), ...left },
      { text: "职务", ...cell(0, 1), ...left },
      { text: "张三", ...cell(1, 0), ...left },
      { text: "组长", ...cell(1, 1), ...left },
      { text: "云溪县人民政府", role: "paragraph", align: "right" },
      { text: "2024年5月6日", role: "paragraph", align: "right" },
      { text: "2016年修正。", role: "footnote", ...left },
      { text: "内部讨论稿", role: "header", ...left },
      { text: "— 1 —", role: "footer", ...left },
    ]);
  });
});

/** The message of the only error allowed, or null; anything else thrown fails the test. */
function refusal(bytes: Uint8Array): string | null {
  try {
    readDoc(bytes, "通知.doc");
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return error.message;
  }
}

describe("files that cannot be read", () => {
  const some = new Uint8Array(5000);
  it.each<[string, Uint8Array, RegExp]>([
    ["half a file", notice.slice(0, 1500), /损坏/],
    [
      "a protected one",
      noticeWith("WordDocument", (fib) => fib.setUint16(0x0a, fib.getUint16(0x0a, true) | 0x100, true)),
      /密码/,
    ],
    ["a protected .docx", compound({ EncryptedPackage: some }), /密码/],
    ["one of Word 95", noticeWith("WordDocument", (fib) => fib.setUint16(2, 0x68, true)), /Word 95/],
    ["a workbook", compound({ Workbook: some }), /Excel/],
    ["slides", compound({ "PowerPoint Document": some }), /PowerPoint/],
    ["something else", compound({ Contents: some }), /没有 Word 正文/],
    ["a stream that is none", compound({ WordDocument: some }), /文件头有错/],
    ["no table stream", noticeWith("WordDocument", (fib) => fib.setUint16(0x0a, 0, true)), /缺少正文的索引/],
    [
      "no pieces",
      noticeWith("WordDocument", (fib) => fib.setUint32(0x9a + 33 * 8 + 4, 0, true)),
      /正文的索引有错/,
    ],
    [
      "no text",
      noticeWith("WordDocument", (fib) => {
        for (let at = 0x40; at < 0x90; at += 4) fib.setInt32(at, 0, true);
      }),
      /没有文字/,
    ],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });

  it("whatever is broken, nothing else is thrown", () => {
    const damage = fc.tuple(
      fc.nat(notice.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(damage, ([at, junk, cut]) => {
        const bytes = cut ? notice.slice(0, at) : Uint8Array.from(notice);
        if (!cut) bytes.set(junk.slice(0, notice.length - at), at);
        refusal(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it("whatever the tables say, nothing else is thrown", () => {
    const stream = fc.constantFrom("WordDocument", "1Table");
    fc.assert(
      fc.property(stream, fc.nat(4000), fc.uint8Array({ minLength: 1, maxLength: 8 }), (name, at, junk) => {
        refusal(
          noticeWith(name, (view) => {
            for (const [index, byte] of junk.entries())
              if (at + index < view.byteLength) view.setUint8(at + index, byte);
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});
