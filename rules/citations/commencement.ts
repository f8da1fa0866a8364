import type { RuleContext } from "../../linter/engine/rule";

/**
 * The day (ISO) from which the document at hand itself takes effect, as its last clause says: 本办法自2027年1月1日起施行. A
 * draft that waits for the same day as the law it carries out may rest on that law.
 */
export function ownCommencement({ document, facts }: RuleContext<object>): string | null {
  for (let block = facts.blocks.length - 1; block >= 0; block--) {
    const text = document.blocks[block]?.text ?? "";
    for (const { iso, complete, start, end } of facts.blocks[block]?.dates ?? []) {
      if (!complete || !/^起?(?:施行|实施|执行|生效)/.test(text.slice(end, end + 3))) continue;
      const sentence = text.slice(text.lastIndexOf("。", start) + 1, start);
      if (/本|^\s*(?:第.{1,5}条\s*)?自\s*$/.test(sentence) && !sentence.includes("《")) return iso;
    }
  }
  return null;
}
