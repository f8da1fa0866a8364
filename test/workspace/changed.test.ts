import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { configureRules } from "../../linter/engine/configure";
import { collectFiles } from "../../linter/workspace/lintFiles";
import { changeSince } from "../../linter/workspace/node/change";
import { changedSince, touchedFiles } from "../../linter/workspace/node/changed";
import { allRules } from "../../rules/index";
import { testRegistry } from "../support/registry";

/** A git repository in a temporary folder, made by steps. */
function repository() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gongwen-git-")));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  git("init", "--quiet", "--initial-branch=main");
  return {
    folder,
    git,
    write,
    remove: (path: string) => rmSync(join(folder, path)),
    commit: () => {
      git("add", "--all");
      git("commit", "--quiet", "--message=一步");
    },
    changed: async (revision: string, from = ".") =>
      [...(await changedSince(revision, join(folder, from))).paths]
        .map((path) => path.slice(folder.length + 1))
        .sort(),
  };
}

describe("changedSince", () => {
  it("lists what was committed, staged, edited, added and deleted, by Chinese names with blanks", async () => {
    const repo = repository();
    for (const name of ["不变.md", "提交 一.md", "暂存.md", "修改.md", "删除.md"])
      repo.write(`送审/${name}`, "旧");
    repo.commit();
    repo.git("tag", "起点");
    repo.write("送审/提交 一.md", "新");
    repo.commit();
    repo.write("送审/暂存.md", "新");
    repo.git("add", "--all");
    repo.write("送审/修改.md", "新");
    repo.remove("送审/删除.md");
    repo.write("另一处/新.md", "新");
    const expected = ["另一处/新.md", "送审/修改.md", "送审/删除.md", "送审/提交 一.md", "送审/暂存.md"];
    expect(await repo.changed("起点")).toEqual(expected.sort());
    expect(await repo.changed("起点", "送审")).toEqual(expected.sort());
  });

  it("leaves out what changed on the other branch meanwhile", async () => {
    const repo = repository();
    repo.write("a.md", "旧");
    repo.commit();
    repo.git("switch", "--quiet", "--create", "起草");
    repo.write("b.md", "新");
    repo.commit();
    repo.git("switch", "--quiet", "main");
    repo.write("c.md", "别人的");
    repo.commit();
    repo.git("switch", "--quiet", "起草");
    expect(await repo.changed("main")).toEqual(["b.md"]);
  });

  it("refuses an unknown revision, an option in its place, and a folder without git", async () => {
    const repo = repository();
    repo.write("a.md", "旧");
    repo.commit();
    await expect(repo.changed("没有的版本")).rejects.toThrow("git 里没有版本 没有的版本");
    await expect(repo.changed("--output=a.md")).rejects.toThrow("没有版本");
    const bare = mkdtempSync(join(tmpdir(), "gongwen-nogit-"));
    await expect(changedSince("HEAD", bare)).rejects.toThrow("不是 git 仓库");
  });
});

describe("touchedFiles", () => {
  const PACKAGE = ["包/办法.md", "包/起草说明.md", "包/材料/政策解读.md", "别/通知.md"];
  const ARCHIVE = ["库/通知一.md", "库/通知二.md", "库/《通知二》政策解读.md"];
  const DECLARED = ["单/甲.md", "单/乙.md", "单/gongwen.yaml"];

  it.each<[string, string[], string[], string[]]>([
    ["nothing of what is found", PACKAGE, ["无/关.md"], []],
    ["the whole package of a changed document", PACKAGE, ["包/办法.md"], PACKAGE.slice(0, 3)],
    [
      "the whole package of a companion in a sub-folder",
      PACKAGE,
      ["包/材料/政策解读.md"],
      PACKAGE.slice(0, 3),
    ],
    [
      "the package a companion was deleted from",
      PACKAGE.slice(0, 2),
      ["包/材料/政策解读.md"],
      PACKAGE.slice(0, 2),
    ],
    ["the changed document alone among others", ARCHIVE, ["库/通知一.md"], ["库/通知一.md"]],
    ["all documents beside a changed companion", ARCHIVE, ["库/《通知二》政策解读.md"], ARCHIVE],
    ["all files of a manifest", DECLARED, ["单/乙.md"], DECLARED],
    ["a file in the working folder itself", ["a.md", "b.md", "c/d.md"], ["a.md"], ["a.md"]],
  ])("wants %s", (_, paths, changed, expected) => {
    const { read, wanted } = touchedFiles(paths, new Set(changed.map((path) => resolve(path))));
    expect([...wanted].sort()).toEqual([...expected].sort());
    for (const path of wanted) expect(read).toContain(path);
  });
});

