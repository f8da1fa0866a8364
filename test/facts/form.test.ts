import { describe, expect, it } from "vitest";
import type { Block } from "../../linter/document/block";
import { collectBlockFacts, collectDocumentFacts } from "../../linter/facts/collect";
import { missingDisclosure } from "../../rules/disclosure/missing-disclosure";
import { readDraft, reportsOf } from "../support/draft";
import { testRegistry } from "../support/registry";

/** What is filled into a permit, its printed words being a picture; from is where one line stands in the middle. */
const FILLED = [
  "松河新区水厂迁建工程（一期）",
  "2024-371199-76-01-004412",
  "松河水务发展有限公司",
  "松河市发展和改革局关于水厂迁建工程可行性研究",
  "报告的批复（松发改投[2024]88号）",
  "松河新区滨河街道北岸村，水厂",
  "371199202400088　路西侧",
  "总规模1.2034公顷，其中建设用地1.2034公",
  "松河市自然资源局",
  "2024年08月23日",
];
const PERMIT = `中华人民共和国
建设用地规划许可证
地字第371199202400088号
根据《中华人民共和国土地管理法》第四十四条规定，经审核，本用地项目符合国土空间规划和用途管制要求，颁发此证。
松河市自然资源局
2024年8月23日`;
const NOTICE = `松河市自然资源局
关于换发建设用地规划许可证的通知
各县自然资源局：
请于年底前换发建设用地规划许可证。
松河市自然资源局
2024年8月23日`;

const disclosure = (text: string) => reportsOf(missingDisclosure, { text }).length;

describe("a certificate or form is no official document", () => {
  it.each([
    ["what is filled into a permit", FILLED.join("\n")],
    ["a permit with its printed words", PERMIT],
    [
      "a form",
      "松河市人民政府办公室\n公文处理单\n来文单位　松河县人民政府\n拟办意见　请市财政局研究。\n2024年8月23日",
    ],
    [
      "a copy",
      "食品经营许可证（副本）\n经营者名称　松河便民超市\n有效期至2029年8月22日。\n松河市市场监督管理局\n2024年8月23日",
    ],
  ])("%s owes no class of disclosure", (_, text) => {
    expect(readDraft({ text }).facts.scope).toBe("other");
    expect(disclosure(text)).toBe(0);
  });

  it.each([
    ["a notice about permits", NOTICE],
    ["a text of no kind with an addressee", NOTICE.replace("的通知", "一事")],
    [
      "a text of no kind with prose",
      "松河市水厂迁建工程安排\n请各单位按时完成迁建。\n松河市人民政府\n2024年8月23日",
    ],
    [
      "a list of no kind",
      "松河市水厂迁建工程安排\n一、迁建范围\n二、迁建时间\n松河市人民政府\n2024年8月23日",
    ],
    [
      "rules for a form",
      "松河市公文处理单填写办法\n第一条　各科室应当填写公文处理单。\n松河市人民政府\n2024年8月23日",
    ],
  ])("%s still owes it", (_, text) => {
    expect(readDraft({ text }).facts.scope).toBe("official");
    expect(disclosure(text)).toBe(1);
  });
});

describe("the title of a text without prose", () => {
  const titleOf = (lines: readonly string[], centred: number, role: Block["role"] = "paragraph") => {
    const { lexicon } = testRegistry();
    const blocks = lines.map(
      (text, i): Block => ({
        id: `${i}`,
        version: 1,
        text,
        role: i === centred ? role : "paragraph",
        align: i === centred && role === "paragraph" ? "center" : undefined,
        origin: { kind: "plain" },
      }),
    );
    const document = { path: "证.ofd", format: "ofd", blocks, metadata: [], readerNotes: [] } as const;
    const facts = blocks.map(({ text }) => collectBlockFacts(text, lexicon));
    return collectDocumentFacts(document, facts).elements.title?.value ?? null;
  };

  it("is not guessed from a line that only stands in the middle", () => {
    expect(titleOf(FILLED, 6)).toBeNull();
  });

  it("is what the text itself calls a heading, what stands first, or what has prose below", () => {
    expect(titleOf(FILLED, 6, "heading")).toBe("371199202400088路西侧");
    expect(titleOf(["水厂迁建工程一览", "松河水务发展有限公司", "2024年08月23日"], 0)).toBe(
      "水厂迁建工程一览",
    );
    expect(titleOf([...FILLED, "颁发此证。"], 6)).toBe("371199202400088路西侧");
  });
});
