import { describe, expect, it } from "vitest";
import { type Fingerprinted, fingerprints } from "../../linter/engine/fingerprint";

function finding(ruleId: string, text: string, quote = text): Fingerprinted {
  return { ruleId, quote, sentence: { text, start: 0, end: text.length } };
}

const one = (item: Fingerprinted) => fingerprints([item])[0];

describe("fingerprints", () => {
  it("are sixteen hexadecimal digits", () => {
    expect(one(finding("law-title", "依照旧法。"))).toMatch(/^[0-9a-f]{16}$/);
  });

  it("stay the same when a document is reflowed or typed in full width", () => {
    expect(one(finding("a", "依照 2018\u3000年旧法。"))).toBe(one(finding("a", "依照２０１８年旧法。")));
  });

  it("tell rules, sentences and repetitions apart", () => {
    const same = finding("a", "依照旧法。");
    const all = fingerprints([same, same, finding("b", "依照旧法。"), finding("a", "依照新法。")]);
    expect(new Set(all).size).toBe(4);
    expect(fingerprints([finding("b", "在前。"), same])[1]).toBe(one(same));
  });

  it("rest on the first line of a title that is quoted as a whole", () => {
    const first = "某市人民政府关于印发";
    expect(one(finding("a", first, `${first}《某办法》的通知`))).toBe(one(finding("a", first)));
  });

  it("tell words apart that stand in metadata, not in the sentence", () => {
    expect(one(finding("a", "标题", "公开属性: 甲"))).not.toBe(one(finding("a", "标题", "公开属性: 乙")));
    expect(one(finding("a", "依照旧法。", "旧法"))).toBe(one(finding("a", "依照旧法。", "依照")));
  });
});
