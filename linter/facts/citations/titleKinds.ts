/** How titles of laws and official documents end. Two characters at most are compared, one suffices for 法 and 令. */
const ENDINGS = new Set(
  (
    "条例 规定 办法 细则 决定 通知 意见 规则 方案 规划 纲要 解释 批复 公告 决议 命令 通告 通报 报告 纪要 规范 规程 准则 通则 总则 " +
    "法典 章程 措施 制度 要点 计划 目录 指南 指引 标准 公约 条约 协定 议定 宪法 正案 复函 答复 请示 议案 清单 预案 政策 要求 程序 " +
    "大纲 机制 办理 分工 声明 宣言 建议 守则 定书 若干 名录 说明 本法 定额 文件 细目 基准"
  ).split(" "),
);
const SHORT_ENDINGS = "法令函案";
const NOT_LAWS = "语法 书法 方法 用法 做法 看法 兵法 疗法 技法 说法 想法".split(" ");
/** What the last two characters of other works share with official ones: 可行性研究报告, 工作总结报告 stay official. */
const TRAILING_NOTE = /（[^（）]*）$/;

/** True when a title is made like that of a law or official document: it decides nothing about whether it exists. */
export function namesOfficialText(title: string): boolean {
  let name = title;
  while (TRAILING_NOTE.test(name) && name.replace(TRAILING_NOTE, "") !== "")
    name = name.replace(TRAILING_NOTE, "");
  const tail = name.slice(-2);
  if (NOT_LAWS.includes(tail)) return false;
  if (ENDINGS.has(tail) || SHORT_ENDINGS.includes(name.slice(-1))) return true;
  return /^(?:[^〈]{0,30})关于./.test(name);
}
