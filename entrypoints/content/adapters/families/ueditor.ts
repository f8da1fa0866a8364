import type { EditorFamily } from "./family";

/**
 * UEditor 1.x, still the most common editor of OA and CMS systems here. It takes no synthetic event and its undo does not
 * see browser editing, so fixes go through its API in the page's world.
 */
export const ueditor: EditorFamily = {
  name: "ueditor",
  matches: (root) => {
    const frame = root.ownerDocument.defaultView?.frameElement;
    return root.nodeName === "BODY" && /^ueditor_\d+$/.test(frame?.id ?? "");
  },
  paths: [],
  noticesSelectionIn: 0,
  needsPageBridge: true,
};
