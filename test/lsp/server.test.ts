import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CodeAction, type Hover, TextDocumentEdit } from "vscode-languageserver/node";
import type { TextEdit } from "vscode-languageserver-textdocument";
import { Client } from "./client";

const TEXT = `云溪县人民政府办公室关于开展检查的通知
各乡镇人民政府：
　　𠮷祥巷一带依照《中华人民共和国合同法》签订合同。
云溪县人民政府办公室
2026年11月18日
（此件主动公开）
`;
const MARKDOWN = TEXT.split("\n").join("\n\n").replace("云溪县", "# 云溪县");

let client: Client;
let folder: string;
const file = (name: string, text: string) => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
};

beforeEach(async () => {
  client = new Client();
  folder = mkdtempSync(join(tmpdir(), "gongwen-lsp-"));
});

afterEach(async () => {
  expect(await client.leave()).toBe(0);
});

const codes = async (uri: string) => (await client.diagnostics(uri)).map(({ code }) => code);

describe("diagnostics", () => {
  it("stand at the words, counted in UTF-16 units, as soon as a draft is opened", async () => {
    await client.initialize();
    const uri = await client.open(file("通知.txt", TEXT), TEXT);
    expect(await client.diagnostics(uri)).toEqual([
      {
        code: "repealed-law",
        words: "《中华人民共和国合同法》",
        severity: 1,
        message: expect.stringContaining("废止"),
      },
    ]);
  });

  it("follow the typing, also where nothing was saved", async () => {
    await client.initialize();
    const uri = await client.open("untitled:Untitled-1", MARKDOWN, "markdown");
    expect(await codes(uri)).toEqual(["repealed-law"]);
    await client.replace(uri, "合同法》", "民法典》");
    expect(await codes(uri)).toEqual([]);
    await client.replace(uri, "（此件主动公开）", "");
    expect(await codes(uri)).toEqual(["missing-disclosure"]);
  });

  it("never go back to an older version, however fast the typing", async () => {
    await client.initialize();
    const uri = await client.open(file("通知.txt", TEXT), TEXT);
    await client.diagnostics(uri);
    for (const [words, by] of [
      ["合同法", "物权法"],
      ["物权法", "担保法"],
      ["担保法", "民法典"],
    ] as const)
      await client.replace(uri, words, by);
    expect(await codes(uri)).toEqual([]);
    const versions = client.versions(uri);
    expect(versions).toEqual([...new Set(versions)].sort());
  });

  it("take the manifest beside the draft into account", async () => {
    await client.initialize();
    const text = TEXT.replace("（此件主动公开）\n", "").replace("合同法", "民法典");
    file("gongwen.yaml", "公开属性: 主动公开\n");
    expect(await codes(await client.open(file("通知.txt", text), text))).toEqual([]);
  });

  it("take companions as they are on the disk by now, without being told", async () => {
    await client.initialize();
    const rules =
      "云溪县农村供水管理办法\n第一条　供水单位应当按照标准供水。\n第二条　本办法自2026年12月1日起施行，有效期5年。\n云溪县人民政府\n2026年11月18日\n（此件主动公开）\n";
    file("gongwen.yaml", "正文: 办法.txt\n状态: 送审\n规范性文件: 是\n政策性文件: 否\n");
    file("起草说明.txt", "关于《云溪县农村供水管理办法》的起草说明\n一、起草背景\n为规范供水起草。\n");
    const opinion =
      "关于《云溪县农村供水管理办法》的合法性审核意见书\n经审核，内容合法，同意提请审议。\n云溪县司法局\n2026年11月10日\n";
    const reviewed = file("合法性审核意见书.txt", opinion);
    const uri = await client.open(file("办法.txt", rules), rules);
    expect(await codes(uri)).toEqual([]);
    await client.replace(uri, "标准供水", "规范供水");
    expect(await codes(uri)).toEqual([]);
    rmSync(reviewed);
    await client.replace(uri, "规范供水", "标准供水");
    expect(await codes(uri)).toEqual(["missing-legality-review"]);
    writeFileSync(reviewed, opinion.replace("2026年11月10日", "2026年11月20日"));
    await client.replace(uri, "标准供水", "规范供水");
    expect(await codes(uri)).toEqual(["legality-review-invalid"]);
  });

  it("are of the new text when a draft is closed and opened again", async () => {
    await client.initialize();
    const path = file("通知.txt", TEXT);
    const uri = await client.open(path, TEXT);
    expect(await codes(uri)).toEqual(["repealed-law"]);
    await client.notify("textDocument/didClose", { textDocument: { uri } });
    await client.until(() => client.versions(uri).at(-1) === undefined);
    await client.open(path, TEXT.replace("合同法", "民法典"));
    await client.until(() => client.versions(uri).at(-1) === 1);
    expect(await codes(uri)).toEqual([]);
  });

  it("are empty for an empty draft and for files of other kinds, and go when a draft is closed", async () => {
    await client.initialize();
    const empty = await client.open(file("空.md", ""), "");
    expect(await codes(empty)).toEqual([]);
    const other = await client.open(file("程序.ts", "let a;"), "let a;", "typescript");
    const uri = await client.open(file("通知.txt", TEXT), TEXT);
    await client.diagnostics(uri);
    expect(client.versions(other)).toEqual([]);
    await client.notify("textDocument/didClose", { textDocument: { uri } });
    await client.until(() => client.versions(uri).at(-1) === undefined);
  });

  it("move with a renamed file", async () => {
    await client.initialize();
    const uri = await client.open(file("旧名.txt", TEXT), TEXT);
    await client.diagnostics(uri);
    await client.notify("textDocument/didClose", { textDocument: { uri } });
    const renamed = await client.open(join(folder, "新名.txt"), TEXT);
    expect(await codes(renamed)).toEqual(["repealed-law"]);
    expect(client.versions(uri)).toEqual([1, undefined]);
  });

  it("say that a text could not be checked", async () => {
    await client.initialize();
    const uri = await client.open(file("网页.txt", "x"), "{\\rtf1 不是纯文本}");
    expect((await client.diagnostics(uri))[0]?.message).toMatch(/^没有校核：.*RTF/);
  });
});

