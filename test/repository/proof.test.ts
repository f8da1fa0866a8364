import { describe, expect, it } from "vitest";
import type { FileReport } from "../../linter/workspace/lintFiles";
import { allRules } from "../../rules/index";
import { lintTexts } from "../support/lintText";
import { testRegistry } from "../support/registry";
import { ARCHIVE_DEFECTS } from "./archive";
import { LETTER_DEFECTS, SUBMISSION_DEFECTS } from "./defects";
import { type GeneratedRepository, generateRepository } from "./generate";

const AS_OF = "2026-11-24";

function generate(seed: number, documents: number, defects: number): GeneratedRepository {
  return generateRepository({ documents, seed, defects, laws: testRegistry(), asOf: AS_OF });
}

async function lintAll({ files }: GeneratedRepository): Promise<FileReport[]> {
  return lintTexts(Object.fromEntries(files), { asOf: AS_OF });
}

function found(reports: readonly FileReport[]): string[] {
  return reports.flatMap(({ path, findings }) => findings.map(({ ruleId }) => `${path} ${ruleId}`)).sort();
}

describe("a generated repository", () => {
  it("is the same for the same seed", () => {
    const [one, two] = [generate(7, 60, 1), generate(7, 60, 1)];
    expect(two.expected).toEqual(one.expected);
    expect([...two.files.keys()]).toEqual([...one.files.keys()]);
  });

  it("has a defect for every rule", () => {
    const planted = new Set(
      [...LETTER_DEFECTS, ...SUBMISSION_DEFECTS, ...ARCHIVE_DEFECTS].map(({ ruleId }) => ruleId),
    );
    expect(allRules.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  it("gives no finding at all without defects", async () => {
    const reports = await lintAll(generate(11, 400, 0));
    expect(reports.length).toBeGreaterThanOrEqual(400);
    expect(reports.filter(({ error }) => error !== null)).toEqual([]);
    expect(found(reports)).toEqual([]);
  });

  it.each([1, 2])(
    "with defects is found out to the last one, and none is invented (seed %i)",
    async (seed) => {
      const repository = generate(seed, 500, 4);
      const reports = await lintAll(repository);
      expect(reports.filter(({ error }) => error !== null)).toEqual([]);
      const planted = repository.expected.map(({ path, ruleId }) => `${path} ${ruleId}`);
      expect(planted.length).toBeGreaterThan(100);
      expect(found(reports)).toEqual(planted.sort());
      for (const { path, ruleId, quote = "" } of repository.expected) {
        const finding = reports
          .find((report) => report.path === path)
          ?.findings.find((candidate) => candidate.ruleId === ruleId);
        expect(finding?.quote).toContain(quote);
      }
    },
  );
});
