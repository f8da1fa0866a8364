import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Preferences } from "../../entrypoints/background/preferences";
import { readConfig } from "../../entrypoints/settings/configText";
import { forgetManaged, readManaged } from "../../entrypoints/settings/managed";
import { profileInEffect } from "../../entrypoints/settings/profile";
import { ownRules, rulesOf } from "../../entrypoints/settings/profileRules";
import { patternOf } from "../../linter/engine/patterns/compile";

const policy = vi.hoisted(() => ({ config: "" }));
vi.mock("wxt/browser", () => ({ browser: { storage: { managed: { get: async () => policy } } } }));

const rule = (id: string, words: string, more = "") =>
  `  - { id: local/${id}, title: 用词, basis: [本县规定], words: [${words}]${more} }\n`;

/** What a user has after an import, and nothing else. */
async function imported(config: string): Promise<Preferences> {
  const { profile } = await readConfig(config);
  if (!profile) throw new Error("the configuration of this test is wrong");
  const { rules, patterns, ownWords } = profile;
  const own = { rules: rules as Preferences["rules"], patterns: [...patterns], ownWords: [...ownWords] };
  return { salt: "", ignoredFindings: {}, ignoredRules: {}, ...own };
}

beforeEach(forgetManaged);

describe("own rules of the organisation's policy", () => {
  test("run, and the user's of the same id take their place", async () => {
    policy.config = `patterns:\n${rule("a", "有关单位")}${rule("b", "适时")}rules: { local/a: info }\n`;
    const profile = await profileInEffect(await imported(`patterns:\n${rule("b", "尽快")}`));
    expect((await readManaged()).problems).toEqual([]);
    const own = rulesOf(profile).filter(({ rule }) => rule.id.startsWith("local/"));
    expect(own.map(({ rule, severity }) => [rule.id, severity, patternOf(rule)?.words])).toEqual([
      ["local/a", "info", ["有关单位"]],
      ["local/b", "warning", ["尽快"]],
    ]);
  });

  test("know the words of both where they ask for boundaries", async () => {
    policy.config = `patterns:\n${rule("a", "法制办", ", boundaries: true")}terms: [法制办公会]\n`;
    const profile = await profileInEffect(await imported("organs: [云溪局]\n"));
    expect(ownRules(profile).map((own) => patternOf(own)?.ownWords)).toEqual([["法制办公会", "云溪局"]]);
  });

  test("with an expression that could run for hours are refused and told", async () => {
    policy.config = "patterns: [{ id: local/slow, title: 慢, basis: [本县规定], regex: (甲+)+乙 }]\n";
    const { profile, problems } = await readManaged();
    expect(profile).toBeNull();
    expect(problems).toEqual([expect.stringContaining("config：patterns[0].regex：")]);
  });
});
