import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../linter/readers/index";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A document as office programs write version 1.0: styles and comments before the body. */
function uof(body: string, common = "", sections = ""): Uint8Array {
  return utf8(`<?xml version="1.0" encoding="UTF-8"?>
<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" xmlns:字="http://schemas.uof.org/cn/2003/uof-wordproc" uof:version="1.0">
<uof:式样集><uof:自动编号集><字:自动编号 字:标识符="L1">${level(0, "chinese-counting", "%1、")}${level(1, "decimal", "（%2）")}</字:自动编号></uof:自动编号集>
<uof:句式样 字:标识符="T4"><字:隐藏文字 字:值="true"/></uof:句式样></uof:式样集>
<uof:文字处理><字:公用处理规则>${common}</字:公用处理规则><字:主体><字:分节><字:节属性>${sections}</字:节属性></字:分节>${body}</字:主体></uof:文字处理></uof:UOF>`);
}

const level = (depth: number, format: string, pattern: string) =>
  `<字:级别 字:级别值="${depth}"><字:编号格式>${format}</字:编号格式><字:编号格式表示>${pattern}</字:编号格式表示></字:级别>`;
const run = (text: string, style = "P1") =>
  `<字:句><字:句属性 字:式样引用="${style}"/><字:文本串>${text}</字:文本串></字:句>`;
const paragraph = (runs: string, properties = "") =>
  `<字:段落><字:段落属性>${properties}</字:段落属性>${runs}</字:段落>`;
const numbered = (depth: number, restart = "false") =>
  `<字:自动编号信息 字:编号引用="L1" 字:编号级别="${depth}" 字:重新编号="${restart}"/>`;

async function texts(bytes: Uint8Array, revisions?: "accepted" | "original") {
  const { blocks } = await readDocument(bytes, "通知.uof", { revisions });
  return blocks.map(({ role, text }) => [role, text]);
}

describe("readUof", () => {
  it("reads paragraphs, headings, alignment, breaks and blanks", async () => {
    const { blocks, format } = await readDocument(
      uof(
        paragraph(run("云溪县人民政府"), '<字:对齐 字:水平对齐="center"/>') +
          paragraph(run("总则"), "<字:大纲级别>1</字:大纲级别>") +
          paragraph(
            `${run("请按")}${run("《中华人民共和国防洪法》")}<字:句><字:空格符 字:个数="2"/></字:句>${run("执行")}<字:句><字:制表符/></字:句>${run("。")}`,
          ),
      ),
      "通知.uot",
    );
    expect(format).toBe("uof");
    expect(blocks.map(({ role, level, align, text }) => [role, level, align, text])).toEqual([
      ["paragraph", undefined, "center", "云溪县人民政府"],
      ["heading", 1, undefined, "总则"],
      ["paragraph", undefined, undefined, "请按《中华人民共和国防洪法》  执行\t。"],
    ]);
  });

  it("reads text boxes among the objects behind the body, those inside it where they stand", async () => {
    const box = (text: string) => `<图:文本内容 xmlns:图="g">${paragraph(run(text))}</图:文本内容>`;
    const whole = new TextDecoder().decode(
      uof(paragraph(run("标题")) + box("框二") + paragraph(run("正文"))),
    );
    const objects = `<uof:对象集>${box("框一")}${box("框一")}</uof:对象集><uof:文字处理>`;
    expect(await texts(utf8(whole.replace("<uof:文字处理>", objects)))).toEqual([
      ["paragraph", "标题"],
      ["text-box", "框二"],
      ["paragraph", "正文"],
      ["text-box", "框一"],
      ["text-box", "框一"],
    ]);
  });

  it("computes automatic numbers", async () => {
    const body = [
      paragraph(run("甲项"), numbered(0, "1")),
      paragraph(run("子项"), numbered(1)),
      paragraph(run("子项"), numbered(1)),
      paragraph(run("乙项"), numbered(0)),
      paragraph(run("子项"), numbered(1)),
      paragraph(run("重新开始"), numbered(0, "true")),
    ].join("");
    expect((await texts(uof(body))).map(([, text]) => text)).toEqual([
      "一、甲项",
      "（1）子项",
      "（2）子项",
      "二、乙项",
      "（1）子项",
      "一、重新开始",
    ]);
  });

  it("reads tables by cell, notes behind the body, headers once; leaves comments and hidden text out", async () => {
    const cell = (text: string) => `<字:单元格>${paragraph(run(text))}</字:单元格>`;
    const table = `<字:文字表><字:行>${cell("姓名")}${cell("职务")}</字:行><字:行>${cell("张三")}${cell("组长")}</字:行></字:文字表>`;
    const note = `<字:句><字:脚注>${paragraph(run("2016年修正。"))}</字:脚注></字:句>`;
    const header = `<字:页眉><字:奇数页页眉>${paragraph(run("讨论稿"))}</字:奇数页页眉><字:偶数页页眉>${paragraph(run("讨论稿"))}</字:偶数页页眉></字:页眉>`;
    const comment = `<字:批注集><字:批注>${paragraph(run("批注"))}</字:批注></字:批注集>`;
    const body = paragraph(`${run("正文")}${note}${run("（隐藏的话）", "T4")}${run("。")}`) + table;
    const { blocks } = await readDocument(uof(body, comment, header), "通知.uof");
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ["paragraph", "正文。"],
      ["table-cell", "姓名"],
      ["table-cell", "职务"],
      ["table-cell", "张三"],
      ["table-cell", "组长"],
      ["header", "讨论稿"],
      ["footnote", "2016年修正。"],
    ]);
    expect(blocks[4]?.cell).toEqual({ table: 0, row: 1, column: 1 });
  });

  it("reads tracked changes as accepted or as they were", async () => {
    const change = (type: string, id: string, text: string) =>
      `<字:修订开始 字:标识符="${id}" 字:类型="${type}"/>${run(text)}<字:修订结束 字:开始标识引用="${id}"/>`;
    const file = uof(
      paragraph(
        `${run("落实")}${change("delete", "c1", "旧的")}${change("insert", "c2", "新的")}${run("责任")}`,
      ),
    );
    expect(await texts(file)).toEqual([["paragraph", "落实新的责任"]]);
    expect(await texts(file, "original")).toEqual([["paragraph", "落实旧的责任"]]);
  });

  it("reads version 2.0, a zip whose names have suffixes, and says that it computes no numbers there", async () => {
    const content = `<?xml version="1.0" encoding="UTF-8"?><字:文字处理文档_4225 xmlns:字="http://schemas.uof.org/cn/2009/wordproc"><字:主体_417D><字:段落_416B><字:段落属性_419B><字:自动编号信息_4186 编号引用_4187="L1"/></字:段落属性_419B><字:句_419D><字:文本串_415B>关于防汛的通知</字:文本串_415B></字:句_419D></字:段落_416B></字:主体_417D></字:文字处理文档_4225>`;
    const bytes = zipSync({ "uof.xml": utf8("<uof/>"), "content.xml": utf8(content) });
    const { blocks, readerNotes } = await readDocument(bytes, "通知.uof");
    expect(blocks.map(({ text }) => text)).toEqual(["关于防汛的通知"]);
    expect(readerNotes).toEqual([expect.stringContaining("自动编号")]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["cut off", uof(paragraph(run("正文"))).subarray(0, 900), /不完整或已损坏/],
    ["without text", uof(""), /没有文字/],
    ["something else", utf8("云溪县"), /内容却是纯文本/],
  ])("explains a file that is %s", async (_, bytes, message) => {
    await expect(readDocument(bytes, "通知.uof")).rejects.toThrow(message);
  });
});
