import { describe, expect, it } from "vitest";
import { readDocument } from "../../linter/readers/index";

const read = (source: string, path: string) => readDocument(new TextEncoder().encode(source), path);

describe.each(["通知.txt", "通知.md"])("front matter of %s", (path) => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("is metadata and no text, with %s", async (_, lineEnd) => {
    const source = "---\n标题: 甲\n公开属性: 主动公开\n---\n正文。\n".replaceAll("\n", lineEnd);
    const { metadata, blocks, readerNotes } = await read(source, path);
    expect(metadata).toEqual([
      {
        source: "front-matter",
        label: `${path} 开头的文件信息`,
        values: { title: "甲", disclosure: "主动公开" },
      },
    ]);
    expect(blocks.map(({ text }) => text)).toEqual(["正文。"]);
    expect(readerNotes).toEqual([]);
  });

  it("says which line was not taken, what was expected and found", async () => {
    const source = "---\n标题: 甲\n公开属性: 部分公开\n合法性审核:\n  日期: 去年\n---\n正文。\n";
    const { metadata, readerNotes } = await read(source, path);
    expect(metadata[0]?.values).toEqual({ title: "甲" });
    expect(readerNotes).toEqual([
      expect.stringMatching(/第 3 行“公开属性”：应为.*主动公开.*写的是“部分公开”/),
      expect.stringMatching(/第 4 行“合法性审核\.日期”：应为日期.*写的是“去年”/),
    ]);
  });

  it("that is no YAML is said, with its line", async () => {
    const { metadata, blocks, readerNotes } = await read("---\n标题: 甲\n文号: [\n---\n正文。\n", path);
    expect(metadata).toEqual([]);
    expect(blocks.map(({ text }) => text)).toEqual(["正文。"]);
    expect(readerNotes).toEqual([expect.stringMatching(/第 [34] 行/)]);
  });

  it("may be written with full-width colons", async () => {
    const source = "---\n标题：甲\n合法性审核：\n  文号：合审〔2024〕5号\n公开属性: 主动公开\n---\n正文。\n";
    const { metadata, readerNotes } = await read(source, path);
    expect(metadata[0]?.values).toEqual({
      title: "甲",
      disclosure: "主动公开",
      legalityReview: { number: "合审〔2024〕5号" },
    });
    expect(readerNotes).toEqual([]);
  });

  it.each([
    ["a salutation between the rules", "---\n各位代表：\n---\n正文。\n"],
    ["no keys between the rules", "---\n一段文字\n---\n正文。\n"],
    ["no second rule", "---\n标题: 甲\n正文。\n"],
    ["a rule further down", "正文。\n\n---\n\n标题: 甲\n\n---\n"],
  ])("is text if there is %s", async (_, source) => {
    const { metadata, blocks } = await read(source, path);
    expect(metadata).toEqual([]);
    expect(blocks.length).toBeGreaterThanOrEqual(2);
  });

  it("cannot swallow memory through aliases", async () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
      .split("")
      .map((key, index) => {
        const before = "abcdefg"[index];
        return `${key}: &${key} [${Array(10).fill(`*${before}`).join(",")}]\n`;
      })
      .join("")}---\n正文。\n`;
    const { blocks, readerNotes } = await read(bomb, path);
    expect(blocks.at(-1)?.text).toBe("正文。");
    expect(readerNotes).toHaveLength(1);
  });
});
