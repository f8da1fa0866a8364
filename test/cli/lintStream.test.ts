import { describe, expect, it } from "vitest";
import { folderOf, runCli } from "../support/commandLine";

const OLD = "根据《中华人民共和国合同法》检查。";

describe("lint --stdin-ndjson", () => {
  it("takes one line for one document, whatever stands in its text, and names the line that is none", () => {
    const lines = [
      JSON.stringify({ path: "一.txt", text: `关于检查的通知\u2028${OLD}\u2029\u0085` }),
      "",
      "{不是",
      JSON.stringify({ path: "二.txt", base64: Buffer.from(OLD).toString("base64") }),
    ];
    const { status, stdout, stderr } = runCli(folderOf(), ["lint", "--stdin-ndjson"], lines.join("\r\n"));
    expect([status, stderr]).toEqual([2, "第 3 行：不是 JSON\n"]);
    const [first, wrong, last, ...more] = stdout.split("\n").map((line) => (line ? JSON.parse(line) : null));
    expect(first).toMatchObject({ path: "一.txt", error: null });
    expect(wrong).toEqual({ line: 3, error: "不是 JSON" });
    expect(last.findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("repealed-law");
    expect(more).toEqual([null]);
  });
});
