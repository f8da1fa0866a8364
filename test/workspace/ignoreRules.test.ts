import { describe, expect, it } from "vitest";
import { IgnoreRules } from "../../linter/workspace/ignoreRules";

/** The texts of ignore files by folder; says how often each folder was asked for. */
function rulesOf(texts: Record<string, readonly string[]>) {
  const asked: string[] = [];
  const rules = new IgnoreRules(async (folder) => {
    asked.push(folder);
    return texts[folder] ?? [];
  });
  return { rules, asked };
}

describe("rules of ignore files, without a disk", () => {
  it("are taken from the nearest file that says anything, each folder asked once", async () => {
    const { rules, asked } = rulesOf({
      材料: ["*.txt\n草稿/\n", "!留.txt"],
      "材料/深": ["!甲.txt\n/乙.md"],
      "材料/草稿": ["!*"],
    });
    const ignored = async (path: string) => rules.ignores(path, "材料");
    expect(await ignored("材料/一.txt")).toBe(true);
    expect(await ignored("材料/留.txt")).toBe(false);
    expect(await ignored("材料/一.md")).toBe(false);
    expect(await ignored("材料/深/甲.txt")).toBe(false);
    expect(await ignored("材料/深/丙.txt")).toBe(true);
    expect(await ignored("材料/深/乙.md")).toBe(true);
    expect(await ignored("材料/深/深/乙.md")).toBe(false);
    // Nothing below an ignored folder can be taken back.
    expect(await ignored("材料/草稿/二.md")).toBe(true);
    expect(await ignored("材料/草稿/留.txt")).toBe(true);
    expect(asked.sort()).toEqual([...new Set(asked)]);
  });

  it("count below the folder that was asked for, and for paths from the top of a disk", async () => {
    const { rules } = rulesOf({ "/库": ["甲.md"], "/库/内": ["\uFEFF乙.md"] });
    await rules.open(["/库/内", "/库"]);
    expect(await rules.ignores("/库/内/甲.md", "/库/内")).toBe(true);
    expect(await rules.ignores("/库/内/乙.md", "/库/内")).toBe(true);
    rules.forget(["/库"]);
    expect(await rules.ignores("/库/内/甲.md", "/库/内")).toBe(false);
    const top = rulesOf({ "": ["/甲.md"] }).rules;
    expect([await top.ignores("/甲.md", ""), await top.ignores("/库/甲.md", "")]).toEqual([true, false]);
  });
});
