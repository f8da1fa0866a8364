import type { Judgement } from "./documentFacts";
import { findExclusion } from "./exclusions";
import { NO_RULE_KINDS } from "./normative";
import type { ScopeJudgement } from "./scope";
import type { Subject } from "./subject";

/** Kinds that carry policy by their nature. */
const POLICY_KINDS = new Set([
  "意见",
  "方案",
  "规划",
  "纲要",
  "措施",
  "政策",
  "办法",
  "规定",
  "细则",
  "标准",
  "计划",
  "指南",
]);

/** 政策性文件 or not: normative documents, and opinions, plans and measures for the public. The duty to interpret attaches to it. */
export function judgePolicy(
  subject: Subject,
  { scope, because }: ScopeJudgement,
  normative: Judgement,
): Judgement {
  const { metadata, metadataSource, kind, signals } = subject;
  if (metadata.policy !== undefined) {
    const label = metadataSource.policy?.label ?? "";
    return {
      value: metadata.policy,
      because: [`元数据（${label}）写明${metadata.policy ? "属于" : "不属于"}政策性文件`],
    };
  }
  if (scope !== "official") return { value: false, because: [`${because}，不是政策性文件`] };
  if (
    /废止|宣布失效/.test(subject.title.replace(/《[^《》]*》/g, "")) &&
    kind !== null &&
    /决定|通知|公告/.test(kind)
  ) {
    return { value: false, because: ["只废止或者宣布失效，不设新的政策措施"] };
  }
  if (normative.value) return { value: true, because: ["属于行政规范性文件", ...normative.because] };
  const issued = subject.issuedKinds.find((name) => POLICY_KINDS.has(name));
  if (kind !== null && NO_RULE_KINDS.has(kind) && !(issued && kind === "函")) {
    return { value: false, because: [`文种为“${kind}”，一般不承载面向公众的政策`] };
  }
  const exclusion = findExclusion(subject);
  const ban = kind === "公告" || kind === "通告" ? signals.prohibition : undefined;
  const effect = signals.duty ?? signals.benefit ?? ban;
  if (exclusion?.noPolicy)
    return { value: false, because: [`标题中的“${exclusion.quote}”表明是${exclusion.matter}`] };
  if (exclusion && !effect)
    return {
      value: false,
      because: [`标题中的“${exclusion.quote}”表明是${exclusion.matter}，没有面向公众的政策措施`],
    };
  const named = issued ?? (kind !== null && POLICY_KINDS.has(kind) ? kind : null);
  if (named) {
    const reasons = [issued ? `印发的文本为“${named}”` : `文种为“${named}”`];
    if (effect) reasons.push(`有面向公众的规定：“${effect}”`);
    return { value: true, because: reasons };
  }
  if (effect) return { value: true, because: [`有面向公众的规定：“${effect}”`] };
  return { value: false, because: ["没有面向公众的政策措施"] };
}
