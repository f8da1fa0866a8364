import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDeltas } from "../../linter/readers/ofd/numbers";
import { readOfd } from "../../linter/readers/ofd/readOfd";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";
import { ofd, ofdLine, ofdPage, type SetLine, setPages } from "../support/ofd";

const BODY =
  "为进一步加强全县防汛抗旱工作，切实保障人民群众生命财产安全，根据《中华人民共和国防洪法》等法律法规，经县人民政府同意，现就有关事项通知如下。";
const LONG = `各乡镇要${"压实责任、加强巡查、及时处置险情，".repeat(36)}确保安全度汛。`;
const NOTICE = [
  "^云溪县人民政府关于做好2024年",
  "^防汛抗旱工作的通知",
  "<各乡镇人民政府，县直各单位：",
  BODY,
  "一、压实责任",
  LONG,
  "附件：1.云溪县防汛抗旱指挥机构成员名单和联系方式一览表",
  ">云溪县人民政府",
  ">2024年5月6日",
];

const fromLines = (...pages: SetLine[][]) =>
  ofd({ pages: pages.map((lines) => lines.map(ofdLine).join("")) });
const read = (bytes: Uint8Array) => readOfd(bytes, "通知.ofd");
const texts = (bytes: Uint8Array) => read(bytes).blocks.map(({ text }) => text);
const line = (text: string, x = 28, y = 50, size?: number) => ofdLine({ text, x, y, ...(size && { size }) });
const page = (...inner: string[]) => ofd({ pages: [inner.join("")] });

describe("readOfd", () => {
  it("joins lines to paragraphs, over pages too, and leaves page numbers out", () => {
    const pages = setPages(NOTICE);
    expect(pages.length).toBe(2);
    expect(texts(fromLines(...pages))).toEqual(NOTICE.map((text) => text.replace(/^[<>^]/, "")));
  });

  it("keeps a title apart that is nearly as wide as the text", () => {
    const title = "云溪县人民政府办公室关于2024年石桥镇办公用房清查的通知";
    expect(texts(fromLines(...setPages([`^${title}`, "<各乡镇人民政府：", BODY])))).toEqual([
      title,
      "各乡镇人民政府：",
      BODY,
    ]);
  });

  it("tells the page a paragraph begins on, and how it is aligned", () => {
    const { blocks, format, readerNotes } = read(fromLines(...setPages(NOTICE)));
    expect({ format, readerNotes }).toEqual({ format: "ofd", readerNotes: [] });
    expect(blocks[0]).toMatchObject({
      role: "paragraph",
      align: "center",
      origin: { kind: "page", page: 1 },
    });
    expect(blocks[5]).toMatchObject({ origin: { kind: "page", page: 1 } });
    expect(blocks[5]?.align).toBeUndefined();
    expect(blocks.at(-1)).toMatchObject({ align: "right", origin: { kind: "page", page: 2 } });
  });

  it("reads lines by their place, whatever order the file draws them in", () => {
    const pages = setPages(NOTICE).map((lines) => [...lines].reverse());
    expect(texts(fromLines(...pages))).toEqual(NOTICE.map((text) => text.replace(/^[<>^]/, "")));
  });

  it.each<[string, string[], string[]]>([
    ["parts of one line", [line("号", 90), line("云府发〔2024〕12", 28, 50.3)], ["云府发〔2024〕12 号"]],
    ["parts side by side", [line("云府"), line("文件", 28 + 2 * 5.64)], ["云府文件"]],
    ["bold type drawn twice", [line("通知"), line("通知", 28.1)], ["通知"]],
    ["radicals that look like characters", [line("⼀、⼯作")], ["一、工作"]],
    ["entities", [line("甲&amp;乙")], ["甲&乙"]],
    [
      "a matrix",
      [
        '<ofd:TextObject CTM="0.3528 0 0 0.3528 0 0" Boundary="30 40 50 8" Size="16"><ofd:TextCode X="0" Y="14" DeltaX="g 3 16">防汛通知</ofd:TextCode></ofd:TextObject>',
        line("附", 30 + 4 * 5.645, 40.2),
      ],
      ["防汛通知附"],
    ],
    [
      "one TextCode over several lines",
      [
        '<ofd:TextObject Boundary="30 40 50 30" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5 -5 5" DeltaY="0 9 0">甲乙丙丁</ofd:TextCode></ofd:TextObject>',
      ],
      ["甲乙", "丙丁"],
    ],
    [
      "characters without distances",
      [
        '<ofd:TextObject Boundary="30 40 50 30" Size="5"><ofd:TextCode X="0" Y="5">甲乙</ofd:TextCode></ofd:TextObject>',
      ],
      ["甲乙"],
    ],
    [
      "blocks inside the layer",
      [`<ofd:PageBlock ID="3"><ofd:PageBlock ID="4">${line("甲")}</ofd:PageBlock></ofd:PageBlock>`],
      ["甲"],
    ],
    [
      "what is not to be seen",
      [
        '<ofd:TextObject Visible="false" Boundary="1 1 1 1" Size="5"><ofd:TextCode>甲</ofd:TextCode></ofd:TextObject>',
        line("乙"),
      ],
      ["乙"],
    ],
  ])("reads %s", (_, inner, expected) => {
    expect(texts(page(...inner))).toEqual(expected);
  });

  it("takes running heads once, as headers", () => {
    const pages = ["甲", "乙", "丙"].map((text) => [
      { text: "云溪县人民政府公报", x: 60, y: 15 },
      { text: `${text}方工作要点。`, x: 28, y: 60 },
    ]);
    const { blocks } = read(fromLines(...pages));
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ["paragraph", "甲方工作要点。"],
      ["paragraph", "乙方工作要点。"],
      ["paragraph", "丙方工作要点。"],
      ["header", "云溪县人民政府公报"],
    ]);
  });

  it("leaves templates, annotations, seals and watermarks out, and says so of the last", () => {
    const mark = (matrix: string) =>
      `<ofd:TextObject CTM="${matrix}" Boundary="30 90 50 50" Size="9"><ofd:TextCode X="0" Y="9">内部资料</ofd:TextCode></ofd:TextObject>`;
    const { blocks, readerNotes } = read(
      ofd({
        pages: [
          `${line("通知")}${mark("0.7 0.7 -0.7 0.7 0 0")}</ofd:Layer><ofd:Layer Type="Background">${line("底纹", 28, 90)}`,
        ],
        files: {
          "Doc_0/TPLS/TPL_0/Content.xml": ofdPage(line("模板")),
          "Doc_0/Annots/Page_0/Annotation.xml": ofdPage(line("批注")),
        },
      }),
    );
    expect(blocks.map(({ text }) => text)).toEqual(["通知"]);
    expect(readerNotes).toEqual([expect.stringMatching(/^第 1 页有倾斜或竖排的文字/)]);
  });

  it("reads the names of elements by their namespace", () => {
    const unprefixed = ofdPage(line("通知"))
      .replaceAll("ofd:", "")
      .replace("xmlns:ofd=", "xmlns=")
      .replace("xmlns=", "xmlns=");
    const bytes = ofd({
      pages: [""],
      files: { "Doc_0/Pages/Page_0/Content.xml": unprefixed.replace(/xmlns:?=/, "xmlns=") },
    });
    expect(texts(bytes)).toEqual(["通知"]);
  });

  it("says which page is missing", () => {
    const bytes = ofd({ pages: [line("甲"), line("乙")], files: { "Doc_0/Pages/Page_1/Content.xml": null } });
    expect(read(bytes)).toMatchObject({
      blocks: [{ text: "甲" }],
      readerNotes: [expect.stringMatching(/^第 2 页的内容.*缺失/)],
    });
  });
});

