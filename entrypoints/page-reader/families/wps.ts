import type { PageFamily } from "./pageFamily";
import { call, globalWhere, hasMethod, member, paragraphsOf } from "./pageObject";

/** Characters asked for at a time; the API does not say how long a document is. */
const PIECE = 20_000;
const MOST_PIECES = 100;

/**
 * WPS WebOffice (金山文档): `APP` or `WPSOpenApi.Application` in the editor's own frame, or the application of an instance that
 * an OA page got from `WebOfficeSDK.config`. Text by `ActiveDocument.Range(start, end).Text`. Read only: offsets count
 * what is hidden too, and no way to put words in their place is documented for all of its versions.
 */
export const wps: PageFamily = {
  name: "wps",
  find({ globals, document }) {
    const direct = globals.APP ?? member(globals.WPSOpenApi, "Application");
    const instance = direct ? undefined : embeddedInstance(globals);
    if (!direct && !instance) return null;
    return {
      scope: "whole",
      element: document.querySelector("#office-iframe,.web-office-iframe") ?? document.documentElement,
      async read() {
        if (instance && hasMethod(instance, "ready")) await call(instance, "ready");
        const application = direct ?? (await member(instance, "Application"));
        const active = await member(application, "ActiveDocument");
        // A table or a presentation has none.
        if (!hasMethod(active, "Range")) return null;
        let text = "";
        for (let piece = 0; piece < MOST_PIECES; piece++) {
          const start = piece * PIECE;
          const range = await call(active, "Range", start, start + PIECE);
          const part = await member(range, "Text");
          if (typeof part !== "string") return null;
          text += part;
          if (part.length < PIECE) break;
        }
        return paragraphsOf(text);
      },
    };
  },
};

function embeddedInstance(globals: Readonly<Record<string, unknown>>): unknown {
  if (!hasMethod(globals.WebOfficeSDK, "config")) return undefined;
  return globalWhere(globals, (value) => hasMethod(value, "ready") && "Application" in (value as object));
}
