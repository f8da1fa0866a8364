import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFiles } from "../../linter/workspace/node/findFiles";

/** What is found of these files, relative to their folder; of the folder's parts named, or the whole. */
async function found(files: Record<string, string>, ...patterns: string[]): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "gongwen-ignore-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const named = patterns.length > 0 ? patterns.map((pattern) => join(root, pattern)) : [root];
  const { files: all } = await findFiles(named, ["md"]);
  return all.map(({ path }) => path.slice(root.length + 1)).sort();
}

const DOCUMENTS = { "甲.md": "", "草稿/乙.md": "", "草稿/丙.md": "", "库/草稿/丁.md": "" };

describe("ignore files", () => {
  it("leave out what they name, at any depth or at their own folder's top", async () => {
    expect(await found({ ...DOCUMENTS, ".gongwenignore": "草稿/\n" })).toEqual(["甲.md"]);
    expect(await found({ ...DOCUMENTS, ".gongwenignore": "/草稿/\n" })).toEqual(["库/草稿/丁.md", "甲.md"]);
    expect(await found({ ...DOCUMENTS, ".gitignore": "\uFEFF甲.md" })).toEqual([
      "库/草稿/丁.md",
      "草稿/丙.md",
      "草稿/乙.md",
    ]);
  });

  it("can be taken back by .gongwenignore and by nearer ones, but not below an ignored folder", async () => {
    expect(await found({ ...DOCUMENTS, ".gitignore": "*.md", ".gongwenignore": "!甲.md" })).toEqual([
      "甲.md",
    ]);
    expect(await found({ ...DOCUMENTS, ".gitignore": "*.md", "草稿/.gitignore": "!乙.md" })).toEqual([
      "草稿/乙.md",
    ]);
    expect(await found({ ...DOCUMENTS, ".gitignore": "草稿", "草稿/.gitignore": "!乙.md" })).toEqual([
      "甲.md",
    ]);
  });

  it("count above a named folder too: .gitignore as far as the repository goes", async () => {
    const files = { ...DOCUMENTS, ".gitignore": "丙.md", ".gongwenignore": "乙.md" };
    expect(await found(files, "草稿")).toEqual(["草稿/丙.md"]);
    expect(await found({ ...files, ".git/HEAD": "" }, "草稿")).toEqual([]);
    expect(await found({ ...files, ".git/HEAD": "" }, "草稿/*.md")).toEqual([]);
  });

  it("never leave out a file or folder that is named by itself", async () => {
    const files = { ...DOCUMENTS, ".gongwenignore": "草稿\n甲.md" };
    expect(await found(files, "甲.md")).toEqual(["甲.md"]);
    expect(await found(files, "草稿")).toEqual(["草稿/丙.md", "草稿/乙.md"]);
  });

  it("leave out companions beside a named file", async () => {
    const files = { "甲.md": "", "甲解读.md": "", "乙解读.md": "", ".gongwenignore": "乙解读.md" };
    expect(await found(files, "甲.md")).toEqual(["甲.md", "甲解读.md"]);
  });
});
