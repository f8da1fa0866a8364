import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { configJsonSchema } from "../../linter/engine/configJsonSchema";
import { allRules } from "../../rules/index";

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(configJsonSchema(allRules));
const paths = (value: unknown) => {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

describe("the JSON Schema of a configuration", () => {
  it("accepts the example and everything docs/configuration.md shows", () => {
    const example = new URL("../../examples/gongwen.config.yaml", import.meta.url);
    expect(paths(parse(readFileSync(example, "utf8")))).toEqual([]);
    const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text ?? ""));
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) expect(paths(block)).toEqual([]);
  });

  it.each([
    ["a key that is none", { rulez: {} }, " additionalProperties"],
    ["a rule that is none", { rules: { "no-such-rule": "off" } }, "/rules additionalProperties"],
    ["a level that is none", { rules: { "repealed-law": "fatal" } }, "/rules/repealed-law enum"],
    [
      "a rule's option that is none",
      { rules: { "layout/margins": ["error", { tolerence: 1 }] } },
      "/rules/layout~1margins/1 additionalProperties",
    ],
    [
      "a rule in an override that is none",
      { overrides: [{ files: [], rules: { x: "off" } }] },
      "/overrides/0/rules additionalProperties",
    ],
    ["a local profile that is none", { profile: "云溪" }, "/profile enum"],
    [
      "a local profile without the rule it rests on",
      { profile: { name: "云溪", validity: { years: 5 } } },
      "/profile/validity required",
    ],
    [
      "a pattern without basis",
      { patterns: [{ id: "local/x", title: "甲", words: ["乙"] }] },
      "/patterns/0 required",
    ],
  ])("refuses %s", (_, value, path) => {
    expect(paths(value)).toContain(path);
  });
});
