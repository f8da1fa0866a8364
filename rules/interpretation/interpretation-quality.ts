import type { Report } from "../../linter/engine/finding";
import type { Companion } from "../../linter/engine/package";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import { shorten } from "../sources";
import { textOf } from "../titles";
import { INTERPRETATION_OPINION } from "./basis";
import { belongs, bodyOf, hanLength, interpretationsIn, STUB } from "./companions";
import { shareCopied } from "./copied";
import { pointsCovered } from "./points";
import { otherVersion } from "./version";
import { workingDaysBetween } from "./workingDays";

export interface InterpretationQualityOptions {
  /** Fewer Han characters are a stub. */
  leastLength: number;
  /** Of the nine points, how many must be spoken of. */
  leastPoints: number;
  /** Share of the text (0–1) that may stand in the document word for word. */
  mostCopied: number;
  /** 工作日 by which an interpretation may follow the document. */
  daysAfterRelease: number;
  /** The local rule on these days, by name and number; shown as the basis. */
  daysBasis: string;
}

const MAIN =
  "---\n政策性文件: 是\n公开属性: 主动公开\n---\n\n# 松河县农村供水管理办法\n\n第一条　为规范农村供水，保障农村居民饮水安全，制定本办法。\n\n第二条　供水单位应当按照国家生活饮用水卫生标准供水，每季度向用水户公布水质检测结果。\n\n第三条　用水户应当按时交纳水费，不得擅自改装、拆除供水设施。\n\n第四条　本办法自2024年7月1日起施行。\n\n松河县人民政府\n\n2024年6月3日\n";
const GOOD =
  "# 《松河县农村供水管理办法》政策解读\n\n## 一、为什么出台\n\n近年来部分村组水压不稳、收费不清，县里依据水法和城市供水条例起草了这份文件。\n\n## 二、主要内容\n\n一是水质按国家标准执行，检测结果三个月公布一次；二是水价听证后确定，用水户按月交费；三是管网由供水单位负责维修，接到报修后二十四小时内到场。\n\n## 三、适用范围和注意事项\n\n全县农村集中供水工程都适用。私自改装设施造成停水的，要承担修复费用。\n";

export const interpretationQuality = defineRule<InterpretationQualityOptions>({
  id: "interpretation-quality",
  title: "政策解读不合要求",
  group: "interpretation",
  severity: "error",
  basis: [INTERPRETATION_OPINION],
  description: [
    "解读材料应当讲清背景依据、目标任务、主要内容、涉及范围、执行标准、注意事项、关键词诠释、惠民利民举措、新旧政策差异等，用自己的话，不照抄文件。" +
      "本规则查看送审包里本件的解读材料：空白或者只有几句话；九个方面绝大多数没有涉及；大段照抄文件；日期晚于文件发布；解读的是另一个版本。",
    "短而讲清几个方面的解读是好解读，不会报告。图解、一图读懂等图片形式看不到图中文字，只作提醒。" +
      "选项：leastLength（最少汉字数，解读方案减为三分之一）、leastPoints（九个方面至少涉及几个）、mostCopied（最多照抄的比例，0 到 1）、daysAfterRelease（可以晚于文件几个工作日，地区口径 `profile` 也可以规定）、daysBasis（它的依据）。",
  ].join("\n\n"),
  examples: {
    good: [
      {
        title: "短，但讲清了几个方面",
        text: MAIN,
        companions: { "《松河县农村供水管理办法》政策解读.md": GOOD },
      },
      {
        title: "照引个别条文，其余用自己的话",
        text: MAIN,
        companions: {
          "《松河县农村供水管理办法》政策解读.md": `${GOOD}\n办法第三条规定，用水户不得擅自改装、拆除供水设施。\n`,
        },
      },
    ],
    bad: [
      {
        title: "只有一句话",
        text: MAIN,
        companions: {
          "《松河县农村供水管理办法》政策解读.md": "# 《松河县农村供水管理办法》政策解读\n\n内容另行补充。\n",
        },
        quotes: ["《松河县农村供水管理办法》政策解读"],
      },
      {
        title: "照抄文件",
        text: MAIN,
        companions: {
          "《松河县农村供水管理办法》政策解读.md":
            "# 《松河县农村供水管理办法》政策解读\n\n第一条　为规范农村供水，保障农村居民饮水安全，制定本办法。\n\n第二条　供水单位应当按照国家生活饮用水卫生标准供水，每季度向用水户公布水质检测结果。\n\n第三条　用水户应当按时交纳水费，不得擅自改装、拆除供水设施。\n\n第四条　本办法自2024年7月1日起施行。\n",
        },
        quotes: ["《松河县农村供水管理办法》政策解读"],
      },
    ],
  },
  defaults: { leastLength: STUB, leastPoints: 3, mostCopied: 0.6, daysAfterRelease: 3, daysBasis: "" },
  schema: (z) =>
    z
      .strictObject({
        leastLength: z.number().int().min(0),
        leastPoints: z.number().int().min(0).max(9),
        mostCopied: z.number().min(0).max(1),
        daysAfterRelease: z.number().int().min(0),
        daysBasis: z.string(),
      })
      .partial(),
  fromProfile: ({ interpretation }) =>
    interpretation?.daysAfterRelease === undefined
      ? {}
      : { daysAfterRelease: interpretation.daysAfterRelease, daysBasis: interpretation.basis },
  *check(context) {
    if (context.facts.scope !== "official") return;
    for (const companion of interpretationsIn(context)) {
      if (!belongs(companion, context)) continue;
      for (const report of examine(companion, context)) yield { path: companion.document.path, ...report };
    }
  },
});

