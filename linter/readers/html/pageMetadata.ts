import type { Element, Root } from "hast";
import type { MetadataRecord } from "../../document/metadata";
import { attributeOf, childrenOf } from "./pageElements";

/** Labels of pages that mean the same as a key of the metadata. */
const SAME_AS: Readonly<Record<string, string>> = {
  有效性: "状态",
  是否有效: "状态",
  效力状态: "状态",
  文件状态: "状态",
  时效状态: "状态",
  时效性: "状态",
  公开主体: "发布机构",
  制发单位: "发文机关",
  体裁分类: "体裁",
  题裁: "体裁",
  公文种类: "文种",
  信息生成日期: "生成日期",
  印发日期: "发文日期",
};

/** Names of `<meta>` tags that government sites must set (《政府网站发展指引》, 国办发〔2017〕47号). */
const META_NAMES: Readonly<Record<string, string>> = { articletitle: "标题", pubdate: "发布日期" };

const DISCLOSURE_LABEL = /^(?:公开属性|公开方式|公开类别|公开形式)$/;
const DISCLOSURE_CLASS = /主动公开|依申请公开|不予公开|免予公开/g;
/** 《党政机关公文处理工作条例》 art. 8; a page also puts subjects of its own under 体裁. */
const KINDS = new Set(
  "决议 决定 命令 令 命令（令） 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要".split(" "),
);
const NOTHING = /^(?:无|暂无|空|[-—－/\\\s]*)$/;

/**
 * Facts under the labels of a page in the document's shape. What the page puts there otherwise than as a fact of the
 * document (“公开方式：网站公开”) is left out without a word: its author is no reader of this linter.
 */
export async function recordOf(
  stated: Readonly<Record<string, string>>,
  label: string,
): Promise<MetadataRecord | null> {
  const values: Record<string, string> = {};
  for (const [written, value] of Object.entries(stated)) {
    const key = SAME_AS[written] ?? written;
    if (NOTHING.test(value) || values[key] !== undefined) continue;
    if (DISCLOSURE_LABEL.test(key)) {
      const classes = new Set(value.match(DISCLOSURE_CLASS));
      const [only] = classes;
      if (classes.size === 1 && only !== undefined) values.公开属性 ??= only;
    } else if (key === "体裁") {
      if (KINDS.has(value)) values.文种 ??= value;
    } else if (key === "状态" && /失效|废止/.test(value)) {
      values.状态 = "失效";
    } else {
      values[key] = value;
    }
  }
  if (Object.keys(values).length === 0) return null;
  const { parseMetadata } = await import("../../document/metadataSchema");
  const parsed = parseMetadata(values).values;
  return Object.keys(parsed).length > 0 ? { source: "web-table", label, values: parsed } : null;
}

/** What the `<meta>` tags of a page state, by the label a table would have. */
export function statedInMetaTags(root: Root): Record<string, string> {
  const stated: Record<string, string> = {};
  for (const element of headElements(root, "meta")) {
    const name = attributeOf(element, "name").trim();
    const content = attributeOf(element, "content").trim();
    const label = META_NAMES[name.toLowerCase()] ?? (/^[\u4E00-\u9FFF]{2,8}$/.test(name) ? name : "");
    if (label !== "" && content !== "") stated[label] ??= content;
  }
  return stated;
}

/** The elements of this name in the head, or at the top of a page that has none. */
export function headElements(root: Root, name: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Root | Element, depth: number): void => {
    for (const child of childrenOf(node)) {
      if (child.type !== "element") continue;
      if (child.tagName === name) found.push(child);
      else if (depth < 3) visit(child, depth + 1);
    }
  };
  visit(root, 0);
  return found;
}
