import type {
  Ending,
  NamedDocument,
  Repository,
  RepositoryRecord,
} from "../../linter/engine/repository/index";
import { defineRule } from "../../linter/engine/rule";
import { UNIFIED_AND_CLEANED } from "./basis";
import { called, howEnded } from "./wording";

const OLD =
  "# 松河县犬只管理办法\n\n松政发〔2015〕3号\n\n第一条　养犬人应当为犬只免疫。\n\n第二条　本办法自2015年4月1日起施行。\n\n松河县人民政府\n\n2015年3月2日\n";
const NEW =
  "# 松河县养犬管理规定\n\n松政发〔2021〕6号\n\n第一条　养犬人应当为犬只免疫。\n\n第二条　本规定自2021年5月1日起施行。《松河县犬只管理办法》（松政发〔2015〕3号）同时废止。\n\n松河县人民政府\n\n2021年4月2日\n";
const NOTICE = (words: string) =>
  `# 松河县人民政府办公室关于开展犬只免疫的通知\n\n松政办发〔2024〕9号\n\n各乡镇人民政府：\n\n${words}\n\n松河县人民政府办公室\n\n2024年6月3日\n\n（此件公开发布）\n`;

export const endedCitation = defineRule({
  id: "ended-citation",
  title: "引用本库里已经废止或失效的文件",
  group: "repository",
  severity: "error",
  basis: ["《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条", UNIFIED_AND_CLEANED],
  description: [
    "公文作为依据引用的文件就在同一批文件里，而那份文件在判断日已经由另一份废止，或者有效期已满、标注了废止失效，或者已有同名的新文件。全国性法律法规由 `repealed-law` 检查，这里查本地、本单位自己的文件。",
    "按文号认定；没有写文号的按完整题名认定，同名文件有一份仍然有效就不报告。由写明的废止条款废止的是错误，有效期满、标注失效的是警告，办法、规定等已有同名新文件的只作提醒。本身已经失效的公文不再检查。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "引用现行文件",
        text: NOTICE("根据《松河县养犬管理规定》（松政发〔2021〕6号），请做好免疫工作。"),
        others: { "旧.md": OLD, "新.md": NEW },
      },
      {
        title: "旧文件没有废止",
        text: NOTICE("根据《松河县犬只管理办法》（松政发〔2015〕3号），请做好免疫工作。"),
        others: { "旧.md": OLD },
      },
    ],
    bad: [
      {
        title: "引用的办法已由新规定废止",
        text: NOTICE("根据《松河县犬只管理办法》（松政发〔2015〕3号），请做好免疫工作。"),
        others: {
          "旧.md": `${OLD}\n（已废止）\n`.replace(
            "# 松河县犬只管理办法",
            "# 松河县犬只管理办法\n\n（已废止）",
          ),
          "新.md": NEW,
        },
        quotes: ["《松河县犬只管理办法》（松政发〔2015〕3号）"],
      },
      {
        title: "只写题名",
        text: NOTICE("请按照《松河县犬只管理办法》做好免疫工作。"),
        others: {
          "旧.md": OLD.replace("# 松河县犬只管理办法", "# 松河县犬只管理办法\n\n（已废止）"),
          "新.md": NEW,
        },
        quotes: ["《松河县犬只管理办法》"],
      },
    ],
  },
  defaults: {},
  *checkRepository({ repository, dateFor }) {
    for (const record of repository.documents) {
      const date = dateFor(record.path);
      if (repository.ending(record, date)) continue;
      const said = new Set<string>();
      for (const mention of record.cites) {
        const found = endedMeaning(mention, record, repository, date);
        if (!found || said.has(found.target.path)) continue;
        said.add(found.target.path);
        yield { path: record.path, at: mention, ...worded(found) };
      }
    }
  },
});

interface Found {
  target: RepositoryRecord;
  ending: Ending | null;
  successor: RepositoryRecord | null;
}

/** The ended document a mention means; null if what it means may be in force, or is not held here. */
function endedMeaning(
  mention: NamedDocument,
  record: RepositoryRecord,
  repository: Repository,
  date: string,
): Found | null {
  const targets = repository.named(mention).filter((target) => target.path !== record.path);
  if (targets.length === 0) return null;
  const endings = targets.map((target) => ({ target, ending: repository.ending(target, date) }));
  if (endings.every(({ ending }) => ending !== null)) {
    const { target, ending } = endings.at(-1) as { target: RepositoryRecord; ending: Ending };
    return { target, ending, successor: repository.successor(target, date) };
  }
  // A number means one edition; a bare name means whichever is in force.
  const [target] = targets;
  if (mention.number === null || !target || targets.length > 1) return null;
  const successor = repository.successor(target, date);
  return successor && successor.path !== record.path ? { target, ending: null, successor } : null;
}

function worded({ target, ending, successor }: Found) {
  const replacement = ending?.by ?? successor;
  return {
    severity:
      ending === null
        ? ("info" as const)
        : ending.how === "repealed"
          ? ("error" as const)
          : ("warning" as const),
    message: ending
      ? `${called(target)}${howEnded(ending)}。`
      : `${called(target)}之后有同名的新文件${successor ? called(successor) : ""}，请核对引用的是哪一份。`,
    suggestions: [
      replacement
        ? `核对后改为引用${called(replacement)}，条文序号一并核对。`
        : "删去这一引用，或者改为引用现行的文件。",
    ],
  };
}
