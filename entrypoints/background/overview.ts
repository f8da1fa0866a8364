import type { OfficialDocument } from "../../linter/document/document";
import type { SessionAnswer } from "../../linter/engine/session";
import { inspect } from "../../linter/inspect";
import type { InspectedFile } from "../../linter/reporters/contract";
import { allRules } from "../../rules/index";
import type { DraftOverview, DraftsResponse } from "../shared/messages";
import { checklist } from "./checklist";
import type { OpenDraft } from "./draftDesk";

const ELEMENT_NAMES: Readonly<Record<keyof InspectedFile["elements"], string>> = {
  docNumber: "发文字号",
  issuer: "发文机关",
  title: "标题",
  addressees: "主送机关",
  signatory: "发文机关署名",
  date: "成文日期",
  securityClass: "密级",
  urgency: "紧急程度",
  note: "附注",
  attachments: "附件",
};

/** What the side panel shows of these drafts; a draft that was not answered yet is left out. */
export function overviewOf(drafts: readonly OpenDraft[]): DraftsResponse {
  const overviews = drafts.flatMap((draft) => (draft.answer ? [overview(draft, draft.answer)] : []));
  const found = new Set(overviews.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)));
  return {
    kind: "drafts",
    drafts: overviews,
    ruleTitles: Object.fromEntries(
      drafts.flatMap(({ rules }) =>
        rules.filter(({ rule }) => found.has(rule.id)).map(({ rule: { id, title } }) => [id, title]),
      ),
    ),
  };
}

function overview(draft: OpenDraft, { facts, covered, failures }: SessionAnswer): DraftOverview {
  const { engine } = draft;
  const inspected = inspect(documentOf(draft), facts, engine.laws, engine.asOf.date);
  const on = new Set(draft.rules.map(({ rule }) => rule.id));
  return {
    frame: draft.owner.frame,
    editor: draft.editor,
    title: inspected.elements.title,
    kind: inspected.kind,
    isPartial: draft.isPartial,
    covered: covered.length,
    because: [
      ...kindBecause(inspected),
      ...new Set([...inspected.normative.because, ...inspected.policy.because]),
    ],
    checklist: checklist({
      inspected,
      findings: draft.shown,
      rules: allRules,
      isPartial: draft.isPartial,
      isOn: (id) => on.has(id) && !draft.hidden.has(id),
    }),
    elements: elementsOf(inspected),
    findings: draft.shown,
    failures: failures.length,
    form: draft.form,
  };
}

function kindBecause({ kind, elements: { title } }: InspectedFile): string[] {
  return kind && title?.includes(kind) ? [`标题“${title}”写明是${kind}`] : [];
}

function documentOf({ order, texts }: OpenDraft): OfficialDocument {
  const blocks = order.map((id) => ({
    id,
    version: texts.get(id)?.version ?? 0,
    text: texts.get(id)?.text ?? "",
    role: "paragraph" as const,
    origin: { kind: "plain" as const },
  }));
  return { path: "", format: "editor", blocks, metadata: [], readerNotes: [] };
}

function elementsOf({ elements }: InspectedFile): { name: string; value: string }[] {
  return (Object.keys(ELEMENT_NAMES) as (keyof typeof ELEMENT_NAMES)[]).flatMap((key) => {
    const value = elements[key];
    const text = Array.isArray(value) ? value.join("；") : value;
    return text ? [{ name: ELEMENT_NAMES[key], value: text }] : [];
  });
}
