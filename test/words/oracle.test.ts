import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_USER_WORDS, parseDictionary, readSourceDictionary } from "../../linter/words/build/source";
import { testSegmenter } from "../support/segmenter";

/**
 * The segmenter must give the cuts of nodejieba (cppjieba) with its hidden Markov model off. nodejieba is compiled on
 * installation; on a machine without a C++ compiler set GONGWEN_WITHOUT_NODEJIEBA=1, and jieba-rs, an
 * independent implementation, is the oracle over the same dictionary.
 */
interface Oracle {
  cut(text: string): string[];
}

const WITHOUT_NODEJIEBA = process.env.GONGWEN_WITHOUT_NODEJIEBA === "1";

let oracle: Oracle;
beforeAll(async () => {
  oracle = WITHOUT_NODEJIEBA ? await openJiebaRs() : openNodejieba();
});

const require = createRequire(import.meta.url);

interface Nodejieba extends Oracle {
  insertWord(word: string): void;
  dictionary: string;
}

function openNodejieba(): Nodejieba {
  let nodejieba: typeof import("nodejieba") & { DEFAULT_DICT: string };
  try {
    nodejieba = require("nodejieba");
    // A path that does not exist would abort the process.
    if (!existsSync(nodejieba.DEFAULT_DICT)) throw new Error(`${nodejieba.DEFAULT_DICT} is missing`);
    nodejieba.load();
  } catch (error) {
    throw new Error(
      "nodejieba cannot be loaded, so nothing proves the segmenter's cuts. Install it (npm rebuild nodejieba; needs " +
        "python3, make, g++), or set GONGWEN_WITHOUT_NODEJIEBA=1 where there is no compiler.",
      { cause: error },
    );
  }
  return {
    cut: (text) => nodejieba.cut(text, false),
    insertWord: (word) => nodejieba.insertWord(word),
    dictionary: readFileSync(nodejieba.DEFAULT_DICT, "utf8"),
  };
}

async function openJiebaRs(): Promise<Oracle> {
  const { Jieba } = await import("@node-rs/jieba");
  const words = [...readSourceDictionary(), ...DEFAULT_USER_WORDS];
  const jieba = Jieba.withDict(
    Buffer.from(words.map(([word, frequency]) => `${word} ${frequency} n\n`).join("")),
  );
  return { cut: (text) => jieba.cut(text, false) };
}

/** Every run of Han characters in the examples and the law titles, whatever the files' form, each once. */
function readRuns(): string[] {
  const runs = new Set<string>(PROSE.match(/[\u4e00-\u9fff]+/g));
  const root = join(import.meta.dirname, "../..");
  for (const folder of ["examples", "rules/laws/data"]) {
    if (!existsSync(join(root, folder))) continue;
    for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !/\.(md|txt|html|ya?ml|jsonl?|csv)$/.test(file.name)) continue;
      const text = readFileSync(join(file.parentPath, file.name), "utf8");
      for (const run of text.match(/[\u4e00-\u9fff]+/g) ?? []) runs.add(run);
    }
  }
  return [...runs];
}

/** Sequences of dictionary words drawn by a fixed rule: far more ambiguous than prose. */
function drawSequences(count: number): string[] {
  const words = [...readSourceDictionary().keys()].filter((word) => /^[\u4e00-\u9fff]+$/.test(word));
  let state = 20180516;
  const draw = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return words[(state >>> 8) % words.length];
  };
  return Array.from({ length: count }, () => Array.from({ length: 6 }, draw).join(""));
}

function differences(texts: readonly string[]): string[] {
  const segmenter = testSegmenter();
  return texts.flatMap((text) => {
    const [own, expected] = [segmenter.cut(text).join("/"), oracle.cut(text).join("/")];
    return own === expected ? [] : [`${own} ≠ ${expected}`];
  });
}

describe("the oracle", () => {
  it("gives the same cuts on every run of Han characters in examples and law titles", () => {
    const runs = readRuns();
    expect(runs.length).toBeGreaterThan(40);
    expect(differences(runs)).toEqual([]);
  });

  it("gives the same cuts on 20,000 sequences of dictionary words", () => {
    expect(differences(drawSequences(20_000))).toEqual([]);
  });
});

// What only nodejieba can prove: jieba-rs is given our dictionary and weighs added words by another rule.
if (!WITHOUT_NODEJIEBA) {
  describe("nodejieba", () => {
    it("has the same dictionary, word by word", () => {
      expect(readSourceDictionary()).toEqual(parseDictionary(openNodejieba().dictionary));
    });

    it("treats user words alike", () => {
      const words = ["双重预防机制", "放管服", "一件事一次办", "规范性文件", "地方性", "件合法"];
      const texts = words.flatMap((word) => [word, `健全${word}改革`, `推进${word}合法性审核`]);
      const nodejieba = openNodejieba();
      for (const word of words) nodejieba.insertWord(word);
      const own = testSegmenter().withWords(words);
      for (const text of texts) expect(own.cut(text)).toEqual(nodejieba.cut(text));
    });
  });
}

const PROSE = `
各乡镇人民政府、街道办事处，县直各单位：为进一步规范行政规范性文件的制定和管理，维护法制统一，保障公民、法人和其他组织的
合法权益，根据有关法律法规，结合本县实际，制定本办法。行政机关内部执行的管理规范、工作制度、机构编制、会议纪要、工作方案、
请示报告及表彰奖惩、人事任免等文件，不适用本办法。起草单位应当对制定文件的必要性、可行性、合法性进行评估论证，征求意见期限
一般不少于三十日。未经合法性审核或者经审核不合法的，不得提交集体审议。公司法人依照公司法和章程行使职权，合同法律关系以合同
文本为准；法制办法定代表人与行政法规的立法解释权限各有不同。县市场监督管理局会同县卫生健康局、县农业农村局负责本行政区域内
食品小作坊的监督检查。研究生命起源的人说乒乓球拍卖完了，南京市长江大桥上的结婚的和尚未结婚的都要登记。
`;
