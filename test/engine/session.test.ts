import { expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../linter/engine/baseline";
import { configureRules } from "../../linter/engine/configure";
import { fingerprints } from "../../linter/engine/fingerprint";
import { createSession, type Session } from "../../linter/engine/session";
import { allRules } from "../../rules/index";
import { testRegistry } from "../support/registry";

const LINES = [
  "云溪县人民政府办公室关于加强合同管理的通知",
  "各乡镇人民政府，县政府各部门：",
  "根据《中华人民共和国合同法》，现就有关事项通知如下。",
  "一、依法办理《中华人民共和国担保法》规定的事项。",
  "云溪县人民政府办公室",
  "2026年11月20日",
];
const WHOLE = {
  order: LINES.map((_, at) => `p${at}`),
  changed: LINES.map((text, at) => ({ id: `p${at}`, version: 1, text })),
};

function session(baseline?: ReadonlySet<string>): Session {
  const rules = configureRules(allRules);
  const asOf = { date: "2026-11-24", from: "given" as const };
  return createSession({ rules, laws: testRegistry(), asOf, baseline });
}

function idsOf({ findings }: { findings: readonly { ruleId: string }[] }): string[] {
  return findings.map(({ ruleId }) => ruleId).sort();
}

test("of a part of a draft nothing is said to be missing", () => {
  const open = session();
  expect(idsOf(open.apply(WHOLE))).toContain("missing-disclosure");
  const part = open.apply({ changed: [], isPartial: true });
  expect(idsOf(part)).toEqual(["repealed-law", "repealed-law"]);
  // It stays a part until the editor shows the whole.
  expect(idsOf(open.apply({ changed: [] }))).toEqual(["repealed-law", "repealed-law"]);
  expect(idsOf(open.apply({ changed: [], isPartial: false }))).toContain("missing-disclosure");
});

test("of a part no reason is missed either", () => {
  const open = session();
  const note = { id: "p6", version: 1, text: "（此件不予公开）" };
  const order = [...WHOLE.order, note.id];
  expect(idsOf(open.apply({ order, changed: [...WHOLE.changed, note] }))).toContain("disclosure-reason");
  expect(idsOf(open.apply({ changed: [], isPartial: true }))).not.toContain("disclosure-reason");
});

test("what the baseline knows is not shown, but counted, until its sentence changes", () => {
  const all = session().apply(WHOLE).findings;
  const [first, second] = all.filter(({ ruleId }) => ruleId === "repealed-law");
  if (!first || !second) throw new Error("two repealed laws are cited");
  const mark = fingerprints(all)[all.indexOf(first)] as string;
  const entry = { path: "旧稿.docx", ruleId: first.ruleId, fingerprint: mark, words: "根据" };
  const { entries } = parseBaseline(formatBaseline([entry]));
  const open = session(new Set(entries.map(({ fingerprint }) => fingerprint)));

  const answer = open.apply(WHOLE);
  expect(answer.covered.map(({ quote }) => quote)).toEqual([first.quote]);
  expect(answer.findings.map(({ quote }) => quote)).toEqual(
    all.filter((one) => one !== first).map(({ quote }) => quote),
  );
  // The same act in another sentence is a new finding.
  const changed = [{ id: "p2", version: 2, text: "依照《中华人民共和国合同法》，现将有关事项通知如下。" }];
  expect(open.apply({ changed }).covered).toEqual([]);
});
