import type { ExampleSetting } from "../../linter/engine/rule";
import { chinese, type LawShelf } from "./laws";
import { type Format, type Paper, pathOf } from "./paper";
import type { Random } from "./random";
import type { Submission } from "./submission";

/** What the linter is to say of a planted defect. */
export interface Expected {
  path: string;
  ruleId: string;
  /** Words that the finding's quote holds. */
  quote?: string;
}

interface Tools {
  random: Random;
  shelf: LawShelf;
}

/** A kind of defect: what it does to a sound document, and what is to be found. */
export interface Defect<T> {
  name: string;
  ruleId: string;
  /** Further rules that such a defect breaks by its nature. */
  also?: readonly string[];
  /** Only documents of these formats can have it. */
  formats?: readonly Format[];
  plant(subject: T, tools: Tools): Omit<Expected, "ruleId"> | null;
}

/** A citation that is wrong, in a sentence of its own. */
function citing(
  name: string,
  ruleId: string,
  cite: (tools: Tools) => { citation: string; quote: string } | null,
): Defect<Paper> {
  return {
    name,
    ruleId,
    plant: (paper, tools) => {
      const cited = cite(tools);
      if (cited === null) return null;
      paper.lines.splice(2, 0, `有关手续按照${cited.citation}的规定办理，各单位不得另行增加环节。`);
      return { path: pathOf(paper), quote: cited.quote };
    },
  };
}

function titled(law: { title: string } | undefined) {
  return law ? { citation: `《${law.title}》`, quote: law.title } : null;
}

function layout(name: string, setting: ExampleSetting, also: string[] = []): Defect<Paper> {
  return {
    also,
    name: `layout: ${name}`,
    ruleId: `layout/${name}`,
    formats: ["docx"],
    plant: (paper) => {
      paper.layout = setting;
      return { path: pathOf(paper) };
    },
  };
}

function ending(name: string, ruleId: string, after: readonly string[], quote?: string): Defect<Paper> {
  return {
    name,
    ruleId,
    plant: (paper) => {
      paper.after = [...after];
      return { path: pathOf(paper), quote };
    },
  };
}

export const LETTER_DEFECTS: readonly Defect<Paper>[] = [
  ending("no class of disclosure", "missing-disclosure", []),
  ending("a note that is none", "missing-disclosure", ["（本文有删减）"]),
  ending(
    "options left open",
    "disclosure-conflict",
    ["公开属性：□主动公开　□依申请公开　□不予公开"],
    "□主动公开",
  ),
  ending(
    "note against line",
    "disclosure-conflict",
    ["（此件公开发布）", "公开属性：依申请公开（理由：内部事务信息）"],
    "依申请公开",
  ),
  ending("not public without a reason", "disclosure-reason", ["（此件不予公开）"], "不予公开"),
  ending(
    "a reason the law does not know",
    "disclosure-reason",
    ["公开属性：依申请公开（理由：领导要求）"],
    "依申请公开",
  ),
  citing("a repealed law", "repealed-law", ({ shelf, random }) => titled(random.pick(shelf.repealed))),
  citing("an earlier version", "superseded-version", ({ shelf, random }) => {
    const { law, earlier } = random.pick(shelf.amended);
    const quote = `${earlier.adopted?.slice(0, 4)}年${earlier.kind === "revised" ? "修订" : "修正"}`;
    return { citation: `《${law.title}》（${quote}）`, quote };
  }),
  citing("another regulation's number", "law-number", ({ shelf, random }) => {
    const { law, wrong } = random.pick(shelf.numbered);
    return { citation: `《${law.title}》（${wrong}）`, quote: wrong };
  }),
  citing("a misspelt title", "law-title", ({ shelf, random }) => titled(random.pick(shelf.misspelt))),
  citing("an article beyond the last", "law-article", ({ shelf, random }) => {
    const { law, articles } = random.pick(shelf.inForce);
    const quote = `第${chinese(articles + 1 + random.below(40))}条`;
    return { citation: `《${law.title}》${quote}`, quote };
  }),
  citing("a law not yet in force", "not-yet-in-force", ({ shelf }) => titled(shelf.upcoming[0])),
  citing("a law about to change", "superseded-soon", ({ shelf }) => titled(shelf.changing[0])),
  layout("page-size", { page: { width: 216, height: 279 } }, ["layout/grid"]),
  layout("margins", { margins: [25.4, 31.8, 25.4, 31.8] }, ["layout/grid"]),
  layout("title-font", { titleFont: "宋体" }),
  layout("body-font", { bodyFont: "宋体" }),
  {
    name: "layout: heading-font",
    ruleId: "layout/heading-font",
    formats: ["docx"],
    plant: (paper) => {
      const headed = (heading: string, index: number) => [heading, paper.lines[index + 2] ?? ""];
      paper.lines.splice(2, 2, ...["一、明确工作分工", "二、按时报送情况"].flatMap(headed));
      paper.layout = { headingFonts: ["仿宋_GB2312", "楷体_GB2312"] };
      return { path: pathOf(paper), quote: "一、明确工作分工" };
    },
  },
  layout("indent", { firstLine: 0 }),
  layout("signature-position", { signerRight: 0, dateRight: 0 }),
  layout("note-position", { noteFirstLine: 0 }),
  layout("page-number", { pageNumber: "center" }),
  layout("grid", { gridPitch: 15.6 }),
  layout("line-pitch", { linePitch: 20 }),
];