describe("documents that depend on a change", () => {
  const letter = (number: number, words: string) =>
    `青政办发〔2024〕${number}号\n\n青禾县人民政府办公室关于事项${"甲乙丙丁"[number - 1]}的通知\n\n各乡镇人民政府：\n\n${words}\n\n青禾县人民政府办公室\n\n2024年${number}月5日\n\n（此件公开发布）\n`;
  const FIRST = letter(1, "请做好有关工作。");
  const CITING = letter(2, "按照《青禾县人民政府办公室关于事项甲的通知》（青政办发〔2024〕1号）的安排办理。");
  const OTHER = letter(3, "请按时报送材料。");

  function holdings() {
    const repo = repository();
    repo.write("库/1.txt", FIRST);
    repo.write("库/2.txt", CITING);
    repo.write("别处/3.txt", OTHER);
    repo.commit();
    return repo;
  }

  async function wantedIn(folder: string, names: readonly string[]): Promise<string[]> {
    const files = names.map((name) => ({
      path: join(folder, name),
      read: async () => new Uint8Array(readFileSync(join(folder, name))),
    }));
    const laws = testRegistry();
    const rules = configureRules(allRules);
    const paths = files.map(({ path }) => path);
    const change = await changeSince("HEAD", paths, { laws, today: "2026-11-24", folder });
    const collected = await collectFiles(files, {
      rulesFor: () => rules,
      laws,
      asOf: "today",
      today: "2026-11-24",
      wanted: change.touches,
    });
    return change
      .withDependents(collected, new Set(paths))
      .files.filter(({ wanted }) => wanted)
      .map(({ path }) => path.slice(folder.length + 1))
      .sort();
  }

  it("are those that cite an edited one", async () => {
    const { folder, write } = holdings();
    write("库/1.txt", `${FIRST}附件：名单\n`);
    expect(await wantedIn(folder, ["库/1.txt", "库/2.txt", "别处/3.txt"])).toEqual(["库/1.txt", "库/2.txt"]);
  });

  it("are those that cite a deleted one", async () => {
    const { folder, remove } = holdings();
    remove("库/1.txt");
    expect(await wantedIn(folder, ["库/2.txt", "别处/3.txt"])).toEqual(["库/2.txt"]);
  });

  it("are those that cite one moved elsewhere", async () => {
    const { folder, git } = holdings();
    git("mv", "库/1.txt", "别处/1.txt");
    expect(await wantedIn(folder, ["别处/1.txt", "库/2.txt", "别处/3.txt"])).toEqual([
      "别处/1.txt",
      "库/2.txt",
    ]);
  });

  it("are the repealed document and those that cite it, when a new one repeals it", async () => {
    const { folder, write } = holdings();
    const repeal = letter(4, "《青禾县人民政府办公室关于事项甲的通知》（青政办发〔2024〕1号）同时废止。");
    write("新/4.txt", repeal);
    const names = ["库/1.txt", "库/2.txt", "别处/3.txt", "新/4.txt"];
    expect(await wantedIn(folder, names)).toEqual(["库/1.txt", "库/2.txt", "新/4.txt"].sort());
  });

  it("are none when nothing changed", async () => {
    const { folder } = holdings();
    expect(await wantedIn(folder, ["库/1.txt", "库/2.txt", "别处/3.txt"])).toEqual([]);
  });
});
