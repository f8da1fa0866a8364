import type { PageFamily } from "./pageFamily";
import { call, hasMethod, member, paragraphsOf } from "./pageObject";

/** A shorter selection is somebody at work, not a document to check. */
const SHORTEST_SELECTION = 30;

/**
 * 腾讯文档: `pad.editor` tells what is selected, by `getCopyContent()` or, in older versions, by the copy that its own
 * clipboard keeps. It is therefore read after 全选, and what is painted serves otherwise. A document whose owner forbids
 * copying is not read. Read only.
 */
export const tencentDocs: PageFamily = {
  name: "tencent-docs",
  find({ globals, document }) {
    const editor = member(globals.pad, "editor");
    if (!hasMethod(editor, "getCopyContent") && !hasMethod(member(editor, "clipboardManager"), "copy"))
      return null;
    return {
      scope: "visible-part",
      element: document.documentElement,
      async read() {
        if (hasMethod(editor, "isCopyable") && call(editor, "isCopyable") !== true) return null;
        const text = await selectedText(editor);
        return typeof text === "string" && text.length >= SHORTEST_SELECTION ? paragraphsOf(text) : null;
      },
    };
  },
};

async function selectedText(editor: unknown): Promise<unknown> {
  if (hasMethod(editor, "getCopyContent")) return member(await call(editor, "getCopyContent"), "plain");
  const clipboard = member(editor, "clipboardManager");
  if (hasMethod(clipboard, "isCopyable") && call(clipboard, "isCopyable") !== true) return null;
  await call(clipboard, "copy");
  return member(clipboard, "customClipboard", "plain");
}
