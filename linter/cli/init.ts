import { existsSync, writeFileSync } from "node:fs";
import { EXIT_TROUBLE } from "./exitCodes";

const CONFIG = `# 公文校核配置（gongwen-lint）。就近生效，键名写错会提示。
# 预设：recommended（推荐）、strict（全部规则）、minimal（只查四项核心内容）
extends: recommended

# 单条规则的级别：error 错误、warning 警告、info 提示、off 关闭；需要选项时写成 [级别, {选项}]
rules: {}
#  law-title: off

# 某些文件另行规定
overrides: []
#  - files: ["已印发/**"]
#    rules: { missing-disclosure: warning }

# 本单位补充的法律法规、文件（JSON、YAML 或 CSV）
laws: []

# 不检查的文件
ignore: []
`;

const MANIFEST = `# 材料清单：放在一份送审材料的文件夹里，改名为 gongwen.yaml
正文: 正文.docx
文种: 通知
状态: 送审
公开属性: 主动公开
# 不公开理由: 涉及商业秘密
合法性审核:
  机构: 某某县司法局
  文号: 合审〔2026〕1号
  日期: 2026-01-05
  结论: 合法
解读:
  - 政策解读.docx
材料:
  起草说明: 起草说明.docx
`;

/** \`gongwen-lint init\`: writes a configuration and an example manifest; never overwrites. */
export async function initCommand({ yes }: { yes?: boolean }): Promise<number> {
  const config = yes ? CONFIG : CONFIG.replace("extends: recommended", `extends: ${await askPreset()}`);
  const files = { "gongwen.config.yaml": config, "gongwen.example.yaml": MANIFEST };
  const existing = Object.keys(files).filter((name) => existsSync(name));
  if (existing.length > 0) {
    process.stderr.write(`已有 ${existing.join("、")}，没有改动任何文件\n`);
    return EXIT_TROUBLE;
  }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(name, text, { flag: "wx" });
    process.stdout.write(`已写入 ${name}\n`);
  }
  return 0;
}

async function askPreset(): Promise<string> {
  if (!process.stdin.isTTY) return "recommended";
  const { createInterface } = await import("node:readline/promises");
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question("用哪套规则？1 推荐（默认） 2 严格 3 最少：");
  prompt.close();
  return { "2": "strict", "3": "minimal" }[answer.trim()] ?? "recommended";
}
