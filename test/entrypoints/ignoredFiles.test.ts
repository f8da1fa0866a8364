import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { sortFiles } from "../../entrypoints/workbench/chosenFiles";
import { obeyIgnoreFiles } from "../../entrypoints/workbench/ignoredFiles";
import { extensions } from "../../linter/readers/index";
import { findFiles } from "../../linter/workspace/node/findFiles";

async function chosen(files: Record<string, string>, named: readonly string[] = []) {
  const given = Object.entries(files).map(([path, text]) => ({
    path,
    content: new Blob([text]),
    isNamed: named.includes(path),
  }));
  const { checked, skipped, leftOut } = await obeyIgnoreFiles(sortFiles(given), given);
  return { checked: checked.map(({ path }) => path), skipped, leftOut };
}

/** What the command line would read of the same folder, called 材料. */
async function onCommandLine(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "gongwen-left-out-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { files: found } = await findFiles([join(root, "材料")], extensions);
  rmSync(root, { recursive: true });
  return found.map(({ path }) => path.slice(root.length + 1)).sort();
}

const TREE: Record<string, string> = {
  "材料/.gitignore": "*.txt\n输出/\n/草稿/*\n!/草稿/定稿.md\n\\#甲.md\n",
  "材料/.gongwenignore": "!公告.txt\n外来.md\n",
  "材料/一.md": "",
  "材料/公告.txt": "",
  "材料/笔记.txt": "",
  "材料/#甲.md": "",
  "材料/外来.md": "",
  "材料/输出/二.md": "",
  "材料/输出/.gitignore": "!二.md\n",
  "材料/草稿/三.md": "",
  "材料/草稿/定稿.md": "",
  "材料/深/.gitignore": "!笔记.txt\ngongwen.yaml\n",
  "材料/深/笔记.txt": "",
  "材料/深/外来.md": "",
  "材料/深/gongwen.yaml": "",
  "材料/深/更深/gongwen.yaml": "",
  "材料/深/更深/.gitignore": "!gongwen.yaml\n",
  "材料/深/更深/四.md": "",
  "材料/.git/info/五.md": "",
  "材料/node_modules/六.md": "",
  "材料/图.png": "",
  "材料/输出/图.png": "",
};

describe("ignore files in a folder dropped on the workbench", () => {
  it("leave out what they leave out on the command line, and that is said", async () => {
    const { checked, skipped, leftOut } = await chosen(TREE);
    expect(checked).toEqual(await onCommandLine(TREE));
    expect(checked).toEqual([
      "材料/一.md",
      "材料/公告.txt",
      "材料/深/更深/gongwen.yaml",
      "材料/深/更深/四.md",
      "材料/深/笔记.txt",
      "材料/草稿/定稿.md",
    ]);
    expect(leftOut).toEqual({
      by: [".gitignore", ".gongwenignore"],
      paths: [
        "材料/#甲.md",
        "材料/外来.md",
        "材料/深/gongwen.yaml",
        "材料/深/外来.md",
        "材料/笔记.txt",
        "材料/草稿/三.md",
        "材料/输出/二.md",
        "材料/输出/图.png",
      ],
    });
    expect(skipped).toEqual(["材料/图.png"]);
  });

  it("count for their own folder only, when several are dropped", async () => {
    const { checked, leftOut } = await chosen({ "甲/.gitignore": "*.md\n", "甲/一.md": "", "乙/一.md": "" });
    expect(checked).toEqual(["乙/一.md"]);
    expect(leftOut).toEqual({ by: [".gitignore"], paths: ["甲/一.md"] });
  });

  it("do not count for files chosen by themselves, nor when chosen so", async () => {
    const named = ["一.md", ".gitignore"];
    const { checked, leftOut } = await chosen({ ".gitignore": "*.md\n", "一.md": "" }, named);
    expect(checked).toContain("一.md");
    expect(leftOut).toEqual({ by: [], paths: [] });
  });
});
