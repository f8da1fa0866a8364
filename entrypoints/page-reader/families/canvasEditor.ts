import type { PageFamily } from "./pageFamily";
import { call, globalWhere, hasMethod, member, paragraphsOf } from "./pageObject";

/**
 * @hufe921/canvas-editor, where the page keeps its editor in a global name: `command.getText()` gives the whole text,
 * also of pages not painted yet. Fixes go in by selecting what is painted, so that its own undo knows them.
 */
export const canvasEditor: PageFamily = {
  name: "canvas-editor",
  find({ globals, document }) {
    const editor = globalWhere(
      globals,
      (value) => hasMethod(member(value, "command"), "getText") && member(value, "listener") !== undefined,
    );
    const input = document.querySelector("textarea.ce-inputarea");
    if (!editor || !input?.parentElement) return null;
    return {
      scope: "whole",
      element: input.parentElement,
      async read() {
        const text = member(call(member(editor, "command"), "getText"), "main");
        return typeof text === "string" ? paragraphsOf(text.replaceAll("\u200b", "\n")) : null;
      },
    };
  },
};
