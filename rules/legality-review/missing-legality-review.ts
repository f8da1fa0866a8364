import { defineRule } from "../../linter/engine/rule";
import { fileName, isOlderThan, lookedAt, settingOf, shorten } from "../sources";
import { MAJOR_DECISIONS, NORMATIVE_OPINION, OWED_SINCE, REVIEW_OPINION } from "./basis";
import { owesReview, reviewEvidence } from "./evidence";

export const missingLegalityReview = defineRule({
  id: "missing-legality-review",
  title: "没有合法性审核的依据",
  group: "legality-review",
  severity: "error",
  needsWhole: true,
  basis: [REVIEW_OPINION, NORMATIVE_OPINION, MAJOR_DECISIONS],
  description: [
    "行政规范性文件和重大行政决策必须经过合法性审核；未经审核或者审核不合法的，不得提交集体审议。依次查看元数据、正文和同包材料。" +
      "算依据的有：合法性审核意见书，写明机构、文号、结论的审核意见，起草说明里“经县司法局合法性审核”一类的事实陈述。",
    "“未经合法性审核的，不得提交审议”“健全合法性审查机制”、准备送审的打算和标题都只是谈到审核，不算依据。" +
      "送审包里缺少的是错误；单个文件只作提醒，因为审核意见通常另存。工作报告、法律法规规章和不是规范性文件的公文不需要。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "正文写明经过审核",
        text: "# 松河县犬只管理办法\n\n第一条　为规范养犬行为，制定本办法。\n\n第二条　养犬人应当办理登记。\n\n第三条　本办法自2024年7月1日起施行，有效期5年。\n\n本办法经松河县司法局合法性审核（松合审〔2024〕5号），并经县政府常务会议审议通过。\n\n松河县人民政府\n\n2024年6月3日\n\n（此件公开发布）\n",
      },
      {
        title: "文件头写明审核机构和文号",
        text: "---\n规范性文件: 是\n公开属性: 主动公开\n合法性审核:\n  机构: 松河县司法局\n  文号: 松合审〔2024〕5号\n  结论: 合法\n---\n\n# 松河县犬只管理办法\n\n第一条　为规范养犬行为，制定本办法。\n\n第二条　养犬人应当办理登记。\n",
      },
    ],
    bad: [
      {
        title: "规定未经审核不得提交，不等于本件经过审核",
        text: "---\n规范性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县犬只管理办法\n\n第一条　为规范养犬行为，制定本办法。\n\n第二条　养犬人应当办理登记。\n\n第三条　配套文件未经合法性审核的，不得提交审议。\n",
        quotes: ["松河县犬只管理办法"],
      },
      {
        title: "正文说明尚未审核",
        text: "---\n规范性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县犬只管理办法（送审稿）\n\n第一条　为规范养犬行为，制定本办法。\n\n第二条　养犬人应当办理登记。\n\n说明：本办法尚未进行合法性审核。\n",
        quotes: ["说明：本办法尚未进行合法性审核。"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const owed = owesReview(context);
    if (!owed || isOlderThan(context, OWED_SINCE)) return;
    const { reviews, denials, empty, foreign } = reviewEvidence(context);
    // What stands in for the review, or reviews another document, is legality-review-invalid's finding.
    if (reviews.length > 0 || foreign.length > 0 || denials.some(({ substitute }) => substitute)) return;
    const [denial] = denials;
    const [blank] = empty;
    const mention = context.facts.review.find(({ standing }) => standing === "duty" || standing === "plan");
    const words = mention && context.document.blocks[mention.block]?.text.slice(mention.start, mention.end);
    let found = lookedAt(context);
    if (denial) found = `${denial.source}写明“${shorten(denial.quote)}”。`;
    else if (blank) found = `同包的“${fileName(blank.document.path)}”没有审核内容。`;
    else if (words) found += `“${shorten(words)}”只是要求或者打算，不能证明本件经过审核。`;
    yield {
      place: denial?.place ?? undefined,
      ...(denial && !denial.place ? { quote: denial.quote } : {}),
      severity: settingOf(context) === "submission" ? "error" : "info",
      basis: owed === "重大行政决策" ? [MAJOR_DECISIONS] : [REVIEW_OPINION, NORMATIVE_OPINION],
      message: `本件是${owed}，没有经过合法性审核的依据。${found}`,
      suggestions: [
        "送负责合法性审核的机构审核，把合法性审核意见书放进送审包，或者在元数据、起草说明中写明审核机构、文号和结论。",
        "不需要审核的，在元数据中写明“规范性文件: 否”。",
      ],
    };
  },
});
