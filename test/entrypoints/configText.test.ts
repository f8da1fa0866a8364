import { expect, test } from "vitest";
import { type Profile, readConfig, writeConfig } from "../../entrypoints/settings/configText";
import { rulesOf } from "../../entrypoints/settings/profileRules";

test("what is written is read again", async () => {
  const profile = {
    preset: "strict" as const,
    rules: {
      "law-title": "off" as const,
      "interpretation-quality": ["warning", { leastLength: 150 }] as const,
    },
    patterns: [],
    ownWords: [],
  };
  const read = await readConfig(await writeConfig(profile));
  expect(read).toEqual({ profile, notes: [], problems: [] });
});

test("JSON is read as well, and nothing stands for the recommended rules", async () => {
  expect((await readConfig('{"extends":["minimal"],"rules":{"law-number":"info"}}')).profile).toEqual({
    preset: "minimal",
    rules: { "law-number": "info" },
    patterns: [],
    ownWords: [],
  });
  expect((await readConfig("")).profile).toMatchObject({ preset: "recommended", rules: {} });
});

const PATTERNS = `patterns:
  - id: local/old-name
    title: 旧名
    basis: [机构改革方案]
    words: { 工商局: 市场监督管理局 }
    boundaries: true
organs: [云溪局]
terms: [办件量]
rules: { local/old-name: info }
`;

test("own rules come in with their words, and go out as the command line reads them", async () => {
  const { profile, notes } = await readConfig(PATTERNS);
  expect(notes).toEqual([]);
  expect(profile).toMatchObject({
    rules: { "local/old-name": "info" },
    patterns: [{ id: "local/old-name", severity: "warning", boundaries: true }],
    ownWords: ["云溪局", "办件量"],
  });
  const written = await writeConfig(profile as Profile);
  // What was left to its default is not written out.
  expect(written).not.toMatch(/kinds|except|severity/);
  expect((await readConfig(written)).profile).toEqual(profile);
});

test.each(["profile: 湖南\n", "profile: { name: 云溪, validity: { basis: 云溪县规定, years: 3 } }\n"])(
  "the local profile comes in, has its effect and goes out: %s",
  async (text) => {
    const profile = (await readConfig(text)).profile as Profile;
    const rule = rulesOf(profile).find(({ rule }) => rule.id === "validity-period");
    expect(rule?.options).toMatchObject({ years: text.includes("湖南") ? 5 : 3 });
    expect((await readConfig(await writeConfig(profile))).profile).toEqual(profile);
  },
);

test("a level of an own rule that is gone is not written", async () => {
  const profile = { ...((await readConfig(PATTERNS)).profile as Profile), patterns: [] };
  expect((await readConfig(await writeConfig(profile))).problems).toEqual([]);
});

test.each([
  ["extends: [recommended, ../全县.yaml]\n", "../全县.yaml"],
  ["overrides:\n  - files: ['已印发/**']\n    rules: {}\n", "overrides"],
  ["ignore: [草稿]\n", "ignore"],
  ["laws: [本县文件.csv]\n", "本县文件.csv"],
])("what only the command line uses is named: %s", async (text, named) => {
  const { profile, notes } = await readConfig(text);
  expect(profile).not.toBeNull();
  expect(notes.join()).toContain(named);
});

test.each([
  ["rules: {\n", "YAML"],
  ["rules:\n  no-such-rule: error\n", "rules.no-such-rule"],
  ["rules:\n  law-title: loud\n", "rules.law-title"],
  ["rule: {}\n", "rule"],
  ["patterns: [{ id: local/x, title: 测试, basis: [某办法], regex: (甲+)+乙 }]\n", "patterns[0].regex"],
])("a wrong configuration is refused with the place: %s", async (text, named) => {
  const { profile, problems } = await readConfig(text);
  expect(profile).toBeNull();
  expect(problems.join()).toContain(named);
});
