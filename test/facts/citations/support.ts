import type { ArticleReference, BlockFacts, CitationMention } from "../../../linter/facts/blockFacts";
import { recogniseCitations } from "../../../linter/facts/citations";
import type { LawLexicon } from "../../../linter/facts/laws";

const NAMES = new Set(
  (
    "宪法 刑法 公司法 合同法 民法典 民法通则 婚姻法 继承法 担保法 物权法 刑事诉讼法 民事诉讼法 行政诉讼法 安全生产法 消防法 " +
    "企业所得税法 个人所得税法 渔业法 食品安全法 食品安全法实施条例 信访条例 政府信息公开条例 外商投资法"
  ).split(" "),
);
const STATE = "中华人民共和国";

/** A lexicon of a few names, so that these tests do not hang on the registry's data. */
export const lexicon: LawLexicon = {
  nameEndingAt(text, end) {
    for (let start = Math.max(0, end - 12); start < end; start++) {
      if (!NAMES.has(text.slice(start, end))) continue;
      return text.endsWith(STATE, start) || text.slice(Math.max(0, start - 7), start) === STATE
        ? start - 7
        : start;
    }
    return -1;
  },
};

export function cite(text: string): CitationMention[] {
  return recogniseCitations(text, lexicon);
}

/** The quoted words of each mention. */
export function quotes(text: string): string[] {
  return cite(text).map((mention) => text.slice(mention.start, mention.end));
}

/** The only mention of a text. */
export function one(text: string): CitationMention {
  const mentions = cite(text);
  if (mentions.length !== 1)
    throw new Error(`${mentions.length} mentions in ${text}: ${quotes(text).join(" | ")}`);
  return mentions[0] as CitationMention;
}

/** Short form of references: 38.1(2) is 第三十八条第一款第（二）项, 12~15 a range, 120-1 is 第一百二十条之一. */
export function short(articles: readonly ArticleReference[]): string {
  return articles
    .map(({ article, suffix, paragraph, item, to }) =>
      [
        article,
        suffix === null ? "" : `-${suffix}`,
        paragraph === null ? "" : `.${paragraph}`,
        item === null ? "" : `(${item})`,
        to === null ? "" : `~${to}`,
      ].join(""),
    )
    .join(" ");
}

/** Facts of blocks of which only the citations matter. */
export function blocksOf(...texts: string[]): BlockFacts[] {
  return texts.map((text) => ({
    citations: cite(text),
    numbers: [],
    dates: [],
    disclosure: [],
    review: [],
    interpretation: [],
    signals: [],
    shape: {
      numbering: null,
      addressee: false,
      attachment: false,
      dateLine: false,
      note: false,
      titleKind: null,
    },
  }));
}
