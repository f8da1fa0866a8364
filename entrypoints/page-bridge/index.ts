import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { BRIDGE_VERSION, type BridgeAnswer, FROM_PAGE, readBridgeMessage, TO_PAGE } from "../shared/bridge";
import { replaceInUeditor } from "./ueditor";

/** Runs in the page's world, only where an editor can be changed through its page's own API alone. */
export default defineUnlistedScript(() => {
  const present = Symbol.for("gongwen-lint:page-bridge");
  if (present in window) return;
  Object.defineProperty(window, present, { value: BRIDGE_VERSION });

  window.addEventListener(TO_PAGE, (event) => {
    const message = readBridgeMessage(event);
    if (!message) return;
    const { id, kind, frame, text } = message;
    if (typeof id !== "string" || kind !== "replace-selection") return;
    if (typeof frame !== "string" || typeof text !== "string") return;
    const answer: BridgeAnswer = { version: BRIDGE_VERSION, id, done: replaceInUeditor(frame, text) };
    window.dispatchEvent(new CustomEvent(FROM_PAGE, { detail: JSON.stringify(answer) }));
  });
});
