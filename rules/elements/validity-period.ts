import type { Report } from "../../linter/engine/finding";
import { defineRule, type RuleContext } from "../../linter/engine/rule";
import type { DocumentFacts } from "../../linter/facts/documentFacts";
import { lastDay, recogniseTerm, type TermStatement } from "../../linter/facts/term";

interface Options {
  /** Longest validity in whole years that the local rule allows, and that of 暂行, 试行; 0: not given. */
  years: number;
  trialYears: number;
  /** True: its absence is a warning; false: nothing is said of it; null: a reminder. */
  required: boolean | null;
  /** Months before its end in which it is to be evaluated; 0: not given. */
  reviewMonths: number;
  /** The local rule, by name and number; shown as the basis. */
  basis: string;
}

/** Rules in articles, of which local rules want a validity period without exception. */
const KINDS = new Set(["办法", "规定", "细则", "规则", "规程"]);
const TRIAL = /[（(]?(?:暂行|试行)/;
/** Terms of licences and contracts are none of the document's. */
const OTHERS = /(?:证|证书|执照|许可|合同|协议)有效期/g;
const LOCAL = /省|自治区|市(?!场)|州|盟|县|区|旗|乡|镇/;
/** Anything that may be a period, however it is put: absence is told only where there is nothing of the kind. */
const SOME_PERIOD =
  /有效期|长期有效|长期施行|(?:执行|施行|实施|试行|暂行)[^。；\n]{0,24}(?:年|止)|同时(?:失效|废止)/;

const text = (end: string, title = "松河县农村供水管理办法") =>
  `---\n行政规范性文件: 是\n---\n\n# ${title}\n\n第一条　供水单位应当按照标准供水。\n\n第二条　用水户应当按时缴费。\n\n第三条　${end}\n\n松河县人民政府\n\n2026年3月2日\n`;

export const validityPeriod = defineRule<Options>({
  id: "validity-period",
  title: "没有写明有效期，或者有效期过长",
  group: "elements",
  severity: "warning",
  needsWhole: true,
  basis: ["国办发〔2018〕37号"],
  description: [
    "许多地方规定，规范性文件应当写明有效期，并且不得超过若干年（常见的是五年，暂行、试行的两年）。各地年限不同，所以只有在配置的 `profile`（地区口径）里写明本地的规定以后，才判断有效期是不是过长，是不是快要届满、应当评估。也可以单独写选项：年限 `years`、`trialYears`，是不是必须写明 `required`，届满前几个月内评估 `reviewMonths`，依据 `basis`。",
    "没有写明有效期的，只对地方的办法、规定、细则、规则、规程提示。法律、法规、规章不查；写了“长期有效”的，或者文中有像期限的话的，不提示。",
  ].join("\n\n"),
  examples: {
    good: [
      { title: "写明了有效期", text: text("本办法自2026年4月1日起施行，有效期5年。") },
      { title: "写明长期有效", text: text("本办法自2026年4月1日起施行，长期有效。") },
      {
        title: "没有配置本地年限，不判断长短",
        text: text("本办法自2026年4月1日起施行，有效期10年。"),
      },
    ],
    bad: [
      {
        title: "没有写明有效期",
        text: text("本办法自2026年4月1日起施行。"),
        quotes: ["松河县农村供水管理办法"],
      },
      {
        title: "许可证的有效期不是文件的有效期",
        text: text("供水许可证有效期5年。本规定自2026年4月1日起施行。", "松河县农村供水管理规定"),
        quotes: ["松河县农村供水管理规定"],
      },
    ],
  },
  defaults: { years: 0, trialYears: 0, required: null, reviewMonths: 0, basis: "" },
  schema: (z) =>
    z.strictObject({
      years: z.number().int().min(0).optional(),
      trialYears: z.number().int().min(0).optional(),
      required: z.boolean().nullable().optional(),
      reviewMonths: z.number().int().min(0).max(24).optional(),
      basis: z.string().optional(),
    }),
  fromProfile: ({ validity }) => validity ?? {},
  *check(context) {
    const { facts, options } = context;
    if (facts.scope !== "official" || !facts.normative.value) return;
    if (options.years > 0 || options.trialYears > 0 || options.reviewMonths > 0) yield* judgeTerms(context);
    if (options.required !== false && isLocal(facts.elements)) yield* judgeAbsence(context);
  },
});

/** Periods that are too long or about to end. */
function* judgeTerms(context: RuleContext<Options>): Iterable<Report> {
  const { facts, options, asOf } = context;
  const issued = facts.elements.date?.value;
  for (const part of facts.parts) {
    if (part.role === "annex") continue;
    const title = part.role === "main" ? facts.elements.title?.value : part.title;
    const limit = TRIAL.test(title ?? "") ? options.trialYears : options.years;
    for (let block = part.start; block < part.end; block++) {
      for (const statement of termsIn(context, block)) {
        const place = { block, start: statement.start, end: statement.end };
        if (limit > 0 && exceeds(statement, limit, issued)) {
          yield {
            place,
            message: `有效期超过${limit}年，这是${options.basis || "配置的本地年限"}规定的最长年限。`,
            suggestions: [`把有效期改为不超过${limit}年；确需更长的，按本地规定办理并说明理由。`],
            basis: basisOf(options),
          };
        }
        const last = endOf(statement, issued);
        if (last !== null && isDue(last, options.reviewMonths, asOf.date)) {
          yield {
            severity: "info",
            place,
            message: `有效期到${last}为止，不到${options.reviewMonths}个月就要届满，应当评估。`,
            suggestions: ["需要继续执行的，评估后按程序重新公布；不需要的，届满后标注失效。"],
            basis: basisOf(options),
          };
        }
      }
    }
  }
}

/** No period where rules in articles state one. */
function* judgeAbsence({ document, facts, options }: RuleContext<Options>): Iterable<Report> {
  const issued = facts.parts.filter(({ role }) => role === "issued").map(({ kind }) => kind);
  if (![facts.kind, ...issued].some((kind) => kind !== null && KINDS.has(kind))) return;
  const text = document.blocks.map((block) => block.text.replace(OTHERS, "")).join("\n");
  if (SOME_PERIOD.test(text)) return;
  yield {
    severity: options.required ? "warning" : "info",
    message: options.required
      ? `没有写明有效期，${options.basis || "本地规定"}要求写明。`
      : "没有写明有效期。",
    suggestions: [
      options.required ? "在末条写明有效期。" : "按照本地规定在末条写明有效期；本地没有要求的，不必理会。",
    ],
    basis: basisOf(options),
  };
}

function basisOf({ basis }: Options): string[] | undefined {
  return basis === "" ? undefined : [basis];
}

/** Duties to state a period come from local rules; they do not bind the centre. */
function isLocal({ issuer, signatory, title }: DocumentFacts["elements"]): boolean {
  return [issuer, signatory, title].some((element) => LOCAL.test(element?.value ?? ""));
}

function termsIn({ document, facts }: RuleContext<Options>, block: number): TermStatement[] {
  return recogniseTerm(document.blocks[block]?.text ?? "", facts.blocks[block]?.dates ?? []);
}

function exceeds(
  { begins, years, until }: TermStatement,
  limit: number,
  issued: string | undefined,
): boolean {
  if (years !== null) return years > limit;
  const start = begins === "issue" ? issued : begins;
  // Ends on the day itself or the day before it: both are whole years in use.
  return until !== null && start?.length === 10 && until.slice(0, 10) > nextDay(lastDay(start, limit));
}

/** Last day, ISO; null where the sentence itself does not tell it in full. */
function endOf({ begins, years, until }: TermStatement, issued: string | undefined): string | null {
  if (until !== null) return until.length === 10 ? until : null;
  const start = begins === "issue" ? issued : begins;
  return years !== null && start?.length === 10 ? lastDay(start, years) : null;
}

function isDue(last: string, months: number, on: string): boolean {
  if (months === 0 || on > last) return false;
  const from = new Date(last);
  from.setUTCMonth(from.getUTCMonth() - months);
  return on > from.toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
