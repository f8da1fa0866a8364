import type { Segmenter } from "../../words/segmenter";
import { coreTitle, type FileCard } from "../grouping";
import { fileStem } from "../roles";

/** Words that titles and companions have whatever they are about. */
const COMMON = new Set(
  (
    "关于 印发 转发 发布 公布 修订 进一步 加强 做好 开展 管理 工作 有关 若干 事项 暂行 试行 实施 推进 全面 " +
    "办法 规定 细则 规则 方案 意见 通知 通告 公告 决定 措施 规划 计划 条例 批复 报告 政策 文件 解读 材料 图解 一图 读懂 看懂 问答 " +
    "记者 合法性 合法 法制 审核 审查 意见书 起草 编制 制定 说明 情况 征求 征求意见 采纳 公平 竞争 附件 人民 政府 人民政府 办公室 办公厅"
  ).split(" "),
);
/** How much of a title's words, by weight, has to be found. */
const ENOUGH = 0.6;
/** The same where the companion itself gives the title of its document. */
const ENOUGH_OF_TITLE = 0.8;
/** The second best has to stay below this part of the best. */
const CLEAR = 0.7;

/**
 * 关键词: finds the document whose title has the words of a companion, by their weight: the fewer titles of the repository
 * have a word, the more it tells.
 */
export class KeyWords {
  readonly #words: ReadonlyMap<FileCard, ReadonlySet<string>>;
  readonly #byWord = new Map<string, FileCard[]>();

  constructor(
    readonly documents: readonly FileCard[],
    readonly segmenter: Segmenter,
  ) {
    this.#words = new Map(
      documents.map((card) => [card, this.#wordsOf(coreTitle(card.title ?? fileStem(card.path)))]),
    );
    for (const [card, words] of this.#words)
      for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), card]);
  }

  /** @param subject the title that the companion gives its document, if it does. */
  match(companion: FileCard, subject: string | null): { card: FileCard; words: readonly string[] } | null {
    const own = this.#wordsOf(subject ?? `${fileStem(companion.path)}\n${companion.title ?? ""}`);
    const all = subject === null ? new Set([...own, ...this.#wordsOf(companion.opening)]) : own;
    const candidates = new Set(
      [...(own.size > 0 ? own : all)].flatMap((word) => this.#byWord.get(word) ?? []),
    );
    const scored = [...candidates]
      .filter(({ title }) => subject === null || lastWord(subject) === lastWord(coreTitle(title ?? "")))
      .map((card) => {
        const words = this.#words.get(card) as ReadonlySet<string>;
        const shared = [...words].filter((word) => all.has(word));
        const score = this.#weight(shared) / this.#weight(words);
        const about =
          own.size === 0 ? 1 : this.#weight([...own].filter((word) => words.has(word))) / this.#weight(own);
        return { card, words: shared, score: Math.min(score, about) };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best || best.score < (subject === null ? ENOUGH : ENOUGH_OF_TITLE)) return null;
    return second && second.score > best.score * CLEAR ? null : best;
  }

  #wordsOf(text: string): Set<string> {
    return new Set(
      this.segmenter.cut(text).filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && !COMMON.has(word)),
    );
  }

  /** A word that no title has weighs as one that a single title has. */
  #weight(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words)
      sum += Math.log((this.documents.length + 1) / (this.#byWord.get(word)?.length ?? 1));
    return sum;
  }
}

/** 办法 and 条例 of the same matter are two documents. */
function lastWord(title: string): string {
  return title.replace(/[（(][^（()）]*[)）]|[\s《》]|的?(?:通知|公告)$/g, "").slice(-2);
}
