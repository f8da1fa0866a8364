import { Document, type Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Proposal, TermProposals } from "./propose";

/**
 * Writes proposals as YAML for a configuration's word lists: `organs` and `terms` are plain lists of words; counts and an
 * example stand as comments beside each, so that a person can strike out what is wrong.
 */
export function writeTermPack({ organs, terms }: TermProposals): string {
  const document = new Document(new YAMLMap());
  document.commentBefore = [
    " 由 gongwen-lint terms 从本单位文件中提出，只是建议：请逐条核对，删去不对的，再写进配置的 extends。",
    " 自定规则（patterns）写了 boundaries: true 的，分词时认得这些词。",
    " 每条后面是出现次数和文件数，上一行是一个用例。",
  ].join("\n");
  document.set("organs", wordList(document, organs));
  const newWords = wordList(
    document,
    terms.filter(({ kind }) => kind === "new"),
  );
  const keyWords = wordList(
    document,
    terms.filter(({ kind }) => kind === "key"),
  );
  newWords.commentBefore = " 词典里没有、文件里常用的词";
  if (keyWords.items[0]) {
    const first = keyWords.items[0] as Scalar;
    first.commentBefore = [" 词典里有、在这些文件里特别重要的词", first.commentBefore]
      .filter(Boolean)
      .join("\n");
  }
  newWords.items.push(...keyWords.items);
  document.set("terms", newWords);
  return document.toString({ lineWidth: 0 });
}

function wordList(document: Document, proposals: readonly Proposal[]): YAMLSeq {
  const list = new YAMLSeq();
  for (const { text, count, documents, examples } of proposals) {
    const item = document.createNode(text) as Scalar;
    item.comment = ` ${count} 次，${documents} 份文件`;
    if (examples[0])
      item.commentBefore = ` ${examples[0].sentence.replace(/\s+/g, " ")}（${examples[0].path}）`;
    list.items.push(item);
  }
  return list;
}
