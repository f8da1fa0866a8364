import type { ReviewStatement } from "./blockFacts";
import { recogniseDates } from "./dates";
import { recogniseNumbers } from "./documentNumbers";
import { reviewOrgan } from "./review/organ";
import { reviewResult, tellsCorrection } from "./review/result";
import { judgeSentence, REVIEWED_BY, TOPIC } from "./review/standing";
import { type Sentence, sentencesOf } from "./sentences";

/** 经审核，该办法……符合法律规定: the verdict of an opinion in its own words. Names the draft and the law. */
const VERDICT =
  /^(?:[^，。；：]{0,12}[，：:])?(?:经|综上[^，]{0,6}，经?)(?:我局|本局|我办|本办|我科|本机关|依法|认真)*(?:审核|审查|研究)(?:认为)?[，,：:].{0,80}?(?:《[^》]+》|该|本(?:规范性)?文件|送审稿|草案|文件|制定主体|内容).*?(?:符合|合法|违反|抵触|不一致|超越|存在|修改)/;
const LAW_NAMED = /法律|法规|规章|上位法|合法|规定|权限|问题/;

/**
 * What one block says of the legality review (合法性审核, 合法性审查, 法制审核), one statement a sentence, told apart by
 * whether it took place or is only asked for. A sentence that names the review nowhere is none.
 */
export function recogniseReview(text: string): ReviewStatement[] {
  if (!text.includes("审") && !text.includes("合法性")) return [];
  if (!TOPIC.test(text) && !REVIEWED_BY.test(text) && !/经[^，。；]{0,8}(?:审核|审查|研究)/.test(text))
    return [];
  const sentences = sentencesOf(text);
  const statements: ReviewStatement[] = [];
  sentences.forEach((sentence, i) => {
    const statement = read(sentence, sentences[i + 1]?.text ?? "");
    if (statement) statements.push(statement);
  });
  return statements;
}

/** `next`: the sentence behind, which often carries the result: “……审核。审核认为，……符合……”. */
function read({ text, start, end }: Sentence, next: string): ReviewStatement | null {
  const named = TOPIC.exec(text);
  const verdict = VERDICT.test(text) && LAW_NAMED.test(text);
  const topic = named ?? REVIEWED_BY.exec(text);
  if (!topic && !verdict) return null;
  const number = recogniseNumbers(text).find(
    ({ form, organ }) => form === "document" && /审|核|合法|法制|司函/.test(organ ?? ""),
  );
  let { standing, substitute } = judgeSentence(text, number !== undefined);
  if (verdict && standing !== "negative" && !/应当|不得|须|的，(?:发给|准予|予以)/.test(text))
    standing = "evidence";
  // A review named only by its organ says nothing unless it took place (or was replaced).
  if (!named && standing !== "evidence" && substitute === null) return null;
  const told = standing === "evidence";
  const continued = /认为|意见|结论|建议|存在|同意|但/.test(next.slice(0, 12)) ? next : "";
  return {
    start,
    end,
    standing,
    organ: told || substitute ? reviewOrgan(text) : null,
    number: number?.standard ?? null,
    date: told ? reviewDate(text, topic ? topic.index + topic[0].length : 0) : null,
    result: told ? (reviewResult(text) ?? (continued ? reviewResult(continued) : null)) : null,
    corrected: told && (tellsCorrection(text) || tellsCorrection(continued)),
    substitute,
  };
}

/** The date before the review, or in brackets or before 出具 right behind it; later dates belong to meetings. */
function reviewDate(text: string, topicEnd: number): string | null {
  const dates = recogniseDates(text).filter(({ complete }) => complete);
  const before = dates.filter((date) => date.end <= topicEnd).at(-1);
  if (before) return before.iso;
  const behind = dates.find(
    ({ start, end }) =>
      start - topicEnd < 40 && /^[^，。]{0,8}(?:出具|作出|完成|审核|审查|[）)])/.test(text.slice(end)),
  );
  return behind?.iso ?? null;
}
