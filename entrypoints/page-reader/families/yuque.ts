import type { PageFamily } from "./pageFamily";
import { call, hasMethod, member } from "./pageObject";

/**
 * 语雀, where a page is read: its viewer gives each node as HTML by `getNodeContent`. Where one writes, `.ne-engine` is an
 * ordinary editable element. Read only.
 */
export const yuque: PageFamily = {
  name: "yuque",
  find({ document }) {
    const body = document.querySelector(".ne-viewer-body");
    const viewer = member(body, "_neRef", "document", "viewer");
    if (!body || !hasMethod(viewer, "execCommand")) return null;
    return {
      scope: "whole",
      element: body,
      async read() {
        const paragraphs: string[] = [];
        for (const node of body.children) {
          if (!node.id) continue;
          const html = await call(viewer, "execCommand", "getNodeContent", node.id, "text/html");
          if (typeof html === "string") paragraphs.push(...paragraphsOfHtml(html));
        }
        return paragraphs;
      },
    };
  },
};

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " " };

/** The page's policy may forbid parsing HTML in its own world; this markup is the viewer's own and plain. */
function paragraphsOfHtml(html: string): string[] {
  return html
    .replace(/<br\b[^>]*>|<\/(?:p|div|h[1-6]|li|td|th|blockquote)>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|(\w{2,5}));/g, (whole, code: string | undefined, name: string | undefined) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (ENTITIES[name ?? ""] ?? whole),
    )
    .split("\n")
    .filter((text) => text.trim() !== "");
}
