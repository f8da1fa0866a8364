import { correction, paste } from "../inputPaths";
import type { EditorFamily } from "./family";

/** wangEditor 5, common in Chinese CMS systems; an older Slate inside. */
export const wangeditor: EditorFamily = {
  name: "wangeditor",
  matches: (root) => root.hasAttribute("data-slate-editor") && root.closest(".w-e-text-container") !== null,
  paths: [paste, correction],
  noticesSelectionIn: 150,
};
