import type { Report } from "../../linter/engine/finding";
import { defineRule } from "../../linter/engine/rule";
import { settingOf } from "../sources";
import { OPENNESS_OPINION } from "./basis";
import { owesClass, type StatedClass, statedClasses } from "./stated";

export const disclosureConflict = defineRule({
  id: "disclosure-conflict",
  title: "公开属性前后不一或者没有选定",
  group: "disclosure",
  severity: "error",
  basis: [OPENNESS_OPINION, "《政府信息公开条例》（国务院令第711号）第十四条、第十七条"],
  description: [
    "一份公文只有一种公开属性。元数据、附注、稿纸、印发的文本和附件各写各的，勾选了两项，列出全部选项而一项未选，都无法据以公开。",
    "标有密级（秘密、机密、绝密）的文件不能主动公开。附件中的样表、目录所列的是其他文件的公开属性，不在此列。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "附注与文件头一致",
        text: "---\n公开属性: 主动公开\n---\n\n# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件公开发布）\n",
      },
      {
        title: "选项只选一项",
        text: "# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n公开属性：☑主动公开　□依申请公开　□不予公开\n",
      },
    ],
    bad: [
      {
        title: "附注与文件头不一",
        text: "---\n公开属性: 依申请公开\n不公开理由: 内部事务信息\n---\n\n# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件公开发布）\n",
        quotes: ["（此件公开发布）"],
      },
      {
        title: "三个选项一项未选",
        text: "# 松河县人民政府办公室关于做好汛期值守工作的通知\n\n县政府各部门：\n\n请做好汛期值守工作。\n\n松河县人民政府办公室\n\n2024年6月3日\n\n公开属性：□主动公开　□依申请公开　□不予公开\n",
        quotes: ["□主动公开　□依申请公开　□不予公开"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const { facts } = context;
    if (!owesClass(facts)) return;
    const stated = statedClasses(context, ["other", "annex", "interpretation"]);
    const chosen = stated.filter(({ value }) => value !== null);
    const published = chosen.find(({ value }) => value === "主动公开");
    const secrecy = facts.elements.securityClass;
    if (published && secrecy && /秘密|机密|绝密/.test(secrecy.value)) {
      yield {
        ...at(published),
        message: `文件标有密级“${secrecy.value}”，${published.source}却写明主动公开。涉及国家秘密的信息不得公开。`,
        suggestions: ["核对定密；确属国家秘密的，改为不予公开；不涉密或者已解密的，去掉密级。"],
      };
    }
    const [first] = chosen;
    const other = first && chosen.find(({ value }) => value !== first.value);
    if (first && other) {
      const shown = other.place ? other : first.place ? first : other;
      yield {
        ...at(shown),
        message: conflictMessage(first, other),
        suggestions: ["确定一种公开属性，把其他各处改成一致。"],
      };
    }
    const open = stated.find(({ value, form }) => value === null && form === "options");
    if (open && chosen.length === 0) {
      yield {
        ...at(open),
        severity: settingOf(context) === "editor" ? "warning" : "error",
        message: "公开属性列出了全部选项，但一项也没有选定，等于没有写明。",
        suggestions: ["勾选其中一项；拟不主动公开的，写明理由。"],
      };
    }
  },
});

function at({ place, quote }: StatedClass): Pick<Report, "place" | "quote"> {
  return { place: place ?? undefined, quote };
}

function conflictMessage(first: StatedClass, other: StatedClass): string {
  if (first.form === "options" && other.form === "options" && first.place?.block === other.place?.block) {
    return `公开属性同时勾选了${first.value}和${other.value}，只能选一项。`;
  }
  const where = first.source === other.source ? "同一处" : other.source;
  return `公开属性前后不一：${first.source}写明${first.value}，${where === "同一处" ? "另一处" : where}又写明${other.value}。`;
}
