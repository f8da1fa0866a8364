import {
  BRIDGE_VERSION,
  type BridgeRequest,
  FROM_PAGE,
  readBridgeMessage,
  TO_PAGE,
} from "../../shared/bridge";
import { send } from "../../shared/connection";

let ready: Promise<unknown> | null = null;

/**
 * Asks the page's own editor to put text in place of its selection. `view` is the window that holds the editor's frame.
 * Resolves when the bridge has answered; the answer says nothing that is relied upon.
 */
export async function replaceThroughPage(
  view: Window & typeof globalThis,
  frame: string,
  text: string,
): Promise<void> {
  ready ??= send({ kind: "need-page-bridge" });
  await ready;
  const id = crypto.randomUUID();
  const request: BridgeRequest = { version: BRIDGE_VERSION, id, kind: "replace-selection", frame, text };
  await new Promise<void>((resolve) => {
    const finish = () => {
      view.removeEventListener(FROM_PAGE, hear);
      clearTimeout(timer);
      resolve();
    };
    const hear = (event: Event) => {
      if (readBridgeMessage(event)?.id === id) finish();
    };
    const timer = setTimeout(finish, 1_000);
    view.addEventListener(FROM_PAGE, hear);
    view.dispatchEvent(new view.CustomEvent(TO_PAGE, { detail: JSON.stringify(request) }));
  });
}
