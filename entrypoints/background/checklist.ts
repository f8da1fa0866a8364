import type { Rule } from "../../linter/engine/rule";
import type { InspectedFile } from "../../linter/reporters/contract";
import type { ChecklistEntry, CoreItem, DraftFinding } from "../shared/messages";

/** In the order in which offices name them: 解读 · 合法性审核 · 公开属性 · 引用. */
const ITEMS: readonly CoreItem[] = ["interpretation", "legality-review", "disclosure", "citations"];

/** What the check of one draft came to. */
export interface Checked {
  inspected: InspectedFile;
  findings: readonly DraftFinding[];
  rules: readonly Pick<Rule, "id" | "group">[];
  /** Only what is on show was read. */
  isPartial: boolean;
  /** Whether a rule ran at all. */
  isOn(ruleId: string): boolean;
}

/** The four core items (四项核心内容) of a draft, each with what it rests on. */
export function checklist(checked: Checked): ChecklistEntry[] {
  return ITEMS.map((item) => ({
    item,
    ...(item === "citations" ? citations(checked) : evidenced(item, checked)),
  }));
}

type State = Omit<ChecklistEntry, "item">;

function evidenced(item: Exclude<CoreItem, "citations">, checked: Checked): State {
  const wrong = serious(item, checked);
  const missing = checked.findings.find(({ ruleId }) => ruleId === `missing-${item}`);
  if (wrong.length > 0) return { state: "attention", evidence: wrong };
  const shown = shownEvidence(item, checked.inspected);
  if (shown) return { state: "ok", evidence: [shown] };
  if (missing) return { state: "unseen", evidence: [missing.message] };
  if (checked.isPartial) {
    return { state: "unseen", evidence: ["这里只看得到文稿的一部分，没有见到；可能写在看不到的地方。"] };
  }
  if (!checked.isOn(`missing-${item}`)) {
    return { state: "unseen", evidence: ["没有见到；此项检查已关闭或已忽略，没有判断是否需要。"] };
  }
  const { normative, policy } = checked.inspected;
  const because = normative.value ? policy.because : normative.because;
  return { state: "not-owed", evidence: ["按现有内容，这份文件不要求此项。", ...because] };
}

function shownEvidence(item: Exclude<CoreItem, "citations">, inspected: InspectedFile): string | null {
  if (item === "disclosure") {
    const { value, quote, source } = inspected.disclosure;
    return value && `${value}（${from(source)}：${quote ?? value}）`;
  }
  const found = item === "interpretation" ? inspected.interpretation : inspected.legalityReview;
  return found.present ? `${from(found.source)}：${found.quote ?? "已写明"}` : null;
}

function from(source: InspectedFile["disclosure"]["source"]): string {
  return source === "text" ? "正文" : "填写的信息";
}

function citations(checked: Checked): State {
  const wrong = serious("citations", checked);
  if (wrong.length > 0) return { state: "attention", evidence: wrong };
  const cited = checked.inspected.citations;
  if (cited.length === 0 && checked.isPartial) {
    return { state: "unseen", evidence: ["看得到的部分没有引用法律法规和文件。"] };
  }
  if (cited.length === 0) return { state: "ok", evidence: ["没有引用法律法规和文件。"] };
  const known = cited.filter(({ resolved }) => resolved).length;
  const evidence = [`引用 ${cited.length} 处，其中 ${known} 处收在法规库中，已核对，没有发现问题。`];
  if (checked.isPartial) evidence.push("看不到的部分没有核对。");
  if (known < cited.length) evidence.push(`其余 ${cited.length - known} 处不在法规库中，请自行核对。`);
  return { state: "ok", evidence };
}

/** Messages of this item's errors and warnings. */
function serious(item: CoreItem, { findings, rules }: Checked): string[] {
  const own = new Set(rules.filter(({ group }) => group === item).map(({ id }) => id));
  return findings
    .filter(({ ruleId, severity }) => own.has(ruleId) && severity !== "info")
    .map(({ message }) => message);
}
