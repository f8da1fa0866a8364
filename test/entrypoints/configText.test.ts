import { expect, test } from "vitest";
import { readConfig, writeConfig } from "../../entrypoints/settings/configText";

test("what is written is read again", async () => {
  const profile = {
    preset: "strict" as const,
    rules: {
      "law-title": "off" as const,
      "interpretation-quality": ["warning", { leastLength: 150 }] as const,
    },
  };
  const read = await readConfig(await writeConfig(profile));
  expect(read).toEqual({ profile, notes: [], problems: [] });
});

test("JSON is read as well, and nothing stands for the recommended rules", async () => {
  expect((await readConfig('{"extends":["minimal"],"rules":{"law-number":"info"}}')).profile).toEqual({
    preset: "minimal",
    rules: { "law-number": "info" },
  });
  expect((await readConfig("")).profile).toEqual({ preset: "recommended", rules: {} });
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
])("a wrong configuration is refused with the place: %s", async (text, named) => {
  const { profile, problems } = await readConfig(text);
  expect(profile).toBeNull();
  expect(problems.join()).toContain(named);
});
