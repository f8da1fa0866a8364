import type { Fix, Report, Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { DocumentNumber } from "../../linter/facts/blockFacts";
import { citedLaw } from "../../linter/facts/citedLaw";
import type { Citation } from "../../linter/facts/documentFacts";
import type { Law } from "../../linter/facts/laws";
import { canBeSame, knownNumbers, type NumberParts, numberParts, versionWith } from "./actNumbers";
import { DRAFTING, LAYOUT } from "./basis";
import { inMarks } from "./wording";

export const lawNumber = defineRule({
  id: "law-number",
  title: "引用的文号与题名不符",
  group: "citations",
  severity: "error",
  basis: [DRAFTING],
  description: [
    "与题名一起写的文号、令号，不是这部法律法规或者文件的任何一个文号（历次版本和同名文件的都算）。写出的文号属于另一份文件的，" +
      "一并说明。行政法规整部修订、换了令号以后仍写旧令号的是警告。文号齐全可靠的是错误，其他的是警告。部门规章的令号收得不全，地方性法规没有收令号，都不报；法律、法规的某个" +
      "版本没有收到令号时，只有写出的令号肯定属于别的文件才报。",
    "引用的文号写法不合国家标准（〔〕写成[]、【】，序号前加“第”或者“0”，夹空格）的，作为格式提醒，可以自动改正。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "题名与文号相符",
        text: "# 松河县政务公开规定\n\n第一条 根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号），制定本规定。\n",
      },
      {
        title: "说明沿革时写旧令号",
        text: "# 松河县政务公开规定\n\n第一条 2007年公布的《中华人民共和国政府信息公开条例》（国务院令第492号）于2019年修订。\n",
      },
    ],
    bad: [
      {
        title: "令号写成了别的法规的",
        text: "# 松河县政务公开规定\n\n第一条 根据《中华人民共和国政府信息公开条例》（国务院令第713号），制定本规定。\n",
        quotes: ["国务院令第713号"],
      },
      {
        title: "修订前的令号",
        text: "# 松河县政务公开规定\n\n第一条 根据《中华人民共和国政府信息公开条例》（国务院令第492号），制定本规定。\n",
        quotes: ["国务院令第492号"],
      },
      {
        title: "序号颠倒；方括号和“第”不合标准",
        text: "# 松河县规范性文件管理规定\n\n第一条 根据《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕73号）和《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发[2018]第115号），制定本规定。\n",
        quotes: ["国办发〔2018〕73号", "国办发[2018]第115号"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    for (const citation of context.facts.citations) {
      const { number } = citation;
      if (!number || citation.self || citation.purpose === "other") continue;
      const wrong = citation.title === null ? null : mismatch(context, citation, number);
      if (wrong) yield wrong;
      else if (isMalformed(number)) yield malformed(citation, number);
    }
  },
});

function mismatch(context: RuleContext<object>, citation: Citation, number: DocumentNumber): Report | null {
  const cited = numberParts(number.standard);
  const law =
    cited && !citation.draft && citation.refersTo === citation.title
      ? citedLaw(citation, context.laws, context.asOf.date)
      : null;
  if (!cited || !law) return null;
  const known = knownNumbers(law);
  if (known.some((one) => canBeSame(cited, one))) return outdated(context, citation, number, law, cited);
  const owner = owners(context, law, cited)[0] ?? null;
  const severity = judge(law, cited, known, owner);
  if (!severity) return null;
  const right = numberToCite(context, law);
  return {
    place: { block: citation.block, start: number.start, end: number.end },
    severity,
    message: `${inMarks(law)}的文号不是${cited.canonical}${right ? `，是${right}` : ""}${owner ? `；${cited.canonical}是${inMarks(owner)}的文号` : ""}。`,
    suggestions: [
      owner ? "核对是题名写错还是文号写错，改成一致。" : `核对文号${right ? `，改为${right}` : ""}。`,
    ],
    fix: right ? rightNumber(citation, number, right, owner === null && known.length === 1) : null,
  };
}

/** An act is cited under the order that enacted or last revised it; an amending order is the amendment's own. */
function numberToCite({ laws, asOf }: RuleContext<object>, law: Law): string | null {
  const { current } = laws.state(law, asOf.date);
  const versions = law.versions.slice(0, current ? law.versions.indexOf(current) + 1 : undefined);
  const whole = versions.findLast(({ kind }) => kind !== "amended");
  return whole ? whole.order : (current?.order ?? null);
}

/**
 * The number of a text that a whole revision (修订) under a new order has replaced: whoever cites it as in force cites
 * the old text. Amendments (修正) keep the first order, and a citation that tells the history names both.
 */
function outdated(
  { laws, asOf, document }: RuleContext<object>,
  citation: Citation,
  number: DocumentNumber,
  law: Law,
  cited: NumberParts,
): Report | null {
  if (law.level !== "行政法规" || law.confidence !== "high" || citation.purpose !== "reference") return null;
  if (citation.versionNote || citation.stated) return null;
  const words = document.blocks[citation.block]?.text.slice(citation.start, citation.end) ?? "";
  if (/修订|修正|修改|公布/.test(words)) return null;
  const { current } = laws.state(law, asOf.date);
  const until = current ? law.versions.indexOf(current) : -1;
  const revised = law.versions.slice(0, until + 1).findLast(({ kind }) => kind === "revised");
  const old = versionWith(law, cited);
  if (!revised?.order || !revised.adopted || !old?.adopted || old.adopted >= revised.adopted) return null;
  return {
    place: { block: citation.block, start: number.start, end: number.end },
    severity: "warning",
    message: `${cited.canonical}是${inMarks(law)}${old.adopted.slice(0, 4)}年文本的令号，${revised.adopted.slice(0, 4)}年修订后是${revised.order}。`,
    suggestions: [`改为${revised.order}；如果要引用的是旧文本，写明年份。`],
    fix: rightNumber(citation, number, revised.order, true),
  };
}

/** Other acts that carry the number, those left out that have to do with the act itself: what issues or amends it. */
function owners({ laws }: RuleContext<object>, law: Law, cited: NumberParts): Law[] {
  const names = [law.title.replace(/^中华人民共和国/, ""), ...law.short];
  return laws
    .byNumber(cited.canonical)
    .filter(
      ({ title, short }) =>
        ![title, ...short].some((other) =>
          names.some((name) => other.includes(name) || name.includes(other)),
        ),
    );
}

/** Null: the data are not whole enough to call the number wrong. */
function judge(
  law: Law,
  cited: NumberParts,
  known: readonly NumberParts[],
  owner: Law | null,
): Severity | null {
  const { level, confidence, versions } = law;
  if (confidence === "low" || level === "部门规章" || level === "地方性法规") return null;
  const whole = known.length > 0 && versions.every(({ order }) => order !== null);
  if (!whole) return owner && isIssuedAlone(law, owner, cited) ? "error" : null;
  const sure = confidence === "high" || owner !== null;
  if (level === "部门规范性文件" || level === "党内法规") return sure ? "warning" : "info";
  return sure ? "error" : "warning";
}

/**
 * An order of the State Council that enacted or revised another act published that act alone, and not on a day of any
 * version of this one: then it is not this act's, whichever of its own orders the data lack.
 */
function isIssuedAlone(law: Law, owner: Law, cited: NumberParts): boolean {
  const version = versionWith(owner, cited);
  if (cited.form !== "令" || cited.organ !== "国务院" || !version || version.kind === "amended") return false;
  return (
    owner.confidence === "high" &&
    law.versions.every(({ adopted }) => adopted !== null && adopted !== version.adopted)
  );
}

function rightNumber(citation: Citation, { start, end }: DocumentNumber, right: string, sure: boolean): Fix {
  return {
    safety: sure ? "unsafe" : "suggestion",
    title: `文号改为${right}`,
    edits: [{ place: { block: citation.block, start, end }, text: right }],
  };
}

const MENDABLE: ReadonlySet<DocumentNumber["defects"][number]> = new Set([
  "bracket",
  "space",
  "leading-zero",
  "第",
  "full-width-digit",
]);

/** 发文字号 whose form differs from the standard in ways that leave no doubt what is meant. */
function isMalformed({ form, defects, organ }: DocumentNumber): boolean {
  return (
    form === "document" &&
    organ !== null &&
    defects.length > 0 &&
    defects.every((defect) => MENDABLE.has(defect))
  );
}

function malformed({ block }: Citation, { start, end, standard }: DocumentNumber): Report {
  const place = { block, start, end };
  return {
    place,
    severity: "info",
    basis: [LAYOUT],
    message: `引用的文号写法不合国家标准，应当写作${standard}：年份用六角括号“〔〕”，序号前不加“第”和“0”，中间不空格。`,
    suggestions: [`改为${standard}。`],
    fix: { safety: "safe", title: `改为${standard}`, edits: [{ place, text: standard }] },
  };
}
