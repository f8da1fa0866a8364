import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Jieba } from "../../../linter/cli/terms/jieba";
import { loadJieba } from "../../../linter/cli/terms/jieba";
import { findNewWords } from "../../../linter/cli/terms/newWords";
import { writeTermPack } from "../../../linter/cli/terms/pack";
import { proposeTerms } from "../../../linter/cli/terms/propose";
import { testSegmenter } from "../../support/segmenter";

/** Documents of a made-up county with its own organs and terms. */
const TEXTS = [
  `青溪县人民政府办公室文件
各乡镇人民政府，县城市管理执法局，县古桥保护中心：
为推进廊桥长制，压实廊桥长责任，县古桥保护中心会同县文物局建立廊桥长制台账。廊桥长制实行县乡村三级联动，由县古桥保护中心考核。
青溪县人民政府办公室`,
  `关于廊桥长制落实情况的通报
廊桥长制运行一年来，各地廊桥长履职到位，县古桥保护中心按季度通报。请县城市管理执法局配合廊桥长制巡查，古桥保护中心负责汇总。
青溪县人民政府办公室`,
  `廊桥长制考核办法
第一条 为规范廊桥长制考核，制定本办法。考核由县古桥保护中心组织，廊桥长制成效纳入考核。廊桥长制考核结果报青溪县人民政府办公室备案。`,
  // Other matters, so that the terms stand out against something.
  Array.from(
    { length: 40 },
    (_, day) => `第${day}号简报：小麦返青、河水解冻、学校开学、商店营业、道路畅通、天气转晴。`,
  ).join("\n"),
].map((text, index) => ({ path: `文件${index + 1}.txt`, text }));

// The proposals' own logic is tested on any machine, with the segmenter of the project and made-up tags.
const jieba: Jieba = {
  cut: (text) => testSegmenter().cut(text),
  tag: (word) => (["报", "由", "请"].includes(word) ? "v" : "n"),
  extract: () => [{ word: "考核", weight: 70 }],
};

describe("proposeTerms", () => {
  const proposals = proposeTerms(TEXTS, jieba);

  it("finds organs as the documents write them", () => {
    const names = proposals.organs.map(({ text }) => text);
    expect(names).toContain("青溪县人民政府办公室");
    expect(names).toContain("县古桥保护中心");
    expect(names).toContain("县城市管理执法局");
    expect(names).not.toContain("各乡镇人民政府");
    expect(names).not.toContain("廊桥长制");
  });

  it("finds words the dictionary lacks, counted, with sentences that show them", () => {
    const term = proposals.terms.find(({ text }) => text.startsWith("廊桥长"));
    expect(term).toMatchObject({ kind: "new", documents: 3 });
    expect(term?.count).toBeGreaterThan(6);
    for (const { sentence } of term?.examples ?? []) expect(sentence).toContain(term?.text);
    expect(term?.examples).toHaveLength(2);
  });

  it("writes a pack that reads back as plain lists", () => {
    const pack = writeTermPack(proposals);
    expect(parse(pack)).toEqual({
      organs: proposals.organs.map(({ text }) => text),
      terms: proposals.terms.map(({ text }) => text),
    });
    expect(pack).toMatch(/青溪县人民政府办公室 # 4 次，3 份文件/);
  });

  it("proposes nothing from nothing", () => {
    expect(proposeTerms([], jieba)).toEqual({ organs: [], terms: [] });
    expect(parse(writeTermPack({ organs: [], terms: [] }))).toEqual({ organs: [], terms: [] });
  });
});

describe("findNewWords", () => {
  const run = (...words: string[]) => ({ words, text: 0, whole: false });

  it("asks for cohesion and for freedom on both sides", () => {
    const runs = [];
    for (const other of ["甲村", "乙村", "丙村", "丁村"]) {
      runs.push(
        run(other, "廊桥", "长制", `${other}里`),
        run("的", "廊子", "长廊", other),
        run(other, "散", "词"),
      );
    }
    for (let index = 0; index < 60; index++) runs.push(run("散"), run("词"), run(`填充${index}`));
    expect(findNewWords(runs, { count: 3, cohesion: 4 }).map(({ text }) => text)).toEqual(["廊桥长制"]);
  });
});

// The native engine itself; without a compiler GONGWEN_WITHOUT_NODEJIEBA=1 says that it cannot be here.
if (process.env.GONGWEN_WITHOUT_NODEJIEBA !== "1") {
  describe("loadJieba", () => {
    let native: Jieba;
    beforeAll(async () => {
      native = await loadJieba();
    });

    it("cuts, tags and extracts", () => {
      expect(native.cut("合同法律关系")).toEqual(["合同", "法律", "关系"]);
      expect(native.tag("负责")).toBe("v");
      expect(native.extract(TEXTS[2]?.text ?? "", 3).map(({ word }) => word)).toContain("考核");
    });

    it("serves proposals", () => {
      expect(proposeTerms(TEXTS, native).organs.map(({ text }) => text)).toContain("县古桥保护中心");
    });
  });
}
