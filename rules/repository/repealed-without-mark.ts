import { defineRule } from "../../linter/engine/rule";
import { UNIFIED_AND_CLEANED } from "./basis";
import { called, howEnded } from "./wording";

const OLD = (mark = "") =>
  `# 松河县犬只管理办法\n${mark}\n松政发〔2015〕3号\n\n第一条　养犬人应当为犬只免疫。\n\n松河县人民政府\n\n2015年3月2日\n`;
const NEW = (clause: string) =>
  `# 松河县养犬管理规定\n\n松政发〔2021〕6号\n\n第一条　养犬人应当为犬只免疫。\n\n第二条　本规定自2021年5月1日起施行。${clause}\n\n松河县人民政府\n\n2021年4月2日\n`;
const REPEAL = "《松河县犬只管理办法》（松政发〔2015〕3号）同时废止。";

export const repealedWithoutMark = defineRule({
  id: "repealed-without-mark",
  title: "已被废止，没有标注",
  group: "repository",
  severity: "warning",
  basis: [UNIFIED_AND_CLEANED],
  description: [
    "同一批文件里，后来的一份写明废止了这一份（同时废止，或者列入废止决定），而这一份上没有已废止的标注。查阅的人会把它当作有效文件。",
    "按文号认定，没有文号的按完整题名认定，只认成文在前的文件。标注写在题名上下或者“有效性”一栏即可。",
  ].join("\n\n"),
  examples: {
    good: [
      { title: "已标注", text: OLD("\n（已废止）\n"), others: { "新.md": NEW(REPEAL) } },
      { title: "没有被废止", text: OLD(), others: { "新.md": NEW("") } },
    ],
    bad: [
      {
        title: "新规定写明同时废止",
        text: OLD(),
        others: { "新.md": NEW(REPEAL) },
        quotes: ["松河县犬只管理办法"],
      },
      {
        title: "列入废止决定",
        text: OLD(),
        others: {
          "决定.md":
            "# 松河县人民政府关于废止部分行政规范性文件的决定\n\n松政发〔2022〕1号\n\n各乡镇人民政府：\n\n经清理，决定废止下列文件：\n\n1. 《松河县犬只管理办法》（松政发〔2015〕3号）\n\n松河县人民政府\n\n2022年1月4日\n\n（此件公开发布）\n",
        },
        quotes: ["松河县犬只管理办法"],
      },
    ],
  },
  defaults: {},
  *checkRepository({ repository, dateFor }) {
    for (const record of repository.documents) {
      const { path, title, ended } = record;
      if (ended || !title) continue;
      const ending = repository.ending(record, dateFor(path));
      if (ending?.how !== "repealed" || !ending.by) continue;
      yield {
        path,
        at: title,
        message: `本文件${howEnded(ending)}，文件上没有标注（见${ending.by.path}）。`,
        suggestions: [`在题名下标注“已废止”，写明由${called(ending.by)}废止，移出现行有效文件目录。`],
      };
    }
  },
});
