import { expect, test } from "vitest";
import { fingerprints } from "../../linter/engine/fingerprint";
import { findingsOf } from "../support/lintText";

const BODY = `各区人民政府，市政府各部门：
现将《某市招标投标管理办法》印发给你们，请认真贯彻执行。
某市人民政府办公室
2026年3月2日
`;

async function disclosure(title: string) {
  const findings = await findingsOf({ "a.txt": `${title}\n${BODY}` });
  const [found, ...others] = findings.filter(({ ruleId }) => ruleId === "missing-disclosure");
  if (!found || others.length > 0) throw new Error("expected one finding on the document as a whole");
  return found;
}

test("a finding on the document as a whole quotes all lines of the title and sits on the first", async () => {
  const found = await disclosure("某市人民政府办公室\n关于印发《某市招标投标\n管理办法》的通知");
  expect(found.quote).toBe("某市人民政府办公室关于印发《某市招标投标管理办法》的通知");
  expect(found.place).toEqual({ block: 0, start: 0, end: 9 });
  expect(found.location).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 10 });
});

test("a title of one line is quoted as it is written", async () => {
  const title = "某市人民政府办公室　关于印发《某市招标投标管理办法》的通　知";
  expect((await disclosure(title)).quote).toBe(title);
});

test("known findings on titles stay known", async () => {
  const found = await disclosure("某市人民政府办公室\n关于印发《某市招标投标管理办法》的通知");
  const onFirstLine = { ...found, quote: "某市人民政府办公室" };
  expect(fingerprints([found])).toEqual(fingerprints([onFirstLine]));
});