describe("configuration", () => {
  it("is the nearest one, with its rules and own laws", async () => {
    file("gongwen.config.yaml", "rules:\n  repealed-law: off\n");
    await client.initialize();
    expect(await codes(await client.open(file("甲/通知.txt", TEXT), TEXT))).toEqual([]);
  });

  it("brings own laws, which are read again when they change", async () => {
    const law = "题名,级别,制定机关,状态,废止日期\n云溪县渡口管理办法,规范性文件,云溪县人民政府,";
    file("gongwen.config.yaml", "laws: [本县.csv]\n");
    const list = file("本县.csv", `${law}已废止,2025-01-01\n`);
    await client.initialize();
    const text = TEXT.replace("中华人民共和国合同法", "云溪县渡口管理办法");
    const uri = await client.open(file("通知.txt", text), text);
    expect(await client.diagnostics(uri)).toMatchObject([
      { code: "repealed-law", words: "《云溪县渡口管理办法》" },
    ]);
    writeFileSync(list, `${law}现行,\n`);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(list).href, type: 2 }],
    });
    await client.replace(uri, "签订", "订立");
    expect(await codes(uri)).toEqual([]);
  });

  it.each([
    ["gongwen.config.yaml", "rules: {\n", "第"],
    ["gongwen.config.yaml", "laws: [没有.csv]\n", "没有.csv：没有这个法律法规文件"],
    ["gongwen.config.js", "export default {,};\n", "第1行：程序出错"],
  ])("that cannot be used leaves the drafts of other folders checked: %s %s", async (name, text, said) => {
    file(`甲/${name}`, text);
    await client.initialize();
    expect(await codes(await client.open(file("甲/通知.txt", TEXT), TEXT))).toEqual([]);
    expect(await codes(await client.open(file("乙/通知.txt", TEXT), TEXT))).toEqual(["repealed-law"]);
    expect(client.messages).toEqual([{ type: 1, message: expect.stringContaining(said) }]);
  });

  it("that cannot be used is told once and is no end of the server", async () => {
    const config = file("gongwen.config.yaml", "rules:\n  没有这条: error\n");
    await client.initialize();
    const uri = await client.open(file("通知.txt", TEXT), TEXT);
    expect(await codes(uri)).toEqual([]);
    await client.replace(uri, "签订", "订立");
    expect(await codes(uri)).toEqual([]);
    expect(client.messages).toEqual([{ type: 1, message: expect.stringContaining("没有这条") }]);
    writeFileSync(config, "rules: {}\n");
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(config).href, type: 2 }],
    });
    await client.replace(uri, "订立", "签订");
    expect(await codes(uri)).toEqual(["repealed-law"]);
  });
});

