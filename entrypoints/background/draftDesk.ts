import type { Session, SessionAnswer, SessionFinding } from "../../linter/engine/session";
import type { DraftFinding, FindingsResponse, Request, Response } from "../shared/messages";
import { loadEngine } from "./engine";
import { draftFingerprint, fingerprint } from "./fingerprint";
import {
  type Preferences,
  readPreferences,
  ruleSettings,
  withIgnored,
  writePreferences,
} from "./preferences";

/** Who asks: a frame of a tab, as the browser names it; never what the message says of itself. */
export interface Owner {
  tab: number;
  frame: number;
  url: string;
}

/** One draft open in some tab. */
export interface OpenDraft {
  owner: Owner;
  session: Session;
  order: readonly string[];
  texts: Map<string, { version: number; text: string }>;
  /** The engine's last word, for the side panel. */
  answer: SessionAnswer | null;
  /** What the page was last told of each paragraph. */
  told: Map<string, string>;
  findings: ReadonlyMap<string, DraftFinding>;
}

/**
 * The drafts of all tabs (文稿台). It lives in the background's memory only: when the browser stops the background, a page
 * hears `session-unknown` and sends its draft again.
 */
export class DraftDesk {
  private readonly drafts = new Map<string, OpenDraft>();

  /** `changed` is told of each answer: the seam for side panel and badge of the toolbar. */
  constructor(private readonly changed: (draft: OpenDraft) => void = () => {}) {}

  async apply(
    owner: Owner,
    { editor, whole, order, changed }: Extract<Request, { kind: "apply" }>,
  ): Promise<Response> {
    const name = nameOf(owner, editor);
    const preferences = await readPreferences();
    if (whole) {
      const engine = await loadEngine();
      this.drafts.set(name, open(owner, engine.openSession(ruleSettings(preferences))));
    }
    const draft = this.drafts.get(name);
    if (!draft) return { kind: "session-unknown" };
    for (const { id, version, text } of changed) draft.texts.set(id, { version, text });
    if (order) {
      draft.order = order;
      const alive = new Set(order);
      for (const id of draft.texts.keys()) if (!alive.has(id)) draft.texts.delete(id);
    }
    draft.answer = draft.session.apply({ ...(order ? { order } : {}), changed });
    this.changed(draft);
    return tell(draft, draft.answer, preferences);
  }

  async ignore(
    owner: Owner,
    { editor, finding: key, scope }: Extract<Request, { kind: "ignore" }>,
  ): Promise<Response> {
    const draft = this.drafts.get(nameOf(owner, editor));
    const finding = draft?.findings.get(key);
    if (!draft?.answer || !finding) return { kind: "session-unknown" };
    const preferences = withIgnored(await readPreferences(), scope, finding, owner.url);
    await writePreferences(preferences);
    return tell(draft, draft.answer, preferences);
  }

  close(owner: Owner, editor: string): void {
    this.drafts.delete(nameOf(owner, editor));
  }

  /** The tab was closed or shows another page: nothing of its drafts is kept. */
  forgetTab(tab: number): void {
    for (const [name, draft] of this.drafts) if (draft.owner.tab === tab) this.drafts.delete(name);
  }

  draftsOf(tab: number): OpenDraft[] {
    return [...this.drafts.values()].filter(({ owner }) => owner.tab === tab);
  }
}

function nameOf({ tab, frame }: Owner, editor: string): string {
  return `${tab}/${frame}/${editor}`;
}

function open(owner: Owner, session: Session): OpenDraft {
  return { owner, session, order: [], texts: new Map(), answer: null, told: new Map(), findings: new Map() };
}

/** What of the answer the page does not know yet. */
function tell(draft: OpenDraft, answer: SessionAnswer, preferences: Preferences): FindingsResponse {
  const ignoredHere = preferences.ignoredRules[draftFingerprint(preferences.salt, draft.owner.url)] ?? [];
  const byParagraph = new Map<string, DraftFinding[]>(draft.order.map((id) => [id, []]));
  const findings = new Map<string, DraftFinding>();
  for (const finding of answer.findings) {
    if (ignoredHere.includes(finding.ruleId) || preferences.rules[finding.ruleId] === "off") continue;
    const told = forThePage(finding, draft, preferences.salt);
    if (preferences.ignoredFindings[told.key]) continue;
    findings.set(told.key, told);
    byParagraph.get(told.paragraph)?.push(told);
  }
  draft.findings = findings;
  const paragraphs: Record<string, { version: number; findings: DraftFinding[] }> = {};
  for (const [id, own] of byParagraph) {
    const version = draft.texts.get(id)?.version ?? 0;
    const telling = own.length > 0 ? `${version} ${JSON.stringify(own)}` : "";
    if (telling === (draft.told.get(id) ?? "")) continue;
    draft.told.set(id, telling);
    paragraphs[id] = { version, findings: own };
  }
  return { kind: "findings", paragraphs, failures: answer.failures.length };
}

function forThePage(finding: SessionFinding, draft: OpenDraft, salt: string): DraftFinding {
  const { ruleId, severity, message, quote, basis, suggestions, place, fix, blockId } = finding;
  const text = draft.texts.get(blockId)?.text ?? "";
  return {
    key: fingerprint(salt, finding, text, place),
    ruleId,
    severity,
    message,
    quote,
    paragraph: blockId,
    start: place.start,
    end: place.end,
    basis,
    suggestions,
    fix: fix && {
      safety: fix.safety,
      title: fix.title,
      edits: fix.edits.map((edit) => ({
        paragraph: draft.order[edit.place.block] ?? "",
        start: edit.place.start,
        end: edit.place.end,
        text: edit.text,
      })),
    },
  };
}
