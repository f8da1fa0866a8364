import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOdt } from "../../linter/readers/odt/readOdt";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";
import { type OdtParts, odt } from "../support/odt";

const read = (parts: OdtParts | string) => readOdt(odt(parts), "通知.odt");
const texts = (parts: OdtParts | string) => read(parts).blocks.map(({ text }) => text);
const p = (inner: string, style = "") => `<text:p${style && ` text:style-name="${style}"`}>${inner}</text:p>`;
const list = (items: string, attributes = `text:style-name="L"`) =>
  `<text:list ${attributes}>${items}</text:list>`;
const item = (inner: string, attributes = "") => `<text:list-item ${attributes}>${inner}</text:list-item>`;

function listStyle(...levels: string[]): string {
  const written = levels.map(
    (attributes, index) => `<text:list-level-style-number text:level="${index + 1}" ${attributes}/>`,
  );
  return `<text:list-style style:name="L">${written.join("")}</text:list-style>`;
}
const CHINESE = 'style:num-format="一, 二, 三, ..." style:num-suffix="、"';
const BRACKETED = 'style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"';

describe("readOdt", () => {
  it.each<[string, string, string[]]>([
    ["paragraphs", p("甲") + p("") + p("乙"), ["甲", "乙"]],
    ["spans and links", p("甲<text:span>乙</text:span><text:a>丙</text:a>"), ["甲乙丙"]],
    ["blanks between tags as one", p("\n  甲 \n 乙"), ["甲 乙"]],
    ["repeated blanks", p('甲<text:s text:c="3"/>乙<text:s/>丙'), ["甲   乙 丙"]],
    ["tabs", p("甲<text:tab/>乙"), ["甲\t乙"]],
    [
      "soft breaks between elements",
      p("各乡镇人民政府：<text:line-break/>现通知如下。"),
      ["各乡镇人民政府：", "现通知如下。"],
    ],
    ["sections", `<text:section text:name="S">${p("甲")}</text:section>`, ["甲"]],
    ["no hidden section", `<text:section text:display="none">${p("甲")}</text:section>${p("乙")}`, ["乙"]],
    ["no comment", p(`甲<office:annotation>${p("批注")}</office:annotation>乙`), ["甲乙"]],
    [
      "tracked changes as accepted",
      `<text:tracked-changes><text:changed-region><text:deletion>${p("删去")}</text:deletion></text:changed-region></text:tracked-changes>${p('甲<text:change text:change-id="1"/><text:change-start text:change-id="2"/>乙<text:change-end text:change-id="2"/>')}`,
      ["甲乙"],
    ],
    [
      "notes behind the text",
      p(
        `甲<text:note><text:note-citation>1</text:note-citation><text:note-body>${p("注")}</text:note-body></text:note>乙`,
      ) + p("丙"),
      ["甲乙", "丙", "注"],
    ],
    [
      "ruby without its reading",
      p("<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jiǎ</text:ruby-text></text:ruby>"),
      ["甲"],
    ],
    ["invisible characters as nothing", p("甲\u200B乙"), ["甲乙"]],
  ])("reads %s", (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  it("reads headings with their level", () => {
    const { blocks } = read('<text:h text:outline-level="2">总则</text:h>');
    expect(blocks).toEqual([
      { id: "p0", version: 1, text: "总则", role: "heading", level: 2, origin: { kind: "plain" } },
    ]);
  });

  it("finds the alignment through styles", () => {
    const styles = `<style:style style:name="A" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/><style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style><style:style style:name="A" style:family="table-cell"/>`;
    const { blocks } = read({ body: p("甲", "B") + p("乙", "C") + p("丙", "无"), styles });
    expect(blocks.map(({ align }) => align)).toEqual(["center", "right", undefined]);
  });

  it("leaves hidden text out", () => {
    const styles = `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>`;
    expect(
      texts({
        body: p('甲<text:span text:style-name="H">隐<text:span>藏</text:span></text:span>乙'),
        styles,
      }),
    ).toEqual(["甲乙"]);
  });

  it("reads tables cell by cell", () => {
    const cell = (inner: string, attributes = "") =>
      `<table:table-cell ${attributes}>${p(inner)}</table:table-cell>`;
    const row = (inner: string) => `<table:table-row>${inner}</table:table-row>`;
    const repeated = 'table:number-columns-repeated="2"';
    const table = `<table:table><table:table-header-rows>${row(cell("甲") + cell("乙"))}</table:table-header-rows>${row(`<table:table-cell ${repeated}/><table:covered-table-cell/>${cell("丙")}`)}</table:table>`;
    expect(read(table + p("后")).blocks.map(({ text, role, cell }) => [text, role, cell])).toEqual([
      ["甲", "table-cell", { table: 0, row: 0, column: 0 }],
      ["乙", "table-cell", { table: 0, row: 0, column: 1 }],
      ["丙", "table-cell", { table: 0, row: 1, column: 3 }],
      ["后", "paragraph", undefined],
    ]);
  });

  it("reads text boxes, headers and footers as such", () => {
    const { blocks } = read({
      body: p(`<draw:frame><draw:text-box>${p("框")}</draw:text-box></draw:frame>文`),
      masterPage: `<style:header>${p("眉")}</style:header><style:header-left>${p("眉")}</style:header-left><style:footer>${p("脚")}</style:footer>`,
    });
    expect(blocks.map(({ text, role }) => [text, role])).toEqual([
      ["框", "text-box"],
      ["文", "paragraph"],
      ["眉", "header"],
      ["脚", "footer"],
    ]);
  });

  describe("computes list labels", () => {
    it.each<[string, string[], string, string[]]>([
      ["一、", [CHINESE], list(item(p("甲")) + item(p("乙"))), ["一、甲", "二、乙"]],
      [
        "nested",
        [CHINESE, BRACKETED],
        list(
          item(p("甲") + list(item(p("子")) + item(p("丑")), "")) + item(p("乙") + list(item(p("寅")), "")),
        ),
        ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"],
      ],
      [
        "of several levels",
        ['style:num-format="1"', 'style:num-format="1" text:display-levels="2"'],
        list(item(p("甲") + list(item(p("子")), ""))),
        ["1 甲", "1.1 子"],
      ],
      ["for the first paragraph of an item", [CHINESE], list(item(p("甲") + p("续"))), ["一、甲", "续"]],
      ["anew in each list", [CHINESE], list(item(p("甲"))) + list(item(p("乙"))), ["一、甲", "一、乙"]],
      [
        "on where the list goes on",
        [CHINESE],
        list(item(p("甲"))) + list(item(p("乙")), 'text:style-name="L" text:continue-numbering="true"'),
        ["一、甲", "二、乙"],
      ],
      [
        "from a start",
        [`${CHINESE} text:start-value="3"`],
        list(item(p("甲")) + item(p("乙"), 'text:start-value="9"')),
        ["三、甲", "九、乙"],
      ],
      ["without a format as nothing", ['style:num-format=""'], list(item(p("甲"))), ["甲"]],
      ["not without a style", [], list(item(p("甲")), ""), ["甲"]],
    ])("%s", (_, levels, body, expected) => {
      expect(texts({ body, styles: listStyle(...levels) })).toEqual(expected);
    });

    it("of headings", () => {
      const styles = `<text:outline-style><text:outline-level-style text:level="1" ${CHINESE}/></text:outline-style>`;
      const heading = (inner: string) => `<text:h text:outline-level="1">${inner}</text:h>`;
      expect(texts({ body: heading("甲") + heading("乙"), styles })).toEqual(["一、甲", "二、乙"]);
    });
  });
});

/** The message of the only error allowed, or null; anything else thrown fails the test. */
function refusal(bytes: Uint8Array): string | null {
  try {
    readOdt(bytes, "通知.odt");
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return error.message;
  }
}

describe("files that cannot be read", () => {
  const good = odt(p("通知"));
  const protectedFiles = {
    "META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
  };
  it.each<[string, Uint8Array, RegExp]>([
    ["half a file", good.slice(0, good.length / 2), /压缩包无法解开/],
    ["a protected one", odt({ body: p("甲"), files: protectedFiles }), /密码/],
    ["no content", odt({ body: "", files: { "content.xml": null } }), /缺少 content\.xml/],
    ["broken XML", odt(p("<text:s>")), /content\.xml 的内容有错/],
    ["no text", odt(p("")), /没有文字/],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });

  it("whatever is broken, nothing else is thrown", () => {
    const damage = fc.tuple(
      fc.nat(good.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(damage, ([at, junk, cut]) => {
        const bytes = cut ? good.slice(0, at) : Uint8Array.from(good);
        if (!cut) bytes.set(junk.slice(0, good.length - at), at);
        refusal(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it("whatever elements hold one another, nothing else is thrown", () => {
    const names = [
      "text:p",
      "text:h",
      "text:list",
      "text:list-item",
      "text:span",
      "text:note-body",
      "draw:text-box",
      "table:table",
      "table:table-row",
      "table:table-cell",
      "office:annotation",
      "text:s",
    ];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.constant("甲"),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie("tree"), { maxLength: 3 }))
          .map(([name, inner]) => `<${name}>${inner.join("")}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (body) => {
        refusal(odt(body.join("")));
      }),
      { numRuns: 300 },
    );
  });
});
