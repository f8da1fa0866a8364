import type { OfficialDocument } from "../document/document";
import type { BlockFacts } from "./blockFacts";
import type { Head } from "./elements/head";
import type { Line } from "./elements/lines";

/** What certificates and forms (证照、表格) call themselves, on a line of its own. */
const CERTIFICATE =
  /^(?!关于)[^，。；：:《]{0,30}?[\u4e00-\u9fff](?:许可证|许可证书|资格证书?|资质证书|登记证书?|合格证书?|产权证书?|使用证|执业证书?|营业执照|执照|核准书|批准书|审批表|申请表|呈批表|登记表|申报表|备案表|审批单|会签单|处理单|呈批单)(?:[（(](?:正本|副本|样本|样表|存根)[）)])?$/;
/** The name stands on top, below the state's, an organ's or a number. */
const HEAD_LINES = 6;

/** The name by which a text says on top that it is a certificate or form; null if it does not. */
export function certificateName(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, HEAD_LINES)) {
    const name = text.replace(/\s+/g, "");
    if (CERTIFICATE.test(name)) return name;
  }
  return null;
}

/** 成句的正文: a sentence, an item, an address. What is filled into a form, its printed words left out, has none. */
export function hasProse({ blocks }: OfficialDocument, facts: readonly BlockFacts[]): boolean {
  return blocks.some(({ text }, index) => {
    const shape = facts[index]?.shape;
    return /[。；]/.test(text) || shape?.addressee === true || shape?.numbering != null;
  });
}

/**
 * In a text without prose nothing tells which line is a title: one that ends with no kind's name is taken only where it
 * stands first, or where the text itself says that it is a heading.
 */
export function withoutGuessedTitle(
  head: Head,
  lines: readonly Line[],
  document: OfficialDocument,
  facts: readonly BlockFacts[],
): Head {
  const { title, number, addressee } = head;
  if (!title || title.kind !== null || title.from === 0 || number || addressee) return head;
  const block = document.blocks[lines[title.from]?.block ?? 0];
  if (block?.role === "heading" || hasProse(document, facts)) return head;
  return { ...head, title: null };
}
