import type { DisclosureClass } from "../../document/metadata";

/** The words that name a class, as they stand in notes, forms and option lists. */
export const CLASS_NAME = /主动公开|依申请公开|(?:不予|免予|不)公开/g;

/**
 * The class that words such as 公开发布, 删减后公开, 免予公开, 不对外公开 stand for. Publication of a shortened text is
 * publication; every “not” (不予、不、免予、暂不) is 不予公开.
 */
export function disclosureClass(words: string): DisclosureClass {
  if (words.includes("依申请")) return "依申请公开";
  return /[不免非]/.test(words) ? "不予公开" : "主动公开";
}

/** Text that asks for a reason instead of giving one. */
const PLACEHOLDER = /请|需要?(?:说明|注明|填)|须|应当|如有|待填|填写|勾选|选择|[＿_]{2}|…/;

const REASON_WORD = /^(?:的)?(?:理由|原因|依据|事由|说明)(?:是|为)?[\s:：]*(.+)$/;
const REASON_CLAUSE = /^(?:因|因为|由于|鉴于|涉及|涉密|属于?|根据|依据|按照|依照)/;

/** Longer reasons are cut: what follows belongs to other fields of the form. */
const LONGEST_REASON = 200;

/**
 * The reason that stands right behind a class: “，理由：涉及国家秘密”, “（内部管理信息）”, “，因涉及商业秘密”.
 * Null when there is none, or only the request to give one.
 */
export function reasonBehind(text: string, from: number): string | null {
  const tail = text.slice(from, from + LONGEST_REASON).trimStart();
  const bracketed = /^[（(【[]([^（()）【】[\]]{2,}(?:[（(][^()（）]*[）)][^()（）]*)?)[）)】\]]/.exec(tail);
  if (bracketed) return spoken(withoutLabel(bracketed[1] ?? "") ?? (bracketed[1] as string));
  const separated = /^[，,；;、:：。\s]*/.exec(tail)?.[0].length ?? 0;
  const rest = tail.slice(separated).replace(/^(?:不予公开|不公开|免予公开|依申请公开)(?:的)?/, "");
  const clause = withoutLabel(rest) ?? (REASON_CLAUSE.test(rest) ? rest : null);
  return clause === null ? null : spoken(clause.replace(/[\s）)】\]]+$/, ""));
}

function withoutLabel(text: string): string | null {
  const bare = text.trim().replace(/^(?:不予公开|不公开|免予公开|依申请公开)/, "");
  return REASON_WORD.exec(bare)?.[1] ?? null;
}

function spoken(reason: string): string | null {
  const trimmed = reason.trim().replace(/[。；;，,]+$/, "");
  return trimmed === "" || PLACEHOLDER.test(trimmed) ? null : trimmed;
}