describe("what an editor can ask", () => {
  const editsOf = (action: CodeAction | undefined) => {
    const [change] = action?.edit?.documentChanges ?? [];
    if (!change || !TextDocumentEdit.is(change)) throw new Error("the action edits nothing");
    return change.edits as TextEdit[];
  };

  it("hover: message, legal basis, what to do", async () => {
    await client.initialize();
    const uri = await client.open(file("通知.txt", TEXT), TEXT);
    const { line, character } = client.text(uri).positionAt(TEXT.indexOf("合同法"));
    const hover = await client.hover(uri, line, character);
    expect(hover?.contents).toMatchObject({ kind: "markdown" });
    const { value } = (hover as Hover).contents as { value: string };
    expect(value).toContain("**错误**");
    expect(value).toContain("依据：");
    expect(value).toContain("规则：`repealed-law`");
    expect(await client.hover(uri, 4, 0)).toBeNull();
  });

  it("code action: the fix removes the finding", async () => {
    await client.initialize();
    const text = TEXT.replace("《中华人民共和国合同法》", "《中华人民共和国抗旱条例》（国务院令第553号）");
    const uri = await client.open(file("通知.txt", text), text);
    expect(await codes(uri)).toEqual(["law-number"]);
    const [action] = (await client.actions(uri, "国务院令第553号")).filter(({ kind }) => kind === "quickfix");
    await client.apply(uri, editsOf(action));
    expect(await codes(uri)).toEqual([]);
    expect(client.text(uri).getText()).toBe(text.replace("国务院令第553号", "国务院令第552号"));
  });

  it("code action: an exception for the paragraph, in Markdown only", async () => {
    await client.initialize();
    const uri = await client.open(file("通知.md", MARKDOWN), MARKDOWN, "markdown");
    expect(await codes(uri)).toEqual(["repealed-law"]);
    const exception = (await client.actions(uri, "合同法")).find(({ title }) => title.includes("例外"));
    await client.apply(uri, editsOf(exception));
    expect(await codes(uri)).toEqual([]);
    const plain = await client.open(file("通知.txt", TEXT), TEXT);
    expect((await client.actions(plain, "合同法")).filter(({ title }) => title.includes("例外"))).toEqual([]);
  });

  it("only the kinds it asks for", async () => {
    await client.initialize();
    const uri = await client.open(file("通知.md", MARKDOWN), MARKDOWN, "markdown");
    expect(await client.actions(uri, "合同法", ["refactor"])).toEqual([]);
  });
});

describe("the process", () => {
  it("tells what it can do", async () => {
    expect(await client.initialize()).toMatchObject({ hoverProvider: true, textDocumentSync: { change: 2 } });
  });

  it("ends when the client is gone without a word, and says that this was wrong", async () => {
    await client.initialize();
    const other = new Client([]);
    await other.initialize();
    expect(await other.hangUp()).not.toBe(0);
  });
});
