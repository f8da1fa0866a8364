import { defineRule } from "../../linter/engine/rule";
import type { Law, LawState } from "../../linter/facts/laws";
import { DRAFTING, NORMATIVE_DOCUMENTS } from "./basis";
import { ownCommencement } from "./commencement";
import { citationsInUse, namePlace } from "./knownCitations";
import { notedVersion } from "./versions";
import { inMarks, inWords } from "./wording";

export const supersededSoon = defineRule({
  id: "superseded-soon",
  title: "引用即将被修改或者取代的法律法规",
  group: "citations",
  severity: "info",
  basis: [DRAFTING, NORMATIVE_DOCUMENTS],
  description: [
    "引用的法律法规在判断日还有效，但是新修订的文本或者取代它的文件已经公布，过一段时间就要施行。条文序号和内容届时会变，" +
      "拟稿时宜一并考虑。",
    "只作提醒，每部法律法规在一份文件里只提醒一次。附注已经写明新版本的、说它何时施行的（“……自2027年1月1日起施行”）、本件自己也从那以后施行的，不提醒。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "修改后的文本已经施行",
        text: "# 松河县农业生产规定\n\n第一条 根据《中华人民共和国农业法》，制定本规定。\n",
        asOf: "2027-01-04",
      },
      {
        title: "修改还没有公布时，谁也不知道",
        text: "# 松河县公司登记指引\n\n第一条 根据《中华人民共和国公司法》，制定本指引。\n",
        asOf: "2023-06-01",
      },
    ],
    bad: [
      {
        title: "农业法已经修订，2027年1月1日起施行；只提醒一次",
        text: "# 松河县农业生产规定\n\n第一条 根据《中华人民共和国农业法》，制定本规定。\n\n第二条 违反农业法的，依法处理。\n",
        quotes: ["《中华人民共和国农业法》"],
      },
      {
        title: "公司法2023年修订后、施行前",
        text: "# 松河县公司登记指引\n\n第一条 根据《中华人民共和国公司法》，制定本指引。\n",
        asOf: "2024-03-01",
        quotes: ["《中华人民共和国公司法》"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const reported = new Set<string>();
    let own: string | null | undefined;
    // A report tells of what was done under the law as it stood.
    if (context.facts.scope === "work-report") return;
    for (const { citation, law, state } of citationsInUse(context)) {
      const change = state.status === "in-force" ? comingChange(law, state) : null;
      if (!change || reported.has(law.id)) continue;
      if (state.upcoming && notedVersion(citation, law)?.version === state.upcoming) continue;
      reported.add(law.id);
      if (own === undefined) own = ownCommencement(context);
      const day = state.endsOn ?? state.upcoming?.effective;
      if (own && day && own >= day) continue;
      yield {
        place: namePlace(citation),
        message: `${inMarks(law)}${change}。`,
        suggestions: ["核对引用的内容和条文序号届时是否还对；本件在那以后施行的，改按新的规定写。"],
      };
    }
  },
});

function comingChange({ versions }: Law, { upcoming, endsOn, successor }: LawState): string | null {
  if (endsOn !== null) {
    return `将于${inWords(endsOn)}废止${successor ? `，由${inMarks(successor)}取代` : ""}`;
  }
  // The first text of an act that is in force changes nothing.
  if (!upcoming?.effective || upcoming === versions[0]) return null;
  const adopted = upcoming.adopted === null ? "" : `于${inWords(upcoming.adopted)}`;
  const changed = upcoming.kind === "amended" ? "修正" : "修订";
  return `已${adopted}${changed}，新的文本自${inWords(upcoming.effective)}起施行`;
}
