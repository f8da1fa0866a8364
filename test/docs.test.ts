import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatedPages } from "../docs/generate";

const docs = new URL("../docs/", import.meta.url);

describe("rule reference", () => {
  it.each([...generatedPages()])("docs/%s is what `npm run docs` writes", (path, text) => {
    expect(readFileSync(new URL(path, docs), "utf8")).toBe(text);
  });

  it("has no page without a rule", () => {
    const pages = readdirSync(new URL("rules/", docs), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `rules/${name.replaceAll("\\", "/")}`);
    const generated = [...generatedPages().keys()].filter((path) => path.startsWith("rules/"));
    expect(pages.sort()).toEqual(generated.sort());
  });
});

describe("the schemas that the examples name", () => {
  it.each(["gongwen.config.yaml", "送审/犬只管理办法/gongwen.yaml"])("is there for %s", (name) => {
    const file = new URL(`../examples/${name}`, import.meta.url);
    const [, schema = ""] =
      /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(file, "utf8")) ?? [];
    const known = [...generatedPages().keys()].map((path) => new URL(path, docs).href);
    expect(known).toContain(new URL(schema, file).href);
  });
});
