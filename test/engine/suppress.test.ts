import { describe, expect, it } from "vitest";
import type { Finding } from "../../linter/engine/finding";
import {
  END,
  type RulesInPlay,
  readSuppressions,
  suppress,
  suppressByComments,
} from "../../linter/engine/suppress";
import { readDocument } from "../../linter/readers/index";

const encoder = new TextEncoder();

/** A Markdown document: paragraphs 甲, 乙, 丙, 丁 with comments before them. */
function read(text: string) {
  return readDocument(encoder.encode(text), "办法.md");
}

function findingIn(block: number, ruleId = "law-title"): Finding {
  return {
    ruleId,
    severity: "error",
    message: "有误",
    quote: "",
    sentence: { text: "", start: 0, end: 0 },
    place: { block, start: 0, end: 1 },
    location: { line: null, column: null, endLine: null, endColumn: null, paragraph: block + 1, page: null },
    basis: [],
    suggestions: [],
    fix: null,
    url: "",
  };
}

const rules: RulesInPlay = { ran: () => true, exists: (id: string) => id !== "law-titel" };

describe("readSuppressions", () => {
  it.each([
    ["<!-- gongwen-lint-disable-next law-title: 原文如此 -->\n\n甲\n\n乙", [["law-title", 0, 1]]],
    ["甲\n\n<!-- gongwen-lint-disable-next law-title：原文如此 -->\n\n乙\n\n丙", [["law-title", 1, 2]]],
    [
      "<!-- gongwen-lint-disable-next law-title、law-number: 原文 -->\n\n甲",
      [
        ["law-title", 0, 1],
        ["law-number", 0, 1],
      ],
    ],
    [
      "甲\n\n<!-- gongwen-lint-disable law-title: 附件照录 -->\n\n乙\n\n丙\n\n<!-- gongwen-lint-enable law-title -->\n\n丁",
      [["law-title", 1, 3]],
    ],
    ["甲\n\n<!-- gongwen-lint-disable law-title: 附件照录 -->\n\n乙", [["law-title", 1, END]]],
    [
      "<!-- gongwen-lint-disable a: 甲 -->\n\n甲\n\n<!-- gongwen-lint-disable b: 乙 -->\n\n乙\n\n<!-- gongwen-lint-enable -->\n\n丙",
      [
        ["a", 0, 2],
        ["b", 1, 2],
      ],
    ],
  ])("%j", async (text, expected) => {
    const { suppressions, findings } = readSuppressions(await read(text));
    expect(suppressions.map(({ ruleId, from, to }) => [ruleId, from, to])).toEqual(expected);
    expect(findings).toEqual([]);
  });

  it.each([
    ["<!-- gongwen-lint-disable-next law-title -->", "suppression-without-reason"],
    ["<!-- gongwen-lint-disable-next law-title:  -->", "suppression-without-reason"],
    ["<!-- gongwen-lint-disable-next -->", "unused-suppression"],
    ["<!-- gongwen-lint-disable-next 题名: 理由 -->", "unused-suppression"],
    ["<!-- gongwen-lint-disabled law-title: 理由 -->", "unused-suppression"],
    ["<!-- gongwen-lint-enable law-title -->", "unused-suppression"],
  ])("%s has no effect and is reported", async (comment, ruleId) => {
    const { suppressions, findings } = readSuppressions(await read(`甲\n\n${comment}\n\n乙`));
    expect(suppressions).toEqual([]);
    expect(findings).toMatchObject([{ ruleId, location: { line: 3, column: 1 } }]);
  });
});

describe("suppress", () => {
  const oneFor = async (ruleId: string) =>
    readSuppressions(await read(`甲\n\n<!-- gongwen-lint-disable-next ${ruleId}: 理由 -->\n\n乙\n\n丙`))
      .suppressions;

  it("takes out this rule's findings in this paragraph", async () => {
    const findings = [findingIn(0), findingIn(1), findingIn(1, "law-number"), findingIn(2)];
    const result = suppress(findings, await oneFor("law-title"), rules);
    expect(result.findings).toEqual([findings[0], findings[2], findings[3]]);
    expect(result.unused).toEqual([]);
  });

  it.each<[string, RulesInPlay, string[]]>([
    ["law-title", rules, ["info 这里没有规则 law-title 的问题，例外没有用到"]],
    ["law-titel", rules, ["info 例外里的规则 law-titel 不存在"]],
    ["law-title", { ran: () => false, exists: () => true }, []],
    ["law-titel", { ran: () => false }, []],
  ])("reports an exception from %s that met nothing, when it can know", async (ruleId, inPlay, expected) => {
    const { unused } = suppress([findingIn(0)], await oneFor(ruleId), inPlay);
    expect(unused.map(({ severity, message }) => `${severity} ${message}`)).toEqual(expected);
  });
});

describe("suppressByComments", () => {
  it("puts what is to be said of the exceptions among the findings, in order", async () => {
    const document = await read(
      "甲\n\n<!-- gongwen-lint-disable-next law-title: 理由 -->\n\n乙\n\n<!-- gongwen-lint-disable-next law-title -->\n\n丙",
    );
    const findings = suppressByComments([findingIn(0), findingIn(2)], document, rules);
    expect(findings.map(({ ruleId, place }) => [place.block, ruleId])).toEqual([
      [0, "law-title"],
      [1, "unused-suppression"],
      [2, "suppression-without-reason"],
      [2, "law-title"],
    ]);
  });
});
