import type { Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { Law, LawVersion } from "../../linter/facts/laws";
import { DRAFTING, NORMATIVE_DOCUMENTS } from "./basis";
import { ownCommencement } from "./commencement";
import { citationsInUse, type KnownCitation, namePlace } from "./knownCitations";
import { notedVersion } from "./versions";
import { inMarks, inWords, versionInWords } from "./wording";

export const notYetInForce = defineRule({
  id: "not-yet-in-force",
  title: "引用尚未施行的法律法规",
  group: "citations",
  severity: "error",
  basis: [DRAFTING, NORMATIVE_DOCUMENTS],
  description: [
    "引用的法律法规（或者附注写明的版本）在判断日已经公布但还没有施行，还不能作为依据。施行日期可靠的是错误，其他的是警告；" +
      "判断日还没有公布的，可能是成文日期写错，报警告。",
    "每部法律法规在一份文件里只报一次。只是说它何时施行（“……自2027年1月1日起施行”）的不报。本件自己写明的施行日期不早于它的施行日期的，也不报：" +
      "配套规定可以先公布，同日施行；法规、规章、司法解释没有写明自己何时施行的，只作提醒。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "只说它何时施行",
        text: "# 关于做好医疗保障法学习宣传的通知\n\n《中华人民共和国医疗保障法》自2027年1月1日起施行，请认真学习。\n",
      },
      {
        title: "配套规定与法律同日施行",
        text: "# 松河县医疗保障实施办法\n\n第一条 根据《中华人民共和国医疗保障法》，制定本办法。\n\n第二条 本办法自2027年1月1日起施行。\n",
      },
    ],
    bad: [
      {
        title: "医疗保障法2027年1月1日才施行",
        text: "# 松河县医疗保障实施办法\n\n第一条 根据《中华人民共和国医疗保障法》，制定本办法。\n\n第二条 本办法自公布之日起施行。\n",
        quotes: ["《中华人民共和国医疗保障法》"],
      },
      {
        title: "附注写明的2026年修订文本还没有施行",
        text: "# 松河县农业生产规定\n\n第一条 根据《中华人民共和国农业法》（2026年修订），制定本规定。\n",
        quotes: ["《中华人民共和国农业法》"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const reported = new Set<string>();
    let own: string | null | undefined;
    for (const known of citationsInUse(context)) {
      const { citation, law } = known;
      const text = citedTooEarly(known, context.asOf.date);
      if (!text || reported.has(law.id)) continue;
      if (own === undefined) own = ownCommencement(context);
      if (own && text.effective && own >= text.effective) continue;
      reported.add(law.id);
      const first = text === law.versions[0];
      yield {
        place: namePlace(citation),
        severity: mayWait(context, own) ? "info" : severityOf(law, text, context.asOf.date),
        message: `${inMarks(law)}${first ? "" : `的${versionInWords(text)}文本`}${whenInForce(text, context.asOf.date)}。`,
        suggestions: [
          first
            ? "改为引用现行的规定；确需以它为依据的，本件的施行日期不要早于它。"
            : "删去附注，按现行文本引用；确需以新文本为依据的，本件的施行日期不要早于它。",
        ],
      };
    }
  },
});

/** Legislation is adopted before it takes effect; where its own day is not in the text, it may be the same day. */
function mayWait({ facts }: RuleContext<object>, own: string | null | undefined): boolean {
  return facts.scope === "legislation" && !own;
}

/** The text that the citation means, if it is not in force on the date. */
function citedTooEarly({ citation, law, state }: KnownCitation, date: string): LawVersion | null {
  if (state.status === "not-yet-in-force") return law.versions[0] ?? null;
  if (state.status !== "in-force" || !citation.versionNote) return null;
  const noted = notedVersion(citation, law)?.version;
  return noted && noted === state.upcoming && (noted.effective ?? "") > date ? noted : null;
}

function severityOf({ confidence }: Law, { adopted, effective }: LawVersion, date: string): Severity {
  if (confidence === "low") return "info";
  return effective !== null && adopted !== null && adopted <= date ? "error" : "warning";
}

function whenInForce({ adopted, effective }: LawVersion, date: string): string {
  const begins = effective === null ? "" : `，自${inWords(effective)}起才施行`;
  if (adopted !== null && adopted > date) return `在${inWords(date)}还没有公布${begins}`;
  return begins === ""
    ? `在${inWords(date)}还没有施行`
    : `${begins.slice(1).replace("自", "要到").replace("起才", "才")}`;
}
