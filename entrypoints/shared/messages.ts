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

export const request = z.discriminatedUnion("kind", [
  /** Paragraphs that are new or changed. `whole` starts the session anew with a full document. */
  z.object({
    kind: z.literal("apply"),
    editor: editorId,
    whole: z.boolean(),
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
]);

export type Request = z.infer<typeof request>;
export type IgnoreScope = Extract<Request, { kind: "ignore" }>["scope"];
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

export type Response =
  | FindingsResponse
  /** The background was stopped meanwhile: send the whole document. */
  | { kind: "session-unknown" }
  | { kind: "failed"; reason: string }
  | { kind: "done" };

/** From the background to the pages. */
export type Notice =
  /** Settings or ignore lists changed. */
  | { kind: "ask-again" }
  /** These origins were switched off. */
  | { kind: "switched-off"; origins: readonly string[] };
