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
