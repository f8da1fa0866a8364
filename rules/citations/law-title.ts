import type { Fix, Severity } from "../../linter/engine/finding";
import { defineRule } from "../../linter/engine/rule";
import type { Citation } from "../../linter/facts/documentFacts";
import type { Law } from "../../linter/facts/laws";
import { DRAFTING } from "./basis";
import { namePlace } from "./knownCitations";
import { inMarks, inWords } from "./wording";

const STATE_NAME = "中华人民共和国";

export const lawTitle = defineRule({
  id: "law-title",
  title: "法律法规题名写错",
  group: "citations",
  severity: "error",
  basis: [DRAFTING],
  description: [
    "书名号里的题名不在法规库里，但与库里唯一一部的题名只差一两个字，而且是写错字常见的差法（多字、漏字、形近音近的字、颠倒）。" +
      "全国性法律、行政法规差一个字的是错误，其他的是警告。",
    "题名在法规库里没有，不等于写错：书籍、讲话、表格、地方文件、没有收录的文件都不报。省去“中华人民共和国”、标点和空格的" +
      "不同、改过的旧名不算写错；旧名见“引用已废止的法律法规”。征求意见稿、草案不报。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "全名和省去国名的题名",
        text: "# 松河县安全生产规定\n\n第一条 根据《中华人民共和国安全生产法》《政府信息公开条例》，制定本规定。\n",
      },
      {
        title: "没有收录的文件、书名不报",
        text: "# 关于开展学习的通知\n\n学习《松河县志愿服务条例实施办法》《公文写作入门》。\n",
      },
    ],
    bad: [
      {
        title: "“应对”写成“应付”",
        text: "# 松河县突发事件应对规定\n\n第一条 根据《中华人民共和国突发事件应付法》，制定本规定。\n",
        quotes: ["《中华人民共和国突发事件应付法》"],
      },
      {
        title: "“条例”写成“条列”",
        text: "# 松河县政务公开规定\n\n第一条 根据《重大行政决策程序暂行条列》，制定本规定。\n",
        quotes: ["《重大行政决策程序暂行条列》"],
      },
    ],
  },
  defaults: {},
  *check({ facts, laws, asOf }) {
    for (const citation of facts.citations) {
      if (!namesAnAct(citation) || laws.find(citation.title ?? "")) continue;
      const law = laws.near(citation.title ?? "");
      if (!law || !isMeant(citation, law)) continue;
      const state = laws.state(law, asOf.date);
      const repealed =
        state.status === "repealed" && citation.purpose === "reference"
          ? `（它${state.since ? `已于${inWords(state.since)}` : "已经"}废止${state.successor ? `，由${inMarks(state.successor)}取代` : ""}）`
          : "";
      yield {
        place: namePlace(citation),
        severity: severityOf(citation, law),
        message: `没有《${citation.title}》这个题名，应当是${inMarks(law)}${repealed}。`,
        suggestions: [`核对题名，改为${inMarks(law)}。`],
        fix: rightTitle(citation, law),
      };
    }
  },
});

/** Titles in marks that the text gives as such: no abbreviation, draft, or name of the document itself. */
function namesAnAct({ form, title, refersTo, draft, self }: Citation): boolean {
  return form === "marked" && title !== null && refersTo === title && !draft && !self;
}

/** 《…条例解读》 is a book about the act; 《…条列》, which has its length, is the act, though no act ends so. */
function isMeant({ title, purpose }: Citation, law: Law): boolean {
  const [given, known] = [title ?? "", law.title].map((name) => name.replace(STATE_NAME, ""));
  if (purpose === "other") return given?.length === known?.length;
  return !given?.startsWith(known ?? "");
}

/** A law or regulation written out with the name of the state, one character off: nothing else can be meant. */
function severityOf({ title }: Citation, law: Law): Severity {
  const sure = (law.level === "法律" || law.level === "行政法规") && law.confidence === "high";
  return sure && title?.startsWith(STATE_NAME) && law.title.startsWith(STATE_NAME) ? "error" : "warning";
}

function rightTitle({ block, title, titleSpan }: Citation, law: Law): Fix {
  const short = law.title.startsWith(STATE_NAME) && !title?.startsWith("中");
  const right = inMarks({ title: short ? law.title.slice(STATE_NAME.length) : law.title });
  return {
    safety: "unsafe",
    title: `题名改为${right}`,
    edits: [{ place: { block, ...titleSpan }, text: right.slice(1, -1) }],
  };
}
