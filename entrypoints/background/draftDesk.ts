import type { ConfiguredRule } from "../../linter/engine/configure";
import type { Session, SessionAnswer, SessionFinding } from "../../linter/engine/session";
import type { Profile } from "../settings/configText";
import { formKey, isEditedTitle, moveForm, readForm, writeForm } from "../settings/forms";
import { profileInEffect } from "../settings/profile";
import type { DraftFinding, DraftForm, FindingsResponse, Request, Response } from "../shared/messages";
import { type Engine, loadEngine } from "./engine";
import { draftFingerprint, fingerprint } from "./fingerprint";
import { type Preferences, readPreferences, withIgnored, writePreferences } from "./preferences";

/** Who asks: a frame of a tab, as the browser names it; never what the message says of itself. */
export interface Owner {
  tab: number;
  frame: number;
  url: string;
}

/** One draft open in some tab. */
export interface OpenDraft {
  owner: Owner;
  editor: string;
  engine: Engine;
  /** The configuration the session was opened with, as text to compare. */
  profile: string;
  rules: readonly ConfiguredRule[];
  session: Session;
  /** Only what is on show in the editor was read. */
  isPartial: boolean;
  order: readonly string[];
  texts: Map<string, { version: number; text: string }>;
  /** The engine's last word, for the side panel. */
  answer: SessionAnswer | null;
  /** What the page was last told of each paragraph. */
  told: Map<string, string>;
  findings: ReadonlyMap<string, DraftFinding>;
  /** The findings that are not ignored, in the document's order. */
  shown: readonly DraftFinding[];
  /** Rules with findings that are ignored or in the baseline: their silence proves nothing. */
  hidden: ReadonlySet<string>;
  /** What was filled in beside the draft, and for which title. */
  form: DraftForm | null;
  formOf: { key: string; title: string | null; paragraph: string | null } | null;
  /** The stored forms changed since this one was read. */
  isFormStale: boolean;
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
    { editor, whole, isPartial, order, changed }: Extract<Request, { kind: "apply" }>,
  ): Promise<Response> {
    const name = nameOf(owner, editor);
    if (!whole && !this.drafts.has(name)) return { kind: "session-unknown" };
    const preferences = await readPreferences();
    const [engine, profile] = await Promise.all([loadEngine(), profileInEffect(preferences)]);
    if (whole) this.drafts.set(name, await open(owner, editor, engine, profile));
    const draft = this.drafts.get(name);
    // Closed meanwhile, or opened under other settings or laws.
    if (draft?.engine !== engine || draft.profile !== JSON.stringify(profile))
      return { kind: "session-unknown" };
    for (const { id, version, text } of changed) draft.texts.set(id, { version, text });
    if (order) {
      draft.order = order;
      const alive = new Set(order);
      for (const id of draft.texts.keys()) if (!alive.has(id)) draft.texts.delete(id);
    }
    draft.isPartial = isPartial;
    draft.answer = draft.session.apply({ ...(order ? { order } : {}), changed, isPartial });
    draft.answer = await withForm(draft, draft.answer, preferences.salt);
    const response = tell(draft, draft.answer, preferences);
    this.changed(draft);
    return response;
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

  /** Keeps what was filled in beside a draft. The page asks again when it sees that the store changed. */
  async fillIn({ tab, frame, editor, values }: Extract<Request, { kind: "fill-in" }>): Promise<Response> {
    const draft = this.drafts.get(nameOf({ tab, frame }, editor));
    if (!draft?.answer) return { kind: "session-unknown" };
    const { salt } = await readPreferences();
    const title = draft.answer.facts.elements.title?.value ?? null;
    draft.form = values;
    draft.answer = draft.session.apply({ changed: [], metadata: values });
    await writeForm(formKey(salt, draft.owner.url, title), values);
    return { kind: "done" };
  }

  /** The stored forms changed, perhaps erased in the settings: open drafts read theirs again. */
  forgetForms(): void {
    for (const draft of this.drafts.values()) draft.isFormStale = true;
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

function nameOf({ tab, frame }: Pick<Owner, "tab" | "frame">, editor: string): string {
  return `${tab}/${frame}/${editor}`;
}

async function open(owner: Owner, editor: string, engine: Engine, profile: Profile): Promise<OpenDraft> {
  return {
    owner,
    editor,
    engine,
    profile: JSON.stringify(profile),
    ...(await engine.openSession(profile)),
    isPartial: false,
    order: [],
    texts: new Map(),
    answer: null,
    told: new Map(),
    findings: new Map(),
    shown: [],
    hidden: new Set(),
    form: null,
    formOf: null,
    isFormStale: false,
  };
}

/**
 * Judges the draft with what was filled in for its title. While the title is edited the form goes along; another
 * title in its place is another document, with a form of its own or none.
 */
async function withForm(draft: OpenDraft, answer: SessionAnswer, salt: string): Promise<SessionAnswer> {
  const found = answer.facts.elements.title;
  const title = found?.value ?? null;
  const paragraph = (found?.place && draft.order[found.place.block]) ?? null;
  const key = formKey(salt, draft.owner.url, title);
  const before = draft.formOf;
  if (before?.key === key && !draft.isFormStale) return answer;
  draft.formOf = { key, title, paragraph };
  draft.isFormStale = false;
  if (before && before.key !== key && draft.form) {
    const isSamePlace = before.title === null || before.paragraph === paragraph;
    if (isSamePlace && isEditedTitle(before.title, title)) await moveForm(before.key, key);
  }
  const form = await readForm(key);
  if (JSON.stringify(form) === JSON.stringify(draft.form)) return answer;
  draft.form = form;
  return draft.session.apply({ changed: [], metadata: form });
}

/** What of the answer the page does not know yet. */
function tell(draft: OpenDraft, answer: SessionAnswer, preferences: Preferences): FindingsResponse {
  const ignoredHere = preferences.ignoredRules[draftFingerprint(preferences.salt, draft.owner.url)] ?? [];
  const byParagraph = new Map<string, DraftFinding[]>(draft.order.map((id) => [id, []]));
  const findings = new Map<string, DraftFinding>();
  const hidden = new Set(answer.covered.map(({ ruleId }) => ruleId));
  for (const finding of answer.findings) {
    const told = forThePage(finding, draft, preferences.salt);
    const isIgnored = ignoredHere.includes(finding.ruleId) || preferences.rules[finding.ruleId] === "off";
    if (isIgnored || preferences.ignoredFindings[told.key]) {
      hidden.add(finding.ruleId);
      continue;
    }
    findings.set(told.key, told);
    byParagraph.get(told.paragraph)?.push(told);
  }
  draft.findings = findings;
  draft.shown = [...byParagraph.values()].flat();
  draft.hidden = hidden;
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
