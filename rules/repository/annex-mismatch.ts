import type { Report } from "../../linter/engine/finding";
import type { Companion } from "../../linter/engine/package";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { Element } from "../../linter/facts/documentFacts";
import { fileName } from "../sources";
import { likeness } from "../titles";
import { FORMAT, PROCESSING } from "./basis";

const NOTICE = (list: string) =>
  `---\n公开属性: 主动公开\n---\n\n# 松河县人民政府办公室关于开展路灯普查的通知\n\n各乡镇人民政府：\n\n请按要求开展普查，结果按时报送。\n\n${list}松河县人民政府办公室\n\n2024年6月3日\n`;
const NOTE = "# 起草说明\n\n为掌握全县路灯底数，起草本通知。\n";
const STEPS = "# 路灯普查工作步骤\n\n先由各村自查，再由乡镇核对。\n";

export const annexMismatch = defineRule({
  id: "annex-mismatch",
  title: "附件说明与附件不符",
  group: "repository",
  severity: "warning",
  basis: [`${FORMAT} 7.3.4、7.3.6`, PROCESSING],
  description: [
    "附件说明写明的附件应当齐全，附件的名称和顺序应当与附件说明一致；送审包里有附件，正文应当有附件说明。本规则在送审包里核对：写明了却找不到的，有附件却没有写明的。",
    "附件可以接在正文后面，也可以是单独的文件，名称相近即算有。表格、图片等本程序不读的文件看不到，名称像表格、名单、图纸的附件找不到时只作提醒。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "附件是单独的文件",
        text: NOTICE("附件：路灯普查工作步骤\n\n"),
        companions: { "附件 路灯普查工作步骤.md": STEPS, "起草说明.md": NOTE },
      },
      {
        title: "附件接在正文后面",
        text: `${NOTICE("附件：路灯普查工作步骤\n\n")}\n附件\n\n路灯普查工作步骤\n\n先由各村自查，再由乡镇核对。\n`,
        companions: { "起草说明.md": NOTE },
      },
    ],
    bad: [
      {
        title: "写明的附件没有放进来",
        text: NOTICE("附件：路灯普查工作步骤\n\n"),
        companions: { "起草说明.md": NOTE },
        quotes: ["路灯普查工作步骤"],
      },
      {
        title: "有附件，没有附件说明",
        text: NOTICE(""),
        companions: { "附件1 路灯普查工作步骤.md": STEPS, "起草说明.md": NOTE },
        quotes: ["松河县人民政府办公室关于开展路灯普查的通知"],
      },
    ],
  },
  defaults: {},
  *check(context) {
    const { facts, package: pack } = context;
    if (!pack?.submission || facts.scope !== "official") return;
    const named = facts.elements.attachments;
    const files = pack.companions.filter(({ role }) => role === "annex");
    const inText = facts.parts.filter(({ role }) => role === "annex");
    yield* notThere(
      named,
      [...inText.map(({ title }) => title ?? ""), ...pack.companions.flatMap(namesOf)],
      inText.length,
    );
    if (named.length > 0 || inText.length > 0 || mentionsAnnex(context)) return;
    for (const file of files) {
      yield {
        message: `同包有附件“${fileName(file.document.path)}”，正文没有附件说明。`,
        suggestions: ["在正文下空一行写明“附件：”和附件名称；不是附件的，改正文件名。"],
      };
    }
  },
});

/** Kinds of annex that mostly come as files which are not read here. */
const DRAWN = /表|名单|名册|清单|目录|台账|图|样式|模板/;

function* notThere(named: readonly Element[], there: readonly string[], inText: number): Generator<Report> {
  // Annexes behind the text need not repeat their names; as many as are named will do.
  if (inText >= named.length) return;
  for (const { value, place, quote } of named) {
    if (there.some((name) => isNamed(value, name))) continue;
    yield {
      place: place ?? undefined,
      quote,
      severity: DRAWN.test(value) ? "info" : "warning",
      message: `附件说明写明的“${value}”，正文后面和同包材料里都没有见到。`,
      suggestions: ["把附件放进送审包，名称与附件说明一致；已经取消的，从附件说明里删去。"],
    };
  }
}

function namesOf({ document, facts }: Companion): string[] {
  return [fileName(document.path).replace(/\.[^.]+$/, ""), facts.elements.title?.value ?? ""];
}

function isNamed(annex: string, name: string): boolean {
  const plain = (text: string) => text.replace(/[\s《》“”"（）()]/g, "");
  return (
    name !== "" && (plain(name).includes(plain(annex)) || (name.length >= 4 && likeness(annex, name) >= 0.8))
  );
}

/** （附件1）, 见附件 in running text: the document does speak of annexes. */
function mentionsAnnex({ document }: RuleContext<object>): boolean {
  return document.blocks.some(({ text }) => text.includes("附件") || text.includes("附后"));
}
