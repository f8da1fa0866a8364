import type { Severity } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import { around, isOlderThan, lookedAt, settingOf } from "../sources";
import { OPENNESS_OPINION, OPENNESS_REGULATION, OWED_SINCE } from "./basis";
import { owesClass, statedClasses } from "./stated";

export const missingDisclosure = defineRule({
  id: "missing-disclosure",
  title: "没有写明公开属性",
  group: "disclosure",
  severity: "error",
  needsWhole: true,
  basis: [OPENNESS_OPINION, OPENNESS_REGULATION],
  description: [
    "行政机关拟制公文，应当同时明确主动公开、依申请公开或者不予公开，随文报批；没有明确的，办公厅（室）可以退文。" +
      "依次查看元数据（文件头、清单、公文系统字段、网页信息表）、正文（附注、版记、稿纸上的公开属性一栏）和同包材料。",
    "附注“（此件公开发布）”“（此件依申请公开）”、一行“公开属性：主动公开”、勾选的选项都算写明；“对主动公开的信息……”" +
      "一类谈论公开的句子和“（本文有删减）”不算。送审包里缺少的是错误，单个文件是警告，编辑页面里只作提醒。" +
      "法律、法规、规章和向人民代表大会所作的报告不适用。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "附注写明公开发布",
        text: "# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n各镇人民政府，县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件公开发布）\n",
      },
      {
        title: "文件头写明公开属性",
        text: "---\n公开属性: 主动公开\n---\n\n# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n各镇人民政府，县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n",
      },
    ],
    bad: [
      {
        title: "通篇没有公开属性",
        text: "# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n各镇人民政府，县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n",
        quotes: ["松河县人民政府办公室关于做好汛期值守工作的通知"],
      },
      {
        title: "“（本文有删减）”和谈论公开的句子都不是公开属性",
        text: "# 松河县人民政府办公室关于加强公文管理的通知\n\n各镇人民政府，县政府各部门：\n\n对主动公开的公文，应当及时上网。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（本文有删减）\n",
        quotes: ["松河县人民政府办公室关于加强公文管理的通知"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const { facts, document } = context;
    if (!owesClass(facts) || isOlderThan(context, OWED_SINCE)) return;
    const stated = statedClasses(context, ["other", "drafting-note"]);
    // A list of options left open is disclosure-conflict's finding.
    if (stated.some(({ value, form }) => value !== null || form === "options")) return;
    const open = stated.find(({ place }) => place !== null);
    const mention = facts.disclosure.find(
      ({ standing, form }) => standing === "mention" && form === "sentence",
    );
    const words = mention && around(document.blocks[mention.block]?.text ?? "", mention.start, mention.end);
    yield {
      place: open?.place ?? undefined,
      severity: severityOf(context),
      message: [
        open
          ? "公开属性一栏没有填写。"
          : "没有写明公开属性（主动公开、依申请公开或者不予公开），办公室可能退文。",
        words && !open ? `“${words}”只是谈到公开，不是本件的公开属性。` : "",
        open ? "" : lookedAt(context),
      ].join(""),
      suggestions: [
        "在成文日期下一行加附注，如“（此件公开发布）”“（此件依申请公开）”，或者在发文稿纸、元数据中填写公开属性。",
        "拟依申请公开或者不予公开的，同时写明理由。",
      ],
    };
  },
});

function severityOf(context: RuleContext<object>): Severity {
  const declared =
    context.package?.manifest != null ||
    context.document.metadata.some(({ source }) => source === "manifest" || source === "sidecar");
  const setting = settingOf(context);
  if (setting === "submission" || declared) return "error";
  return setting === "editor" ? "info" : "warning";
}
