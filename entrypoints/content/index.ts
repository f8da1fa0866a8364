import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { Notice } from "../shared/messages";
import { sitePattern } from "../shared/sitePattern";
import { isLookedAfterByParent } from "./editors/editorWatch";
import { Page } from "./page";

/** Registered at run time for the sites that the drafter switched on (see background/sites.ts); never by the manifest. */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  main(context) {
    // One script looks after a page and its same-origin frames, so that cards are not cut off at a frame's edge.
    if (isLookedAfterByParent()) return;
    const page = new Page();
    const hear = (notice: Notice) => {
      if (notice.kind === "ask-again") page.askAgain();
      else if (notice.kind === "go-to") page.goToFinding(notice);
      else if (notice.origins.includes(sitePattern(location))) page.dispose();
    };
    browser.runtime.onMessage.addListener(hear);
    context.onInvalidated(() => page.dispose());
  },
});
