import type { Command, Help } from "commander";

const HELP_TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Arguments:": "参数：",
  "Global Options:": "通用选项：",
};
/** Help in Chinese, with choices and defaults behind each option. */
export const HELP: Partial<Help> = {
  styleTitle: (title) => HELP_TITLES[title] ?? title,
  optionDescription: ({ description, argChoices, defaultValue }) => {
    const choices = argChoices ? [`可选 ${argChoices.join("、")}`] : [];
    const preset = typeof defaultValue === "string" ? [`默认 ${defaultValue}`] : [];
    const notes = [...choices, ...preset];
    return notes.length > 0 ? `${description}（${notes.join("；")}）` : description;
  },
};

/** All commands below speak Chinese, in help and in errors. */
export function translateHelp(command: Command): void {
  for (const child of command.commands) {
    child.helpOption("-h, --help", "显示帮助").configureHelp(HELP);
    child.configureOutput({ outputError: (text, write) => write(inChinese(text)) }).exitOverride();
    translateHelp(child);
  }
}

/** The library's own messages, which it words in English. */
export function inChinese(text: string): string {
  return text
    .replace(/^error: /, "用法有误：")
    .replace(/unknown option '(.+?)'/, "没有选项 $1")
    .replace(/unknown command '(.+?)'/, "没有命令 $1")
    .replace(/missing required argument '(.+?)'/, "缺少参数 $1")
    .replace(/too many arguments.*/, "参数太多")
    .replace(/option '(.+?)' argument missing/, "选项 $1 后面缺少内容")
    .replace(/option '(.+?)' argument '(.*?)' is invalid\. ?/, "选项 $1 的值“$2”不对：")
    .replace(/Allowed choices are (.+?)\./, "可以是 $1")
    .replace(/\(Did you mean (.+?)\?\)/, "（是不是 $1？）");
}
