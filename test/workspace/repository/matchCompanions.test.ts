import { describe, expect, it } from "vitest";
import type { FileCard } from "../../../linter/workspace/grouping";
import { CompanionMatcher } from "../../../linter/workspace/repository/matchCompanions";
import { testSegmenter } from "../../support/segmenter";

function card(path: string, title: string | null, more: Partial<FileCard> = {}): FileCard {
  return { path, title, kind: null, docNumber: null, scope: "official", opening: title ?? "", ...more };
}

const DOCUMENTS = [
  card("文件/1.md", "云溪县人民政府关于印发《云溪县犬只管理办法》的通知", { docNumber: "云政发〔2026〕3号" }),
  card("文件/2.md", "云溪县人民政府关于加强河道采砂管理的通知", { docNumber: "云政发〔2026〕4号" }),
  card("文件/3.md", "云溪县城市户外广告设施管理办法", { docNumber: "云政规〔2026〕1号" }),
  card("文件/4.md", "云溪县养老服务补贴办法"),
  card("文件/5.md", "云溪县人民政府关于做好冬季供暖工作的通知"),
];

function match(companion: FileCard) {
  return new CompanionMatcher(DOCUMENTS, testSegmenter).match(companion);
}

describe("a companion goes for certain with", () => {
  it.each([
    ["the title in its own", card("解读/甲.md", "《云溪县犬只管理办法》政策解读"), "文件/1.md", "标题"],
    ["the number in its file name", card("解读/云政发[2026]4号解读.md", null), "文件/2.md", "文号"],
    [
      "the one document it opens with",
      card("解读/解读.md", "政策解读", {
        opening: "政策解读　为落实《云溪县养老服务补贴办法》，现解读如下。",
      }),
      "文件/4.md",
      "标题",
    ],
  ])("%s", (_, companion, document, by) => {
    const found = match(companion);
    expect(found).toMatchObject({ document, sure: "certain" });
    expect(found?.because).toContain(by);
  });
});

describe("a companion goes probably with", () => {
  it("the first of several documents that it opens with", () => {
    const opening = "对《云溪县养老服务补贴办法》的审核意见。依据云政规〔2026〕1号审核。";
    expect(match(card("审核意见.md", "合法性审核意见书", { opening }))).toMatchObject({
      document: "文件/4.md",
      sure: "probable",
    });
  });

  it("the document whose key words it has", () => {
    expect(match(card("解读/户外广告怎么管.md", "户外广告设施政策解读"))).toMatchObject({
      document: "文件/3.md",
      sure: "probable",
      because: expect.stringContaining("户外广告"),
    });
    expect(match(card("解读/采砂怎么管.md", "河道采砂政策解读"))?.document).toBe("文件/2.md");
    const opening = "一、起草背景。近年来河道无序采砂时有发生。二、主要内容。禁止在河道保护区采砂。";
    expect(match(card("解读/解读.md", "政策解读", { opening }))?.document).toBe("文件/2.md");
  });
});

describe("a companion stays without a document", () => {
  it.each([
    ["of another kind", card("a.md", "《云溪县养老服务条例》解读")],
    ["with a longer title", card("a.md", "《云溪县养老服务办法》解读")],
    ["of another matter", card("a.md", "《云溪县校车安全管理办法》解读")],
    ["that shares only what all titles say", card("管理办法解读.md", "管理办法政策解读")],
    [
      "that names another and mentions one",
      card("a.md", "《云溪县校车安全办法》解读", { opening: "与云政发〔2026〕3号衔接。" }),
    ],
  ])("when it is about one %s", (_, companion) => {
    expect(match(companion)).toBeNull();
  });

  it("when two documents have its key words alike", () => {
    const twins = [card("1.md", "云溪县犬只饲养登记办法"), card("2.md", "云溪县犬只饲养收费办法")];
    const matcher = new CompanionMatcher(twins, testSegmenter);
    expect(matcher.match(card("犬只饲养解读.md", "犬只饲养政策解读"))).toBeNull();
  });
});
