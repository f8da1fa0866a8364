import type { PagePlace, TextScope } from "../../shared/pageText";

/** The page's own world: its global names, and its document. */
export interface PageWorld {
  globals: Readonly<Record<string, unknown>>;
  document: Pick<Document, "querySelector" | "documentElement">;
}

/** A document (文稿) open in an editor that gives its text through an API of its own. */
export interface PageDocument {
  scope: TextScope;
  /** The element the editor stands in; the page's root when it does not say. */
  element: Element;
  /** Paragraphs in order; null when there is no document to read (any more). */
  read(): Promise<readonly string[] | null>;
  /** Puts text in place of words. Left out where the editor offers no way. */
  replace?(place: PagePlace, text: string): Promise<void>;
  /** Brings words into view. */
  reveal?(place: PagePlace): Promise<void>;
}

/** One make of editor: how its page object is known. */
export interface PageFamily {
  name: string;
  find(world: PageWorld): PageDocument | null;
}
