import type { PageFamily } from "./pageFamily";
import { call, hasMethod, member, paragraphsOf } from "./pageObject";

/** Univer documents, where the page exposes `univerAPI`: the body's data stream, a paragraph ending with a carriage return. */
export const univer: PageFamily = {
  name: "univer",
  find({ globals, document }) {
    const { univerAPI } = globals;
    if (!hasMethod(univerAPI, "getActiveDocument")) return null;
    return {
      scope: "whole",
      element:
        document.querySelector('[id^="univer-doc-main-canvas"]')?.parentElement ?? document.documentElement,
      async read() {
        const active = call(univerAPI, "getActiveDocument");
        if (!hasMethod(active, "getSnapshot")) return null;
        const stream = member(call(active, "getSnapshot"), "body", "dataStream");
        return typeof stream === "string" ? paragraphsOf(stream) : null;
      },
    };
  },
};
