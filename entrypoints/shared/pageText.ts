/**
 * What the content script and the reader in the page's world say to each other of text that is not in the DOM: JSON text in
 * custom events, dispatched on the element they are about, so that nothing has to be written into the page to name it.
 * The page can hear and forge these events. They carry text the page has anyway, a request does nothing the
 * page could not do itself, and what a fix came to is read back. Origin and version keep strangers apart, the nonce
 * keeps an earlier copy of this extension apart, as after an update.
 */
export const PAGE_TEXT_VERSION = 1;
export const ASK_PAGE = "gongwen-lint:ask-page-text";
export const PAGE_SAYS = "gongwen-lint:page-text";

/** How much of the document (文稿范围) a source shows. */
export type TextScope = "whole" | "visible-part";

/** Text painted in one go, in pixels of its canvas. `edges`: where each UTF-16 unit begins, unless all are of one width. */
export interface PaintedRun {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  edges?: readonly number[];
}

/** Words of one paragraph that the page's editor is to change or to show. */
export interface PagePlace {
  paragraph: number;
  start: number;
  end: number;
  /** The paragraph as it was read: the words are left alone if it reads otherwise now. */
  before: string;
}

export type AskPage =
  | { kind: "watch" }
  | { kind: "stop" }
  | { kind: "reveal"; place: PagePlace }
  | { kind: "replace"; place: PagePlace; text: string };

export type PageSays =
  /** On a canvas: all the text that it shows now. */
  | { kind: "painted"; width: number; height: number; runs: readonly PaintedRun[] }
  /** On the editor's element: the text as the editor's own API gives it; null when it gives none any more. */
  | {
      kind: "document";
      family: string;
      scope: TextScope;
      isWritable: boolean;
      paragraphs: readonly string[] | null;
    };

/** Longer than any document that an office writes; a page that says more is not listened to. */
const LONGEST = 8_000_000;

export function sendPageText(
  target: EventTarget,
  name: typeof ASK_PAGE | typeof PAGE_SAYS,
  nonce: string,
  message: AskPage | PageSays,
): void {
  const detail = JSON.stringify({ ...message, version: PAGE_TEXT_VERSION, origin: location.origin, nonce });
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** The message of an event, its fields yet to be checked; null for anything not of this origin and version. */
export function readPageText(event: Event): Record<string, unknown> | null {
  const { detail } = event as CustomEvent<unknown>;
  if (typeof detail !== "string" || detail.length > LONGEST) return null;
  try {
    const message: unknown = JSON.parse(detail);
    if (!isRecord(message)) return null;
    const { version, origin, nonce } = message;
    const isOurs =
      version === PAGE_TEXT_VERSION &&
      origin === location.origin &&
      typeof nonce === "string" &&
      nonce !== "";
    return isOurs ? message : null;
  } catch {
    return null;
  }
}

export function asPageSays(message: Record<string, unknown>): PageSays | null {
  if (message.kind === "painted") {
    const { width, height, runs } = message;
    if (!isSize(width) || !isSize(height) || !Array.isArray(runs) || !runs.every(isRun)) return null;
    return { kind: "painted", width, height, runs };
  }
  if (message.kind !== "document") return null;
  const { family, scope, isWritable, paragraphs } = message;
  if (typeof family !== "string" || typeof isWritable !== "boolean") return null;
  if (scope !== "whole" && scope !== "visible-part") return null;
  if (paragraphs !== null && !isTexts(paragraphs)) return null;
  return { kind: "document", family, scope, isWritable, paragraphs };
}

export function asAskPage(message: Record<string, unknown>): AskPage | null {
  const { kind, place, text } = message;
  if (kind === "watch" || kind === "stop") return { kind };
  if (!isPlace(place)) return null;
  if (kind === "reveal") return { kind, place };
  return kind === "replace" && typeof text === "string" ? { kind, place, text } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isRun(value: unknown): value is PaintedRun {
  if (!isRecord(value) || typeof value.text !== "string") return false;
  const { left, top, right, bottom, edges } = value;
  if (![left, top, right, bottom].every(Number.isFinite)) return false;
  return (
    edges === undefined ||
    (Array.isArray(edges) && edges.length === value.text.length && edges.every(Number.isFinite))
  );
}

function isPlace(value: unknown): value is PagePlace {
  if (!isRecord(value) || typeof value.before !== "string") return false;
  const { paragraph, start, end } = value;
  if (![paragraph, start, end].every((one) => Number.isInteger(one) && (one as number) >= 0)) return false;
  return (start as number) <= (end as number) && (end as number) <= value.before.length;
}
