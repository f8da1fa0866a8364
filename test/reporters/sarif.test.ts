import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { sarif } from "../../linter/reporters/sarif";
import { citation, results, settings } from "./results";

const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 says against a log. */
function faults(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("sarif", () => {
  const log: Log = JSON.parse([...sarif(results, settings)].join(""));
  const run = log.runs[0];

  it("keeps to the schema of 2.1.0, which is not silent", () => {
    expect(faults(log)).toEqual([]);
    expect(faults({ ...log, version: "2.0.0" })).not.toEqual([]);
    expect(faults({ ...log, runs: [{ ...run, results: [{ level: "info" }] }] })).not.toEqual([]);
  });

  it("describes the rules that occur, with help where they are known", () => {
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(["law-number", "missing-interpretation"]);
    expect(run?.tool.driver.rules?.[0]).toMatchObject({
      shortDescription: { text: "文号有误" },
      help: { markdown: "引用的文号应与原文一致。\n\n- 依据：《党政机关公文格式》" },
      defaultConfiguration: { level: "error" },
    });
  });

  it("places a finding by line and column, and by paragraph where there are no lines", () => {
    expect(run?.results?.map(({ level, locations }) => [level, locations?.[0]])).toEqual([
      [
        "error",
        {
          physicalLocation: {
            artifactLocation: { uri: "%E9%80%9A%E7%9F%A5%2C%E4%B8%80.txt", index: 0 },
            region: { startLine: 3, startColumn: 6, endLine: 3, endColumn: 14 },
          },
          logicalLocations: [{ name: "第3段", kind: "paragraph" }],
        },
      ],
      [
        "note",
        {
          physicalLocation: {
            artifactLocation: { uri: "%E9%80%81%E5%AE%A1/%E5%8A%9E%E6%B3%95%20%231.docx", index: 1 },
          },
          logicalLocations: [{ name: "第1段", kind: "paragraph" }],
        },
      ],
    ]);
  });

  it("carries fixes that may be applied, and only those", () => {
    expect(run?.results?.[0]?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 3, startColumn: 6, endLine: 3, endColumn: 12 },
        insertedContent: { text: "〔2018〕" },
      },
    ]);
    const shown = { ...citation, fix: citation.fix && { ...citation.fix, safety: "suggestion" as const } };
    const files = results.files.slice(0, 1).map((file) => ({ ...file, findings: [shown] }));
    const other: Log = JSON.parse([...sarif({ ...results, files }, settings)].join(""));
    expect(other.runs[0]?.results?.[0]).not.toHaveProperty("fixes");
  });

  it("tells of the file that was not checked, and that the run did not succeed", () => {
    expect(run?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: "error", message: { text: "读取时出错\n文件已损坏" } }],
    });
  });

  it("writes absolute paths as file URIs", () => {
    const at = (path: string) => {
      const files = [{ ...results.files[0], path } as (typeof results.files)[number]];
      const absolute: Log = JSON.parse([...sarif({ ...results, files }, settings)].join(""));
      return absolute.runs[0]?.artifacts?.[0]?.location?.uri;
    };
    expect(at("/公文/a.txt")).toBe("file:///%E5%85%AC%E6%96%87/a.txt");
    expect(at("C:/a b.txt")).toBe("file:///C:/a%20b.txt");
  });
});
