import { existsSync } from "node:fs";

/** What the proposals need of nodejieba. */
export interface Jieba {
  /** Words of `text`, hidden Markov model off. */
  cut(text: string): string[];
  /** Part of speech of one word, in jieba's letters. */
  tag(word: string): string;
  /** The key words of `text` by term frequency and inverse document frequency, best first. */
  extract(text: string, limit: number): { word: string; weight: number }[];
}

/**
 * Loads nodejieba with its own dictionaries (about 3 s, 240 MB). Imported only here, and only when terms are asked for:
 * it is an optional dependency.
 * @throws Error with a Chinese message if it is not installed or not whole.
 */
export async function loadJieba(): Promise<Jieba> {
  let nodejieba: typeof import("nodejieba");
  try {
    nodejieba = (await import("nodejieba")).default as typeof import("nodejieba");
  } catch (cause) {
    throw new Error(
      "提取术语需要 nodejieba，这台机器上没有装好。请运行 npm install nodejieba（需要 python3、make、g++；若 npm 提示 npx canceled，" +
        "先在 .npmrc 里写上 yes=true）。其他命令不需要它。",
      { cause },
    );
  }
  // The native code aborts the whole process on a dictionary that is not there.
  const paths = Object.entries(nodejieba).filter(([name]) => /^DEFAULT_.*DICT$/.test(name));
  for (const [, path] of paths) {
    if (!existsSync(String(path))) throw new Error(`nodejieba 的词典不在了：${path}。请重新安装 nodejieba。`);
  }
  nodejieba.load();
  return {
    cut: (text) => nodejieba.cut(text, false),
    tag: (word) => nodejieba.tag(word)[0]?.tag ?? "",
    extract: (text, limit) => nodejieba.extract(text, limit),
  };
}
