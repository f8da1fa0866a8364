import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ASK_PAGE, asAskPage, PAGE_TEXT_VERSION, readPageText } from "../shared/pageText";
import { DocumentWatch } from "./documentWatch";
import { PaintRecord } from "./paintRecord";
import { PaintWatch } from "./paintWatch";

/**
 * Runs in the page's world from before its first script, on sites that are switched on: reads text that is not in the
 * DOM, from an editor's own API or, last of all, from what is painted on canvases. Says nothing until it is asked.
 */
export default defineUnlistedScript(() => {
  const present = Symbol.for("gongwen-lint:page-reader");
  if (present in window) return;
  Object.defineProperty(window, present, { value: PAGE_TEXT_VERSION });

  const paints = new PaintWatch();
  const record = new PaintRecord((canvas) => paints.note(canvas));
  record.install(window);
  const documents = new DocumentWatch({ globals: window as unknown as Record<string, unknown>, document });

  let nonce: string | null = null;
  window.addEventListener(ASK_PAGE, (event) => {
    const message = readPageText(event);
    const ask = message && asAskPage(message);
    if (!ask) return;
    const asking = String(message.nonce);
    if (ask.kind === "watch") {
      nonce = asking;
      paints.start(nonce, record);
      documents.start(nonce);
    } else if (asking !== nonce) return;
    else if (ask.kind === "stop") {
      nonce = null;
      paints.stop();
      documents.end();
    } else {
      // What the page's object throws here is shown by the text that did not change.
      documents.act(nonce, ask).catch(() => {});
    }
  });
});