/** Defects of packages: of the document itself, and of what must accompany it. */
export const SUBMISSION_DEFECTS: readonly Defect<Submission>[] = [
  {
    name: "no class in a package",
    ruleId: "missing-disclosure",
    plant: ({ main }) => {
      main.after = [];
      return { path: pathOf(main) };
    },
  },
  {
    name: "no validity period",
    ruleId: "validity-period",
    plant: ({ main }) => {
      const last = main.lines.findIndex((line) => line.includes("，有效期5年"));
      if (last < 0) return null;
      main.lines[last] = main.lines[last]?.replace("，有效期5年", "") ?? "";
      return { path: pathOf(main) };
    },
  },
  {
    name: "an annex named and not there",
    ruleId: "annex-mismatch",
    plant: ({ main }) => {
      const quote = "巡查工作流程";
      main.lines.push(`附件：${quote}`);
      return { path: pathOf(main), quote };
    },
  },
  {
    name: "no review",
    ruleId: "missing-legality-review",
    plant: (pack) => {
      pack.opinion = null;
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "a duty to review is no review",
    ruleId: "missing-legality-review",
    plant: (pack) => {
      pack.opinion = null;
      pack.main.lines.splice(6, 0, "配套文件未经合法性审核的，不得提交审议。");
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "unlawful by the opinion",
    ruleId: "legality-review-invalid",
    plant: (pack) => {
      pack.opinion?.lines.splice(
        1,
        1,
        `你局送审的《${pack.main.title}（送审稿）》收悉。经审核，第五条与上位法相抵触，不同意提请县政府常务会议审议。`,
      );
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "reviewed after its date",
    ruleId: "legality-review-invalid",
    plant: (pack) => {
      if (pack.opinion) pack.opinion.date = "2026年11月23日";
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "opinion on another document",
    ruleId: "legality-review-invalid",
    plant: (pack) => {
      pack.opinion?.lines.splice(
        1,
        1,
        "你局送审的《青禾县渔港码头靠泊管理规定（送审稿）》收悉。经审核，内容不违反法律、法规、规章规定，同意提请县政府常务会议审议。",
      );
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "signing in place of review",
    ruleId: "legality-review-invalid",
    plant: (pack) => {
      pack.opinion = null;
      pack.note?.lines.push("县司法局已会签，视同通过合法性审核。");
      return { path: pathOf(pack.main), quote: "会签" };
    },
  },
  {
    name: "no interpretation",
    ruleId: "missing-interpretation",
    plant: (pack) => {
      pack.interpretation = null;
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "interpretation of another document",
    ruleId: "missing-interpretation",
    plant: (pack) => {
      if (!pack.interpretation) return null;
      const other = "《青禾县渔港码头靠泊管理规定》政策解读";
      pack.interpretation.title = other;
      pack.interpretation.path = `${pack.folder}/${other}`;
      pack.interpretation.lines = pack.interpretation.lines.map((line) =>
        line.replaceAll(/对.*?反映/g, "对码头反映"),
      );
      return { path: pathOf(pack.main) };
    },
  },
  {
    name: "interpretation named in the manifest and absent",
    ruleId: "missing-interpretation",
    plant: (pack) => {
      pack.interpretation = null;
      pack.manifest = ["公开属性: 主动公开", "解读: [政策解读终稿.docx]"];
      return { path: pathOf(pack.main), quote: "政策解读终稿.docx" };
    },
  },
  {
    name: "a stub",
    ruleId: "interpretation-quality",
    plant: (pack) => interpreted(pack, () => ["内容另行补充。"]),
  },
  {
    name: "a copy",
    ruleId: "interpretation-quality",
    plant: (pack) => interpreted(pack, ({ lines }) => [...lines]),
  },
  {
    name: "released too late",
    ruleId: "interpretation-quality",
    plant: (pack) => {
      pack.manifest = ["公开属性: 主动公开", "状态: 印发", "发布日期: 2026-10-12"];
      pack.main.date = "2026年11月10日";
      if (pack.interpretation) {
        pack.interpretation.signer = "青禾县人民政府办公室";
        pack.interpretation.date = "2026年11月20日";
      }
      return pack.interpretation && { path: pathOf(pack.interpretation) };
    },
  },
];

function interpreted(pack: Submission, lines: (main: Paper) => string[]): Omit<Expected, "ruleId"> | null {
  if (!pack.interpretation) return null;
  pack.interpretation.lines = lines(pack.main);
  return { path: pathOf(pack.interpretation) };
}
