import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import type { ConfiguredRule } from "../linter/engine/configure";
import type { Severity } from "../linter/engine/finding";
import { defineRule } from "../linter/engine/rule";
import remarkGongwen from "../linter/remarkPlugin";
import { testRegistry } from "./support/registry";

/** Reports 坏 wherever it stands, and proposes 好. */
const badWord = defineRule({
  id: "bad-word",
  title: "坏字",
  group: "style",
  severity: "error",
  basis: ["《示例规定》第一条"],
  description: "",
  examples: { good: [], bad: [] },
  defaults: {},
  *check({ document }) {
    for (const [block, { text }] of document.blocks.entries()) {
      const start = text.indexOf("坏");
      if (start < 0) continue;
      const place = { block, start, end: start + 1 };
      yield {
        place,
        message: "有坏字。",
        suggestions: ["改为“好”。"],
        fix: { safety: "safe", title: "改为“好”", edits: [{ place, text: "好" }] },
      };
    }
  },
});

/** Says the disclosure class it knows from metadata. */
const sayClass = defineRule({
  ...badWord,
  id: "say-class",
  *check({ facts }) {
    if (facts.metadata.disclosure) yield { message: facts.metadata.disclosure, suggestions: [] };
  },
});

const broken = defineRule({
  ...badWord,
  id: "broken",
  check() {
    throw new Error("断了");
  },
});

async function messagesOf(source: string, rule = badWord, severity: Severity = "error") {
  const rules: ConfiguredRule[] = [{ rule, severity, options: {} }];
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGongwen, { rules, laws: testRegistry() });
  const file = new VFile({ path: "草稿.md", value: source });
  await processor.run(processor.parse(file), file);
  return file.messages;
}

describe("remarkGongwen", () => {
  it("says findings as messages with exact places", async () => {
    const [message, ...others] = await messagesOf("# 标题\n\n- &amp;**坏**字\n");
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      reason: "有坏字。",
      ruleId: "bad-word",
      source: "gongwen-lint",
      fatal: true,
      actual: "坏",
      expected: ["好"],
      note: "改为“好”。\n依据：《示例规定》第一条",
      url: "docs/rules/bad-word.md",
      place: { start: { line: 3, column: 10, offset: 15 }, end: { line: 3, column: 11, offset: 16 } },
    });
  });

  const severities: [Severity, boolean | undefined][] = [
    ["error", true],
    ["warning", false],
    ["info", undefined],
  ];
  it.each(severities)("%s", async (severity, fatal) => {
    expect((await messagesOf("坏", badWord, severity)).map((message) => message.fatal)).toEqual([fatal]);
  });

  it("reads indented paragraphs of a tree that has them as code", async () => {
    const messages = await messagesOf("正文\n\n    坏\n");
    expect(messages.map(({ line, column }) => [line, column])).toEqual([[3, 5]]);
  });

  it("counts as remark does behind a byte order mark", async () => {
    const [message] = await messagesOf("\uFEFF甲坏");
    expect(message?.place).toMatchObject({ start: { line: 1, column: 2, offset: 1 } });
  });

  it("takes front matter as metadata, and says what it cannot take", async () => {
    const reasons = async (source: string) =>
      (await messagesOf(source, sayClass)).map(({ reason }) => reason);
    expect(await reasons("---\n公开属性: 依申请公开\n---\n# 甲\n")).toEqual(["依申请公开"]);
    expect(await reasons("---\n公开属性: 随便\n---\n# 甲\n")).toEqual([
      expect.stringContaining("第 2 行“公开属性”"),
    ]);
  });

  it("a rule that breaks is never taken for a clean document", async () => {
    const [message] = await messagesOf("甲", broken);
    expect(message).toMatchObject({ fatal: true, ruleId: "broken", reason: "规则没有检查完：断了" });
  });

  it("says nothing of a file without text", async () => {
    expect(await messagesOf("\n---\n")).toEqual([]);
  });
});
