import type { Companion } from "../../linter/engine/package";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import { NAMED_INTERPRETATION, WORK } from "../../linter/facts/interpretation/names";
import { around, fileName, isOlderThan, lookedAt, settingOf, shorten } from "../sources";
import { isSameTitle, subjectOf, titlesOf } from "../titles";
import { INTERPRETATION_OPINION, OWED_SINCE } from "./basis";
import { belongs, interpretationsIn, subjectNamed } from "./companions";

const SUGGESTIONS = [
  "由起草单位编写解读材料，与文件同步起草、同步报审、同步发布，放进送审包或者在元数据“解读”中写明。",
  "不属于政策性文件的，在元数据中写明“政策性文件: 否”。",
];

export const missingInterpretation = defineRule({
  id: "missing-interpretation",
  title: "没有政策解读",
  group: "interpretation",
  severity: "error",
  needsWhole: true,
  basis: [INTERPRETATION_OPINION],
  description: [
    "面向社会的政策性文件，由起草单位负责解读；解读方案、解读材料与文件同步起草、同步报审、同步发布，材料不齐的退回。" +
      "依次查看元数据里的“解读”、正文（附件名称、解读链接）和同包的解读材料。解读材料必须是本件的：标题或者文字要写出本件的标题或者文号。",
    "元数据写了解读而文件不在包里，也按缺少处理。“坚持解读材料同步起草”一类的要求不算。送审包里缺少的是错误，单个文件只作提醒；" +
      "工作报告、法律法规规章、不公开的文件不需要。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "附件里有本件的政策解读",
        text: "---\n政策性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县人民政府关于加强农村供水保障的意见\n\n各镇人民政府，县政府各部门：\n\n为加强农村供水保障，提出以下意见。\n\n附件：《松河县人民政府关于加强农村供水保障的意见》政策解读\n\n松河县人民政府\n\n2024年6月3日\n",
      },
      {
        title: "文件头写明解读的网址",
        text: "---\n政策性文件: 是\n公开属性: 主动公开\n解读:\n  - https://www.songhe.example/jd/1.html\n---\n\n# 松河县人民政府关于加强农村供水保障的意见\n\n各镇人民政府，县政府各部门：\n\n为加强农村供水保障，提出以下意见。\n\n松河县人民政府\n\n2024年6月3日\n",
      },
    ],
    bad: [
      {
        title: "政策性文件没有解读",
        text: "---\n政策性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县人民政府关于加强农村供水保障的意见\n\n各镇人民政府，县政府各部门：\n\n为加强农村供水保障，提出以下意见。\n\n松河县人民政府\n\n2024年6月3日\n",
        quotes: ["松河县人民政府关于加强农村供水保障的意见"],
      },
      {
        title: "谈论解读工作不等于有解读",
        text: "---\n政策性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县人民政府关于加强农村供水保障的意见\n\n各镇人民政府，县政府各部门：\n\n坚持政策性文件与解读方案、解读材料同步起草、同步报审、同步发布。\n\n松河县人民政府\n\n2024年6月3日\n",
        quotes: ["松河县人民政府关于加强农村供水保障的意见"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const { facts, package: pack } = context;
    if (facts.scope !== "official") return;
    const absent =
      pack?.missing.filter(({ role }) => role === "interpretation" || role === "interpretation-plan") ?? [];
    for (const { path, label } of absent) {
      yield {
        quote: path,
        message: `${label}写明解读材料是“${path}”，但没有这个文件。`,
        suggestions: ["放进这个文件，或者改正“解读”写的路径。"],
      };
    }
    if (absent.length > 0 || !owesInterpretation(context) || isOlderThan(context, OWED_SINCE)) return;
    const companions = interpretationsIn(context);
    if (companions.some((companion) => belongs(companion, context)) || isNamed(context)) return;
    yield {
      severity: settingOf(context) === "submission" ? "error" : "info",
      message: `政策性文件应当有政策解读，没有找到本件的解读材料。${foundInstead(context, companions[0])}`,
      suggestions: SUGGESTIONS,
    };
  },
});

/** What was looked at, and what there was that is no interpretation of this document. */
function foundInstead(context: RuleContext<object>, stranger: Companion | undefined): string {
  if (stranger) {
    const subject = shorten(subjectNamed(stranger));
    return `同包的“${fileName(stranger.document.path)}”解读的是“${subject}”，没有写出本件的标题或者文号。`;
  }
  const talk = context.facts.interpretation.find(
    ({ standing }) => standing === "duty" || standing === "plan",
  );
  const sentence = talk && context.document.blocks[talk.block]?.text.slice(talk.start, talk.end);
  const word = sentence ? /解读|图解|问答/.exec(sentence) : null;
  if (!sentence || !word) return lookedAt(context);
  const words = around(sentence, word.index, word.index + word[0].length);
  return `${lookedAt(context)}“${words}”只是要求或者打算。`;
}

/** Policy documents for the public: what is not published needs no interpretation. */
function owesInterpretation({ facts }: RuleContext<object>): boolean {
  if (!facts.policy.value || facts.elements.securityClass) return false;
  const stated =
    facts.metadata.disclosure ??
    facts.disclosure.find(({ standing, value }) => standing === "evidence" && value !== null)?.value;
  return stated === undefined || stated === "主动公开";
}

/** Metadata, an annex or a link names an interpretation that is not known to be absent. */
function isNamed({ facts }: RuleContext<object>): boolean {
  if ((facts.metadata.interpretation?.length ?? 0) > 0) return true;
  const titles = titlesOf(facts);
  const ofThis = (name: string) => {
    const subject = subjectOf(name);
    return subject === null || titles.length === 0 || isSameTitle(subject, titles);
  };
  const names = [
    ...facts.interpretation
      .filter(({ standing }) => standing === "evidence")
      .map(({ target }) => target ?? ""),
    ...facts.elements.attachments.map(({ value }) => value).filter(isInterpretationName),
    ...facts.parts
      .filter(({ role }) => role === "annex")
      .map(({ title }) => title ?? "")
      .filter(isInterpretationName),
  ];
  return names.some(ofThis);
}

function isInterpretationName(name: string): boolean {
  return NAMED_INTERPRETATION.test(name.trim()) && !WORK.test(name);
}
