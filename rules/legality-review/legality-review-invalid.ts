import type { Report } from "../../linter/engine/finding";
import { defineRule } from "../../linter/engine/rule";
import { fileName, isOlderThan, settingOf, shorten } from "../sources";
import { MAJOR_DECISIONS, OWED_SINCE, REVIEW_OPINION } from "./basis";
import { reviewedByDrafterAlone, reviewedTooLate, uncorrectedObjection } from "./defects";
import { owesReview, reviewEvidence } from "./evidence";

const HEAD =
  "---\n规范性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县犬只管理办法\n\n第一条　为规范养犬行为，制定本办法。\n\n第二条　养犬人应当办理登记。\n\n";
const TAIL = "\n\n松河县人民政府\n\n2024年6月3日\n\n（此件公开发布）\n";

export const legalityReviewInvalid = defineRule({
  id: "legality-review-invalid",
  title: "合法性审核不成立",
  group: "legality-review",
  severity: "error",
  basis: [REVIEW_OPINION, MAJOR_DECISIONS],
  description: [
    "合法性审核有了，但不能作数：审核日期晚于成文日期；结论是不合法或者有条件同意，而没有修改、采纳的说明；政府文件只由起草单位自己审核；" +
      "以征求意见、会签、参加审议代替审核；意见书审的是另一份文件；一处说审核过、另一处说没有审核。",
    "结论从审核意见书和起草说明的文字里读出；“已按审核意见修改”“意见均已采纳”、之后再次审核通过，都算已经改正。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "提出的意见已经采纳",
        text: `${HEAD}本办法经松河县司法局合法性审核，提出修改意见3条，均已采纳。${TAIL}`,
      },
      {
        title: "审核在成文之前，结论合法",
        text: `${HEAD}2024年5月20日，松河县司法局对本办法进行了合法性审核，认为内容符合法律、法规规定。${TAIL}`,
      },
    ],
    bad: [
      {
        title: "以会签代替审核",
        text: `${HEAD}松河县司法局已会签，视同通过合法性审核。${TAIL}`,
        quotes: ["松河县司法局已会签，视同通过合法性审核。"],
      },
      {
        title: "审核晚于成文",
        text: `${HEAD}2024年6月20日，松河县司法局对本办法进行了合法性审核，认为内容符合法律、法规规定。${TAIL}`,
        quotes: ["2024年6月20日，松河县司法局对本办法进行了合法性审核，认为内容符合法律、法规规定。"],
      },
      {
        title: "审核认为不合法，没有改正",
        text: `${HEAD}经松河县司法局合法性审核，第二条与上位法相抵触。${TAIL}`,
        quotes: ["经松河县司法局合法性审核，第二条与上位法相抵触。"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    if (context.facts.scope !== "official" || isOlderThan(context, OWED_SINCE)) return;
    const { reviews, denials, foreign } = reviewEvidence(context);
    if (reviews.length + denials.length + foreign.length === 0) return;
    const owed = owesReview(context) !== null;
    const substituted =
      owed && reviews.length === 0 ? denials.find(({ substitute }) => substitute) : undefined;
    if (substituted) {
      yield {
        ...at(substituted),
        message: `${substituted.source}以“${shorten(substituted.substitute ?? "", 20)}”代替合法性审核。征求意见、会签、参加审议都不能代替合法性审核。`,
        suggestions: ["送负责合法性审核的机构审核，取得书面意见后再提交审议。"],
      };
    }
    const denial = reviews.length > 0 ? denials.find(({ substitute }) => !substitute) : undefined;
    if (denial && owed) {
      yield {
        ...at(denial),
        severity: "warning",
        message: `${denial.source}写明“${shorten(denial.quote)}”，${reviews[0]?.source}又说经过审核，两处说法不一。`,
        suggestions: ["核实是否经过合法性审核，把两处改成一致。"],
      };
    }
    for (const { companion, subject } of foreign) {
      yield {
        quote: fileName(companion.document.path),
        message: `同包的“${fileName(companion.document.path)}”审核的是《${shorten(subject)}》，不是本件。`,
        suggestions: ["换成对本件的合法性审核意见书。"],
      };
    }
    const late = reviewedTooLate(context, reviews);
    if (late) {
      yield {
        ...at(late.review),
        message: `合法性审核的日期是${late.review.date}（${late.review.source}），晚于成文日期${late.date}。审核应当在提交审议之前完成。`,
        suggestions: ["核对两个日期；确系事后补审的，重新履行审核、审议程序。"],
      };
    }
    const objection = uncorrectedObjection(context, reviews);
    if (objection) {
      const unlawful = objection.result === "unlawful";
      yield {
        ...at(objection),
        severity: unlawful || settingOf(context) === "submission" ? "error" : "warning",
        message: `${objection.source}的审核结论是${unlawful ? "不合法" : "有条件同意"}，没有看到修改或者采纳的说明。${unlawful ? "审核不合法的，不得提交集体审议。" : "所提意见应当先落实。"}`,
        suggestions: ["按审核意见修改后重新送审，或者在起草说明中写明采纳情况。"],
      };
    }
    const own = reviewedByDrafterAlone(context, reviews);
    if (own) {
      yield {
        ...at(own),
        message: `政府文件只由起草单位自己审核（${own.organ}）。以政府名义印发的文件，由政府的合法性审核机构审核。`,
        suggestions: ["送同级司法行政部门或者政府办公厅（室）确定的审核机构审核。"],
      };
    }
  },
});

function at({
  place,
  quote,
}: {
  place: Report["place"] | null;
  quote: string;
}): Pick<Report, "place" | "quote"> {
  return { place: place ?? undefined, quote };
}
