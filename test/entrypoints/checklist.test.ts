import { expect, test } from "vitest";
import { type Checked, checklist } from "../../entrypoints/background/checklist";
import type { ChecklistEntry, CoreItem, DraftFinding } from "../../entrypoints/shared/messages";
import type { InspectedFile } from "../../linter/reporters/contract";
import { allRules } from "../../rules/index";

const NOTHING = { present: false, quote: null, source: null };
const INSPECTED: InspectedFile = {
  path: "",
  kind: "办法",
  normative: { value: false, because: ["内部管理制度"] },
  policy: { value: false, because: ["没有政策措施"] },
  elements: {
    docNumber: null,
    issuer: null,
    title: null,
    addressees: null,
    signatory: null,
    date: null,
    securityClass: null,
    urgency: null,
    note: null,
    attachments: [],
  },
  disclosure: { value: null, quote: null, source: null },
  legalityReview: NOTHING,
  interpretation: NOTHING,
  citations: [],
};

function finding(ruleId: string, severity: DraftFinding["severity"]): DraftFinding {
  return {
    key: ruleId,
    ruleId,
    severity,
    message: `${ruleId} 的说明`,
    quote: "",
    paragraph: "p1",
    start: 0,
    end: 0,
    basis: [],
    suggestions: [],
    fix: null,
  };
}

function entry(item: CoreItem, changes: Partial<Checked>): ChecklistEntry {
  const entries = checklist({
    inspected: INSPECTED,
    findings: [],
    rules: allRules,
    isPartial: false,
    isOn: () => true,
    ...changes,
  });
  expect(entries.map((one) => one.item)).toEqual([
    "interpretation",
    "legality-review",
    "disclosure",
    "citations",
  ]);
  return entries.find((one) => one.item === item) as ChecklistEntry;
}

test("what the text shows is there, with its words", () => {
  const legalityReview = { present: true, quote: "经县司法局合法性审核", source: "text" as const };
  const { state, evidence } = entry("legality-review", { inspected: { ...INSPECTED, legalityReview } });
  expect(state).toBe("ok");
  expect(evidence).toEqual(["正文：经县司法局合法性审核"]);
});

test("what was filled in says so", () => {
  const disclosure = { value: "主动公开" as const, quote: "主动公开", source: "form" as const };
  const { state, evidence } = entry("disclosure", { inspected: { ...INSPECTED, disclosure } });
  expect(state).toBe("ok");
  expect(evidence.join()).toContain("填写的信息");
});

test("what is owed and not seen cannot be seen from here: no error", () => {
  const findings = [finding("missing-interpretation", "info")];
  expect(entry("interpretation", { findings })).toMatchObject({
    state: "unseen",
    evidence: ["missing-interpretation 的说明"],
  });
});

test("a kind that owes nothing says why", () => {
  const { state, evidence } = entry("interpretation", {});
  expect(state).toBe("not-owed");
  expect(evidence).toContain("内部管理制度");
});

test("a rule that is off or ignored proves nothing", () => {
  expect(entry("disclosure", { isOn: (id) => id !== "missing-disclosure" }).state).toBe("unseen");
});

test("an error outweighs evidence", () => {
  const disclosure = { value: "主动公开" as const, quote: "（此件公开发布）", source: "text" as const };
  const findings = [finding("disclosure-conflict", "error")];
  expect(entry("disclosure", { inspected: { ...INSPECTED, disclosure }, findings }).state).toBe("attention");
});

test("citations are green only as far as the registry knows them", () => {
  const known = {
    quote: "《中华人民共和国民法典》",
    title: "中华人民共和国民法典",
    articles: [],
    versionNote: null,
    number: null,
    resolved: { title: "中华人民共和国民法典", status: "in-force" as const, replacedBy: null },
    location: { line: null, column: null },
  };
  const citations = [known, { ...known, title: "云溪县某办法", resolved: null }];
  const { state, evidence } = entry("citations", { inspected: { ...INSPECTED, citations } });
  expect(state).toBe("ok");
  expect(evidence.join()).toContain("1 处不在法规库中");
  expect(entry("citations", { findings: [finding("repealed-law", "error")] }).state).toBe("attention");
});

test("of a part nothing is called missing, owed by no one or checked as a whole", () => {
  for (const item of ["interpretation", "legality-review", "disclosure", "citations"] as const) {
    const { state, evidence } = entry(item, { isPartial: true });
    expect(state).toBe("unseen");
    expect(evidence.join()).toMatch(/看得到/);
  }
  const disclosure = { value: "主动公开" as const, quote: "（此件公开发布）", source: "text" as const };
  const inspected = { ...INSPECTED, disclosure };
  expect(entry("disclosure", { inspected, isPartial: true }).state).toBe("ok");
  const findings = [finding("repealed-law", "error")];
  expect(entry("citations", { findings, isPartial: true }).state).toBe("attention");
});