describe("parseDeltas", () => {
  it.each<[string | undefined, number[]]>([
    [undefined, []],
    ["5", [5]],
    ["g 3 2.5", [2.5, 2.5, 2.5]],
    ["1 g 2 4 7", [1, 4, 4, 7]],
    ["g", []],
    ["x", [0]],
  ])("%s", (text, deltas) => {
    expect(parseDeltas(text)).toEqual(deltas);
  });

  it("does not grow without bounds", () => {
    expect(parseDeltas("g 1000000000000 1").length).toBeLessThanOrEqual(100_000);
  });
});

/** The message of the only error allowed, or null; anything else thrown fails the test. */
function refusal(bytes: Uint8Array): string | null {
  try {
    read(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return error.message;
  }
}

describe("files that cannot be read", () => {
  const good = page(line("通知"));
  const secret = page(line("\uE001\uE002\uE003通知"));
  const encrypted = Uint8Array.from(good);
  encrypted[6] = 1;
  it.each<[string, Uint8Array, RegExp]>([
    ["half a file", good.slice(0, good.length / 2), /压缩包无法解开/],
    ["a protected one", encrypted, /密码/],
    ["an encrypted one", ofd({ pages: [line("甲")], files: { "Encryptions.xml": "<a/>" } }), /加密/],
    ["no OFD.xml", ofd({ pages: [line("甲")], files: { "OFD.xml": null } }), /缺少 OFD\.xml/],
    [
      "no document",
      ofd({ pages: [line("甲")], files: { "Doc_0/Document.xml": null } }),
      /缺少 Doc_0\/Document\.xml/,
    ],
    ["no pages", ofd({ pages: [] }), /没有页面/],
    [
      "broken XML",
      ofd({ pages: [], files: { "Doc_0/Document.xml": "<a" } }),
      /Doc_0\/Document\.xml 的内容有错/,
    ],
    ["a scan", page("<ofd:ImageObject/>"), /没有文字/],
    ["a font with a code of its own", secret, /自带的编码/],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });

  it("says which pages show no text", () => {
    const { blocks, readerNotes } = readOfd(
      ofd({ pages: [line("甲"), "<ofd:ImageObject/>", line("乙")] }),
      "通知.ofd",
    );
    expect(blocks.map(({ text }) => text)).toEqual(["甲", "乙"]);
    expect(readerNotes).toEqual(["第 2 页没有文字（可能是扫描的图片），没有检查。"]);
  });

  it("whatever is broken, nothing else is thrown", () => {
    const whole = fromLines(...setPages(NOTICE.slice(0, 4)));
    const damage = fc.tuple(
      fc.nat(whole.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(damage, ([at, junk, cut]) => {
        const bytes = cut ? whole.slice(0, at) : Uint8Array.from(whole);
        if (!cut) bytes.set(junk.slice(0, whole.length - at), at);
        refusal(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it("whatever attributes hold, nothing else is thrown", () => {
    const value = fc.constantFrom(
      "",
      "x",
      "-1",
      "1e308",
      "g 5",
      "0 0 0 0",
      "g 3 1e308",
      "NaN",
      "1 0 0 1 0 0",
      "0.5",
    );
    fc.assert(
      fc.property(fc.tuple(value, value, value, value, value, value), ([box, ctm, size, x, dx, dy]) => {
        refusal(
          page(
            `<ofd:TextObject Boundary="${box}" CTM="${ctm}" Size="${size}"><ofd:TextCode X="${x}" Y="5" DeltaX="${dx}" DeltaY="${dy}">甲乙丙</ofd:TextCode></ofd:TextObject>`,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});
