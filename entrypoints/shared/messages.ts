import { z } from "zod";

/**
 * Every message between the extension's parts, one discriminated union. The background checks each request with
 * `request`; the content script imports the types alone, so that zod stays out of the pages.
 */

const editorId = z.string().min(1).max(64);
const paragraphId = z.string().min(1).max(64);

const paragraph = z.object({
  id: paragraphId,
  version: z.number().int().nonnegative(),
  text: z.string(),
  role: z
    .enum([
      "paragraph",
      "heading",
      "list-item",
      "table-cell",
      "text-box",
      "header",
      "footer",
      "footnote",
      "quote",
      "code",
    ])
    .optional(),
  level: z.number().int().nonnegative().optional(),
});

const line = z.string().trim().min(1).max(500);

/** 补充信息: what an editor page cannot show and the drafter fills in. A part of the document's metadata. */
const form = z.object({
  disclosure: z.enum(["主动公开", "依申请公开", "不予公开"]).optional(),
  disclosureReason: line.optional(),
  legalityReview: z
    .object({
      organ: line.optional(),
      number: line.optional(),
      date: z.iso.date().optional(),
      result: line.optional(),
    })
    .optional(),
  interpretation: z.array(line).min(1).max(20).optional(),
});

const tab = z.number().int().nonnegative();

export const request = z.discriminatedUnion("kind", [
  /** Paragraphs that are new or changed. `whole` starts the session anew with a full document. */
  z.object({
    kind: z.literal("apply"),
    editor: editorId,
    whole: z.boolean(),
    /** Only what is on show can be read. */
    isPartial: z.boolean(),
    order: z.array(paragraphId).optional(),
    changed: z.array(paragraph),
  }),
  /** The editor is gone: its text is forgotten. */
  z.object({ kind: z.literal("close"), editor: editorId }),
  z.object({
    kind: z.literal("ignore"),
    editor: editorId,
    finding: z.string().min(1).max(64),
    scope: z.enum(["one", "rule-here", "rule-everywhere"]),
  }),
  /** The frame holds an editor that can be changed through its page's own API only. */
  z.object({ kind: z.literal("need-page-bridge") }),
  /** From the side panel, and refused from anywhere else: the drafts open in a tab. */
  z.object({ kind: z.literal("drafts"), tab }),
  /** From the side panel: what was filled in beside a draft; null takes it back. */
  z.object({
    kind: z.literal("fill-in"),
    tab,
    frame: z.number().int().nonnegative(),
    editor: editorId,
    values: form.nullable(),
  }),
]);

export type Request = z.infer<typeof request>;
export type IgnoreScope = Extract<Request, { kind: "ignore" }>["scope"];
export type DraftForm = z.infer<typeof form>;
export type Paragraph = z.infer<typeof paragraph>;

/** One replacement inside a paragraph. */
export interface ParagraphEdit {
  paragraph: string;
  start: number;
  end: number;
  text: string;
}

/** 问题, as it travels to the page that shows it: places are paragraph ids, not indexes. */
export interface DraftFinding {
  /** Says which finding this is, over versions of the text: a salted hash, never the text itself. */
  key: string;
  ruleId: string;
  severity: "error" | "warning" | "info";
  message: string;
  quote: string;
  paragraph: string;
  start: number;
  end: number;
  basis: readonly string[];
  suggestions: readonly string[];
  fix: { safety: "safe" | "unsafe" | "suggestion"; title: string; edits: readonly ParagraphEdit[] } | null;
}

/** Findings of those paragraphs whose version or findings are not as they were in the last answer. */
export interface FindingsResponse {
  kind: "findings";
  paragraphs: Readonly<Record<string, { version: number; findings: readonly DraftFinding[] }>>;
  /** Rules that could not be run: the document then counts as not fully checked. */
  failures: number;
}

/** 四项核心内容 */
export type CoreItem = "interpretation" | "legality-review" | "disclosure" | "citations";

/** ok: shown · not-owed: this kind needs none · attention: something to mend · unseen: cannot be seen from here, which proves nothing. */
export interface ChecklistEntry {
  item: CoreItem;
  state: "ok" | "not-owed" | "attention" | "unseen";
  /** What it rests on, in Chinese, best first. */
  evidence: readonly string[];
}

/** 文稿概况: all that the side panel shows of one draft. */
export interface DraftOverview {
  frame: number;
  editor: string;
  title: string | null;
  kind: string | null;
  /** Only what is on show was read. */
  isPartial: boolean;
  /** How many findings the baseline tolerates. */
  covered: number;
  /** Why this kind and what it means in law, in Chinese. */
  because: readonly string[];
  checklist: readonly ChecklistEntry[];
  elements: readonly { name: string; value: string }[];
  /** In the document's order. */
  findings: readonly DraftFinding[];
  failures: number;
  form: DraftForm | null;
}

export interface DraftsResponse {
  kind: "drafts";
  drafts: readonly DraftOverview[];
  /** Names of the rules found in them. */
  ruleTitles: Readonly<Record<string, string>>;
}

export type Response =
  | FindingsResponse
  | DraftsResponse
  /** The background was stopped meanwhile: send the whole document. */
  | { kind: "session-unknown" }
  | { kind: "failed"; reason: string }
  | { kind: "done" };

/** From the background to the pages. */
export type Notice =
  /** Settings or ignore lists changed. */
  | { kind: "ask-again" }
  /** These origins were switched off. */
  | { kind: "switched-off"; origins: readonly string[] }
  /** From the side panel: bring a finding into view. */
  | { kind: "go-to"; editor: string; finding: string; paragraph: string };

/** From the background to the side panel: drafts of this tab came, went or changed. */
export interface PanelNotice {
  kind: "drafts-changed";
  tab: number;
}
