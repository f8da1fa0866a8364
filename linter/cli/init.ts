import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SHIPPED_PROFILES, type ShippedProfileName } from "../engine/profiles/shipped";
import { CONFIG_NAMES } from "../workspace/node/configFiles";
import { EXIT_TROUBLE } from "./exitCodes";
import { packageFile } from "./packageFile";

const CONFIG = `# 公文校核配置（gongwen-lint）。就近生效，键名写错会提示。
# 预设：recommended（推荐）、strict（全部规则）、minimal（只查四项核心内容）
extends: recommended

# 地区口径：本地对有效期、解读的规定。自带的见 docs/profiles.md，其他地方照 docs/configuration.md 写
# profile:

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

/** Where each service looks for its file, and the template it is made from. */
const CI = {
  github: { path: ".github/workflows/gongwen.yml", template: "github.yml" },
  gitlab: { path: ".gitlab-ci.yml", template: "gitlab-ci.yml" },
  jenkins: { path: "Jenkinsfile", template: "Jenkinsfile" },
} as const;

export type CiChoice = keyof typeof CI | "none";

interface Answers {
  preset: "recommended" | "strict" | "minimal";
  /** 地区口径 */
  profile: ShippedProfileName | null;
  ci: CiChoice;
  /** Known findings of old holdings are to be put aside. */
  baseline: boolean;
}

const DEFAULTS: Answers = { preset: "recommended", profile: null, ci: "none", baseline: false };

export interface InitOptions extends Partial<Pick<Answers, "ci" | "profile">> {
  yes?: boolean;
}

/** `gongwen-lint init`: writes a configuration, an example manifest and a CI file; never overwrites. */
export async function initCommand(options: InitOptions): Promise<number> {
  const { yes, ...given } = options;
  const noQuestions = yes || Object.keys(given).length > 0 || !process.stdin.isTTY;
  const answers = noQuestions ? { ...DEFAULTS, ...given } : await ask();
  if (!answers) return EXIT_TROUBLE;
  const { preset, profile, ci, baseline } = answers;
  const files: Record<string, string> = {
    "gongwen.config.yaml": CONFIG.replace("extends: recommended", `extends: ${preset}`).replace(
      "# profile:",
      profile === null ? "# profile: 湖南" : `profile: ${profile}`,
    ),
    "gongwen.example.yaml": MANIFEST,
  };
  if (ci !== "none") files[CI[ci].path] = ciFile(CI[ci].template, baseline);
  // A configuration of another name would no longer be read beside the new one.
  const existing = [...new Set([...CONFIG_NAMES, ...Object.keys(files)])].filter((name) => existsSync(name));
  if (existing.length > 0) {
    process.stderr.write(`已有 ${existing.join("、")}，没有改动任何文件\n`);
    return EXIT_TROUBLE;
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text, { flag: "wx" });
    process.stdout.write(`已写入 ${name}\n`);
  }
  if (ci !== "none") process.stdout.write(`${CI[ci].path} 里注明要换的名称、地址，请换成本单位的\n`);
  if (baseline)
    process.stdout.write(
      "接着运行 gongwen-lint lint . --baseline gongwen.baseline --update-baseline，把现有问题记下来\n",
    );
  return 0;
}

/** The template without the line on where to put it. */
function ciFile(template: string, baseline: boolean): string {
  const text = readFileSync(packageFile("docs", "ci", "templates", template), "utf8").replace(
    /^# 放到.*\n/,
    "",
  );
  if (!baseline) return text;
  return text
    .replace("lint . --no-progress", "lint . --no-progress --baseline gongwen.baseline")
    .replace("          fail-on: error\n", "$&          baseline: gongwen.baseline\n");
}

/** Null when the questions were broken off. */
async function ask(): Promise<Answers | null> {
  const { confirm, select } = await import("@inquirer/prompts");
  const theme = {
    style: { keysHelpTip: () => "（上下键选择，回车确定）", defaultAnswer: (text: string) => `（${text}）` },
  };
  try {
    const preset = await select<Answers["preset"]>({
      message: "用哪套规则？",
      choices: [
        { value: "recommended", name: "推荐" },
        { value: "strict", name: "严格：全部规则" },
        { value: "minimal", name: "最少：只查四项核心内容" },
      ],
      theme,
    });
    const profile = await select<Answers["profile"]>({
      message: "按哪个地方的规定检查有效期？",
      choices: [
        { value: null, name: "其他地方，或者以后再定" },
        ...Object.values(SHIPPED_PROFILES).map(({ name }) => ({ value: name, name })),
      ],
      theme,
    });
    const ci = await select<Answers["ci"]>({
      message: "在哪里自动检查？",
      choices: [
        { value: "none", name: "不用" },
        { value: "github", name: "GitHub Actions" },
        { value: "gitlab", name: "GitLab CI" },
        { value: "jenkins", name: "Gitee 或其他，用 Jenkins" },
      ],
      theme,
    });
    const baseline = await confirm({
      message: "已有一批旧文件，只想看新问题吗？（y 是，n 否）",
      default: false,
      transformer: (value) => (value ? "是" : "否"),
      theme,
    });
    return { preset, profile, ci, baseline };
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") return null;
    throw error;
  }
}
