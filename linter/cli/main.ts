#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { SHIPPED_PROFILES } from "../engine/profiles/shipped";
import { reportFormats } from "../reporters/index";
import { addReportTarget, parseAsOf, parseAtLeastOne, parseCount, parseDay, parseShard } from "./arguments";
import { EXIT_TROUBLE } from "./exitCodes";
import { HELP, inChinese, translateHelp } from "./helpText";
import { troubleText } from "./troubleText";
import { version } from "./version";

// Measures Chinese text; loaded only when help is printed, to keep the start of every other command short.
if (process.argv.length <= 2 || /^(help|-h|--help)$/m.test(process.argv.slice(2).join("\n"))) {
  HELP.displayWidth = (await import("string-width")).default;
}

const program = new Command("gongwen-lint")
  .description("公文校核：检查公开属性、合法性审核、政策解读和法律法规引用")
  .version(version, "-V, --version", "显示版本")
  .helpOption("-h, --help", "显示帮助")
  .helpCommand("help [命令]", "显示某个命令的帮助")
  .configureHelp(HELP)
  .exitOverride()
  .showHelpAfterError("（用 --help 查看用法）")
  .configureOutput({ outputError: (text, write) => write(inChinese(text)) });

const asOf = () =>
  new Option(
    "--as-of <日期>",
    "按哪一天判断：日期（如 2024-03-05）、today（今天）或 document（各文件的成文日期）",
  )
    .default("today")
    .argParser(parseAsOf);
const config = () => new Option("--config <文件>", "指定配置文件，不再逐级查找");
const failOn = () =>
  new Option("--fail-on <级别>", "达到这个级别就以退出码 1 结束")
    .choices(["error", "warning", "info", "none"])
    .default("error");
const revisions = () =>
  new Option("--revisions <方式>", "带修订痕迹的 .docx 按哪个文本检查")
    .choices(["accepted", "original"])
    .default("accepted");
const stdin = () => new Option("--stdin-filename <名称>", "从标准输入读取一个文件，用这个名称判断格式");

program
  .command("lint")
  .description("检查文件、文件夹或通配符匹配的文件")
  .argument("[路径...]", "文件、文件夹或通配符")
  .addOption(asOf())
  .addOption(new Option("--format <格式>", "输出格式").choices(reportFormats).default("pretty"))
  .option("--output <格式=文件>", "另外写一份到文件，如 sarif=结果.sarif；可以写几次", addReportTarget)
  .addOption(config())
  .option("--no-config", "不使用任何配置文件")
  .option("--print-config <文件>", "不检查，只显示对这个文件生效的配置和出处")
  .option("--rule <id...>", "只运行这些规则（名称如 repealed-law，可写几个）")
  .addOption(failOn())
  .option("--max-warnings <数量>", "警告超过这个数量也以退出码 1 结束", parseCount)
  .option(
    "--changed <版本>",
    "只报告 git 里这个版本以来有变化的文件，以及同包的、引用或废止到它们的文件，如 origin/main",
  )
  .option("--fix", "把有把握的修改写进文件，.docx 里记为修订")
  .option("--unsafe-fixes", "连同多半正确、但需要核对的修改")
  .option("--fix-dry-run", "只试着修改，不写文件，显示修改后还剩的问题")
  .option("--diff", "只显示会怎样修改，不写文件")
  .option("--no-track-changes", "修改 .docx 时不留修订痕迹")
  .option("--annotate <文件夹>", "把 .docx 另存到这个文件夹，问题写成批注")
  .option("--author <名称>", "修订和批注的作者", "公文校核")
  .option("--baseline <文件>", "基线：文件里的已知问题不再显示，只看新问题")
  .option("--update-baseline", "把现有问题写进基线")
  .option("--prune-baseline", "从基线删去已经没有的问题")
  .addOption(revisions())
  .addOption(stdin())
  .option("--quiet", "只显示错误")
  .option("--no-color", "不用颜色")
  .option("--stdin-ndjson", "从标准输入逐行读 JSON：path 和 text（或 base64），逐行输出各文件的结果")
  .option("--no-progress", "不显示进度")
  .option("--workers <数量>", "用几个线程，默认与处理器核数相同，文件很少时只用一个", parseAtLeastOne)
  .option("--shard <第几片/共几片>", "只检查其中一片，如 2/8；同一包的材料总在同一片", parseShard)
  .option("--shard-output <文件>", "把这一片的结果写入文件，供 merge 合并")
  .option("--cache", "只检查有变化的文件，其余用上次的结果")
  .option("--cache-location <文件夹>", "缓存放在哪里，默认 .gongwen-cache")
  .action(async (paths, options) =>
    finish(
      options.stdinNdjson
        ? await (await import("./lintStream")).lintStreamCommand(options)
        : await (await import("./lint")).lintCommand(paths, options),
    ),
  );

program
  .command("merge")
  .description("合并各片的结果，与一次检查全部文件的结果相同")
  .argument("<文件...>", "各片用 --shard-output 写的文件")
  .addOption(new Option("--format <格式>", "输出格式").choices(reportFormats).default("pretty"))
  .option("--output <格式=文件>", "另外写一份到文件，如 sarif=结果.sarif；可以写几次", addReportTarget)
  .addOption(failOn())
  .option("--max-warnings <数量>", "警告超过这个数量也以退出码 1 结束", parseCount)
  .option("--baseline <文件>", "基线：文件里的已知问题不再显示，只看新问题；在检查时的文件夹里运行")
  .option("--update-baseline", "把现有问题写进基线")
  .option("--prune-baseline", "从基线删去已经没有的问题")
  .option("--quiet", "只显示错误")
  .option("--no-color", "不用颜色")
  .action(async (files, options) => finish(await (await import("./merge")).mergeCommand(files, options)));

