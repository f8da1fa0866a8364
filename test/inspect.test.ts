import { describe, expect, it } from "vitest";
import { inspect } from "../linter/inspect";
import { inspectOutputSchema, lintOutputSchema } from "../linter/reporters/contract";
import { countResults, type LintOutput } from "../linter/reporters/lintOutput";
import { unchecked } from "../linter/workspace/fileReport";
import { type Draft, readDraft } from "./support/draft";
import { testRegistry } from "./support/registry";

function inspected(draft: Draft, asOf = "2026-11-24") {
  const { document, facts } = readDraft(draft);
  const file = inspect(document, facts, testRegistry(), asOf);
  // Whatever the contract does not name would be stripped here and fail the comparison.
  expect(inspectOutputSchema.parse({ version: 1, files: [file] }).files).toEqual([file]);
  return file;
}

const NOTICE = [
  "云溪县人民政府办公室关于加强安全生产的通知",
  "云政办发〔2024〕12号",
  "各镇人民政府：",
  "根据《中华人民共和国安全生产法》（2014年修正）第三十条和《中华人民共和国合同法》，经县司法局合法性审核，现通知如下。",
  "本通知第一条适用于各镇。请学习《某某安全生产读本》。",
  "云溪县人民政府办公室",
  "2024年5月6日",
  "（此件公开发布）",
].join("\n");

describe("inspect", () => {
  it("gives the contract's file object", () => {
    const file = inspected({ text: NOTICE, path: "通知.txt" });
    expect(file).toMatchObject({
      path: "通知.txt",
      kind: "通知",
      elements: {
        docNumber: "云政办发〔2024〕12号",
        issuer: "云溪县人民政府办公室",
        title: "云溪县人民政府办公室关于加强安全生产的通知",
        addressees: "各镇人民政府",
        signatory: "云溪县人民政府办公室",
        date: "2024-05-06",
        securityClass: null,
        urgency: null,
        note: "（此件公开发布）",
        attachments: [],
      },
      disclosure: { value: "主动公开", quote: "（此件公开发布）", source: "text" },
      legalityReview: { present: true, source: "text" },
      interpretation: { present: false, quote: null, source: null },
    });
  });

  it("says what each citation is and in what state on the date", () => {
    const [safety, contract, ...others] = inspected({ text: NOTICE }).citations;
    expect(safety).toMatchObject({
      quote: "《中华人民共和国安全生产法》（2014年修正）第三十条",
      title: "中华人民共和国安全生产法",
      articles: ["第三十条"],
      versionNote: "2014年修正",
      number: null,
      resolved: { title: "中华人民共和国安全生产法", status: "in-force", replacedBy: null },
    });
    expect(contract?.resolved).toEqual({
      title: "中华人民共和国合同法",
      status: "repealed",
      replacedBy: "中华人民共和国民法典",
    });
    expect(others.filter(({ resolved }) => resolved !== null)).toEqual([]);
  });

  it("judges on the date asked for", () => {
    const [, contract] = inspected({ text: NOTICE }, "2019-06-01").citations;
    expect(contract?.resolved?.status).toBe("in-force");
  });

  it("leaves out what the document says of itself", () => {
    expect(inspected({ text: NOTICE }).citations.map(({ quote }) => quote)).not.toContain("本通知第一条");
  });

  it("believes metadata before the text, and names it", () => {
    const file = inspected({
      text: NOTICE,
      metadata: {
        disclosure: "依申请公开",
        legalityReview: { organ: "县司法局", number: "云法审〔2024〕5号", date: "2024-04-01" },
        interpretation: ["解读.md"],
      },
      metadataSource: "sidecar",
    });
    expect(file.disclosure).toEqual({ value: "依申请公开", quote: "依申请公开", source: "sidecar" });
    expect(file.legalityReview).toEqual({
      present: true,
      quote: "县司法局 云法审〔2024〕5号 2024-04-01",
      source: "sidecar",
    });
    expect(file.interpretation).toEqual({ present: true, quote: "解读.md", source: "sidecar" });
  });

  it("fits the contract when nothing was recognised", () => {
    expect(inspected({ text: "" })).toMatchObject({
      kind: null,
      disclosure: { value: null, quote: null, source: null },
      citations: [],
    });
  });
});

describe("lintOutputSchema", () => {
  const output: LintOutput = {
    version: 1,
    tool: { name: "gongwen-lint", version: "1.0.0" },
    asOf: "2026-11-24",
    registry: { asOf: "2026-09-30", count: 10 },
    files: [],
    counts: countResults([]),
  };

  it("accepts an output and an unreadable file", () => {
    const file = unchecked("坏.docx", "读不了");
    expect(
      lintOutputSchema.safeParse({ ...output, files: [file], counts: countResults([file]) }).success,
    ).toBe(true);
  });

  it.each([
    ["another version", { version: 2 }],
    ["a date that is none", { asOf: "昨天" }],
    ["a missing count", { counts: { files: 1 } }],
  ])("refuses %s", (_, change) => {
    expect(lintOutputSchema.safeParse({ ...output, ...change }).success).toBe(false);
  });
});
