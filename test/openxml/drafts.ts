import { HEADED } from "../../rules/layout/sample";
import { type DocxParts, docx, p, part, run } from "../support/docx";
import { standardDocx } from "../support/standardDocx";

const AUTHOR = 'w:author="张三" w:date="2026-01-01T00:00:00Z"';
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CELL = '<w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>';
const cells = (...inner: string[]) => inner.map((content) => `<w:tc>${CELL}${content}</w:tc>`).join("");
const note = (id: number, type: string, inner: string) =>
  `<w:footnote w:id="${id}"${type && ` w:type="${type}"`}>${inner}</w:footnote>`;

/** All that comments and changes meet in real files: tables, text boxes, links, controls, notes, earlier changes and comments. */
const RICH: DocxParts = {
  body:
    p(run("松河县人民政府关于加强河道采砂管理的通知", "<w:b/>"), '<w:keepNext/><w:jc w:val="center"/>') +
    p(
      run("根据") +
        run("物权", "<w:i/>") +
        run(
          "法和担保法",
          '<w:rStyle w:val="strong"/><w:color w:val="FF0000"/><w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/>',
        ) +
        `<w:r><w:footnoteReference w:id="1"/></w:r>${run("制定。")}`,
    ) +
    p(
      `${run("原")}<w:ins w:id="900" ${AUTHOR}>${run("民法通则")}</w:ins>` +
        `<w:del w:id="901" ${AUTHOR}><w:r><w:delText xml:space="preserve">民法总则</w:delText></w:r></w:del>${run("废止。")}`,
      `<w:spacing w:line="560" w:lineRule="exact"/><w:pPrChange w:id="902" ${AUTHOR}><w:pPr/></w:pPrChange>`,
    ) +
    p(`${run("参见")}<w:hyperlink w:anchor="a">${run("合同法全文")}</w:hyperlink>${run("。")}`) +
    p(
      `<w:commentRangeStart w:id="5"/>${run("收养法")}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>` +
        `<w:r><w:t>一</w:t><w:tab/><w:t>继承法</w:t><w:br/><w:t>二</w:t></w:r>`,
    ) +
    p(`<w:sdt><w:sdtPr><w:id w:val="12"/></w:sdtPr><w:sdtContent>${run("见婚姻法")}</w:sdtContent></w:sdt>`) +
    p(
      `<w:r><w:pict><v:shape id="s1" style="width:100pt;height:40pt"><v:textbox><w:txbxContent>${p("侵权责任法")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    ) +
    `<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>` +
    `<w:tr>${cells(p("责任单位"), p("县水利局"))}</w:tr></w:tbl>` +
    p("附则。") +
    '<w:sectPr><w:headerReference w:type="default" r:id="top"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>',
  styles:
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
  footnotes:
    note(-1, "separator", p("<w:r><w:separator/></w:r>")) +
    note(0, "continuationSeparator", p("<w:r><w:continuationSeparator/></w:r>")) +
    note(1, "", p(`<w:r><w:footnoteRef/></w:r>${run("见国办发[2018]37号。")}`)),
  headers: { top: p("内部资料") },
  files: {
    "word/comments.xml": part(
      "comments",
      `<w:comment w:id="5" ${AUTHOR} w:initials="张">${p("核对。")}</w:comment>`,
    ),
    "word/_rels/document.xml.rels": null,
  },
};

const RELATED = [
  ["styles", "styles", "r-styles"],
  ["footnotes", "footnotes", "r-footnotes"],
  ["header", "header-top", "top"],
  ["comments", "comments", "r-comments"],
]
  .map(([type, name, id]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${name}.xml"/>`)
  .join("");
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const TYPES = [
  ["document", "document.main"],
  ["styles", "styles"],
  ["footnotes", "footnotes"],
  ["header-top", "header"],
  ["comments", "comments"],
]
  .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`)
  .join("");

/** The same with a prefix of its own for WordprocessingML and properties that stand in no order of ours. */
const BARE = `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${p("根据物权法制定。")}</w:body></w:document>`;

/** Drafts that are valid as they are. */
export const DRAFTS: readonly (readonly [string, Uint8Array])[] = [
  ["set after the standard", standardDocx(HEADED.text)],
  [
    "set otherwise",
    standardDocx(HEADED.text, {
      bodyFont: "宋体",
      bodySize: 14,
      headingFonts: ["宋体", "宋体"],
      titleFont: "黑体",
      margins: [25, 25, 25, 25],
      firstLine: 0,
      noteFirstLine: 0,
      page: { width: 216, height: 279 },
    }),
  ],
  [
    "with tables, boxes, notes, links, changes and comments",
    docx({
      ...RICH,
      files: {
        ...RICH.files,
        "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${RELATED}</Relationships>`,
        "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${TYPES}</Types>`,
      },
    }),
  ],
  [
    "with nothing but a document",
    docx({ body: "", files: { "word/document.xml": BARE, "word/_rels/document.xml.rels": null } }),
  ],
];
