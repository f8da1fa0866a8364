import type { Fix, Report, Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { Citation } from "../../linter/facts/documentFacts";
import type { Law, LawState } from "../../linter/facts/laws";
import { DRAFTING, NORMATIVE_DOCUMENTS } from "./basis";
import { citationsInUse, namePlace } from "./knownCitations";
import { inMarks, inWords } from "./wording";

export const repealedLaw = defineRule({
  id: "repealed-law",
  title: "引用已废止的法律法规",
  group: "citations",
  severity: "error",
  basis: [DRAFTING, NORMATIVE_DOCUMENTS],
  description: [
    "引用的法律、法规、规章或者文件在判断日已经废止、失效，或者已经改用别的名称。依据废止的规定行文，内容没有依据。" +
      "报告时写明废止日期和取代它的文件；取代它的文件又被取代的，一直找到现行的为止。条文序号一般会变，不能照搬。",
    "废止日期可靠的是错误；只知道已经废止、不知道哪一天的是警告；没有核实的只作提醒。效力没有核过的文件不报。" +
      "废止条款（“……同时废止”）、历史叙述（“2005年公布的……”）、修改和印发这部文件的话不报。按成文日期判断时，" +
      "当时还有效的不报。同一部文件用简称再提到的，只报写出题名的地方。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "引用现行的民法典",
        text: "# 松河县住房保障办法\n\n第三条 租赁合同依照《中华人民共和国民法典》订立。\n",
      },
      {
        title: "废止条款和历史叙述里的旧法",
        text: "# 松河县信访工作规定\n\n2005年公布的《信访条例》施行以来，信访工作逐步规范。\n\n原《信访条例》同时废止。\n",
      },
      {
        title: "成文时旧法还有效",
        text: "# 松河县住房保障办法\n\n第三条 租赁合同依照《中华人民共和国合同法》订立。\n",
        asOf: "2019-06-03",
      },
    ],
    bad: [
      {
        title: "引用合同法，民法典施行时已经废止",
        text: "# 松河县住房保障办法\n\n第三条 租赁合同依照《中华人民共和国合同法》第二百一十二条订立。\n",
        quotes: ["《中华人民共和国合同法》"],
      },
      {
        title: "引用信访条例，已由信访工作条例取代；简称不再重复报告",
        text: "# 松河县信访工作规定\n\n第一条 根据《信访条例》（以下简称《条例》），制定本规定。\n\n第二条 信访人依照《条例》第十条提出信访事项。\n",
        quotes: ["《信访条例》"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const reported = new Set<string>();
    for (const { citation, law, state, named } of citationsInUse(context)) {
      if (state.status !== "repealed" || (!named && reported.has(law.id))) continue;
      reported.add(law.id);
      yield report(context, citation, law, state);
    }
  },
});

function report(context: RuleContext<object>, citation: Citation, law: Law, state: LawState): Report {
  const successors = followSuccessors(context, state);
  const last = successors.at(-1) ?? null;
  const articles = citation.articles.map(({ text }) => text).join("、");
  return {
    place: namePlace(citation),
    severity: severityOf(law, state),
    message: `${statement(law, state)}${successors.map((next, index) => tookOver(next, index)).join("")}。`,
    suggestions: [
      last
        ? `改为引用${inMarks(last)}${articles ? `，并按新的条文重新核对${articles}，条文序号一般已经不同` : ""}。`
        : "删去这一引用，或者改为引用现行的规定。",
    ],
    fix: last ? replacement(citation, law, last) : null,
  };
}

function statement(law: Law, { since }: LawState): string {
  if (law.confidence === "low") return `${inMarks(law)}可能已经废止，这一条没有核实，请核对`;
  return since === null
    ? `${inMarks(law)}已经废止，废止日期没有查到`
    : `${inMarks(law)}已于${inWords(since)}废止`;
}

function tookOver(law: Law, index: number): string {
  return index === 0 ? `，由${inMarks(law)}取代` : `，后者又由${inMarks(law)}取代`;
}

function severityOf(law: Law, { since }: LawState): Severity {
  if (law.confidence === "low") return "info";
  return since === null ? "warning" : "error";
}

/** The successor, and the successor's successor while the one before is itself repealed on the date. */
function followSuccessors({ laws, asOf }: RuleContext<object>, state: LawState): Law[] {
  const chain: Law[] = [];
  for (let next = state.successor; next && !chain.includes(next) && chain.length < 5; ) {
    chain.push(next);
    const following = laws.state(next, asOf.date);
    next = following.status === "repealed" ? following.successor : null;
  }
  return chain;
}

/**
 * Puts the successor's title in the place of the old one. A code that took in many acts, articles, a version note or a
 * number ask for a person's eye: then it is only shown.
 */
function replacement(citation: Citation, law: Law, successor: Law): Fix | null {
  if (citation.form !== "marked") return null;
  const { block, titleSpan } = citation;
  const plainTitle = citation.articles.length === 0 && !citation.versionNote && !citation.number;
  const oneToOne = law.confidence !== "low" && !successor.title.endsWith("法典");
  const title = inMarks(successor);
  return {
    safety: plainTitle && oneToOne ? "unsafe" : "suggestion",
    title: `题名改为${title}`,
    edits: [{ place: { block, ...titleSpan }, text: title.slice(1, -1) }],
  };
}
