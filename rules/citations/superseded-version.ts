import type { Place } from "../../linter/document/place";
import type { Fix, Report, Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { Citation } from "../../linter/facts/documentFacts";
import type { Law, LawVersion } from "../../linter/facts/laws";
import { DRAFTING, NORMATIVE_DOCUMENTS } from "./basis";
import { citationsInUse, type KnownCitation } from "./knownCitations";
import { hasAllVersions, notedVersion } from "./versions";
import { articleInWords, asKnown, inMarks, inWords, versionInWords } from "./wording";

export const supersededVersion = defineRule({
  id: "superseded-version",
  title: "引用已被修改的旧版本",
  group: "citations",
  severity: "error",
  basis: [DRAFTING, NORMATIVE_DOCUMENTS],
  description: [
    "题名后的版本附注（如“2014年修正”）与判断日现行的版本不符：法律法规后来又修改过，附注指的是旧文本；" +
      "或者那一年根本没有修改过。法律、行政法规的旧版本是错误，其他的是警告。",
    "附注按年份认，“修正”“修订”混写不报。部门规章、地方性法规的历次修改收得不全，附注的年份在法规库里没有的不报。" +
      "没有附注的引用指现行文本，不报。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "附注就是现行版本",
        text: "# 松河县安全生产规定\n\n第一条 根据《中华人民共和国安全生产法》（2021年修正），制定本规定。\n",
      },
      {
        title: "没有附注的引用指现行文本；历史叙述里的旧版本",
        text: "# 松河县安全生产规定\n\n第一条 根据《中华人民共和国安全生产法》，制定本规定。\n\n原《中华人民共和国安全生产法》（2014年修正）施行期间的做法继续有效。\n",
      },
    ],
    bad: [
      {
        title: "安全生产法2021年又作了修正",
        text: "# 松河县安全生产规定\n\n第一条 根据《中华人民共和国安全生产法》（2014年修正）第三十条，制定本规定。\n",
        quotes: ["2014年修正"],
      },
      {
        title: "安全生产法没有2016年的版本",
        text: "# 松河县安全生产规定\n\n第一条 根据《中华人民共和国安全生产法（2016年修订）》，制定本规定。\n",
        quotes: ["2016年修订"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    for (const known of citationsInUse(context)) {
      const { citation, law, state } = known;
      const { current } = state;
      if (!citation.versionNote || state.status !== "in-force" || !current) continue;
      const noted = notedVersion(citation, law);
      if (!noted) continue;
      if (noted.version && isOlder(noted.version, current, law)) {
        yield outdated(context, known, noted.version, current);
      } else if (!noted.version && hasAllVersions(law) && `${noted.year}` <= law.asOf) {
        yield unknownYear(context, citation, law, noted.year, current);
      }
    }
  },
});

function isOlder(version: LawVersion, current: LawVersion, { versions }: Law): boolean {
  const year = (text: LawVersion) => (text.adopted ?? text.effective)?.slice(0, 4);
  return versions.indexOf(version) < versions.indexOf(current) && year(version) !== year(current);
}

function outdated(
  context: RuleContext<object>,
  { citation, law }: KnownCitation,
  noted: LawVersion,
  current: LawVersion,
): Report {
  const since = current.effective === null ? "" : `，自${inWords(current.effective)}起施行`;
  const articles = movedArticles(context, citation, law, noted, current);
  return {
    place: notePlace(citation),
    severity: severityOf(law),
    message: `${inMarks(law)}的${versionInWords(noted)}文本已不是现行文本：${asKnown(law, context.asOf.date)}现行的是${versionInWords(current)}文本${since}。`,
    suggestions: [
      `改为“${versionInWords(current)}”，或者删去附注（不写附注即指现行文本）。`,
      ...(citation.articles.length > 0 ? [`按现行文本核对条文序号${articles}。`] : []),
    ],
    fix: newNote(citation, current),
  };
}

/** “，原第五条现为第十条” where the tables of moved articles say so. */
function movedArticles(
  { laws }: RuleContext<object>,
  citation: Citation,
  law: Law,
  from: LawVersion,
  to: LawVersion,
): string {
  const moved = citation.articles.flatMap(({ article }) => {
    const now = laws.movedArticle(law, article, from, to);
    return now === null || now === article ? [] : [`原${articleInWords(article)}现为${articleInWords(now)}`];
  });
  return moved.length > 0 ? `（${moved.join("，")}）` : "";
}

function unknownYear(
  context: RuleContext<object>,
  citation: Citation,
  law: Law,
  year: number,
  current: LawVersion,
): Report {
  const years = law.versions.map(versionInWords).join("、");
  return {
    place: notePlace(citation),
    severity: "warning",
    message: `${inMarks(law)}没有${year}年的版本：${asKnown(law, context.asOf.date)}历次版本是${years}。`,
    suggestions: [`改为“${versionInWords(current)}”，或者删去附注（不写附注即指现行文本）。`],
    fix: { ...newNote(citation, current), safety: "suggestion" },
  };
}

function severityOf({ level, confidence }: Law): Severity {
  const kept = level === "法律" || level === "行政法规" || level === "监察法规";
  return kept && confidence === "high" ? "error" : confidence === "low" ? "info" : "warning";
}

function newNote(citation: Citation, current: LawVersion): Fix {
  const text = versionInWords(current);
  return {
    safety: citation.articles.length > 0 ? "suggestion" : "unsafe",
    title: `附注改为“${text}”`,
    edits: [{ place: notePlace(citation), text }],
  };
}

function notePlace({ block, versionNote, start, end }: Citation): Place {
  return { block, ...(versionNote?.span ?? { start, end }) };
}
