import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { annotateFiles, copyPaths } from "../../linter/cli/annotate";
import { explainConflict, type FixOptions, lintAndFix } from "../../linter/cli/fix";
import { writeAtomically } from "../../linter/cli/writeFile";
import { readDocx } from "../../linter/readers/docx/readDocx";
import { readDocument } from "../../linter/readers/index";
import { unchecked } from "../../linter/workspace/fileReport";
import type { FileReport } from "../../linter/workspace/lintFiles";
import type { SourceFile } from "../../linter/workspace/load";
import { docx, p } from "../support/docx";
import { findingAt, fixOf, placeOf } from "../support/finding";
import { testRegistry } from "../support/registry";

const OPTIONS: FixOptions = { fix: true, trackChanges: true, author: "公文校核" };

let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongwen-fix-"));
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): SourceFile {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return { path, read: async () => new Uint8Array(readFileSync(path)) };
}

/** A linter with one rule: these words ought to be those. */
const linter = (words: Readonly<Record<string, string>>) => async (files: readonly SourceFile[]) => {
  const reports: FileReport[] = [];
  for (const { path, read } of files) {
    const document = await readDocument(await read(), path);
    const findings = Object.entries(words).flatMap(([wrong, right]) => {
      if (!document.blocks.some(({ text }) => text.includes(wrong))) return [];
      return [findingAt(document, wrong, { fix: fixOf(placeOf(document, wrong), right) })];
    });
    reports.push({ ...unchecked(path, null), findings });
  }
  return reports;
};

describe("fixing files", () => {
  it("goes on until nothing changes, and reports what is left", async () => {
    const text = file("草稿.txt", "甲乙丙丁");
    const { reports } = await lintAndFix(
      [text],
      linter({ 甲: "A", A: "B", 乙丙: "C", 丙丁: "D" }),
      {},
      OPTIONS,
    );
    expect(readFileSync(text.path, "utf8")).toBe("BC丁");
    expect([...reports].map(({ findings }) => findings)).toEqual([[]]);
    expect(said).toBe(`已修改 ${text.path}：3 处\n`);
  });

  it("stops where two fixes undo each other", async () => {
    const text = file("草稿.txt", "甲");
    await lintAndFix([text], linter({ 甲: "乙", 乙: "甲" }), {}, OPTIONS);
    expect(said).toContain("修改 10 遍");
  });

  it("writes nothing when it only tries, and shows the difference when asked", async () => {
    const text = file("草稿.txt", "甲\n丙\n");
    const word = file("草稿.docx", docx(p("甲") + p("丁")));
    const before = readFileSync(word.path);
    const dry = await lintAndFix(
      [text, word],
      linter({ 甲: "乙" }),
      {},
      { ...OPTIONS, fix: false, fixDryRun: true },
    );
    expect([...dry.reports].flatMap(({ findings }) => findings)).toEqual([]);
    expect(dry.diff).toBe("");
    const { diff } = await lintAndFix(
      [text, word],
      linter({ 甲: "乙" }),
      {},
      { ...OPTIONS, fix: false, diff: true },
    );
    expect(diff).toBe(
      `--- ${text.path}\n+++ ${text.path}\n@@ -1,2 +1,2 @@\n-甲\n+乙\n 丙\n--- ${word.path}\n+++ ${word.path}\n@@ -1,2 +1,2 @@\n-甲\n+乙\n 丁\n`,
    );
    expect(readFileSync(text.path, "utf8")).toBe("甲\n丙\n");
    expect(readFileSync(word.path)).toEqual(before);
  });

  it("tracks changes in Word, or not when told so", async () => {
    for (const [trackChanges, original] of [
      [true, "甲丁"],
      [false, "乙丁"],
    ] as const) {
      const word = file("草稿.docx", docx(p("甲丁")));
      await lintAndFix([word], linter({ 甲: "乙" }), {}, { ...OPTIONS, trackChanges });
      const texts = (revisions: "accepted" | "original") =>
        readDocx(new Uint8Array(readFileSync(word.path)), "草稿.docx", { revisions }).blocks[0]?.text;
      expect([texts("accepted"), texts("original")]).toEqual(["乙丁", original]);
    }
  });

  it("says what it could not change", async () => {
    const word = file(
      "草稿.docx",
      docx(p('<w:fldSimple w:instr="PAGE"><w:r><w:t>甲</w:t></w:r></w:fldSimple>')),
    );
    await lintAndFix([word], linter({ 甲: "乙" }), {}, OPTIONS);
    expect(said).toMatch(/^未能修改 .*草稿\.docx 的“甲”：这里的文字由域/);
  });

  it.each([
    [{ unsafeFixes: true }, /--fix/],
    [{ fix: true, stdinFilename: "a.txt" }, /标准输入/],
    [{ fix: true, revisions: "original" }, /--revisions/],
    [{ diff: true, unsafeFixes: true, stdinFilename: "a.txt" }, null],
  ])("%o", (given, expected) => {
    const conflict = explainConflict({
      trackChanges: true,
      author: "公文校核",
      revisions: "accepted",
      ...given,
    });
    if (expected) expect(conflict).toMatch(expected);
    else expect(conflict).toBeNull();
  });
});

