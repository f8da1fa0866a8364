import { describe, expect, it } from "vitest";
import { coreTitle, dirname, type FileCard, groupFolder, join } from "../../linter/workspace/grouping";

function card(path: string, title: string, more: Partial<FileCard> = {}): FileCard {
  return { path, title, kind: null, docNumber: null, scope: "official", opening: title, ...more };
}

describe("groupFolder", () => {
  it("takes one document with companions for a submission", () => {
    const groups = groupFolder(
      "包",
      [card("包/正文.docx", "云溪县犬只管理办法"), card("包/政策解读.docx", "解读")],
      null,
    );
    expect(groups).toMatchObject([
      {
        main: "包/正文.docx",
        submission: true,
        companions: [{ path: "包/政策解读.docx", role: "interpretation" }],
      },
    ]);
  });

  it("makes no package of documents without companions", () => {
    expect(
      groupFolder("库", [card("库/甲.md", "关于甲的通知"), card("库/乙.md", "关于乙的通知")], null),
    ).toEqual([]);
  });

  it("gives each companion of a shared folder to the document it names", () => {
    const cards = [
      card("库/甲.md", "云溪县人民政府关于印发《云溪县犬只管理办法》的通知"),
      card("库/乙.md", "云溪县人民政府关于加强河道管理的通知"),
      card("库/犬只解读.md", "《云溪县犬只管理办法》政策解读"),
      card("库/解读二.md", "关于加强河道管理的通知解读"),
    ];
    const groups = groupFolder("库", cards, null);
    expect(
      groups.map(({ main, companions, submission }) => [
        main,
        companions.map(({ path }) => path),
        submission,
      ]),
    ).toEqual([
      ["库/甲.md", ["库/犬只解读.md"], false],
      ["库/乙.md", ["库/解读二.md"], false],
    ]);
  });

  it("does not take the covering request for the draft", () => {
    const cards = [
      card("包/请示.docx", "关于提请审议《云溪县犬只管理办法》的请示", { kind: "请示" }),
      card("包/办法.docx", "云溪县犬只管理办法", { kind: "办法" }),
      card("包/起草说明.docx", "起草说明"),
    ];
    expect(groupFolder("包", cards, null)).toMatchObject([{ main: "包/办法.docx", submission: true }]);
  });
});

describe("paths", () => {
  it.each([
    ["包", "附件/表.docx", "包/附件/表.docx"],
    ["包/内", "../解读.md", "包/解读.md"],
    ["", "解读.md", "解读.md"],
    ["/绝对/包", "解读.md", "/绝对/包/解读.md"],
    ["..", "解读.md", "../解读.md"],
  ])("join(%j, %j)", (folder, path, joined) => {
    expect(join(folder, path)).toBe(joined);
  });

  it("cuts off the last part", () => {
    expect([dirname("a/b/c"), dirname("c")]).toEqual(["a/b", ""]);
  });
});

describe("coreTitle", () => {
  it.each([
    ["云溪县人民政府关于印发《云溪县犬只管理办法》的通知", "云溪县犬只管理办法"],
    ["云溪县人民政府关于加强河道管理的通知", "关于加强河道管理的通知"],
    ["云溪县犬只管理办法", "云溪县犬只管理办法"],
  ])("%s", (title, core) => {
    expect(coreTitle(title)).toBe(core);
  });
});
