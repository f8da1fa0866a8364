import type { Segmenter } from "../../words/segmenter";
import { coreTitle, type FileCard, squeeze } from "../grouping";
import { fileStem } from "../roles";

/** Words that titles and companions have whatever they are about. */
const COMMON = new Set(
  (
    "关于 印发 转发 发布 公布 修订 进一步 加强 做好 开展 管理 工作 有关 若干 事项 暂行 试行 实施 推进 全面 " +
    "办法 规定 细则 规则 方案 意见 通知 通告 公告 决定 措施 规划 计划 条例 批复 报告 政策 文件 解读 材料 图解 一图 读懂 看懂 问答 " +
    "记者 怎么 如何 什么 合法性 合法 法制 审核 审查 意见书 起草 编制 制定 说明 情况 征求 征求意见 采纳 公平 竞争 附件 人民 政府 人民政府 办公室 办公厅"
  ).split(" "),
);
const FUNCTION_WORDS = new Set("的和与及或对在为等以由从到向将把被了是其并第一二三四五六七八九十");
const REGION = /^\p{Script=Han}{2,8}?(?:自治区|省|市|县|区|州|旗|镇|乡)/u;
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
  readonly #words = new Map<FileCard, ReadonlySet<string>>();
  readonly #byWord = new Map<string, FileCard[]>();
  /** The words by their first two characters. */
  readonly #starts = new Map<string, string[]>();

  constructor(
    readonly documents: readonly FileCard[],
    readonly segmenter: Segmenter,
  ) {
    for (const card of documents) {
      const words = this.#cut(coreTitle(card.title ?? fileStem(card.path)).replace(REGION, ""));
      this.#words.set(card, words);
      for (const word of words) {
        if (!this.#byWord.has(word)) push(this.#starts, word.slice(0, 2), word);
        push(this.#byWord, word, card);
      }
    }
  }

  /** @param subject the title that the companion gives its document, if it does. */
  match(companion: FileCard, subject: string | null): { card: FileCard; words: readonly string[] } | null {
    const name = subject ?? `${fileStem(companion.path)}\n${companion.title ?? ""}`;
    const own = this.#cut(name);
    const named = this.#knownIn(name);
    const known = subject === null ? new Set([...named, ...this.#knownIn(companion.opening)]) : named;
    const scored = [...(own.size > 0 ? named : known)]
      .flatMap((word) => this.#byWord.get(word) ?? [])
      .filter((card, index, all) => all.indexOf(card) === index)
      .filter(({ title }) => subject === null || lastWord(subject) === lastWord(coreTitle(title ?? "")))
      .map((card) => {
        const words = [...(this.#words.get(card) as ReadonlySet<string>)];
        const shared = words.filter((word) => known.has(word));
        const ofTitle = this.#weight(shared) / this.#weight(words);
        const title = squeeze(card.title ?? fileStem(card.path));
        // The same region proves nothing, another one much.
        const telling = [...own].filter((word) => word !== REGION.exec(title)?.[0]);
        const ofName = this.#weight(telling.filter((word) => title.includes(word))) / this.#weight(telling);
        return { card, words: shared, score: telling.length === 0 ? ofTitle : Math.min(ofTitle, ofName) };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best || best.score < (subject === null ? ENOUGH : ENOUGH_OF_TITLE)) return null;
    return second && second.score > best.score * CLEAR ? null : best;
  }

  /** The words of a text that tell what it is about. What the dictionary does not know comes in single characters: 采砂. */
  #cut(text: string): Set<string> {
    const words = new Set<string>();
    let unknown = "";
    for (const word of [...this.segmenter.cut(text), ""]) {
      if (/^\p{Script=Han}$/u.test(word) && !FUNCTION_WORDS.has(word)) {
        unknown += word;
        continue;
      }
      for (const whole of [unknown, word])
        if (/^\p{Script=Han}{2,}$/u.test(whole) && !COMMON.has(whole)) words.add(whole);
      unknown = "";
    }
    return words;
  }

  /** The words of titles that stand in a text. */
  #knownIn(text: string): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at + 2 <= text.length; at++)
      for (const word of this.#starts.get(text.slice(at, at + 2)) ?? [])
        if (text.startsWith(word, at)) found.add(word);
    return found;
  }

  /** A word that no title has weighs as one that a single title has. */
  #weight(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words)
      sum += Math.log((this.documents.length + 1) / (this.#byWord.get(word)?.length ?? 1));
    return sum;
  }
}

function push<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

/** 办法 and 条例 of the same matter are two documents. */
function lastWord(title: string): string {
  return title.replace(/[（(][^（()）]*[)）]|[\s《》]|的?(?:通知|公告)$/g, "").slice(-2);
}
