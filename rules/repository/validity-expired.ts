import { defineRule } from "../../linter/engine/rule";
import { inWords } from "../citations/wording";
import { UNIFIED_AND_CLEANED } from "./basis";

const MEASURE = (term: string, head = "") =>
  `# 松河县农村供水管理办法\n${head}\n松政发〔2019〕3号\n\n第一条　供水单位应当按照标准供水。\n\n第二条　${term}\n\n松河县人民政府\n\n2019年3月2日\n`;

export const validityExpired = defineRule({
  id: "validity-expired",
  title: "有效期已满，没有标注失效",
  group: "repository",
  severity: "warning",
  basis: [UNIFIED_AND_CLEANED],
  description: [
    "文件自己写明的有效期（有效期5年、有效期至2025年12月31日、试行两年）在判断日已经届满，文件上又没有失效的标注。有效期满的规范性文件自动失效，不能再作为管理依据；需要继续执行的应当评估后重新公布。",
    "附件里许可证、合同的有效期不算。按成文日期判断（`--as-of document`）时不会报告。已由别的文件废止的，由 `repealed-without-mark` 报告。",
  ].join("\n\n"),
  examples: {
    good: [
      { title: "有效期内", text: MEASURE("本办法自2022年4月1日起施行，有效期5年。") },
      { title: "已标注失效", text: MEASURE("本办法自2019年4月1日起施行，有效期5年。", "\n（已失效）\n") },
    ],
    bad: [
      {
        title: "五年期满",
        text: MEASURE("本办法自2019年4月1日起施行，有效期5年。"),
        quotes: ["第二条　本办法自2019年4月1日起施行，有效期5年。"],
      },
      {
        title: "写明了截止日期",
        text: MEASURE("本办法自印发之日起施行，有效期至2023年12月31日。"),
        quotes: ["第二条　本办法自印发之日起施行，有效期至2023年12月31日。"],
      },
    ],
  },
  defaults: {},
  *checkRepository({ repository, dateFor }) {
    for (const record of repository.documents) {
      const { path, until, untilAt } = record;
      if (until === null || untilAt === null || record.draft) continue;
      if (repository.ending(record, dateFor(path))?.how !== "expired") continue;
      yield {
        path,
        at: untilAt,
        message: `有效期到${inWords(until)}为止，已经届满，文件上没有标注失效。`,
        suggestions: ["需要继续执行的，评估后重新公布；不再执行的，标注失效并列入清理结果。"],
      };
    }
  },
});
