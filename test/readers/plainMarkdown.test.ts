import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFromMarkdown } from "../../linter/readers/markdown";
import { blocksFromMdast } from "../../linter/readers/mdast/blocks";
import { parseMarkdown } from "../../linter/readers/mdast/parse";
import { readPlainParagraphs } from "../../linter/readers/mdast/plain";

describe("Markdown without marks", () => {
  it.each([
    ["a draft", "# 关于供水的通知\n\n各乡镇人民政府：\n\n　　请做好供水工作。\n国务院\n2024年3月5日\n"],
    ["numbered by hand", "一、总体要求\n1．任务\n（一）目标\n2024年工作要点\n3.5亿元\n"],
    ["Windows line ends", "## 第一章　总则\r\n\r\n第一条　为了供水。\r\n"],
  ])("needs no parser: %s", (_, source) => {
    expect(readPlainParagraphs(source)).not.toBeNull();
  });

  it.each([
    "1. 甲",
    "- 甲",
    "> 甲",
    "甲\n===",
    "甲\n---",
    "甲**乙**",
    "`甲`",
    "<p>甲</p>",
    "国办发[2018]37号",
    "甲&amp;",
    "a\\*b",
    "|甲|乙|",
    "~~甲~~",
    "甲  \n乙",
    "# 甲 #",
    "#甲",
    "  甲",
  ])("leaves %j to the parser", (source) => {
    expect(readPlainParagraphs(source)).toBeNull();
  });

  it("reads as the parser does", async () => {
    const piece = fc.constantFrom(
      ..."甲乙丙丁国令第号年月日。，：、（）《》〔〕“”　 \t\n\r\f#a1.@/-=\u00A0\u00AD\u200B\u2003\uFEFF".split(
        "",
      ),
      ..."\n\n|\r\n|# |## |2025年|www.a.cn|http://a.cn/b|a@b.cn|特此通知。|云溪县人民政府\n|第706号\n".split(
        "|",
      ),
      "云溪县城市管理局负责本行政区域内户外广告设置的监督管理，其他部门",
    );
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 24 }), async (pieces) => {
        const source = pieces.join("").replace(/^\uFEFF+/, "");
        if (readPlainParagraphs(source)) plain++;
        const { blocks, comments } = await documentFromMarkdown(source, "草稿.md");
        expect({ blocks, comments }).toEqual(blocksFromMdast(parseMarkdown(source), source));
      }),
      { numRuns: 4000 },
    );
    expect(plain).toBeGreaterThan(400);
  });
});