const PICTURE = /图解|一图|长图|图片|海报|视频|动漫/;
const PLACEHOLDER = /待补充|另行补充|另附|（略）|\(略\)|此处填写|待完善|TODO|TBD|待定稿|正在编写|内容待/;

function* examine(
  companion: Companion,
  context: RuleContext<InterpretationQualityOptions>,
): Generator<Report> {
  const { options } = context;
  const body = bodyOf(companion);
  const length = hanLength(body);
  const least = companion.role === "interpretation-plan" ? options.leastLength / 3 : options.leastLength;
  const stub = length < least || (length < 2 * least && PLACEHOLDER.test(body));
  if (stub) yield stubReport(companion, length);
  const late = lateReport(companion, context);
  if (late) yield late;
  const version = otherVersion(companion, context);
  if (version) {
    yield {
      quote: version.named,
      message: `解读的是另一个版本“${shorten(version.named)}”：${version.why}。`,
      suggestions: ["按本件重新编写解读材料，或者换成本件的解读材料。"],
    };
  }
  // Plans say how to interpret, not what.
  if (stub || companion.role === "interpretation-plan") return;
  const copied = shareCopied(body, textOf(context.document));
  if (copied > options.mostCopied) {
    yield {
      message: `解读材料约${Math.round(copied * 100)}%的文字与文件原文相同，是照抄，不是解读。`,
      suggestions: ["用通俗的话说明文件要解决什么问题、与群众和企业有什么关系、怎么办理。"],
    };
    return;
  }
  const { covered, silent } = pointsCovered(body);
  if (covered.length < options.leastPoints) {
    yield {
      severity: "warning",
      message: `解读材料${covered.length === 0 ? "没有讲到任何一个应当讲的方面" : `只讲到${covered.join("、")}`}，没有讲到${silent.join("、")}。`,
      suggestions: ["补充与本件有关的方面，特别是背景依据、主要内容、涉及范围和执行标准。"],
    };
  }
}

function stubReport({ document, facts }: Companion, length: number): Report {
  const title = facts.elements.title?.value ?? "";
  const picture =
    PICTURE.test(title) ||
    PICTURE.test(document.path) ||
    ((document.format === "pdf" || document.format === "ofd") && length === 0);
  if (picture) {
    return {
      severity: "info",
      message: "图片形式的解读，图中文字这里看不到，请人工核对是否讲清了文件内容。",
      suggestions: ["附上文字版解读材料，方便检索和无障碍阅读。"],
    };
  }
  return {
    message: length === 0 ? "解读材料是空白的。" : `解读材料只有${length}个字，没有讲清文件内容。`,
    suggestions: ["写明背景依据、主要内容、涉及范围、执行标准、注意事项等。"],
  };
}

function lateReport(companion: Companion, context: RuleContext<InterpretationQualityOptions>): Report | null {
  const { facts, options } = context;
  const released = facts.metadata.released ?? facts.elements.date?.value ?? facts.metadata.date;
  const own = companion.facts;
  const date = own.metadata.released ?? own.metadata.date ?? own.elements.date?.value;
  if (!released || !date || released.length !== 10 || date.length !== 10) return null;
  const days = workingDaysBetween(released, date);
  if (days <= options.daysAfterRelease) return null;
  const known = facts.metadata.released ? "发布日期" : "成文日期";
  return {
    place: own.elements.date?.place ?? undefined,
    quote: own.elements.date?.quote ?? date,
    severity: "warning",
    message: `解读材料的日期${date}比文件${known}${released}晚${days}个工作日。解读应当与文件同步发布。`,
    suggestions: ["与文件同步发布；已经发布的，下次提前准备。", "日期写错的，改正日期。"],
    basis: options.daysBasis === "" ? undefined : [INTERPRETATION_OPINION, options.daysBasis],
  };
}
