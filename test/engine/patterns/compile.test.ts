import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../linter/engine/configSchema";
import { configureRules } from "../../../linter/engine/configure";
import { compilePattern } from "../../../linter/engine/patterns/compile";
import { patternSchema } from "../../../linter/engine/patterns/patternSchema";
import { RuleSets, resolveRules } from "../../../linter/workspace/ruleSets";
import { findingsOf } from "../../support/lintText";

const NOTICE = `# 云溪县人民政府关于国家工商局改革的通知

各乡镇人民政府：

　　原工商局的职责由市场监督管理局承担，工商局不再保留。截止2026年底前完成。
`;

async function find(pattern: object, text = NOTICE) {
  const parsed = patternSchema.parse({ id: "local/test", title: "测试", basis: ["某办法"], ...pattern });
  const findings = await findingsOf({ "通知.md": text }, { rules: [compilePattern(parsed)] });
  return findings.map(({ quote, message, fix, severity }) => ({ quote, message, fix, severity }));
}

describe("a rule of words", () => {
  it("finds the longest word, leaves exceptions alone, and offers the replacement", async () => {
    const found = await find({
      words: { 工商局: "市场监督管理局", 国家工商局: "国家市场监督管理总局" },
      except: ["原工商局"],
      fix: "safe",
    });
    expect(found.map(({ quote }) => quote)).toEqual(["国家工商局", "工商局"]);
    expect(found[1]).toMatchObject({
      message: "测试：“工商局”应为“市场监督管理局”。",
      severity: "warning",
      fix: { safety: "safe", edits: [{ text: "市场监督管理局" }] },
    });
  });

  it("takes words as they are, not as an expression", async () => {
    expect(
      await find({ words: ["(一)", "a.b-c", "["] }, "# 关于某事的通知\n\n　　见（一）和axb-c。\n"),
    ).toEqual([]);
    expect(await find({ words: ["a.b-c"] }, "# 关于某事的通知\n\n　　见a.b-c。\n")).toHaveLength(1);
  });

  it("keeps to its scope and kinds", async () => {
    expect(await find({ words: ["工商局"], scope: ["title"] })).toHaveLength(1);
    expect(await find({ words: ["工商局"], scope: ["body"], kinds: ["通知"] })).toHaveLength(2);
    expect(await find({ words: ["工商局"], kinds: ["请示"] })).toEqual([]);
  });

  it("fills in the message", async () => {
    const [found] = await find({
      words: { 工商局: "新名" },
      scope: ["title"],
      message: "{match}改称{replacement}",
    });
    expect(found?.message).toBe("工商局改称新名");
  });
});

describe("a rule of an expression", () => {
  it("writes groups into the replacement", async () => {
    const [found] = await find({ regex: "截止(\\d{4}年底)前?", replacement: "截至$1" });
    expect(found).toMatchObject({ quote: "截止2026年底前", fix: { edits: [{ text: "截至2026年底" }] } });
  });
});

describe("a rule of what is absent", () => {
  it("reports on the title only when none of the words is there", async () => {
    const found = await find({ absent: ["联系人", "联系电话"] });
    expect(found).toMatchObject([{ message: "测试：全文没有“联系人”、“联系电话”。", fix: null }]);
    expect(found[0]?.quote).toContain("改革的通知");
    expect(await find({ absent: ["联系人", "市场监督\n管理局"] })).toEqual([]);
  });
});

describe("patterns in a configuration", () => {
  const base = { id: "local/x", title: "测试", basis: ["某办法"] };
  const problems = (...patterns: object[]) => checkConfig({ patterns }, []).problems;

  it.each([
    ["an id without prefix", { ...base, id: "layout/margins", words: ["甲"] }, "patterns[0].id"],
    ["no basis", { ...base, basis: [], words: ["甲"] }, "patterns[0].basis"],
    ["two ways at once", { ...base, words: ["甲"], regex: "乙" }, "patterns[0].words"],
    ["no way at all", base, "patterns[0].words"],
    ["an expression that is none", { ...base, regex: "(甲" }, "patterns[0].regex"],
    ["one that matches nothing", { ...base, regex: "甲*" }, "patterns[0].regex"],
    ["one that could run for hours", { ...base, regex: "(甲+)+乙" }, "patterns[0].regex"],
    ["a key that is none", { ...base, words: ["甲"], wordz: 1 }, "patterns[0]"],
  ])("%s is refused by key", (_, pattern, key) => {
    expect(problems(pattern).map((problem) => problem.key)).toEqual([key]);
  });

  it("refuses one id twice, and settings of ids that are not there", () => {
    expect(problems({ ...base, words: ["甲"] }, { ...base, words: ["乙"] })[0]?.key).toBe("patterns[1].id");
    const patterns = [{ ...base, words: ["甲"] }];
    expect(checkConfig({ patterns, rules: { "local/x": "error" } }, []).problems).toEqual([]);
    expect(checkConfig({ patterns, rules: { "local/y": "error" } }, []).problems).toHaveLength(1);
  });

  it("are on in every preset and cross threads as data", () => {
    const rule = compilePattern(patternSchema.parse({ ...base, words: ["甲"] }));
    const configured = configureRules([rule], "minimal");
    const sets = new RuleSets();
    sets.indexOf(configured);
    const [again] = resolveRules(structuredClone(sets.plain[0] ?? []), new Map());
    expect(again).toMatchObject({ rule: { id: "local/x" }, severity: "warning" });
  });
});
