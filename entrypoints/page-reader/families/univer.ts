import type { PageFamily, PageWorld } from "./pageFamily";
import { call, hasMethod, member, paragraphsOf } from "./pageObject";

/** Univer documents, where the page exposes `univerAPI`: the body's data stream, a paragraph ending with a carriage return. */
export const univer: PageFamily = {
  name: "univer",
  find({ globals, document }) {
    const { univerAPI } = globals;
    if (!hasMethod(univerAPI, "getActiveDocument")) return null;
    return {
      scope: "whole",
      element: containerOf(document) ?? document.documentElement,
      async read() {
        const active = call(univerAPI, "getActiveDocument");
        if (!hasMethod(active, "getSnapshot")) return null;
        const stream = member(call(active, "getSnapshot"), "body", "dataStream");
        return typeof stream === "string" ? paragraphsOf(stream) : null;
      },
    };
  },
};

/** The nearest element around the canvas that also holds the field which takes the keys. */
function containerOf(document: PageWorld["document"]): Element | null {
  let element = document.querySelector('[data-u-comp="render-canvas"]')?.parentElement ?? null;
  while (element && !element.querySelector('[data-u-comp="editor"]')) element = element.parentElement;
  return element;
}
