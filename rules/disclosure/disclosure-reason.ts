import type { Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import { isOlderThan, settingOf, shorten } from "../sources";
import { OPENNESS_OPINION, OWED_SINCE } from "./basis";
import { isLegalReason, isNoReason } from "./reasons";
import { owesClass, type StatedClass, statedClasses } from "./stated";

export const disclosureReason = defineRule({
  id: "disclosure-reason",
  title: "不公开没有法定理由",
  group: "disclosure",
  severity: "error",
  needsWhole: true,
  basis: [OPENNESS_OPINION, "《政府信息公开条例》（国务院令第711号）第十四条、第十五条、第十六条"],
  description: [
    "拟依申请公开或者不予公开的，应当依法依规说明理由。理由只能是《政府信息公开条例》第十四条（国家秘密，法律、行政法规禁止公开，" +
      "危及国家安全、公共安全、经济安全、社会稳定）、第十五条（商业秘密、个人隐私）、第十六条（内部事务信息、过程性信息、行政执法案卷）所列的情形。",
    "标有密级的文件理由自明。写了理由但对不上这三条的，只作警告：也许只是说法不同。单个文件没有理由的是警告，因为理由可能写在发文稿纸上。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "不予公开，理由是国家秘密",
        text: "# 松河县人民政府办公室关于调整应急物资储备的通知\n\n县政府各部门：\n\n现将有关事项通知如下。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件不予公开，理由：涉及国家秘密）\n",
      },
      {
        title: "依申请公开，理由写在文件头",
        text: "---\n公开属性: 依申请公开\n不公开理由: 内部事务信息\n---\n\n# 松河县人民政府办公室关于办公用房调整的通知\n\n县政府各部门：\n\n现将有关事项通知如下。\n\n松河县人民政府办公室\n\n2024年6月3日\n",
      },
    ],
    bad: [
      {
        title: "不予公开而没有理由",
        text: "# 松河县人民政府办公室关于办公用房调整的通知\n\n县政府各部门：\n\n现将有关事项通知如下。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件不予公开）\n",
        quotes: ["（此件不予公开）"],
      },
      {
        title: "理由不是法定情形",
        text: "# 松河县人民政府办公室关于办公用房调整的通知\n\n县政府各部门：\n\n现将有关事项通知如下。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n公开属性：依申请公开（理由：领导要求）\n",
        quotes: ["公开属性：依申请公开"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const { facts } = context;
    if (!owesClass(facts) || isOlderThan(context, OWED_SINCE) || facts.elements.securityClass) return;
    const stated = statedClasses(context, ["other", "drafting-note"]).filter(({ value }) => value !== null);
    const [first] = stated;
    if (!first || first.value === "主动公开") return;
    const reasons = stated
      .map(({ reason }) => reason)
      .concat(context.document.metadata.map(({ values }) => values.disclosureReason ?? null))
      .filter((reason): reason is string => reason !== null && !isNoReason(reason));
    if (reasons.some(isLegalReason)) return;
    const at = stated.find(({ place }) => place !== null) ?? first;
    const given = reasons[0];
    yield {
      place: at.place ?? undefined,
      quote: at.quote,
      severity: given ? "warning" : severityWithout(context, first),
      message: given
        ? `${first.value}的理由“${shorten(given)}”对不上《政府信息公开条例》第十四条至第十六条所列的任何一种情形。`
        : `${first.source}写明${first.value}，但没有说明理由。拟不主动公开的，应当依法说明理由随文报批。`,
      suggestions: [
        "写明属于哪一种法定情形，如“涉及国家秘密”“涉及商业秘密、个人隐私”“内部事务信息”“过程性信息”。",
        "没有法定情形的，改为主动公开。",
      ],
    };
  },
});

/** A lone text rarely carries its reason: that stands on the cover sheet. A form that was filled in is all there is. */
function severityWithout(context: RuleContext<object>, { form }: StatedClass): Severity {
  const setting = settingOf(context);
  if (setting === "submission") return "error";
  return setting === "editor" && form !== "metadata" ? "info" : "warning";
}
