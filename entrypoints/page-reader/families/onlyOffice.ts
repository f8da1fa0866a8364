import type { PageFamily } from "./pageFamily";
import { call, hasMethod, member } from "./pageObject";

const NAME = "gongwen-lint";

interface OfficeParagraph {
  recalcId: unknown;
  text: string;
}

/** One listener for each plugin object, however often it is looked for. */
const heard = new WeakMap<object, Map<string | number, OfficeParagraph>>();

/**
 * ONLYOFFICE Docs 9.2 and later paints glyphs as pictures and speaks of its text to plugins alone: a plugin's frame gets
 * `onParagraphText` for each paragraph as it is laid out. Its order is that of the reports, and what was never laid out
 * is unknown: a part of the document. Read only; to show a place, the paragraph is annotated there and the annotation selected.
 */
export const onlyOffice: PageFamily = {
  name: "onlyoffice",
  find({ globals, document }) {
    const plugin = member(globals.Asc, "plugin");
    if (!hasMethod(plugin, "attachEditorEvent") || !hasMethod(plugin, "executeMethod")) return null;
    const paragraphs = listen(plugin as object);
    return {
      scope: "visible-part",
      element: document.documentElement,
      read: async () => (paragraphs.size > 0 ? [...paragraphs.values()].map(({ text }) => text) : null),
      async reveal({ paragraph, start, end, before }) {
        const [paragraphId, known] = [...paragraphs][paragraph] ?? [];
        if (paragraphId === undefined || known?.text !== before) return;
        const place = { paragraphId, name: NAME, recalcId: known.recalcId };
        const ranges = [{ start, length: end - start, id: "1" }];
        await call(plugin, "executeMethod", "AnnotateParagraph", [
          { type: "highlightText", ...place, ranges },
        ]);
        await call(plugin, "executeMethod", "SelectAnnotationRange", [
          { paragraphId, name: NAME, rangeId: "1" },
        ]);
        await call(plugin, "executeMethod", "RemoveAnnotationRange", [
          { paragraphId, name: NAME, rangeId: "1" },
        ]);
      },
    };
  },
};

function listen(plugin: object): Map<string | number, OfficeParagraph> {
  const known = heard.get(plugin);
  if (known) return known;
  const paragraphs = new Map<string | number, OfficeParagraph>();
  heard.set(plugin, paragraphs);
  call(plugin, "attachEditorEvent", "onParagraphText", (said: unknown) => {
    const [id, text] = [member(said, "paragraphId"), member(said, "text")];
    if ((typeof id !== "string" && typeof id !== "number") || typeof text !== "string") return;
    paragraphs.set(id, { recalcId: member(said, "recalcId"), text: text.replace(/[\r\n]+$/, "") });
  });
  return paragraphs;
}
