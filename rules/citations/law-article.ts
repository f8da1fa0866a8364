import type { Place } from "../../linter/document/place";
import type { Fix, Report, Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { ArticleReference } from "../../linter/facts/blockFacts";
import type { Law, LawVersion } from "../../linter/facts/laws";
import { DRAFTING, NORMATIVE_DOCUMENTS } from "./basis";
import { citationsInUse, type KnownCitation } from "./knownCitations";
import { notedVersion } from "./versions";
import { articleInWords, asKnown, inMarks, inWords, versionInWords } from "./wording";

export const lawArticle = defineRule({
  id: "law-article",
  title: "引用的条文不存在或者已经移位",
  group: "citations",
  severity: "error",
  basis: [DRAFTING, NORMATIVE_DOCUMENTS],
  description: [
    "引用的条文序号大于该法律法规的条数（有版本附注的按附注的版本，没有的按判断日的现行文本）；或者本件成文以后法律作了重新编号的" +
      "修订，当时的条文在现行文本里已经是另一条。新旧序号有对照的一并写出。",
    "条数没有收录、版本对不上的不报。条文序号没有超出的，不猜测是不是按旧文本写的。条文序号超出而数据可靠的是错误，其他的是警告。" +
      "“第一百二十条之一”按第一百二十条看待。已废止的法律法规不再核对条文。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "条文在条数之内",
        text: "# 松河县行政复议规定\n\n第三条 依照《中华人民共和国行政复议法》第九十条、刑法第一百二十条之一办理。\n",
      },
      {
        title: "附注写明旧版本的，按旧版本的条数；自己的条文不管",
        text: "# 松河县公司登记规定\n\n第三条 依照《中华人民共和国公司法》（2018年修正）第二百一十八条和本规定第九十九条办理。\n",
      },
    ],
    bad: [
      {
        title: "行政复议法只有90条",
        text: "# 松河县行政复议规定\n\n第三条 依照《中华人民共和国行政复议法》第九十五条办理。\n",
        quotes: ["第九十五条"],
      },
      {
        title: "成文以后行政复议法重新编号，原第五条现为第十条",
        text: "---\n成文日期: 2019-05-20\n---\n\n# 松河县行政复议规定\n\n第三条 依照《中华人民共和国行政复议法》第五条办理。\n",
        quotes: ["第五条"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    for (const known of citationsInUse(context)) {
      const { citation, law, state } = known;
      if (citation.articles.length === 0 || state.status !== "in-force") continue;
      const bound = bindingVersion(known);
      if (!bound) continue;
      const last = bound.articles;
      const beyond = citation.articles.filter(
        ({ article, to }) => last !== null && Math.max(article, to ?? 0) > last,
      );
      if (beyond.length > 0) {
        yield beyondLast(context, known, bound, beyond);
        continue;
      }
      const then = versionThen(context, known, bound);
      const moved = then
        ? citation.articles.filter(({ article }) => isMoved(context, law, article, then, bound))
        : [];
      if (then && moved.length > 0) yield movedSince(context, known, then, bound, moved);
    }
  },
});

/** The text whose articles are meant: that of the version note, else the one in force on the date. */
function bindingVersion({ citation, law, state }: KnownCitation): LawVersion | null {
  if (citation.versionNote === null && citation.refersToVersion === null) return state.current;
  return notedVersion(citation, law)?.version ?? null;
}

/** The older text the document was written on, when it was written on one and names no version. */
function versionThen(context: RuleContext<object>, known: KnownCitation, now: LawVersion): LawVersion | null {
  const { citation, law } = known;
  const written = context.facts.elements.date?.value ?? context.facts.metadata.date ?? null;
  if (citation.refersToVersion !== null || written === null || written >= context.asOf.date) return null;
  const then = context.laws.state(law, written).current;
  return then && then !== now ? then : null;
}

function isMoved(
  { laws }: RuleContext<object>,
  law: Law,
  article: number,
  from: LawVersion,
  to: LawVersion,
): boolean {
  const now = laws.movedArticle(law, article, from, to);
  return now !== null && now !== article;
}

function beyondLast(
  context: RuleContext<object>,
  { citation, law }: KnownCitation,
  bound: LawVersion,
  beyond: readonly ArticleReference[],
): Report {
  const written = beyond.map(({ text }) => text).join("、");
  const { upcoming } = context.laws.state(law, context.asOf.date);
  const coming = beyond.every(({ article }) => article <= (upcoming?.articles ?? 0))
    ? upcoming?.effective
    : null;
  const older = law.versions.findLast((version) =>
    beyond.every(({ article }) => isMoved(context, law, article, version, bound)),
  );
  return {
    place: articlesPlace(citation.block, beyond),
    severity: severityOf(law, context.asOf.date),
    message: `${asKnown(law, context.asOf.date)}${inMarks(law)}（${versionInWords(bound)}）共${bound.articles}条，没有${written}${coming ? `；${inWords(coming)}起施行的新文本才有` : ""}。`,
    suggestions: [
      older
        ? `核对条文：${movesInWords(context, law, beyond, older, bound)}。`
        : "对照现行文本核对条文序号；按旧文本引用的，改为现行文本的序号。",
    ],
    fix: older ? newArticles(context, citation.block, law, beyond, older, bound) : null,
  };
}

function movedSince(
  context: RuleContext<object>,
  { citation, law }: KnownCitation,
  then: LawVersion,
  now: LawVersion,
  moved: readonly ArticleReference[],
): Report {
  const since = now.effective ?? now.adopted;
  return {
    place: articlesPlace(citation.block, moved),
    severity: "warning",
    message: `${inMarks(law)}在本件成文以后重新编号（${versionInWords(now)}${since ? `，自${inWords(since)}起施行` : ""}）：${movesInWords(context, law, moved, then, now)}。`,
    suggestions: ["按现行文本改写条文序号，并核对内容是否有变。"],
    fix: newArticles(context, citation.block, law, moved, then, now),
  };
}

/** “2017年修正的第五条现为第十条” */
function movesInWords(
  { laws }: RuleContext<object>,
  law: Law,
  references: readonly ArticleReference[],
  from: LawVersion,
  to: LawVersion,
): string {
  const articles = [...new Set(references.map(({ article }) => article))];
  return articles
    .map(
      (article) =>
        `${versionInWords(from)}的${articleInWords(article)}现为${articleInWords(laws.movedArticle(law, article, from, to) ?? article)}`,
    )
    .join("，");
}

/** Only shown: whether the old or the new text is meant is for a person to say. */
function newArticles(
  { laws }: RuleContext<object>,
  block: number,
  law: Law,
  references: readonly ArticleReference[],
  from: LawVersion,
  to: LawVersion,
): Fix | null {
  const edits = references.flatMap(({ text, article, start, to: rangeEnd }) => {
    const number = /^第[^条]+条/.exec(text)?.[0];
    const now = laws.movedArticle(law, article, from, to);
    if (!number || now === null || rangeEnd !== null) return [];
    return [{ place: { block, start, end: start + number.length }, text: articleInWords(now) }];
  });
  return edits.length > 0 ? { safety: "suggestion", title: "改为现行文本的条文序号", edits } : null;
}

function articlesPlace(block: number, articles: readonly ArticleReference[]): Place {
  return { block, start: articles[0]?.start ?? 0, end: articles.at(-1)?.end ?? 0 };
}

const YEAR = 366 * 86_400_000;

/** A row trusted long before the date may lack a later text with more articles. */
function severityOf({ confidence, asOf }: Law, date: string): Severity {
  if (confidence === "low") return "info";
  return confidence === "high" && Date.parse(date) - Date.parse(asOf) < YEAR ? "error" : "warning";
}
