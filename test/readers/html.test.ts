import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../linter/document/document";
import { locate, sourceRange } from "../../linter/document/locate";
import { readHtml } from "../../linter/readers/html/readHtml";
import { UnreadableDocumentError } from "../../linter/readers/unreadable";

const read = (html: string) => readHtml(new TextEncoder().encode(html), "页.html");
const textsOf = ({ blocks }: OfficialDocument) => blocks.map((block) => block.text);

/** The stretch of the page under a word of a block. */
function sourceUnder(document: OfficialDocument, html: string, block: number, word: string): string {
  const found = document.blocks[block];
  if (!found) throw new Error(`no block ${block}`);
  const start = found.text.indexOf(word);
  return html.slice(...sourceRange(found, { start, end: start + word.length }));
}

const LONG =
  "为加强全县河道采砂管理，保障防洪和通航安全，根据有关法律法规，结合本县实际，现将有关事项通知如下。";

describe("lines", () => {
  it.each<[construct: string, html: string, lines: string[]]>([
    ["paragraphs", "<p>甲</p><p>乙</p>", ["甲", "乙"]],
    ["text between blocks", "甲<div>乙</div>丙", ["甲", "乙", "丙"]],
    ["<br> ends a line", "<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]],
    [
      "inline elements split anywhere",
      "<p>第<b>一</b><span>条</span><a href='#'>　总</a>则</p>",
      ["第一条　总则"],
    ],
    ["an element shown as a block", "<span style='display:block'>甲</span><span>乙</span>", ["甲", "乙"]],
    ["blanks of the source", "<p>\n   各 乡镇\n  </p>\n<p> 乙 </p>", ["各 乡镇", "乙"]],
    ["a line end between Chinese characters", "<p>人民\n  政府（县\r\n级）</p>", ["人民政府（县级）"]],
    ["a line end between words", "<p>GB/T\n9704 of\nChina</p>", ["GB/T 9704 of China"]],
    ["blanks over inline elements", "<p>A <b> B</b> C</p>", ["A B C"]],
    [
      "no-break blanks stay inside, go at the ends",
      "<p>&nbsp;&nbsp;公&nbsp;&nbsp;告&emsp;</p>",
      ["公\u00A0\u00A0告"],
    ],
    [
      "character references",
      "<p>&lt;办法&gt; R&amp;D R&D &#31532;&#x4e00;条 &#151;</p>",
      ["<办法> R&D R&D 第一条 —"],
    ],
    ["references without a semicolon", "<p>甲&nbsp乙&lt丙&amp丁</p>", ["甲\u00A0乙<丙&丁"]],
    ["invisible characters", "<p>采\u200B砂&#8203;管理&shy;办法</p>", ["采砂管理办法"]],
    ["preformatted text", "<pre>\n第一条\r\n  第二条\n</pre>", ["第一条", "第二条"]],
    ["empty paragraphs", "<p>甲</p><p>&nbsp;</p><p><br></p><p>乙</p>", ["甲", "乙"]],
    ["numbers of a list", "<ol><li>甲</li><li><p>乙</p></li></ol>", ["1. 甲", "2. 乙"]],
    [
      "a list that starts elsewhere",
      "<ol start='3' type='a'><li>甲<li value='9'>乙</ol>",
      ["c. 甲", "i. 乙"],
    ],
    [
      "Chinese numbers",
      "<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>",
      ["一、甲", "二、乙"],
    ],
    ["a list without marks", "<ol style='list-style: none'><li>一、甲</ol><ul><li>乙</ul>", ["一、甲", "乙"]],
    [
      "boxes of a form",
      "<p><input type=checkbox checked>主动公开 <input type=checkbox>不予公开</p>",
      ["☑主动公开 □不予公开"],
    ],
    ["ruby", "<p><ruby>圳<rt>zhèn</rt></ruby>口</p>", ["圳口"]],
    ["misnested tags", "<p><b>第一<i>条</b>　总</i>则</p><p>乙", ["第一条　总则", "乙"]],
    ["text that stands wrongly in a table", "<table>乙<tr><td>甲</td></tr></table>", ["乙", "甲"]],
    [
      "scripts and styles",
      "<style>p{}</style><script>var a='甲'</script><p>乙</p><noscript>丙</noscript>",
      ["乙"],
    ],
    [
      "what is hidden",
      "<p hidden>甲</p><p style='color:red; display: none'>乙</p><i aria-hidden=true>丙</i><p>丁</p>",
      ["丁"],
    ],
    [
      "Word's markup",
      "<p class=MsoNormal><span lang=EN-US>1<o:p></o:p></span><![if !supportLists]>、<![endif]>甲</p>",
      ["1、甲"],
    ],
  ])("%s", async (_, html, lines) => {
    expect(textsOf(await read(html))).toEqual(lines);
  });

  it("says what elements a line stands in", async () => {
    const { blocks } = await read(
      "<h2 align=center>通知</h2><blockquote>引</blockquote><ul><li>甲<ul><li>乙</ul></ul>" +
        "<div style='text-align: right'><p>县政府</p><p style='text-align:justify'>丙</p></div>" +
        "<center>丁</center><p class='ql-align-center'>戊</p>",
    );
    expect(blocks.map(({ text, role, level, align }) => [text, role, level, align])).toEqual([
      ["通知", "heading", 2, "center"],
      ["引", "quote", undefined, undefined],
      ["甲", "list-item", 0, undefined],
      ["乙", "list-item", 1, undefined],
      ["县政府", "paragraph", undefined, "right"],
      ["丙", "paragraph", undefined, undefined],
      ["丁", "paragraph", undefined, "center"],
      ["戊", "paragraph", undefined, "center"],
    ]);
  });

  it("gives cells of data their position and looks through tables made for layout", async () => {
    const data = "<table><thead><tr><th>序号<th>名称<tbody><tr><td>1<td>采砂<br>船</table>";
    const { blocks } = await read(`<table><tr><td><p>${LONG}</p>${data}</td></tr></table>${data}`);
    expect(blocks.map(({ text, role, cell }) => [text, role, cell && Object.values(cell).join()])).toEqual([
      [LONG, "paragraph", undefined],
      ...[0, 1].flatMap((table) => [
        ["序号", "table-cell", `${table},0,0`],
        ["名称", "table-cell", `${table},0,1`],
        ["1", "table-cell", `${table},1,0`],
        ["采砂", "table-cell", `${table},1,1`],
        ["船", "table-cell", `${table},1,1`],
      ]),
    ]);
  });
});

describe("places", () => {
  it("leads back into the page", async () => {
    const html =
      "<p>根据《城市<b>管理</b>\r\n  条例》&nbsp;的规定</p>\r\n<p>R&amp;D&lt;办法&gt;</p><ol><li>甲</ol>";
    const document = await read(html);
    expect(textsOf(document)).toEqual(["根据《城市管理条例》\u00A0的规定", "R&D<办法>", "1. 甲"]);
    expect(sourceUnder(document, html, 0, "管理")).toBe("管理");
    expect(sourceUnder(document, html, 0, "市管")).toBe("市<b>管");
    expect(sourceUnder(document, html, 0, "管理条例")).toBe("管理</b>\r\n  条例");
    expect(sourceUnder(document, html, 0, "\u00A0")).toBe("&nbsp;");
    expect(sourceUnder(document, html, 0, "规定")).toBe("规定");
    expect(sourceUnder(document, html, 1, "&D<")).toBe("&amp;D&lt;");
    expect(sourceUnder(document, html, 2, "1. ")).toBe("<li>");
    expect(locate(document, { block: 0, start: 7, end: 9 })).toMatchObject({
      line: 2,
      column: 3,
      endColumn: 5,
    });
  });

  it("follows misnested tags", async () => {
    const html = "<table>甲&lt;<tr>乙<td>丙</table>";
    const document = await read(html);
    expect(textsOf(document)).toEqual(["甲<乙", "丙"]);
    expect(sourceUnder(document, html, 0, "乙")).toBe("乙");
    expect(sourceUnder(document, html, 1, "丙")).toBe("丙");
  });

  it("hands on comments to the linter, each before its block", async () => {
    const html =
      "<!-- gongwen-lint-disable-file a --><p>甲</p><!-- 其他 --><!--gongwen-lint-disable-next b--><p>乙</p>";
    expect((await read(html)).comments).toEqual([
      { text: "gongwen-lint-disable-file a", block: 0, source: 0 },
      { text: "gongwen-lint-disable-next b", block: 1, source: html.indexOf("<!--gongwen") },
    ]);
  });
});

describe("encoding", () => {
  /** 关于采砂 in GBK, behind a declaration in ASCII. */
  const gbk = (head: string) =>
    new Uint8Array([
      ...new TextEncoder().encode(`${head}<p>`),
      0xb9,
      0xd8,
      0xd3,
      0xda,
      0xb2,
      0xc9,
      0xc9,
      0xb0,
      ...new TextEncoder().encode("</p>"),
    ]);

  it.each(["<meta charset=gb2312>", '<meta http-equiv="Content-Type" content="text/html; charset=GBK">', ""])(
    "GBK pages: %s",
    async (head) => {
      expect(textsOf(await readHtml(gbk(head), "页.html"))).toEqual(["关于采砂"]);
    },
  );

  it("believes the bytes before a wrong declaration", async () => {
    expect(textsOf(await read("\uFEFF<meta charset=gb2312><p>通知</p>"))).toEqual(["通知"]);
    expect(textsOf(await read("<meta charset=gb2312><p>通知</p>"))).toEqual(["通知"]);
  });
});

describe("pages", () => {
  const TITLE = "松河县人民政府关于加强河道采砂管理的通知";
  const body = [
    `<p style="text-align:center">松政规〔2021〕4号</p>`,
    "<p>各乡镇人民政府：</p>",
    `<p>　　${LONG}</p>`,
    `<p>　　附件：<a href="/files/1.docx">1. 采砂许可申请表</a></p>`,
    "<p align=right>松河县人民政府</p><p align=right>2021年5月6日</p><p>（此件公开发布）</p>",
  ].join("\n");
  const bodyLines = [
    "松政规〔2021〕4号",
    "各乡镇人民政府：",
    LONG,
    "附件：1. 采砂许可申请表",
    "松河县人民政府",
    "2021年5月6日",
    "（此件公开发布）",
  ];
  const table = `<table class="xxgk">
    <tr><th>索 引 号：</th><td>11530000-2021-00012</td><th>主题分类：</th><td>水利\\河道</td></tr>
    <tr><th>发布机构：</th><td>松河县人民政府</td><th>成文日期：</th><td>2021年05月06日</td></tr>
    <tr><th>名　　称：</th><td colspan="3">${TITLE}</td></tr>
    <tr><th>文　　号：</th><td>松政规〔2021〕4号</td><th>发布日期：</th><td>2021-05-08 09:12</td></tr>
    <tr><th>公开方式：</th><td>主动公开</td><th>主 题 词：</th><td></td></tr></table>`;
  const stated = {
    title: TITLE,
    docNumber: "松政规〔2021〕4号",
    issuer: "松河县人民政府",
    date: "2021-05-06",
    released: "2021-05-08",
    disclosure: "主动公开",
  };
  const page = (
    content: string,
    head = "",
  ) => `<!DOCTYPE html><html><head><title>${TITLE}_松河县人民政府</title>${head}</head><body>
    <div class="header"><h1 class="logo">松河县人民政府</h1></div>
    <div class="main-nav"><ul><li><a href="/">首页</a><li><a href="/zwgk">政务公开</a><li><a href="/zcjd">政策解读</a></ul></div>
    <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">规范性文件</a></div>
    ${content}
    <div class="related"><h3>相关链接</h3><ul><li><a href="/2">关于河道采砂管理的政策解读</a></ul></div>
    <div class="bdsharebuttonbox">分享到：<a href="#">微信</a></div>
    <div class="footer"><p>主办：松河县人民政府办公室　滇ICP备00000000号</p><p><a href="/map">网站地图</a></p></div>
    <script>document.write("访问量")</script></body></html>`;

  it.each<[kind: string, content: string, lines: string[]]>([
    ["a container with a known id", `<div id="zoom">${body}</div>`, bodyLines],
    ["a title before it", `<h1>${TITLE}</h1><div id="zoom">${body}</div>`, [TITLE, ...bodyLines]],
    [
      "a title by class",
      `<div class="box"><p class="article-title">${TITLE}</p></div><div class="TRS_Editor">${body}</div>`,
      [TITLE, ...bodyLines],
    ],
    [
      "a title in both places",
      `<h1>${TITLE}</h1><div id="UCAP-CONTENT"><p align=center>${TITLE}</p>${body}</div>`,
      [TITLE, ...bodyLines],
    ],
    [
      "a title over two lines",
      `<h1>松河县人民政府<br>${TITLE.slice(7)}</h1><div id=zoom>${body}</div>`,
      ["松河县人民政府", TITLE.slice(7), ...bodyLines],
    ],
    [
      "an area with much else in it",
      `<div class="content"><h2>${TITLE}</h2><p>发布时间：2021-05-08 来源：县政府办 浏览次数：12 【字体：大 中 小】</p>${body}<p>【打印本页】【关闭窗口】</p><p>上一篇：</p></div>`,
      [TITLE, ...bodyLines],
    ],
    ["no names at all", `<h1>${TITLE}</h1>${body}`, [TITLE, ...bodyLines]],
    [
      "a form of the server round all",
      `<form id=aspnetForm><table><tr><td><h1>${TITLE}</h1>${body}</td></tr></table></form>`,
      [TITLE, ...bodyLines],
    ],
  ])("%s", async (_, content, lines) => {
    expect(textsOf(await read(page(content)))).toEqual(lines);
    expect(textsOf(await read(page(table + content)))).toEqual(lines);
  });

  it.each<[kind: string, html: string]>([
    ["a table", table],
    ["a table without colons", table.replaceAll("：", "")],
    [
      "a list of lines",
      `<ul><li>索引号：11530-00012</li><li>发布机构：松河县人民政府</li><li>成文日期：2021年5月6日</li><li>名称：${TITLE}</li><li>文号：松政规〔2021〕4号</li><li>发布日期：2021年5月8日</li><li>公开方式：主动公开</li></ul>`,
    ],
    [
      "names and values apart",
      `<dl><dt>发布机构：<dd>松河县人民政府<dt>成文日期：<dd>2021年5月6日<dt>标题：<dd>${TITLE}<dt>文号：<dd>松政规〔2021〕4号<dt>发布日期：<dd>2021年5月8日<dt>公开属性：<dd>主动公开</dl>`,
    ],
    [
      "labels without colons in elements of their own",
      `<ul><li><span>发布机构</span><em>松河县人民政府</em></li><li><span>成文日期</span> <em>2021年5月6日</em></li><li><b>标题</b>${TITLE}</li><li><b>文号</b>松政规〔2021〕4号</li><li><b>发布日期</b>2021年5月8日</li><li><b>公开方式</b><i>主动公开</i></li></ul>`,
    ],
    [
      "several on a line",
      `<div><p><b>【索 引 号】</b>115 <b>【发布机构】</b>松河县人民政府</p><p>成文日期：2021年5月6日　发布日期：2021年5月8日</p><p>标题：${TITLE}</p><p>文 号：松政规〔2021〕4号 公开方式：主动公开</p></div>`,
    ],
  ])("reads the facts of a page, which are no text: %s", async (_, html) => {
    const document = await read(page(`${html}<div id="zoom">${body}</div>`));
    expect(document.metadata).toEqual([{ source: "web-table", label: "网页的信息公开表", values: stated }]);
    const inside = await read(page(`<div id="zoom">${html}${body}</div>`));
    expect(textsOf(inside)).toEqual(bodyLines);
    expect(inside.metadata).toEqual(document.metadata);
  });

  it("reads <meta> tags", async () => {
    const head = `<meta name="ArticleTitle" content="${TITLE}"><meta name=PubDate content="2021-05-08 09:12"><meta name="索引号" content=1>`;
    expect((await read(page(body, head))).metadata).toEqual([
      { source: "web-table", label: "网页的 meta 标签", values: { title: TITLE, released: "2021-05-08" } },
    ]);
  });

  it("takes only what a page really states", async () => {
    const rows =
      "<tr><td>索引号</td><td>1</td><td>文号</td><td>无</td></tr><tr><td>公开方式</td><td>政府网站</td><td>公开属性</td><td>依申请公开</td></tr><tr><td>有效性</td><td>已废止</td><td>体裁</td><td>其他</td></tr><tr><td>成文日期</td><td></td><td>发布机构</td><td>县政府</td></tr>";
    expect((await read(`<table>${rows}</table>${body}`)).metadata[0]?.values).toEqual({
      disclosure: "依申请公开",
      status: "issued",
      issuer: "县政府",
    });
  });

  it.each<[kind: string, html: string, lines: string[]]>([
    [
      "a catalogue of documents",
      "<table><tr><th>序号<th>文件名称<th>发文字号<th>发布日期<th>有效性<tr><td>1<td>松河县采砂办法<td>松政规〔2021〕4号<td>2021年<td>有效</table>",
      [
        "序号",
        "文件名称",
        "发文字号",
        "发布日期",
        "有效性",
        "1",
        "松河县采砂办法",
        "松政规〔2021〕4号",
        "2021年",
        "有效",
      ],
    ],
    [
      "a processing form",
      "<table><tr><td>标题：<td>采砂通知<td>文号：<td>4号<tr><td>公开属性：<td>主动公开<td>核稿：<td>张三</table>",
      ["标题：", "采砂通知", "文号：", "4号", "公开属性：", "主动公开", "核稿：", "张三"],
    ],
  ])("keeps what only looks like it: %s", async (_, html, lines) => {
    const document = await read(`<p>${LONG}</p>${html}`);
    expect(textsOf(document)).toEqual([LONG, ...lines]);
    expect(document.metadata).toEqual([]);
  });

  it.each<[kind: string, html: string, lines: string[]]>([
    [
      "in a header of its own",
      `<title>政策文件_松河县</title><header><h1>松河县人民政府</h1></header><article><h1>${TITLE}</h1>${body}</article>`,
      [TITLE, ...bodyLines],
    ],
    [
      "that nothing else on the page names",
      `<title>政策文件</title><h2>政策文件</h2><div class=title>${TITLE}</div><div class=title>正文</div><div id=zoom>${body}</div>`,
      [TITLE, ...bodyLines],
    ],
    [
      "with the document number behind it",
      `<title>${TITLE}</title><h1>${TITLE}</h1><p>松政规〔2021〕4号</p><p>县水利局</p><div id=zoom><p>${LONG}</p></div>`,
      [TITLE, "松政规〔2021〕4号", LONG],
    ],
    [
      "that the text only mentions",
      `<title>${TITLE}</title><h1>${TITLE}</h1><div id=zoom><p>${LONG}</p><p>《${TITLE}》</p></div>`,
      [TITLE, LONG, `《${TITLE}》`],
    ],
    [
      "that two lines of the text repeat",
      `<title>${TITLE}</title><h1>${TITLE}</h1><div id=zoom><p>${TITLE.slice(0, 9)}</p><p>${TITLE.slice(9)}</p><p>${LONG}</p></div>`,
      [TITLE.slice(0, 9), TITLE.slice(9), LONG],
    ],
    [
      "that is the site's name",
      `<title>${TITLE}</title><div class=top><h1>松河县人民政府</h1></div><div id=zoom><p>${LONG}</p></div>`,
      [LONG],
    ],
  ])("finds a title %s", async (_, html, lines) => {
    expect(textsOf(await read(html))).toEqual(lines);
  });

  it("keeps a document's own elements that are named like a frame", async () => {
    const html = `<div class="TRS_Editor"><div class="head">松河县人民政府文件</div>${body}<div class="bottom">抄送：县人大办。</div></div>`;
    expect(textsOf(await read(page(html)))).toEqual(["松河县人民政府文件", ...bodyLines, "抄送：县人大办。"]);
  });

  it("refuses a page without text and one that is nested beyond reading", async () => {
    await expect(read("<html><frameset><frame src=a.html></frameset></html>")).rejects.toThrow(
      UnreadableDocumentError,
    );
    await expect(read("<nav>首页</nav>")).rejects.toThrow("没有找到正文");
    await expect(read("<div>".repeat(20_000))).rejects.toThrow(UnreadableDocumentError);
  });
});

describe("any page", () => {
  const tag = fc.constantFrom(
    ..."p div span b i table tr td th ul ol li h1 pre br a form section nav script style template textarea select input svg math title article font center".split(
      " ",
    ),
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      "\r\n",
      "\n",
      "\r",
      "  ",
      "&nbsp;",
      "&nbsp",
      "&amp;",
      "&",
      "&lt",
      "&#151;",
      "&#x1F600;",
      "&notit;",
      "&fjlig;",
      "<",
      ">",
      "\u200B",
      "<!-- 注 -->",
      "<!-- gongwen-lint-disable -->",
      "<!",
      "<![CDATA[甲]]>",
      "<p hidden>",
      "<div id=zoom>",
      "<td colspan=2>",
      "<ol start=9>",
      "<a href='/x'>",
      "<p style='text-align:right'>",
      "文号：",
      "发布机构：",
      "索引号",
      "第一条　",
      "办法",
      "R&D;",
      "😀",
      "<plaintext>",
      "<frameset>",
      "</body>",
    ),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );

  it("is read, or refused as unreadable, with ordered segments that show the source", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const html = new TextDecoder().decode(new TextEncoder().encode(pieces.join("")));
        fc.pre(!html.includes("\0")); // would be UTF-16
        let document: OfficialDocument;
        try {
          document = await read(html);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDocumentError);
          return;
        }
        for (const { text, origin } of document.blocks) {
          if (origin.kind !== "text") throw new Error("not a text block");
          expect(text.trim()).not.toBe("");
          let at = 0;
          for (const { start, end, source, sourceEnd } of origin.segments) {
            expect(start).toBe(at);
            expect(end).toBeGreaterThan(start);
            expect(source).toBeGreaterThanOrEqual(0);
            if (sourceEnd === undefined)
              expect(html.slice(source, source + end - start)).toBe(text.slice(start, end));
            else expect(sourceEnd).toBeGreaterThanOrEqual(source);
            expect(sourceEnd ?? source + end - start).toBeLessThanOrEqual(html.length);
            at = end;
          }
          expect(at).toBe(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
