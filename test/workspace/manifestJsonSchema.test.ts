import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseManifest } from "../../linter/workspace/manifest";
import { manifestJsonSchema } from "../../linter/workspace/manifestJsonSchema";

const validate = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
}).compile(manifestJsonSchema());
const places = (text: string) => {
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath }) => decodeURIComponent(instancePath));
};

const SOUND = [
  "正文: 办法.docx\n公开属性: 主动公开\n",
  "公开属性: （此件公开发布）\n成文日期: 2026年3月2日\n发布日期: 2026-03-05\n",
  "main: a.docx\ndisclosure: 依申请公开\ndisclosureReason: 涉及商业秘密\nnormative: true\n",
  "合法性审核: 云司审〔2026〕14号\n规范性文件: 是\n",
  "合法性审核: false\n解读: 无\n",
  "合法性审核: { 机构: 云溪县司法局, 日期: 2026-10-28, 结论: 合法 }\n解读: [甲.docx, 乙.docx]\n",
  "材料: { 起草说明: 甲.docx, 附件: [乙.docx, 丙.docx] }\n",
  "文件: { 甲.docx: { 公开属性: 主动公开, 文号: 3 }, 乙.docx: }\n",
  "例外: [{ 规则: law-title, 文件: 甲.docx, 理由: 引用原文 }]\n",
  "exceptions: [{ rule: law-title, file: 甲.docx, reason: 引用原文 }]\n",
  "本单位自己的项目: [1, 2]\n公开属性:\n",
  "",
];
const WRONG: [string, string][] = [
  ["公开属性: 内部\n", "/公开属性"],
  ["状态: 完成\n", "/状态"],
  ["成文日期: 三月二日\n", "/成文日期"],
  ["规范性文件: 也许\n", "/规范性文件"],
  ["合法性审核: { 日期: 上周 }\n", "/合法性审核/日期"],
  ["合法性审核: [甲]\n", "/合法性审核"],
  ["正文: [甲.docx]\n", "/正文"],
  ["材料: { 说明: 甲.docx }\n", "/材料"],
  ["材料: [甲.docx]\n", "/材料"],
  ["文件: { 甲.docx: { 公开属性: 内部 } }\n", "/文件/甲.docx/公开属性"],
  ["例外: [{ 规则: law-title, 文件: 甲.docx }]\n", "/例外/0"],
  ["例外: law-title\n", "/例外"],
  ["[甲]\n", ""],
];

describe("the JSON Schema of a manifest", () => {
  it.each(SOUND)("takes what the program takes: %j", async (text) => {
    expect(places(text)).toEqual([]);
    expect((await parseManifest(text)).problems).toEqual([]);
  });

  it.each(WRONG)("refuses what the program complains of: %j", async (text, place) => {
    expect(places(text)).toContain(place);
    expect((await parseManifest(text)).problems).not.toEqual([]);
  });

  it("takes the example, the one in the readme and the one that init writes", () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    const [, shown = ""] = /```yaml\n(正文[\s\S]*?)```/.exec(read("README.md")) ?? [];
    const [, written = ""] = /const MANIFEST = `([\s\S]*?)`;/.exec(read("linter/cli/init.ts")) ?? [];
    const example = read("examples/送审/犬只管理办法/gongwen.yaml");
    for (const text of [shown, written, example]) {
      expect(Object.keys(parse(text))).toContain("正文");
      expect(places(text)).toEqual([]);
    }
  });
});