describe("writing a file", () => {
  it("keeps permissions and links, and leaves nothing beside it", () => {
    const path = join(folder, "甲.txt");
    writeFileSync(path, "旧");
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, "链接.txt"));
    writeAtomically(join(folder, "链接.txt"), new TextEncoder().encode("新"));
    expect(readFileSync(path, "utf8")).toBe("新");
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "链接.txt")).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["甲.txt", "链接.txt"].sort());
  });

  it("that cannot be written leaves the old one", () => {
    mkdirSync(join(folder, "甲.txt"));
    expect(() => writeAtomically(join(folder, "甲.txt"), new Uint8Array(1))).toThrow();
    expect(readdirSync(folder)).toEqual(["甲.txt"]);
  });
});

describe("annotated copies", () => {
  const settings = () => ({ folder: join(folder, "批注"), author: "李四", read: {}, laws: testRegistry() });

  it("lie as the files do and leave these alone", async () => {
    const files = [
      file("一/甲.docx", docx(p("甲"))),
      file("一/二/乙.docx", docx(p("甲乙"))),
      file("丙.txt", "甲"),
    ];
    const before = files.map(({ path }) => readFileSync(path));
    const reports = await linter({ 甲: "乙" })(files);
    expect(await annotateFiles(reports, files, settings())).toBe(true);
    expect(readdirSync(settings().folder, { recursive: true }).sort()).toEqual(
      ["一", "一/甲.docx", "一/二", "一/二/乙.docx"]
        .map((path) => path.replace(/^一\/?/, ""))
        .filter(Boolean)
        .sort(),
    );
    expect(files.map(({ path }) => readFileSync(path))).toEqual(before);
    expect(said).toContain("已把 2 份带批注的文件写入");
  });

  it("grow no folder inside their own", async () => {
    const cwd = vi.spyOn(process, "cwd").mockReturnValue(folder);
    const word = file("批注/一/甲.docx", docx(p("甲")));
    expect(await annotateFiles(await linter({ 甲: "乙" })([word]), [word], settings())).toBe(false);
    expect(readdirSync(settings().folder).sort()).toEqual(["一"]);
    expect(said).toContain("就在 --annotate 的文件夹里");
    cwd.mockRestore();
  });

  it("are never written over what was given", async () => {
    const word = file("批注/甲.docx", docx(p("甲")));
    const before = readFileSync(word.path);
    expect(await annotateFiles(await linter({ 甲: "乙" })([word]), [word], settings())).toBe(false);
    expect(readFileSync(word.path)).toEqual(before);
    expect(said).toContain("就是送检的文件");
  });

  it.each([
    [
      ["送审/甲.docx", "乙.docx"],
      ["out/送审/甲.docx", "out/乙.docx"],
    ],
    [
      ["../外/甲.docx", "../外/二/乙.docx"],
      ["out/甲.docx", "out/二/乙.docx"],
    ],
    [[resolve("送审/甲.docx")], ["out/送审/甲.docx"]],
    [["/不在/这里/甲.docx"], ["out/甲.docx"]],
  ])("%j", (paths, expected) => {
    expect([...copyPaths(paths, "out").values()]).toEqual(expected);
  });
});
