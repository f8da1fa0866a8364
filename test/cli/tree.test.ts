import { describe, expect, it } from "vitest";
import { folderOf, runCli } from "../support/commandLine";

const notice = (title: string, serial: number, note: string) =>
  `${title}\n云政发〔2026〕${serial}号\n各乡镇人民政府：\n　　请遵照执行。\n云溪县人民政府\n2026年4月2日\n${note}\n`;

const ARCHIVE = {
  "2026/采砂.txt": notice("云溪县人民政府关于加强河道采砂管理的通知", 4, "（此件主动公开）"),
  "2026/供暖.txt": notice("云溪县人民政府关于做好冬季供暖工作的通知", 5, ""),
  "解读/云政发〔2026〕5号解读.txt": "政策解读\n　　一、背景。\n",
  "解读/采砂怎么管.txt": "河道采砂政策解读\n　　一、背景。\n",
  "解读/校车.txt": "《云溪县校车安全管理办法》政策解读\n　　一、背景。\n",
  "送审/养老服务补贴办法.txt":
    "云溪县养老服务补贴办法\n第一条　为规范补贴，制定本办法。\n第二条　公民申请补贴应当提交材料。\n第三条　本办法自2026年4月1日起施行。\n",
  "送审/起草说明.txt": "起草说明\n　　起草了《云溪县养老服务补贴办法》。\n",
  "送审/征求意见采纳情况.txt": "征求意见采纳情况\n　　共收到三条意见。\n",
  "空.txt": "",
  "旧稿/采砂.txt": notice("云溪县人民政府关于加强河道采砂管理的通知", 4, ""),
  ".gongwenignore": "旧稿/\n",
};

function tree(files: Record<string, string>, ...args: string[]) {
  return runCli(folderOf(files), ["tree", "--as-of", "2026-11-24", ...args]);
}

describe("tree", () => {
  it("shows each document with what goes with it, how surely, and what is missing", () => {
    const { status, stdout } = tree(ARCHIVE);
    expect(stdout).toBe(`2026
├─ 云溪县人民政府关于做好冬季供暖工作的通知　云政发〔2026〕5号　通知　供暖.txt
│  ├─ 政策解读　解读/云政发〔2026〕5号解读.txt　确定：名称写明了该文件的文号
│  └─ 缺（警告）　没有写明公开属性（主动公开、依申请公开或者不予公开），办公室可能退文
└─ 云溪县人民政府关于加强河道采砂管理的通知　云政发〔2026〕4号　通知　采砂.txt
   └─ 政策解读　解读/采砂怎么管.txt　可能：共同的关键词：河道、采砂

送审
└─ 云溪县养老服务补贴办法　办法　养老服务补贴办法.txt
   ├─ 征求意见采纳情况　征求意见采纳情况.txt　可能：同一文件夹里只有这一份正文
   ├─ 起草说明　起草说明.txt　确定：写明了该文件的标题
   ├─ 缺（错误）　没有写明公开属性（主动公开、依申请公开或者不予公开），办公室可能退文
   ├─ 缺（错误）　政策性文件应当有政策解读，没有找到本件的解读材料
   └─ 缺（错误）　本件是行政规范性文件，没有经过合法性审核的依据

没有找到所属文件的材料
└─ 政策解读　解读/校车.txt

未能检查
└─ 空.txt　文件是空的，没有内容。

3 份文件，4 份随附材料（其中 2 份的归属请核对），2 份文件有缺项，1 份材料没有找到所属文件，1 份未能检查
`);
    expect(status).toBe(2);
  });

  it("is plain data as JSON", () => {
    const { "空.txt": _, ...files } = ARCHIVE;
    const { status, stdout } = tree(files, "2026", "解读", "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      documents: [
        {
          path: "2026/供暖.txt",
          docNumber: "云政发〔2026〕5号",
          companions: [{ role: "interpretation", sure: "certain" }],
          missing: [{ ruleId: "missing-disclosure", severity: "warning" }],
        },
        { path: "2026/采砂.txt", companions: [{ sure: "probable" }], missing: [] },
      ],
      unclaimed: [{ path: "解读/校车.txt", role: "interpretation" }],
      unreadable: [],
    });
  });

  it("believes the manifest and the configuration", () => {
    const { stdout } = tree({
      ...ARCHIVE,
      "送审/gongwen.yaml": "正文: 养老服务补贴办法.txt\n材料:\n  征求意见采纳情况: 征求意见采纳情况.txt\n",
      "gongwen.config.yaml": "rules:\n  missing-interpretation: off\n",
    });
    expect(stdout).toContain("征求意见采纳情况.txt　确定：材料清单写明");
    expect(stdout).not.toContain("政策性文件应当有政策解读");
  });
});
