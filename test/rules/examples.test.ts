import { describe, expect, it } from "vitest";
import type { Rule, RuleExample } from "../../linter/engine/rule";
import { allRules } from "../../rules/index";
import { findingsOf } from "../support/lintText";
import { standardDocx } from "../support/standardDocx";

/** An example as the folder it stands for: 正文.md beside its companions. */
function lintExample(rule: Rule, { text, docx, companions, others, asOf }: RuleExample) {
  if (docx) return findingsOf({ "正文.docx": standardDocx(text, docx) }, { rules: [rule], asOf });
  const entries = Object.entries(companions ?? {}).map(([name, content]) => [`包/${name}`, content] as const);
  const elsewhere = Object.entries(others ?? {}).map(([name, content]) => [`包/${name}`, content] as const);
  return findingsOf(
    { "包/正文.md": text, ...Object.fromEntries([...entries, ...elsewhere]) },
    { rules: [rule], asOf },
  );
}

describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("is described, founded and exemplified", () => {
    expect(rule.id).toMatch(/^(?:[a-z]+\/)?[a-z]+(-[a-z]+)*$/);
    expect(rule.basis.length).toBeGreaterThan(0);
    expect(rule.description.length).toBeGreaterThan(20);
    expect(rule.examples.good.length).toBeGreaterThanOrEqual(2);
    expect(rule.examples.bad.length).toBeGreaterThanOrEqual(2);
  });

  it.each(rule.examples.good.map((example) => [example.title, example] as const))(
    "accepts: %s",
    async (_, example) => {
      expect((await lintExample(rule, example)).map(({ quote, message }) => `${quote}: ${message}`)).toEqual(
        [],
      );
    },
  );

  it.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    "reports: %s",
    async (_, example) => {
      const findings = await lintExample(rule, example);
      expect(findings.map(({ quote }) => quote)).toEqual(example.quotes);
      for (const finding of findings) {
        expect(finding.ruleId).toBe(id);
        expect(finding.message.length).toBeGreaterThan(5);
        expect(finding.suggestions.length).toBeGreaterThan(0);
        expect(finding.basis.length).toBeGreaterThan(0);
      }
    },
  );
});
