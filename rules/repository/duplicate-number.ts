import type { RepositoryRecord } from "../../linter/engine/repository/index";
import { defineRule } from "../../linter/engine/rule";
import { likeness } from "../titles";
import { PROCESSING, UNIFIED_AND_CLEANED } from "./basis";
import { called } from "./wording";

const NOTICE = (title: string, number: string) =>
  `# ${title}\n\n${number}\n\n各乡镇人民政府：\n\n请认真执行。\n\n松河县人民政府\n\n2024年6月3日\n\n（此件公开发布）\n`;
const FLOOD = NOTICE("松河县人民政府关于做好汛期值守工作的通知", "松政发〔2024〕8号");

export const duplicateNumber = defineRule({
  id: "duplicate-number",
  title: "两份公文用了同一个发文字号",
  group: "repository",
  severity: "error",
  basis: [UNIFIED_AND_CLEANED, PROCESSING],
  description: [
    "一个发文字号只能用于一份公文。同一批文件里题名不同的两份公文用了同一个字号的，其中一份的字号有误。",
    "同一份公文的不同稿子、不同格式，印发通知和它印发的文本单独存放的，题名相同或者相近，不报告。随附材料写主文件的字号也不报告。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "字号各不相同",
        text: FLOOD,
        others: { "路灯.md": NOTICE("松河县人民政府关于路灯管护的通知", "松政发〔2024〕9号") },
      },
      { title: "同一份公文存了两份", text: FLOOD, others: { "印发稿.md": FLOOD } },
    ],
    bad: [
      {
        title: "两份通知同号",
        text: FLOOD,
        others: { "路灯.md": NOTICE("松河县人民政府关于路灯管护的通知", "松政发〔2024〕8号") },
        quotes: ["松政发〔2024〕8号", "松政发〔2024〕8号"],
      },
      {
        title: "括号写法不同，仍是同一个字号",
        text: FLOOD,
        others: { "路灯.md": NOTICE("松河县人民政府关于路灯管护的通知", "松政发[2024]8号") },
        quotes: ["松政发〔2024〕8号", "松政发[2024]8号"],
      },
    ],
  },
  defaults: {},
  *checkRepository({ repository }) {
    for (const [number, bearers] of repository.numbers()) {
      if (bearers.length < 2 || number.startsWith("〔")) continue;
      const records = [...bearers];
      for (const record of records) {
        const other = records.find((candidate) => isAnother(record, candidate));
        const at = record.numberAt ?? record.title;
        if (!other || !at) continue;
        yield {
          path: record.path,
          at,
          message: `${number}又是${called({ ...other, number: null })}的发文字号（${other.path}）。`,
          suggestions: ["查对发文登记，改正编错的一份。"],
        };
      }
    }
  },
});

/** Surely another document: no name in common, and none alike. */
function isAnother(record: RepositoryRecord, other: RepositoryRecord): boolean {
  if (record.path === other.path || record.names.length === 0 || other.names.length === 0) return false;
  return record.names.every((name) =>
    other.names.every(
      (candidate) =>
        !name.includes(candidate) && !candidate.includes(name) && likeness(name, candidate) < 0.75,
    ),
  );
}
