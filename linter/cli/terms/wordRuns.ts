import type { Jieba } from "./jieba";

/** A text with its name, as it comes from a folder. */
export interface NamedText {
  path: string;
  text: string;
}

/**
 * 词串: the words between two marks of punctuation, line ends or other than Han characters. `whole` is true when the
 * run is a line or an item of its own (an addressee, a signature), not part of a sentence.
 */
export interface WordRun {
  words: readonly string[];
  /** Index of the text it stands in. */
  text: number;
  whole: boolean;
}

/** Cuts texts into runs of words. Marks that cut a line are those of a list: a signature or addressee stands whole. */
export function readWordRuns(texts: readonly NamedText[], jieba: Pick<Jieba, "cut">): WordRun[] {
  const runs: WordRun[] = [];
  for (const [index, { text }] of texts.entries()) {
    for (const line of text.split(/\n/)) {
      const listed = !/[。；！？]/.test(line);
      for (const match of line.matchAll(/[\u4e00-\u9fff]+/g)) {
        const before = line.slice(0, match.index).trimEnd().at(-1);
        const after = line.slice(match.index + match[0].length).trimStart()[0];
        const whole =
          listed && (!before || "，、：".includes(before)) && (!after || "，、：:".includes(after));
        runs.push({ words: jieba.cut(match[0]), text: index, whole });
      }
    }
  }
  return runs;
}

/** Words that belong to no term: they tie, point or count. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "的 了 和 与 及 或 或者 以及 并 并且 在 对 对于 由 从 向 为 为了 是 有 把 将 被 让 使 按 按照 根据 依照 依据 经 以 于 等 等等 " +
    "其 其他 其它 该 本 此 这 那 这些 那些 各 每 某 有关 相关 上述 下列 以下 以上 不 不得 未 没有 应 应当 可 可以 能 必须 需 需要 " +
    "进行 予以 给予 加以 实行 做好 做 作 作为 通过 会同 同 跟 就 也 都 还 又 再 而 但 但是 如 如果 若 因 因为 所 所在 之 者 至 到 后 前 中 " +
    "内 外 上 下 时 的话 要 会 已 已经 正在 并由 报 报请 报送 请 抄送 主送 交 交由 送 会 商 协助 配合 联合 负责 牵头 属于 包括 涉及 " +
    "一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 第 年 月 日 号 条 款 项 章 节 个 名 次 家 件 种 元 万元 亿元 左右 以来 同时 " +
    "我 我们 你 他 她 它 他们 更 更加 最 较 很 全 多 少 无 非 则 即 且 并对 不断 进一步 加强 推进 推动 开展 促进 落实 完善 提高 提升 强化 加快 坚持 深化 健全 建立 建立健全 规定"
  ).split(" "),
);
