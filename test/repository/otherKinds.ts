import { DECOYS } from "./decoys";
import type { LawShelf } from "./laws";
import { NOTE, type Registrar } from "./letter";
import type { Format, Paper } from "./paper";
import { COUNTY, ERRAND_SENTENCES, ERRANDS, GOVERNMENT, REVIEWER } from "./phrases";
import type { Random } from "./random";

interface Settings {
  index: number;
  format: Format;
  random: Random;
  shelf: LawShelf;
  registrar: Registrar;
}

/** Papers of other kinds than the 通知: 函, 会议纪要, 工作报告. All are sound, and each holds what only looks like a defect. */
export const OTHER_KINDS: readonly ((settings: Settings) => Paper)[] = [inquiry, minutes, workReport];

function paper(
  { index, format }: Settings,
  of: Pick<Paper, "number" | "title" | "lines"> & Partial<Paper>,
): Paper {
  const year = yearOf(index);
  return {
    path: `${year}年/其他/${of.title.slice(0, 24)}-${index + 1}`,
    format,
    signer: GOVERNMENT,
    date: `${year}年${1 + (index % 10)}月${1 + (index % 28)}日`,
    after: [NOTE],
    frontMatter: [],
    layout: {},
    ...of,
  };
}

function yearOf(index: number): number {
  return 2021 + (index % 6);
}

function decoysAt({ index, random, shelf }: Settings, count: number): string[] {
  return Array.from({ length: count }, (_, place) =>
    (DECOYS[(index * count + place) % DECOYS.length] as (typeof DECOYS)[number]).write({ random, shelf }),
  );
}

/** 函, between organs of no subordination. */
function inquiry(settings: Settings): Paper {
  const { index, random, registrar } = settings;
  const errand = ERRANDS[index % ERRANDS.length] as string;
  return paper(settings, {
    number: registrar.next("青政函", yearOf(index)),
    title: `${GOVERNMENT}关于商请协助第${index + 1}批${errand}的函`,
    lines: [
      "临江市水利局：",
      `我县正在开展${errand}，有关情况函告如下。`,
      ...random.some(ERRAND_SENTENCES, 3),
      ...decoysAt(settings, 2),
      "可否，请予函复。",
    ],
  });
}

/** 会议纪要 */
function minutes(settings: Settings): Paper {
  const { index, random, registrar } = settings;
  return paper(settings, {
    number: registrar.next("青政纪", yearOf(index)),
    title: `${GOVERNMENT}第${index + 1}次常务会议纪要`,
    lines: [
      `县政府第${index + 1}次常务会议在二楼会议室召开，现将议定事项纪要如下。`,
      "一、关于年度值守工作",
      ...random.some(ERRAND_SENTENCES, 2),
      "二、关于旧文件梳理",
      ...decoysAt(settings, 3),
      `会议要求，未经${REVIEWER}合法性审核的文件，不提交会议审议。`,
      "出席：各副县长。列席：县政府各部门负责人。",
    ],
  });
}

/** 法治政府建设工作报告: it speaks of review and interpretation, and owes neither. */
function workReport(settings: Settings): Paper {
  const { index, random } = settings;
  const year = yearOf(index);
  return paper(settings, {
    number: null,
    title: `${COUNTY}${year - 1}年第${index + 1}季度法治政府建设工作报告`,
    lines: [
      "一、主要工作",
      `全年办理合法性审核${30 + index}件，主动公开文件${50 + index}件，发布政策解读${20 + index}篇。`,
      "落实重大行政决策程序，公众参与、专家论证、风险评估、合法性审查和集体讨论决定都有记录。",
      ...decoysAt(settings, 3),
      "二、存在的问题",
      "个别单位报送审核不够及时，有的解读材料照抄原文。",
      ...random.some(ERRAND_SENTENCES, 1),
      "三、下一步打算",
      "健全合法性审核机制，推进政策性文件解读。",
    ],
  });
}
