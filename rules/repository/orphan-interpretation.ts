import { nameOf, type RepositoryRecord } from "../../linter/engine/repository/index";
import { defineRule } from "../../linter/engine/rule";
import { TitleIndex } from "../titles";

const NOTICE = (matter: string) =>
  `# 松河县${matter}管理办法\n\n松政发〔2024〕8号\n\n第一条　管理单位应当公布服务标准。\n\n松河县人民政府\n\n2024年6月3日\n`;
const INTERPRETATION =
  "# 《松河县农村供水管理办法》政策解读\n\n一、背景依据\n\n部分村组水压不稳，县里依据水法起草了办法。\n";

export const orphanInterpretation = defineRule({
  id: "orphan-interpretation",
  title: "有解读，没有它解读的文件",
  group: "repository",
  severity: "warning",
  basis: ["国办发〔2016〕80号"],
  description: [
    "解读材料写明解读《……》，同一批文件里却没有这份文件：可能漏存、题名已改，或者解读放错了地方。解读应当与文件同步公开、互相链接。",
    "题名相近（同一份文件的不同写法）算作有。解读没有写明文件题名的、整批只有解读而没有文件的，不报告。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "文件在库里",
        text: NOTICE("农村供水"),
        others: { "解读.md": INTERPRETATION, "另一份.md": NOTICE("路灯") },
      },
      { title: "只有解读", text: INTERPRETATION },
    ],
    bad: [
      {
        title: "解读的办法不在库里",
        text: NOTICE("路灯"),
        others: { "停车.md": NOTICE("停车场"), "解读.md": INTERPRETATION },
        quotes: ["《松河县农村供水管理办法》政策解读"],
      },
      {
        title: "一图读懂",
        text: NOTICE("路灯"),
        others: {
          "停车.md": NOTICE("停车场"),
          "图.md": "# 一图读懂《松河县校车安全管理规定》\n\n校车要年检，驾驶人要有资格。\n",
        },
        quotes: ["一图读懂《松河县校车安全管理规定》"],
      },
    ],
  },
  defaults: {},
  *checkRepository({ repository }) {
    if (repository.documents.length === 0) return;
    const subjects = new Map<string, string>();
    const inPackages = new Set(
      repository.packages.flatMap(({ companions }) => companions.map(({ path }) => path)),
    );
    for (const record of repository.records) {
      if (record.role !== "interpretation" || inPackages.has(record.path)) continue;
      const subject = subjectOf(record);
      if (subject) subjects.set(record.path, subject);
    }
    if (subjects.size === 0) return;
    const index = new TitleIndex(subjects.values());
    const held = new Set<string>();
    for (const { names } of repository.documents)
      for (const name of names) for (const subject of index.sameAs(name)) held.add(subject);
    for (const { path, title } of repository.records) {
      const subject = subjects.get(path);
      if (!subject || held.has(subject) || !title) continue;
      yield {
        path,
        at: title,
        message: `解读的是《${subject}》，这批文件里没有。`,
        suggestions: ["补上所解读的文件，或者把解读移到文件所在的地方；题名已改的，改正解读的题名。"],
      };
    }
  },
});

function subjectOf({ title }: RepositoryRecord): string | null {
  const name = /《(.+)》/.exec(title?.quote ?? "")?.[1];
  return name ? nameOf(name) : null;
}