program
  .command("audit")
  .description("文件清理：逐件提出继续有效、修改、废止、失效的建议和理由")
  .argument("[路径...]", "文件、文件夹或通配符")
  .addOption(new Option("--as-of <日期>", "按哪一天判断").default("today").argParser(parseAsOf))
  .addOption(
    new Option("--format <格式>", "输出格式")
      .choices(["pretty", "markdown", "csv", "json"])
      .default("pretty"),
  )
  .addOption(config())
  .option("--no-config", "不使用任何配置文件")
  .option("--workers <数量>", "用几个线程，默认与处理器核数相同，文件很少时只用一个", parseAtLeastOne)
  .action(async (paths, options) => finish(await (await import("./audit")).auditCommand(paths, options)));

program
  .command("tree")
  .description("显示文件树：每份文件有哪些随附材料、缺什么")
  .argument("[路径...]", "文件、文件夹或通配符")
  .addOption(asOf())
  .addOption(new Option("--format <格式>", "输出格式").choices(["pretty", "json"]).default("pretty"))
  .addOption(config())
  .option("--no-config", "不使用任何配置文件")
  .option("--no-color", "不用颜色")
  .option("--workers <数量>", "用几个线程，默认与处理器核数相同，文件很少时只用一个", parseAtLeastOne)
  .action(async (paths, options) => finish(await (await import("./tree")).treeCommand(paths, options)));

program
  .command("inspect")
  .description("显示识别出的文种、要素、公开属性、审核、解读和引用")
  .argument("[路径...]", "文件、文件夹或通配符")
  .addOption(asOf())
  .addOption(new Option("--format <格式>", "输出格式").choices(["pretty", "json"]).default("pretty"))
  .addOption(revisions())
  .addOption(stdin())
  .action(async (paths, options) => finish(await (await import("./inspect")).inspectCommand(paths, options)));

program
  .command("rules")
  .description("列出全部规则")
  .addOption(new Option("--format <格式>", "输出格式").choices(["pretty", "json"]).default("pretty"))
  .action(async (options) => finish(await (await import("./rules")).rulesCommand(options)));

program
  .command("explain")
  .description("说明一条规则：查什么、依据、正反例")
  .argument("<规则>", "规则名称，如 repealed-law")
  .action(async (rule) => finish(await (await import("./rules")).explainCommand(rule)));

const laws = program.command("laws").description("查询法律法规库").helpCommand(false);
laws
  .command("search")
  .description("按题名、简称或文号查找")
  .argument("<词...>", "题名中的词或文号")
  .option("--limit <数量>", "最多显示几部", parseCount, 20)
  .action(async (words, options) => finish(await (await import("./laws")).searchCommand(words, options)));
laws
  .command("show")
  .description("显示一部法律法规的版本和状态")
  .argument("<题名>", "题名、简称或文号")
  .addOption(new Option("--as-of <日期>", "按哪一天判断").argParser(parseDay))
  .action(async (title, options) => finish(await (await import("./laws")).showCommand(title, options)));
laws
  .command("check-updates")
  .description("与较新的数据文件比较，列出变化")
  .argument("<文件>", "较新的 .jsonl 数据文件")
  .action(async (file) => finish(await (await import("./laws")).checkUpdatesCommand(file)));

program
  .command("terms")
  .description("从本单位的文件里提出术语和机关名称，写成配置可用的 YAML（需要 nodejieba）")
  .argument("<文件夹>", "文件所在的文件夹")
  .option("--output <文件>", "写入文件，不给则显示在屏幕上")
  .action(async (folder, options) =>
    finish(await (await import("./terms/index")).termsCommand(folder, options)),
  );

program
  .command("lsp")
  .description("语言服务：供 VS Code、Neovim、Helix、Emacs 等编辑器边写边校核 .md 和 .txt")
  .option("--stdio", "经标准输入输出通信（目前只有这一种，可以不写）")
  .action(async () => (await import("../lsp/server")).serve());

program
  .command("init")
  .description("在当前文件夹写一份配置和一份材料清单样例")
  .option("--yes", "不提问，全部用默认值")
  .addOption(
    new Option("--ci <服务>", "不提问，并写这个服务的自动检查文件").choices([
      "none",
      "github",
      "gitlab",
      "jenkins",
    ]),
  )
  .addOption(
    new Option("--profile <地区>", "不提问，并写明按这个地方的规定检查").choices(
      Object.keys(SHIPPED_PROFILES),
    ),
  )
  .action(async (options) => finish(await (await import("./init")).initCommand(options)));

translateHelp(program);

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    finish(error.exitCode === 0 ? 0 : EXIT_TROUBLE);
    return;
  }
  process.stderr.write(`gongwen-lint：${troubleText(error)}\n`);
  finish(EXIT_TROUBLE);
});

/** Sets the code instead of exiting, so that output to a pipe is never cut. */
function finish(code: number): void {
  process.exitCode = code;
}
