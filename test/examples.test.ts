import { existsSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { configureRules } from "../linter/engine/configure";
import { extensions } from "../linter/readers/index";
import { type FileReport, lintFiles } from "../linter/workspace/lintFiles";
import { findFiles } from "../linter/workspace/node/findFiles";
import { allRules } from "../rules/index";
import { testRegistry } from "./support/registry";

const folder = fileURLToPath(new URL("../examples", import.meta.url));

async function lintExamples(asOf: string): Promise<FileReport[]> {
  const { files, wanted } = await findFiles([folder], extensions);
  const rules = configureRules(allRules);
  const reports: FileReport[] = [];
  for await (const report of lintFiles(files, {
    rulesFor: () => rules,
    laws: testRegistry(),
    asOf,
    today: "2026-11-24",
    wanted: (path) => wanted.includes(path),
    exists: existsSync,
  })) {
    reports.push(report);
  }
  return reports.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One line a finding, so that a rule's change shows as a diff. */
function lines(reports: readonly FileReport[]): string[] {
  return reports.flatMap(({ path, error, findings }) => {
    const name = relative(folder, path);
    if (error !== null) return [`${name}: ${error}`];
    return findings.map(
      ({ severity, ruleId, location: { line, column, paragraph }, quote, message, fix }) =>
        `${name}:${line ? `${line}:${column}` : `¶${paragraph}`} ${severity} ${ruleId} “${quote}” ${message}${fix ? ` → ${fix.title}` : ""}`,
    );
  });
}

describe("examples", () => {
  it("give the findings that were looked at, judged on one day", async () => {
    expect(lines(await lintExamples("2026-11-24"))).toMatchSnapshot();
  });

  it("give the findings that were looked at, judged on their own dates", async () => {
    expect(lines(await lintExamples("document"))).toMatchSnapshot();
  });

  it("give the same findings on every run, each inside its paragraph", async () => {
    const first = await lintExamples("2026-11-24");
    expect(await lintExamples("2026-11-24")).toEqual(first);
    for (const { findings } of first) {
      for (const { place, sentence } of findings) {
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        expect(sentence.end).toBeLessThanOrEqual(sentence.text.length);
      }
    }
  });
});
